"""Write notes with a template of the user's.

Templates are files for Jinja2, run in its sandbox, in the folder `templates` of the settings.

`NAME.EXT.j2` is the format NAME and writes files with the ending EXT. The template gets `bundles` (each with `id`, `title`,
`authors`, `url`, `briefing` and `notes`) and the functions `link`, `about`, `moment` and `tag_word`.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from briefing_tui.export import bundle as bundle_module
from briefing_tui.export.bundle import Bundle
from briefing_tui.export.format import Format
from briefing_tui.file_io import read_text

_MOST = 64 * 1024 * 1024


class BrokenTemplate(Exception):  # noqa: N818 - a file of the user's
    """A template can't be used; the message names the file and the line."""


def templates(folder: Path) -> dict[str, Path]:
    """Return the templates of a folder by the names of their formats."""
    found = sorted(folder.glob("*.j2")) if folder.is_dir() else []
    return {path.name.split(".", 1)[0]: path for path in found if path.is_file()}


def format_of(name: str, path: Path) -> Format:
    """Return the format that a template is."""
    return Format(extension(path), "your template", partial(write, path), name=name)


def extension(path: Path) -> str:
    """Return the ending of the files that a template writes, without the dot."""
    parts = path.name.split(".")
    return parts[-2] if len(parts) > 2 and parts[-2].isalnum() else "txt"


def write(path: Path, bundles: Iterable[Bundle]) -> Iterator[str]:
    """Fill in the template with the notes; yields the whole as one piece. Raises BrokenTemplate."""
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
        template = environment.from_string(read_text(path))
        pieces, size = [], 0
        for piece in template.generate(bundles=list(bundles)):
            pieces.append(piece)
            size += len(piece)
            if size > _MOST:
                raise BrokenTemplate(f"{path}: writes more than {_MOST // 2**20} MiB; does a loop not end?")
        text = "".join(pieces)
    except TemplateSyntaxError as error:
        raise BrokenTemplate(f"{path}:{error.lineno}: {error.message}") from None
    except MemoryError:
        raise BrokenTemplate(f"{path}: writes more than the memory holds") from None
    except (TemplateError, ArithmeticError, TypeError, ValueError, AttributeError, LookupError, RecursionError) as error:
        raise BrokenTemplate(f"{path}: {' '.join(str(error).split()) or type(error).__name__}") from None
    yield text


def _is_html(path: Path) -> bool:
    return extension(path) in ("html", "htm", "xml")
