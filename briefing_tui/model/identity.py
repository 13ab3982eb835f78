"""The identity of an article: its address, otherwise its words.

Addresses are compared after `address_key`, words by a sample that is much the same after small corrections (`likeness`). Where
articles are remembered, and which of several is chosen, is written in `notes.articles`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit
from zlib import crc32

from briefing_tui.model.briefing import Briefing
from briefing_tui.text.late_pattern import late_pattern

ALIKE = 0.5
"""The likeness from which two texts are one article. After one correction in every ten words it is about 0.5."""
CORRECTED = 0.15
"""The likeness from which the text in a file of the same name is still the same article, corrected."""

_SAMPLE = 64
_RUN = 4
_MOST_WORDS = 3000
"""The words from the beginning that are looked at, so that a long article takes no longer than a report."""
_MOST_LETTERS = 50_000
"""The letters of a paragraph that are looked at; a page may be one line of megabytes."""

_WORD = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_HOST_PREFIX = re.compile(r"(?:(?:www|m|mobile|amp)\.)+(?=.*\.)")
_TRACKING = late_pattern(
    r"utm_.*|at_(?:medium|campaign|format|link_.*|custom.*|ptr_.*|bbc_team)|ns_(?:mchannel|source|campaign|linkname|fee)|mc_[ce]id|"
    r"fbclid|gclid|dclid|yclid|gclsrc|msclkid|igshid|mkt_tok|cmpid|ocid|smid|smtyp|xtor|wt_mc|wt\.mc_id|_g[al]|ref_src|ref_url|cmp|s_cid|"
    r"[gw]braid|gad_source|twclid|ttclid|li_fat_id|igsh|mibextid|_hs(?:enc|mi)|hsa_.*|mtm_.*|pk_(?:campaign|kwd|source|medium)|piwik_.*|"
    r"vero_id|guccounter|guce_referrer.*|unlocked_article_code|__twitter_impression|amp_(?:js_v|gsa)|usqp|intcid|s_kwcid",
    re.IGNORECASE,
)
"""Parameters that say how a reader came to a page."""
_AMP_CACHE = re.compile(
    r"https?://(?:(?:[^/]*\.)?cdn\.ampproject\.org/(?:[a-z]/)?|(?:www\.)?google\.[a-z.]{2,6}/amp/)(s/)?", re.IGNORECASE
)
"""The beginning of an address in a cache of accelerated pages (AMP), before the publisher's address without its scheme.

Source: https://amp.dev/documentation/guides-and-tutorials/learn/amp-caches-and-cors/amp-cache-urls
"""
_AMP_ENDINGS = (".amp", ".amp.html", ".amp.htm")
_AMP_PARAMETERS = {("amp", ""), ("amp", "1"), ("amp", "true"), ("outputtype", "amp")}
_DEFAULT_PORTS = {"http": 80, "https": 443}


class Identity:
    """An article as one reading of it shows it.

    - `briefing`: the id of the briefing.
    - `path`: the file that it was read from, absolute; empty for standard input.
    - `is_filed`: whether that is a content file.
    - `address`: the key of its address; empty if it has none.
    """

    def __init__(self, briefing: Briefing, path: Path | None = None, is_filed: bool = False) -> None:
        """Take a briefing, as it was read from a file or built from a source."""
        self.article = briefing
        """The briefing, as it was read."""
        self.briefing = briefing.id
        self.path = str(path.absolute()) if path else ""
        self.is_filed = is_filed
        self.address = address_key((briefing.source and briefing.source.url) or "")

    @cached_property
    def words(self) -> tuple[int, ...]:
        """The sample of its words."""
        return sample(paragraph.text for section in self.article.sections for paragraph in section.paragraphs)

    @cached_property
    def trace(self) -> "Trace":
        """The part that is kept beside what belongs to the article."""
        return Trace(self.address, self.words)


class Trace(NamedTuple):
    """The key of an article's address and the sample of its words, as they were."""

    address: str = ""
    words: tuple[int, ...] = ()

    def is_of(self, who: Identity) -> bool:
        """Return whether it is the trace of the article that is read."""
        if self.address and who.address:
            return self.address == who.address
        return likeness(self.words, who.words) >= ALIKE

    def is_of_another(self, who: Identity) -> bool:
        """Return whether the file that had this trace holds another article now."""
        known = bool(self.words and who.words)
        return not self.is_of(who) and known and likeness(self.words, who.words) < CORRECTED


def address_key(url: str) -> str:
    """Return the part of an address that identifies its page.

    It is empty if that is no page of the web, or a site's first page. Dropped are scheme, user, default port, fragment (unless it
    begins with "!"), the prefixes www, m, mobile and amp of the host, slashes at the end, and parameters that only say how the
    reader came there. Hosts are in lower case, escapes written one way, parameters sorted. The accelerated form of a page (AMP)
    has the key of the page, as far as its address shows it: in a cache, by a parameter, or by the end of its path.
    """
    url = url.strip()
    if cached := _AMP_CACHE.match(url):
        url = f"http{'s' if cached[1] else ''}://{url[cached.end() :]}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    host = _HOST_PREFIX.sub("", _ascii_host(parts.hostname or "").rstrip("."), count=1)
    if parts.scheme.lower() not in _DEFAULT_PORTS or not host:
        return ""
    if port not in (None, _DEFAULT_PORTS[parts.scheme.lower()]):
        host = f"{host}:{port}"
    path = _without_amp(quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/"))
    given = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode(sorted(pair for pair in given if not _is_about_the_way(*pair)))
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    if not path and not query and not fragment:
        return ""
    return f"{host}{path}{f'?{query}' if query else ''}{fragment}"


def _without_amp(path: str) -> str:
    """Return the path of the page that an accelerated page is of.

    That ends in `/amp` after a name of three words or more, as a page about amplifiers may end so, too, or in `.amp`.
    """
    head, _, last = path.rpartition("/")
    if last == "amp" and head.rpartition("/")[2].count("-") >= 2:
        return head
    while ending := next((one for one in _AMP_ENDINGS if last.endswith(one) and last != one), ""):
        last = last.removesuffix(ending) + ending.removeprefix(".amp")
    return f"{head}/{last}" if path else ""


def _is_about_the_way(name: str, value: str) -> bool:
    """Return whether a parameter says how a reader came to a page, or in which form."""
    return _TRACKING.fullmatch(name) is not None or (name.lower(), value.lower()) in _AMP_PARAMETERS


def _ascii_host(host: str) -> str:
    """Return a host in lower case as DNS has it."""
    if host.isascii():
        return host.lower()  # without the codec, which takes 3 ms to load
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return host


def sample(texts: Iterable[str]) -> tuple[int, ...]:
    """Return a sample of words: the smallest checksums of four in a row."""
    words: list[str] = []
    for text in texts:
        words += _WORD.findall(unicodedata.normalize("NFKC", text[:_MOST_LETTERS]).casefold())
        if len(words) >= _MOST_WORDS:
            break
    words = words[:_MOST_WORDS]
    runs = range(max(1, len(words) - _RUN + 1)) if words else ()
    marks = {crc32(" ".join(words[at : at + _RUN]).encode("utf-8", "replace")) for at in runs}
    return tuple(sorted(marks)[:_SAMPLE])


def likeness(first: Iterable[int], second: Iterable[int]) -> float:
    """Return how much two samples have in common, from 0 to 1.

    It estimates the share of all runs of words that both texts have. See A. Broder, On the resemblance and containment of
    documents (1997).
    """
    one, other = set(first), set(second)
    both = sorted(one | other)[:_SAMPLE]
    return sum(mark in one and mark in other for mark in both) / len(both) if both else 0.0
