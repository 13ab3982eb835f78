"""Find export formats: each module of this package is one, named after the module.

To add a format, add a module `NAME.py` here that defines `FORMAT = Format(...)`. It is then offered by `briefing export --format
NAME`, in its help, in the reader and, if it has `read`, by `briefing import`. Nothing else needs to change.

Names are found without importing the modules; a module is imported when its format is used or described.
"""

from importlib import import_module
from pathlib import Path

from briefing_tui.export import template
from briefing_tui.export.format import ANY_ENDING, Format


class NoSuchFormat(Exception):  # noqa: N818 - wrong use, shown to the user
    """The name is neither a format's nor a template's."""


def all_formats() -> list[Format]:
    """Return the program's formats in the order of lists, without templates."""
    from pkgutil import iter_modules

    found = filter(None, (_load(module.name) for module in iter_modules(__path__)))
    return sorted(found, key=lambda form: (form.rank, form.name))


def names() -> list[str]:
    """Return the names of the program's formats in the order of lists."""
    return [form.name for form in all_formats()]


def named(name: str, templates: Path | None = None) -> Format:
    """Return the format of that name, which may be a template in the folder `templates`. Raises NoSuchFormat."""
    if name.isidentifier() and (form := _load(name)) is not None:
        return form
    own = template.templates(templates) if templates else {}
    if name in own:
        return template.format_of(name, own[name])
    raise NoSuchFormat(f"no format '{name}'; there are {', '.join([*names(), *own])}")


def format_that_reads(ending: str) -> Format:
    """Return the format that imports files with that ending (`.md`); any case."""
    readers = {known: form for form in all_formats() for known in form.reads}
    return readers.get(ending.lower(), readers[ANY_ENDING])


def _load(name: str) -> Format | None:
    """Import the format of that name; None if there is no such module."""
    module = f"{__name__}.{name}"
    try:
        form: Format = import_module(module).FORMAT
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return None
    return form._replace(name=name)
