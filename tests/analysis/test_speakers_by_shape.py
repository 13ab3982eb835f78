"""Speakers whose names and trades are in no list."""

import pytest

from briefing_tui.analysis.en.names.entities import find_names
from briefing_tui.analysis.quotes import find_quotes
from tests.analysis.articles import article

FEMALE = (
    "Isolde", "Ottoline", "Delphine", "Eudora", "Fenella", "Jocasta", "Nerys", "Perpetua", "Romilly", "Sidony", "Tamsin",
    "Bronwen", "Dilys", "Eirlys", "Gwenllian", "Chidinma", "Thandeka", "Akosua", "Rutendo", "Wambui", "Anjali", "Kavya",
    "Lakshmi", "Quorina", "Brelda", "Liskena", "Deltra", "Vashma", "Torvina", "Ulmeda",
)  # fmt: skip
MALE = (
    "Anselm", "Thaddeus", "Ozric", "Blaise", "Cosmo", "Gideon", "Ignatius", "Kenelm", "Merrick", "Osgood", "Quillon", "Ulric",
    "Wystan", "Zebedee", "Caradoc", "Iorwerth", "Oluwaseun", "Sipho", "Kwabena", "Tendai", "Kipchoge", "Harsha", "Ishaan",
    "Manjit", "Torvek", "Quorin", "Marvo", "Orsk", "Belder", "Drastan",
)  # fmt: skip
"""Given names that are less common or invented."""


def speakers(*paragraphs: str) -> list[str | None]:
    document = article(*paragraphs)
    return [quote.speaker_name or quote.speaker_text for quote in find_quotes(document, find_names(document))]


@pytest.mark.parametrize(
    "before",
    [
        "“It fell,” {other} Marsh said on Monday.",
        "{other} Marsh opened the gate on Monday. Marsh told reporters that it was late.",
        "{other} Marsh, the mayor, has been in office for nine years. “It fell,” Marsh said.",
    ],
)
@pytest.mark.parametrize(
    "here",
    [
        "{given} Belman, who had waited for an hour, looked at the sea. “It moved,” {she} said.",
        "{given} Belman works at the quay. The wall is near. It is old. “It moved,” {she} said.",
        "{given} Belman’s house is cracked. “It moved,” {she} said.",
        "Skipper {given} Belman came to the quay at dawn. “It moved,” {she} said.",
        "For {given} Belman, the news came as a shock. “It moved,” {she} said.",
        "The gate was closed by {given} Belman. “It moved,” {she} said.",
        "They met {given} Belman at the gate. “It moved,” {she} said.",
    ],
)
def test_who_the_paragraph_names_speaks_before_anyone_earlier(before: str, here: str) -> None:
    pairs = [(given, MALE[-number - 1], "she") for number, given in enumerate(FEMALE)]
    pairs += [(given, FEMALE[-number - 1], "he") for number, given in enumerate(MALE)]
    wrong = [
        given
        for given, other, she in pairs
        if speakers(before.format(other=other), here.format(given=given, she=she))[-1] != f"{given} Belman"
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (("Orsk Belman, a vicar, left. Anvel Torrid, a plumber, stayed.", "“It fell,” said the vicar."), "Orsk Belman"),
        (("The plumber, Anvel Torrid, stayed. Orsk Belman left.", "“It fell,” the plumber said."), "Anvel Torrid"),
        (("Plumber Anvel Torrid stayed. Orsk Belman left.", "“It fell,” the plumber said."), "Anvel Torrid"),
        (("Anvel Torrid is a plumber. Orsk Belman left.", "“It fell,” the plumber said."), "Anvel Torrid"),
        (("Anvel Torrid, 78, stayed. Orsk Belman, 12, left.", "“It fell,” said the 78-year-old."), "Anvel Torrid"),
        (("The 78-year-old Anvel Torrid stayed. Orsk Belman left.", "“It fell,” said the 78-year-old."), "Anvel Torrid"),
        (("Orsk Belman met his wife, Anvel Torrid, there.", "“It fell,” his wife said."), "Anvel Torrid"),
        (("Anvel Torrid stayed with her brother, Orsk Belman.", "“It fell,” said the brother."), "Orsk Belman"),
        (("Lawyer Orsk Belman left. Anvel Torrid stayed.", "“It fell,” her lawyer said."), "Orsk Belman"),
        (("Anvel Torrid, the owner of the boat, left. Orsk Belman stayed.", "“It fell,” the boat’s owner said."), "Anvel Torrid"),
        (("Finance minister Anvel Torrid stayed. Orsk Belman left.", "“It fell,” the minister said."), "Anvel Torrid"),
    ],
)
def test_a_trade_an_age_or_kin_leads_to_the_name_it_stands_for(paragraphs: tuple[str, ...], speaker: str) -> None:
    assert speakers(*paragraphs)[-1] == speaker


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Comment by the chief engineer:", "the chief engineer"),
        ("Comment by Anvel Torrid, the chief engineer:", "Anvel Torrid"),
        ("Comment by the chief engineer, Anvel Torrid:", "Anvel Torrid"),
        ("A statement from Anvel Torrid read:", "Anvel Torrid"),
        ("Here is what Anvel Torrid told us:", "Anvel Torrid"),
        ("Anvel Torrid, chief engineer:", "Anvel Torrid"),
        ("The mayor, Anvel Torrid, replied by email:", "Anvel Torrid"),
        ("In a letter to the board, Anvel Torrid wrote:", "Anvel Torrid"),
        ("Anvel Torrid’s reply:", "Anvel Torrid"),
        ("This is the full statement of the Ashmere Harbour Board:", "Ashmere Harbour Board"),
    ],
)
def test_a_line_that_announces_a_speaker_gives_it_the_block_below(line: str, speaker: str) -> None:
    assert speakers(line, "“It moved three times.”") == [speaker]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("“Will it move?” “It will,” Torrid said.", [None, "Anvel Torrid"]),
        ("“Will it move?” – “It will,” Torrid said.", [None, "Anvel Torrid"]),
        ("“Will it move?” I asked. “It will.”", ["I", "Anvel Torrid"]),
        ("“Will it move?” a reporter asked Torrid. “It will.”", ["a reporter", "Anvel Torrid"]),
        ("A reporter shouted: “Will it move?” “It will,” Torrid answered.", ["A reporter", "Anvel Torrid"]),
        ("“Why would it move?” Torrid asked. “It makes no sense.”", ["Anvel Torrid"]),
    ],
)
def test_a_question_and_its_answer_are_two_utterances(paragraph: str, expected: list[str | None]) -> None:
    assert speakers("Anvel Torrid is the engineer.", paragraph) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegian Anvel Torrid said: “It moved.”",
        "Plumber Anvel Torrid said: “It moved.”",
        "“It moved,” said plumber Anvel Torrid.",
        "“It moved,” said Norwegian plumber Anvel Torrid, 45.",
        "“It moved,” said Cllr Anvel Torrid.",
        "“It moved,” said Sgt. Anvel Torrid.",
    ],
)
def test_a_nationality_a_trade_or_a_title_is_no_part_of_the_speakers_name(sentence: str) -> None:
    assert speakers(sentence) == ["Anvel Torrid"]
