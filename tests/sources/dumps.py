"""A fictional article as browser text, text browsers' dumps, html2text's Markdown and reader view."""

import textwrap

TITLE = "The ferry that came back empty"
LEAD = "Three villages on the Skerrow coast have lost their only boat, and nobody will say when it returns."
PARAGRAPHS = (
    "The ferry Morning Plover left the pier of Skerrow at six on Monday with forty people aboard, and came back at "
    "noon with none of them, because the harbour of Aldmouth had closed its gates to it.",
    "“We were told to wait in the rain for a bus that nobody had ordered,” said Tilda Marsh, who runs the bakery in"
    " Skerrow. She walked the last nine miles home along the coast road.",
    "The company that owns the ferry, Northern Passage, said in a letter to the villages that the boat would stay "
    "in the yard until its hull had been looked at by somebody who was not in a hurry.",
)
HEADING = "Who pays for the bus"
BELOW = (
    "The county has paid for a bus on two days of the week since then, but the drivers say that the road is too "
    "narrow for it and that they have met the same tractor eleven times.",
    "Councillor Ambrose Fell told the meeting on Thursday that the money would last until the end of the month. "
    "“After that we shall have to think of something,” he said, and sat down.",
    "Nobody at the meeting had seen the boat. The yard at Aldmouth did not answer letters, and the telephone of the"
    " company plays the sound of gulls until the caller gives up.",
)
CAPTION = "The Morning Plover at the pier of Skerrow before its last crossing"
CREDIT = "Oona Reed/Skerrow Archive"
ALT = "A white ferry with a red funnel beside a wooden pier under a grey sky"
AUTHOR = "Ines Calder"
BODY = (*PARAGRAPHS, *BELOW)

MENU = ("Skip to content", "Home", "News", "Sport", "Weather", "Opinion", "Log in", "Subscribe")
TAIL = (
    "Related articles",
    "Fishing fleet of Aldmouth stays in port over nets",
    "Eleven tractors in one lane: a county counts",
    "Most read",
    "Bakery wins prize for a loaf that nobody can lift",
    "Comments (3)",
    "About us",
    "Privacy policy",
    "© 2026 The Saltmarsh Courier. All rights reserved.",
)


def browser() -> str:
    """Return the text of the whole page as a browser gives it.

    Menus are line by line, and blank lines separate paragraphs.
    """
    head = [*MENU, "", "Coast", TITLE, LEAD, f"By {AUTHOR}", "2 March 2026", "Share", "Facebook", "Email", ""]
    figure = [ALT, f"{CAPTION}Image: {CREDIT}", ""]
    first = [line for text in PARAGRAPHS for line in (text, "")]
    box = ["Read more", "Why the lighthouse of Aldmouth is pink", "Advertisement", ""]
    below = [line for text in BELOW for line in (text, "")]
    return "\n".join([*head, *first[:2], *figure, *first[2:], *box, HEADING, "", *below, *TAIL])


def w3m() -> str:
    """Return an unwrapped dump with bullets for lists and alternative texts for pictures."""
    menu = [f"  • {entry}" for entry in MENU]
    head = ["[logo]", "", *menu, "", TITLE, "", LEAD, "", f"By {AUTHOR}", "2 March 2026", "", "  • Share", "  • Email", ""]
    body = [line for text in PARAGRAPHS for line in (text, "")]
    figure = ["", ALT, "", "", f"{CAPTION} Image: {CREDIT}", "", ""]
    below = [line for text in BELOW for line in (text, "")]
    tail = [f"  • {entry}" for entry in TAIL]
    return "\n".join([*head, *body, *figure, HEADING, "", *below, *tail])


def lynx() -> str:
    """Return a wrapped and indented dump with numbered links and their list at the end."""

    def wrapped(text: str, indent: str = "   ") -> list[str]:
        return [*textwrap.wrap(text, 78, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False), ""]

    lines = ["   [1]Skip to content", "", *[f"     * [{n}]{entry}" for n, entry in enumerate(MENU[1:], 2)], ""]
    lines += [
        TITLE,
        "",
        *wrapped(LEAD),
        f"   By [9]{AUTHOR}",
        "   2 March 2026",
        "",
        "   (BUTTON) Share",
        "   Search ____________ (Search)",
        "",
    ]
    for text in PARAGRAPHS:
        lines += wrapped(text.replace("Northern Passage", "[10]Northern Passage"))
    lines += [*wrapped(f"{CAPTION} (Image: {CREDIT})"), HEADING, ""]
    for text in BELOW:
        lines += wrapped(text)
    lines += ["Related articles", "", *[f"     * [{n}]{entry}" for n, entry in enumerate(TAIL[1:4], 11)], "", "References", ""]
    lines += [f"   {n}. https://courier.example/{n}" for n in range(1, 14)]
    return "\n".join(lines)


def html2text() -> str:
    """Return Markdown as html2text writes it: links with addresses, wraps, emphasis."""
    menu = [f"  * [{entry}](/{n}-a-long-address-\nof-a-section)" for n, entry in enumerate(MENU)]
    paragraphs = [textwrap.fill(text.replace("Northern Passage", "**Northern Passage**"), 78) for text in PARAGRAPHS]
    paragraphs[0] = paragraphs[0].replace("Skerrow", "[Skerrow](https://courier.example/places/the-\nskerrow-coast)", 1)
    head = [*menu, "", f"# {TITLE}", "", textwrap.fill(LEAD, 78), "", f"By [{AUTHOR}](/people/calder)", "", "2 March 2026", ""]
    body = [line for text in paragraphs for line in (text, "")]
    figure = [f"![{ALT}](/pictures/ferry-1.jpg)", "", f"{CAPTION} Image: {CREDIT}", ""]
    below = [line for text in BELOW for line in (textwrap.fill(text, 78), "")]
    tail = [f"  * [{entry}](/more/{n})" for n, entry in enumerate(TAIL)]
    return "\n".join([*head, *body, *figure, f"## {HEADING}", "", *below, *tail])


def reader() -> str:
    """Return a reader view: only the article."""
    lines = [TITLE, "", LEAD, "", AUTHOR, "2 March 2026", ""]
    for text in PARAGRAPHS:
        lines += [text, ""]
    lines += [HEADING, ""]
    for text in BELOW:
        lines += [text, ""]
    return "\n".join(lines)
