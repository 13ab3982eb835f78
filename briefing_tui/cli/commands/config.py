"""`briefing config`: the settings in force and where they come from; the sample file."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from briefing_tui.cli.outcome import NO, OK, put, put_line, say
from briefing_tui.settings import paths
from briefing_tui.settings.config import Settings, load_settings
from briefing_tui.settings.table import FORMAT, KEYS, SETTINGS, THEME, Setting, toml
from briefing_tui.text.safety import harmless, one_line


def run(options: Namespace) -> int:
    """Print the settings, or what an option names; return the exit status."""
    if options.sample:
        put(paths.sample_config().read_text("utf-8"))
        return OK
    if options.path:
        put_line(str(paths.config() / "config.toml"))
        return OK
    from briefing_tui.export.formats import all_formats
    from briefing_tui.export.template import templates
    from briefing_tui.ui.app import check_settings

    settings = load_settings()
    settings.limit(FORMAT, [*(form.name for form in all_formats()), *templates(paths.config() / "templates")])
    keys = check_settings(settings)
    put("\n".join(map(harmless, _lines(settings, keys))))
    for problem in settings.problems:
        say(str(problem))
    return NO if settings.problems else OK


def _lines(settings: Settings, keys: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the settings as TOML; comments say where each comes from."""
    is_there = settings.file.is_file()
    yield f"# settings: {one_line(str(settings.file))}" + (
        "" if is_there else " (not there: 'briefing config --sample' prints one to begin with)"
    )
    for name, place in (("library", paths.library()), ("notes", paths.notes()), ("state", paths.state())):
        yield f"# {name + ':':<9} {one_line(str(place))}"
    table = ""
    yield ""
    for setting in SETTINGS:
        if setting.table != table:
            table = setting.table
            yield ""
            yield f"[{table}]"
        value, where = _in_force(settings, setting)
        yield _row(setting.key, value, where)
    yield ""
    yield f"[{KEYS}]"
    for name, chosen in keys.items():
        yield _row(name, chosen[0] if len(chosen) == 1 else chosen, f"line {settings.keys[name].line}")
    yield "# all others: default; 'briefing config --sample' lists them"


def _in_force(settings: Settings, setting: Setting[Any]) -> tuple[object, str]:
    """Return the value of a setting that is in force, and where it comes from."""
    from briefing_tui.ui.remembered_theme import recall_theme

    if line := settings.line_of(setting):
        return settings[setting], f"line {line}"
    if setting is THEME and (theme := recall_theme(paths.state())):
        return theme, "chosen last in the palette"
    return settings[setting], "default"


def _row(name: str, value: object, where: str) -> str:
    return f"{f'{name} = {toml(value)}':<32} # {where}"
