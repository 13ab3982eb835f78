"""The styles of text in line widgets, in terms of the theme's variables.

They are not component classes of the stylesheet: forty of these, each parsed and matched for every widget, took a tenth of the
time to the first screen.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from textual.widget import Widget


class TextStyle(NamedTuple):
    """The look of a piece of text.

    What is empty is as in the style below it.
    """

    color: str = ""
    """The name of the colour's variable."""
    background: str = ""
    """The name of the background's variable."""
    style: str = ""
    """Bold, italic and so on, as Rich writes them."""
    bare: str = ""
    """The style if no colour may be shown, if it is another one."""


_TAGS = ("text-primary", "text-secondary", "text-accent", "text-success")
TAG_COLOURS = len(_TAGS)
"""The number of colours of tags."""


def tag_style(tag: str) -> str:
    """Return the style of a tag, whatever its case."""
    return f"tag-{crc32(tag.casefold().encode()) % TAG_COLOURS}"


TEXT_STYLES: dict[str, TextStyle] = {
    # Text of any kind
    "text": TextStyle(),
    "gutter": TextStyle("text-muted"),
    "meta": TextStyle("text-muted"),
    "current": TextStyle("accent"),
    # The article
    "title": TextStyle("text-primary", style="bold"),
    "kicker": TextStyle("text-accent", style="bold"),
    "lead": TextStyle(style="bold"),
    "heading": TextStyle("text-primary", style="bold"),
    "subheading": TextStyle(style="bold"),
    "caption": TextStyle("text-secondary", style="italic"),
    "credit": TextStyle("text-muted"),
    "blockquote": TextStyle(style="italic"),
    "codeblock": TextStyle("text-secondary", "boost"),
    "verbatim": TextStyle("foreground"),
    "strong": TextStyle(style="bold"),
    "emphasis": TextStyle(style="italic"),
    "code": TextStyle("text-secondary", "boost"),
    "strike": TextStyle(style="strike"),
    "link": TextStyle("text-accent", style="underline"),
    # What is laid over it
    "quoted": TextStyle("text-success"),
    "noted": TextStyle(style="underline"),
    "note-yellow": TextStyle("", "note-yellow", "underline"),
    "note-green": TextStyle("", "note-green", "underline"),
    "note-blue": TextStyle("", "note-blue", "underline"),
    "note-pink": TextStyle("", "note-pink", "underline"),
    "note-orange": TextStyle("", "note-orange", "underline"),
    "note-purple": TextStyle("", "note-purple", "underline"),
    "note-mark": TextStyle("text-warning"),
    "lit": TextStyle("foreground", "accent-muted", "bold", bare="bold underline"),
    "hit": TextStyle("", "warning-muted", "underline"),
    "hit-now": TextStyle("text", "warning", "bold", bare="bold reverse"),
    "selected": TextStyle("text", "primary", bare="reverse"),
    # Lists
    "label": TextStyle("text-accent", style="bold"),
    "cursor": TextStyle("", "panel"),
    "cursor-focused": TextStyle("", "primary-muted", bare="reverse"),
    "name": TextStyle(style="bold"),
    "words": TextStyle("foreground"),
    "partial": TextStyle(style="italic"),
    "speaker": TextStyle("foreground", style="bold"),
    "mention": TextStyle("text-muted"),
    "strip": TextStyle("text-accent"),
    "group": TextStyle("text-muted", style="bold underline"),
    **{f"tag-{number}": TextStyle(color, style="bold") for number, color in enumerate(_TAGS)},
    "under": TextStyle("text-muted", style="italic"),
    "problem": TextStyle("text-warning"),
    "good": TextStyle("text-success"),
    "differs": TextStyle("", "warning-muted", "bold", bare="bold reverse"),
    "key": TextStyle("text-accent", style="bold"),
}

_HIGHLIGHTS = {
    "note-yellow": ("#d7b600 40%", "ansi_yellow"),
    "note-green": ("#2fa84f 45%", "ansi_green"),
    "note-blue": ("#2f7fd6 45%", "ansi_blue"),
    "note-pink": ("#d6478f 45%", "ansi_bright_red"),
    "note-orange": ("#e07b1f 50%", "ansi_bright_yellow"),
    "note-purple": ("#8d5bd0 50%", "ansi_magenta"),
}
"""Highlights have the colours of their names in every theme: mixed with what is under them, or of the terminal's palette."""

_DARK_ANSI = {0, 1, 4, 5}
"""Black, red, blue and magenta: dark in nearly every palette, so that the terminal's text colour may be unreadable on them."""


def style_on(widget: "Widget", names: tuple[str, ...]) -> Style:
    """Return the style of several, laid over one another and over the widget's own."""
    if widget.app.no_color:
        return Style.parse(" ".join(TEXT_STYLES[name].bare or TEXT_STYLES[name].style for name in names))
    return blend(names, widget.background_colors[1], widget.colors[3], widget.app.theme_variables)


def blend(names: tuple[str, ...], background: Color, color: Color, variables: Mapping[str, str]) -> Style:
    """Return the style of several, laid over a background and a colour.

    Backgrounds are mixed first, so that muted and automatic colours are right on what is under them. A style that is laid over
    itself, as where notes overlap, counts once: else the words would be lost in its colour.
    """
    wanted, style = "", Style.null()
    for name in dict.fromkeys(names):
        over = TEXT_STYLES[name]
        if over.background:
            background = _over(background, _paint(over.background, background, variables))
        wanted = over.color or wanted
        if over.style:
            style += Style.parse(over.style)
    value = variables.get(wanted, "")
    if background.ansi is not None and _share(value) < 1:
        style += Style(dim=True)  # Colours of the terminal's palette can't be mixed.
    return Style(color=_shown(background, color, value).rich_color, bgcolor=background.rich_color) + style


def _share(value: str) -> float:
    """Return how much of a variable's colour is laid over the background, from 0 to 1."""
    share = value.partition(" ")[2].strip().removesuffix("%")
    return float(share) / 100 if share else 1.0


def _paint(name: str, background: Color, variables: Mapping[str, str]) -> Color:
    """Return the colour that is laid over a background: of a variable, or of a highlight."""
    if name in _HIGHLIGHTS:
        mixed, own = _HIGHLIGHTS[name]
        return _parsed(own if background.ansi is not None else mixed)
    return _parsed(variables[name])


def _shown(background: Color, color: Color, value: str) -> Color:
    """Return a variable's colour on a background; `auto 60%` is black or white, whichever contrasts more, at 60 %."""
    if background.ansi is not None and background.ansi >= 0:
        return Color.parse("ansi_bright_white" if background.ansi in _DARK_ANSI else "ansi_black")
    if value.startswith("auto"):
        share = value.removeprefix("auto").strip().removesuffix("%")
        return _over(background, background.get_contrast_text(float(share) / 100 if share else 1.0))
    return _over(background, _parsed(value) if value else color)


def _parsed(value: str) -> Color:
    """Return a variable's colour: `#ffc473`, `ansi_default`, or either with a share, such as `ansi_default 50%`."""
    name, _, share = value.partition(" ")
    color = Color.parse(name)
    return color.multiply_alpha(float(share.removesuffix("%")) / 100) if share and color.ansi is None else color


def _over(background: Color, color: Color) -> Color:
    """Return a colour on a background; those of the terminal's own palette can't be mixed."""
    if color.ansi is not None or background.ansi is not None:
        return color if color.a else background
    return background + color
