"""Notes through a person's own template: Jinja2 in its sandbox, from the folder `templates` of the settings.

`NAME.EXT.j2` is the format NAME and writes files with the ending EXT. The template gets `bundles` (each with `id`, `title`,
`authors`, `url`, `briefing` and `notes`), and the functions `link`, `about`, `moment` and `tag_word`.
"""

from collections.abc import Iterable
from pathlib import Path

from briefing_tui.export import bundle as bundle_module
from briefing_tui.export.bundle import Bundle

_MOST = 64 * 1024 * 1024


class BrokenTemplate(Exception):  # noqa: N818 - a person's file, told to them
    """A template that can't be used, in one line with its file and line."""


def templates(folder: Path) -> dict[str, Path]:
    """The templates of a folder by the name of their format."""
    found = sorted(folder.glob("*.j2")) if folder.is_dir() else []
    return {path.name.split(".", 1)[0]: path for path in found if path.is_file()}


def extension(path: Path) -> str:
    """The ending of the files that a template writes."""
    parts = path.name.split(".")
    return parts[-2] if len(parts) > 2 and parts[-2].isalnum() else "txt"


def write(path: Path, bundles: Iterable[Bundle]) -> str:
    """What the template makes of the notes. Raises BrokenTemplate."""
    try:
        from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError:
        raise BrokenTemplate(f"{path}: templates need Jinja2; install it with 'pip install briefing-tui[templates]'") from None
    try:
        environment = ImmutableSandboxedEnvironment(
            undefined=StrictUndefined, autoescape=_is_html(path), keep_trailing_newline=True
        )
        for name in ("link", "about", "moment", "tag_word"):
            environment.globals[name] = getattr(bundle_module, name)
        template = environment.from_string(path.read_text("utf-8"))
        pieces, size = [], 0
        for piece in template.generate(bundles=list(bundles)):
            pieces.append(piece)
            size += len(piece)
            if size > _MOST:
                raise BrokenTemplate(f"{path}: writes more than {_MOST // 2**20} MiB; does a loop not end?")
        return "".join(pieces)
    except TemplateSyntaxError as error:
        raise BrokenTemplate(f"{path}:{error.lineno}: {error.message}") from None
    except MemoryError:
        raise BrokenTemplate(f"{path}: writes more than the memory holds") from None
    except (TemplateError, ArithmeticError, TypeError, ValueError, AttributeError, LookupError, RecursionError) as error:
        raise BrokenTemplate(f"{path}: {' '.join(str(error).split()) or type(error).__name__}") from None


def _is_html(path: Path) -> bool:
    return extension(path) in ("html", "htm", "xml")
