"""Every format by name: what it writes of the notes, how its files end, and whether a person may write into them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from briefing_tui.export import template
from briefing_tui.export.bundle import Bundle
from briefing_tui.export.managed_parts import Chunk, Marks, rendered

_MODULES = {
    "markdown": "markdown", "org": "org", "html": "html", "text": "text", "csv": "csv", "jsonl": "jsonl",
    "jsonld": "annotations",
}  # fmt: skip

NAMES = (*_MODULES, "newsarticle")
"""The formats of the program; the person's templates add theirs."""


class NoSuchFormat(Exception):  # noqa: N818 - wrong use, told to the person
    """The name is neither a format's nor a template's."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write notes. `marks` belongs to those whose files a person may write into."""

    name: str
    extension: str
    marks: Marks | None = None
    template: Path | None = None

    def chunks(self, bundles: Iterable[Bundle]) -> Iterator[Chunk]:
        """The pieces of a file of which each note is a part."""
        chunks: Iterator[Chunk] = _module(self.name).chunks(bundles)
        return chunks

    def write(self, bundles: Iterable[Bundle]) -> Iterator[str]:
        """The pieces of a file. Raises BrokenTemplate."""
        if self.template is not None:
            yield template.write(self.template, bundles)
        elif self.marks is not None:
            yield from rendered(self.chunks(bundles), self.marks)
        elif self.name == "newsarticle":
            from briefing_tui.export import newsarticle

            for bundle in bundles:
                if bundle.briefing is not None:
                    yield newsarticle.write(bundle.briefing)
        else:
            yield from _module(self.name).write(bundles)


def _module(name: str) -> ModuleType:
    return import_module(f"briefing_tui.export.{_MODULES[name]}")


def named(name: str, templates: Path | None = None) -> Format:
    """The format of that name, a template of the folder among them. Raises NoSuchFormat."""
    if name == "newsarticle":
        return Format(name, "jsonld")
    if name in _MODULES:
        module = _module(name)
        return Format(name, module.EXTENSION, getattr(module, "MARKS", None))
    own = template.templates(templates) if templates else {}
    if name in own:
        return Format(name, template.extension(own[name]), template=own[name])
    raise NoSuchFormat(f"no format '{name}'; there are {', '.join([*NAMES, *own])}")
