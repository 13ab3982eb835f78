"""Citations as BibTeX entries.

An entry is a `misc`, the only kind that every style prints with its address. Letters stay as they are (UTF-8, which biber and
today's BibTeX read); LaTeX's own signs are escaped, braces so that they stay balanced.
"""

import re

from briefing_tui.citations.cited import Cited
from briefing_tui.citations.keys import key_of
from briefing_tui.citations.names import author_name

_SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def cite(cited: Cited) -> str:
    """Return the entry."""
    briefing = cited.briefing
    date = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", briefing.published or "")
    updated = cited.revision
    fields = {
        "author": " and ".join(_author(name, briefing.publisher) for name in briefing.authors),
        "title": f"{{{escaped(cited.title)}}}",
        "howpublished": escaped(briefing.publisher or ""),
        "year": date[1] if date else "",
        "month": f"{_MONTHS[int(date[2]) - 1]}" if date else "",
        "day": str(int(date[3])) if date else "",
        "url": _address(cited.url),
        "note": escaped("; ".join(part for part in (updated, cited.remark()) if part)),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key_of(briefing)},", *lines, "}"])


def escaped(text: str) -> str:
    """Return text with nothing in it that LaTeX would act on."""
    return "".join(_SIGNS.get(letter, letter) for letter in " ".join(text.split()))


def _author(name: str, publisher: str | None) -> str:
    """Return a person's name, or another in braces, which keep it whole."""
    parts = author_name(name, publisher)
    if parts.literal:
        return f"{{{escaped(parts.literal)}}}"
    return ", ".join(escaped(part) for part in (f"{parts.particle} {parts.family}".strip(), parts.suffix, parts.given) if part)


def _address(url: str) -> str:
    """Return an address that ends neither the field nor a `\\url`."""
    return re.sub(r"[\\{}\s]", lambda match: f"%{ord(match[0]):02X}", url)
