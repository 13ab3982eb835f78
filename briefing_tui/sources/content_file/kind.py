"""Recognise content files, so that they are not built again."""

from typing import TYPE_CHECKING

from briefing_tui.sources.errors import IsContentFile
from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document


def _certainty(source: RawSource) -> Certainty:
    from briefing_tui.contentfile.detect import is_content_file

    return Certainty.SURE if is_content_file(source.start) else Certainty.NONE


def _read(_source: RawSource) -> "Document":
    raise IsContentFile("this is a content file already: read it, or give the article that it was built from (--from builds it)")


KIND = SourceKind("content file", _certainty, _read, is_article=False)
