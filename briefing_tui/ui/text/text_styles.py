"""How the parts of a line widget look: a table of names, in terms of the theme's variables.

These are no component classes of the stylesheet: forty of them, each parsed and matched anew for every widget, were a
tenth of the time to the first screen.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.color import Color

if TYPE_CHECKING:
    from textual.widget import Widget


class TextStyle(NamedTuple):
    """The names of a colour's and a background's variables, and a style as Rich writes it; empty: as what lies below. `bare` is
    the style where no colour may be shown, if it is another one."""

    color: str = ""
    background: str = ""
    style: str = ""
    bare: str = ""


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
    # What lies over it
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
    "mention": TextStyle("text-muted"),
    "strip": TextStyle("text-accent"),
    "group": TextStyle("text-muted", style="bold underline"),
    "problem": TextStyle("text-warning"),
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
"""Highlights are the colours that they are called by, whatever the theme's are: mixed with what is under them, and of the
terminal's own palette."""

_DARK_ANSI = {0, 1, 4, 5}
"""Black, red, blue and magenta are dark in nearly every terminal's palette; what the terminal has for text is not read on all."""


def style_on(widget: "Widget", names: tuple[str, ...]) -> Style:
    """The style of looks laid over one another and a widget's own."""
    if widget.app.no_color:
        return Style.parse(" ".join(TEXT_STYLES[name].bare or TEXT_STYLES[name].style for name in names))
    return blend(names, widget.background_colors[1], widget.colors[3], widget.app.theme_variables)


def blend(names: tuple[str, ...], background: Color, color: Color, variables: Mapping[str, str]) -> Style:
    """The style of looks laid over one another. Backgrounds are mixed first, so that muted and automatic colours are right on
    what is under them."""
    wanted, style = "", Style.null()
    for name in names:
        look = TEXT_STYLES[name]
        if look.background:
            background = _over(background, _paint(look.background, background, variables))
        wanted = look.color or wanted
        if look.style:
            style += Style.parse(look.style)
    return Style(color=_shown(background, color, variables.get(wanted, "")).rich_color, bgcolor=background.rich_color) + style


def _paint(name: str, background: Color, variables: Mapping[str, str]) -> Color:
    """The colour that is laid over a background: a variable's, or a highlight's."""
    if name in _HIGHLIGHTS:
        mixed, own = _HIGHLIGHTS[name]
        return _parsed(own if background.ansi is not None else mixed)
    return _parsed(variables[name])


def _shown(background: Color, color: Color, value: str) -> Color:
    """A variable's colour on a background; `auto 60%` is black or white, whichever is read better, so much of it."""
    if background.ansi is not None and background.ansi >= 0:
        return Color.parse("ansi_bright_white" if background.ansi in _DARK_ANSI else "ansi_black")
    if value.startswith("auto"):
        share = value.removeprefix("auto").strip().removesuffix("%")
        return _over(background, background.get_contrast_text(float(share) / 100 if share else 1.0))
    return _over(background, _parsed(value) if value else color)


def _parsed(value: str) -> Color:
    """A variable's colour: `#ffc473`, `ansi_default`, or either with a share behind it: `ansi_default 50%`."""
    name, _, share = value.partition(" ")
    color = Color.parse(name)
    return color.multiply_alpha(float(share.removesuffix("%")) / 100) if share and color.ansi is None else color


def _over(background: Color, color: Color) -> Color:
    """A colour on a background; those of the terminal's own palette can't be mixed."""
    if color.ansi is not None or background.ansi is not None:
        return color if color.a else background
    return background + color
