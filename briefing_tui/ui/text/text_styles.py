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


class Look(NamedTuple):
    """The names of a colour's and a background's variables, and a style as Rich writes it; empty: as what lies below. `bare` is
    the style where no colour may be shown, if it is another one."""

    color: str = ""
    background: str = ""
    style: str = ""
    bare: str = ""


LOOKS: dict[str, Look] = {
    # Text of any kind
    "text": Look(),
    "gutter": Look("text-muted"),
    "meta": Look("text-muted"),
    "current": Look("accent"),
    # The article
    "title": Look("text-primary", style="bold"),
    "kicker": Look("text-accent", style="bold"),
    "lead": Look(style="bold"),
    "heading": Look("text-primary", style="bold"),
    "subheading": Look(style="bold"),
    "caption": Look("text-secondary", style="italic"),
    "credit": Look("text-muted"),
    "blockquote": Look(style="italic"),
    "codeblock": Look("text-secondary", "boost"),
    "verbatim": Look("foreground"),
    "strong": Look(style="bold"),
    "emphasis": Look(style="italic"),
    "code": Look("text-secondary", "boost"),
    "strike": Look(style="strike"),
    "link": Look("text-accent", style="underline"),
    # What lies over it
    "noted": Look(style="underline"),
    "note-yellow": Look("", "note-yellow", "underline"),
    "note-green": Look("", "note-green", "underline"),
    "note-blue": Look("", "note-blue", "underline"),
    "note-pink": Look("", "note-pink", "underline"),
    "note-orange": Look("", "note-orange", "underline"),
    "note-purple": Look("", "note-purple", "underline"),
    "note-mark": Look("text-warning"),
    "lit": Look("foreground", "accent-muted", "bold", bare="bold underline"),
    "hit": Look("", "warning-muted", "underline"),
    "hit-now": Look("text", "warning", "bold", bare="bold reverse"),
    "selected": Look("text", "primary", bare="reverse"),
    # Lists
    "label": Look("text-accent", style="bold"),
    "cursor": Look("", "panel"),
    "cursor-focused": Look("", "primary-muted", bare="reverse"),
    "name": Look(style="bold"),
    "words": Look("foreground"),
    "partial": Look(style="italic"),
    "mention": Look("text-muted"),
    "strip": Look("text-accent"),
    "group": Look("text-muted", style="bold underline"),
    "problem": Look("text-warning"),
    "key": Look("text-accent", style="bold"),
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
        return Style.parse(" ".join(LOOKS[name].bare or LOOKS[name].style for name in names))
    return blend(names, widget.background_colors[1], widget.colors[3], widget.app.theme_variables)


def blend(names: tuple[str, ...], background: Color, color: Color, variables: Mapping[str, str]) -> Style:
    """The style of looks laid over one another. Backgrounds are mixed first, so that muted and automatic colours are right on
    what is under them."""
    wanted, style = "", Style.null()
    for name in names:
        look = LOOKS[name]
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
