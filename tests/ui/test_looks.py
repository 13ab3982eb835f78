"""Looks: what stands out and recedes, in every kind of theme and without colours."""

from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.color import Color as Colour

from briefing_tui.ui.text.text_styles import blend
from tests.ui.contents import ORDINARY
from tests.ui.driver import Opener

THEMES = ("textual-dark", "textual-light", "ansi-dark")

MANY = f"""---
briefing: 1
title: Many marks
article: full
---

## Article

### Lead

{" ".join(f"**bold{number}** plain{number}" for number in range(400))}
"""


def contrast(style: Style) -> float:
    """Return the contrast of a style's colours by WCAG 2, from 1 to 21."""

    def luminance(colour: Color) -> float:
        parts = [part / 255 for part in colour.get_truecolor()]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    assert style.color is not None
    assert style.bgcolor is not None
    dark, light = sorted(luminance(colour) for colour in (style.color, style.bgcolor))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
async def test_borders_of_regions_without_the_keys_can_be_seen(theme: str, open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY, theme=theme) as on:
        border = on.look_of("╰", "pane")
        assert contrast(border) > 1.8 or border.color == on.look_of("said Maren Holt", "article").color  # 16 colours


@pytest.mark.parametrize("theme", THEMES)
async def test_direct_quotes_are_tinted_and_fragments_are_not(theme: str, open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY, theme=theme) as on:
        plain, quote = on.look_of("said Maren Holt", "article"), on.look_of("You do not switch", "article")
        assert quote.color != plain.color
        assert on.look_of("sentimental", "article") == plain
        assert contrast(quote) > 3 or theme == "ansi-dark"  # There, the terminal chooses its colours.


@pytest.mark.parametrize("theme", [*THEMES, None])
async def test_speakers_stand_out_and_sections_recede(
    theme: str | None, open_reader: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme is None:
        monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader(None, text=ORDINARY, theme=theme) as on:
        await on.press("3", "G")
        speaker, section = on.look_of("Maren Holt", "pane"), on.look_of("Lead", "pane")
        assert speaker.bold
        assert not section.bold
        assert theme is None or section.color != speaker.color or section.dim


async def test_of_many_marks_in_one_paragraph_every_one_is_drawn(open_reader: Opener) -> None:
    async with open_reader(None, text=MANY, size=(100, 60)) as on:
        for number in (0, 63, 64, 100):
            assert on.look_of(f"bold{number} ", "article").bold
            assert not on.look_of(f"plain{number} ", "article").bold
        await on.press("G")
        assert on.look_of("bold399", "article").bold
        assert not on.look_of("plain399", "article").bold


async def test_notes_are_set_apart_and_each_tag_has_its_colour(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        await on.press("]")
        await on.write_note("first #quay and #ferry")
        await on.press("}")
        await on.write_note("second #quay")
        await on.press("5")
        rows = [row.strip("│▌ ") for row in on.rows_of("pane")]
        rule = next(number for number, row in enumerate(rows) if row and set(row) == {"─"})
        assert any("first" in row for row in rows[:rule])
        assert any("second" in row for row in rows[rule:])
        quay, ferry = on.look_of("#quay", "pane"), on.look_of("#ferry", "pane")
        assert quay.bold
        assert ferry.bold
        assert quay.color != ferry.color


@pytest.mark.parametrize("theme", THEMES[:2])
async def test_what_is_said_instead_of_a_picture_is_in_the_colours_of_the_theme(
    open_reader: Opener, tmp_path: Path, theme: str
) -> None:
    path = tmp_path / "quay.md"
    path.write_text("---\ntitle: Quay\n---\n\n## Images\n\n![A quay](quay.png)\nThe quay.\n\n## Article\n\nWords.\n", "utf-8")
    async with open_reader(path, theme=theme) as on:
        await on.press("4")
        words = on.look_of("No picture")
        assert words.bgcolor is not None
        assert contrast(words) > 4
        assert (words.bgcolor.get_truecolor() > (128, 128, 128)) is (theme == "textual-light")


def test_a_highlight_over_itself_is_no_darker() -> None:
    ground, letters = Colour.parse("#1e1e1e"), Colour.parse("#e0e0e0")
    once = blend(("text", "note-yellow"), ground, letters, {})
    assert blend(("text", "note-yellow", "note-yellow", "note-yellow"), ground, letters, {}) == once
