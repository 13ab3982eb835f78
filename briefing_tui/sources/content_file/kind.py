"""A content file: recognised so that it is not built again."""

import re
from typing import TYPE_CHECKING

from briefing_tui.sources.errors import IsContentFile
from briefing_tui.sources.registry import Certainty, RawSource, SourceKind

if TYPE_CHECKING:
    from briefing_tui.model.document import Document

_VERSION = re.compile(r"^briefing:\s*\d", re.M)


def _certainty(source: RawSource) -> Certainty:
    from briefing_tui.sources.shared.markup_signs import FRONT_MATTER

    front = FRONT_MATTER.match(source.start)
    return Certainty.SURE if front and _VERSION.search(front[1]) else Certainty.NONE


def _read(_source: RawSource) -> "Document":
    raise IsContentFile("this is a content file already: read it, or give the article it was built from")


KIND = SourceKind("content file", _certainty, _read, is_article=False)
