"""Turn Markdown that carries a page's markup back into that page, line by line.

HTML between the Markdown is one way to carry it (pandoc's `gfm` of a saved page); pandoc's own Markdown has signs for the same:
`::: {.name}` … `:::` around a `div`, `[words]{.name}` for a `span`, `{#id .name}` behind headings, links and pictures. The
reader of pages knows what such boxes and names mean for titles, captions and menus. Every block stays on its line.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from briefing_tui.markdown.inline import DEEPEST, is_parseable
from briefing_tui.markdown.paragraphs import MOST_LINES
from briefing_tui.sources.shared.credits.captions import split_caption
from briefing_tui.sources.shared.markup_signs import carries_markup, carries_signs, without_embedded_data
from briefing_tui.sources.shared.sentence_ends import ends_sentence

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_MOST_SIGNS = 4_000_000
_QUOTED = r'"(?:[^"\\]|\\.)*+"'
_SAID = rf"[\w:.@-]++=(?:{_QUOTED}|[^\s{{}}\"]++)"
_ATTRIBUTES = re.compile(rf"\{{(?:\s*+(?:{_SAID}|[#.][^\s{{}}=\"<>]++|=\w++|-(?=[\s}}])))++\s*+\}}", re.S)
_ATTRIBUTE = re.compile(
    rf"(?<![\w:.@-])(?P<key>[\w:.@-]++)=(?:(?P<quoted>{_QUOTED})|(?P<bare>[^\s{{}}\"]++))|(?P<sign>[#.=])(?P<name>[^\s{{}}=\"<>]++)",
    re.S,
)
_FENCE = re.compile(r":{3,}+[ \t]*+(?P<name>[^\s{}]*+)")
_BRACKETS = re.compile(r"\\.|(?<!`)`++[^`]*+`++|[\[\]]|\)(?=\{)", re.S)
_BREAK = re.compile(r"<br\b|<span class=\"(?:[^\"]*\s)?br\"", re.I)
_OPENS = re.compile(r"\s*<div\b[^<>]*>\s*$")
_PICTURES = re.compile(r"caption|credit", re.I)
_CLOSING = re.compile(r"^[ \t]*+:{3,}+[ \t]*+$", re.M)
_ESCAPED = re.compile(r"\\([\"\\])")
_KEY = re.compile(r"[A-Za-z][\w:.-]*")
_RAW = "=html"


def page_of_markdown(text: str, head: str, start: int) -> str | None:
    """Return the page that a Markdown text carries; None without one.

    A text that carries too much is not read so, either.

    Args:
        text: the Markdown.
        head: elements to put into the page's head.
        start: the line (from 0) at which the text begins.
    """
    text = without_embedded_data(text)
    if len(text) > _MOST_SIGNS or text.count("\n") > MOST_LINES:
        return None
    signs = carries_signs(text)
    if not signs and not carries_markup(text):
        return None
    parser = _parser()
    tokens: list[Token] = []
    env: dict[str, object] = {}
    parser.block.parse("\n" * start + "\n".join(text.split("\n")[start:]), parser, env, tokens)
    if any(token.level >= DEEPEST - 2 for token in tokens):
        return None
    return f"<html><head>{head}</head><body>{''.join(_render(tokens, env, signs))}</body></html>"


@cache
def _parser() -> "MarkdownIt":
    """Return a parser of CommonMark with tables, strikethrough, raw HTML and pandoc's signs."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    parser.validateLink = _any_address  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.block.ruler.before("fence", "div", _div, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    parser.inline.ruler.push("attributes", _trailing_attributes)
    return parser


def _any_address(url: str) -> bool:
    """Accept every address: whoever follows one decides."""
    return bool(url)


# pandoc's signs


def _attributes(braces: str) -> dict[str, str | int | float]:
    """Return the attributes of `{#id .name key="value"}`; `{=html}` marks what precedes it as markup."""
    found: dict[str, str | int | float] = {}
    names: list[str] = []
    for one in _ATTRIBUTE.finditer(braces):
        if one["sign"] == ".":
            names.append(one["name"])
        elif one["sign"]:
            found["id" if one["sign"] == "#" else _RAW] = one["name"]
        elif _KEY.fullmatch(one["key"]):
            found[one["key"]] = _ESCAPED.sub(r"\1", one["quoted"][1:-1]) if one["quoted"] else one["bare"]
    return {**found, "class": " ".join(names)} if names else found


def _div(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Read a line of colons, which opens a `div` if it names one and closes one otherwise."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", at) or state.is_code_block(start):
        return False
    found = _FENCE.match(state.src, at)
    assert found
    braces = None if found["name"] else _ATTRIBUTES.match(state.src, found.end())
    at = braces.end() if braces else found.end()
    last = state.src.find("\n", at)
    lines = state.src.count("\n", state.bMarks[start], at)
    if start + lines >= end or state.src[at : last if last >= 0 else None].strip(" \t:"):
        return False
    if not silent:
        state.line = start + lines + 1
        token = state.push("html_block", "", 0)
        token.map = [start, state.line]
        attrs = {"class": found["name"]} if found["name"] else _attributes(braces[0]) if braces else None
        token.content = "</div>" if attrs is None else f"<div{_as_html(attrs)}>"
    return True


def _with_spans(source: str) -> str:
    """Return words with `[words]{.name}` as HTML; attributes behind anything else stay."""
    pieces: list[str] = []
    opened: list[int] = []
    at = 0
    for found in _BRACKETS.finditer(source):
        if found.start() < at:
            continue
        pieces.append(source[at : found.start()])
        at = found.end()
        braces = _ATTRIBUTES.match(source, at) if found[0] in (")", "]") else None
        if found[0] == "[":
            opened.append(len(pieces))
        elif found[0] == "]" and opened:
            start = opened.pop()
            if braces:
                pieces[start] = f"<span{_as_html(_attributes(braces[0]))}>"
                pieces.append("</span>")
                at = braces.end()
                continue
        pieces.append(found[0])
        if braces:
            pieces.append(braces[0])
            at = braces.end()
    return "".join(pieces) + source[at:]


def _trailing_attributes(state: "StateInline", silent: bool) -> bool:
    """Read the attributes right behind a link, a picture or code."""
    if state.src[state.pos] != "{" or state.src[state.pos - 1 : state.pos] not in (")", "]", "`"):
        return False
    braces = _ATTRIBUTES.match(state.src, state.pos)
    if braces is None:
        return False
    if not silent and not state.pending and state.tokens:
        attrs, token = _attributes(braces[0]), state.tokens[-1]
        if token.type == "link_close":
            token = next(one for one in reversed(state.tokens) if one.type == "link_open" and one.level == token.level)
        if token.type == "code_inline" and attrs.get(_RAW) == "html":
            token.type = "html_inline"
        elif token.type in ("image", "link_open"):
            token.attrs = {**attrs, **token.attrs}
    state.pos = braces.end()
    return True


# HTML


def _render(tokens: "Sequence[Token]", env: dict[str, object], signs: bool) -> Iterator[str]:
    """Yield the HTML of block tokens, each on its line of the source."""
    line = 0
    for number, token in enumerate(tokens):
        if token.map and token.nesting >= 0 and line < token.map[0]:
            yield "\n" * (token.map[0] - line)
            line = token.map[0]
        piece = _piece(tokens, number, env, signs)
        yield piece
        line += piece.count("\n")


def _piece(tokens: "Sequence[Token]", number: int, env: dict[str, object], signs: bool) -> str:
    token = tokens[number]
    if token.type == "inline":
        alone = tokens[number - 1].type == "paragraph_open" and not tokens[number - 1].hidden
        words = _parse(token.content, env, signs)
        return _paragraph(words, env, signs, _is_boxed(tokens, number)) if alone else _html(words, env)
    if token.type in ("paragraph_open", "paragraph_close"):
        return ""
    if token.type == "html_block" or (token.type == "fence" and token.info.strip() == f"{{{_RAW}}}"):
        return _CLOSING.sub("</div>", token.content) if signs else token.content
    if token.type == "heading_open" and signs:
        token.attrs = _pop_attributes(tokens[number + 1])
    return _html(tokens[number : number + 1], env).strip("\n")


def _pop_attributes(heading: "Token") -> dict[str, str | int | float]:
    """Return the attributes at the end of a heading, and remove them from its words."""
    for braces in _ATTRIBUTES.finditer(heading.content):
        if braces.end() == len(heading.content) and heading.content[braces.start() - 1 : braces.start()] in (" ", ""):
            heading.content = heading.content[: braces.start()].rstrip()
            return _attributes(braces[0])
    return {}


def _parse(source: str, env: dict[str, object], signs: bool) -> "list[Token]":
    """Return the tokens of some words; what is too much for this parser is left to that of pages."""
    from markdown_it.token import Token

    if not is_parseable(source):
        return [Token("html_inline", "", 0, content=source)]
    parser = _parser()
    tokens: list[Token] = []
    parser.inline.parse(_with_spans(source) if signs else source, parser, env, tokens)
    _as_text(tokens)
    return tokens


def _as_text(tokens: "Sequence[Token]") -> None:
    """Turn escaped signs and references into text, so that they are joined with the text beside them."""
    for token in tokens:
        if token.type == "text_special":
            token.type = "text"
        if token.children:
            _as_text(token.children)


def _html(tokens: "Sequence[Token]", env: dict[str, object]) -> str:
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, env))


def _paragraph(tokens: "Sequence[Token]", env: dict[str, object], signs: bool, is_boxed: bool) -> str:
    """Return a Markdown paragraph as the page had it.

    That is a paragraph, a figure, or the bare words of a box.
    """
    html = _html(tokens, env)
    caption = tokens[0].children if signs and len(tokens) == 1 and tokens[0].type == "image" else None
    if caption and (len(caption) > 1 or _reads_as_caption(caption[0].content)):
        return f"<figure>{html}<figcaption>{_html(caption, env)}</figcaption></figure>"
    if is_boxed or any(_BREAK.match(token.content) or token.type == "hardbreak" for token in tokens):
        return f"<div>{html}</div>"
    names = _names_of(tokens)
    return f"<div{names}>{html}</div>" if _PICTURES.search(names) else f"<p>{html}</p>"


def _reads_as_caption(text: str) -> bool:
    """Return whether words that pandoc gives as a picture's text are its caption and not its description."""
    return ends_sentence(text) or split_caption(text)[1] is not None


def _is_boxed(tokens: "Sequence[Token]", number: int) -> bool:
    """Return whether a paragraph is no sentence, and alone in its `div`."""
    if number < 2 or number + 2 >= len(tokens):
        return False
    before, after = tokens[number - 2], tokens[number + 2]
    opens = before.type == "html_block" and _OPENS.match(before.content.rsplit("\n", 1)[-1] or before.content.strip())
    words = tokens[number].content
    is_text = ends_sentence(words) or words[-1:] == ":" or words.startswith("**")
    return bool(opens) and after.content.startswith("</div") and not is_text


def _names_of(tokens: "Sequence[Token]") -> str:
    """Return the attributes of the first span of a paragraph of spans; empty if it holds other words."""
    depth, first = 0, ""
    for token in tokens:
        if token.type == "html_inline" and token.content.startswith("<span"):
            first = first or token.content[len("<span") : -1]
            depth += 1
        elif token.type == "html_inline" and token.content == "</span>":
            depth -= 1
        elif depth == 0 and token.content.strip():
            return ""
    return first


def _as_html(attrs: dict[str, str | int | float]) -> str:
    return "".join(f' {key}="{escape(str(value))}"' for key, value in attrs.items() if key != _RAW)
