"""The speakers of quotations, construction by construction, in made-up sentences."""

import pytest

from briefing_tui.analysis.en.names.entities import find_names
from briefing_tui.analysis.quotes import find_quotes
from briefing_tui.model.briefing import Paragraph, Section, Source
from briefing_tui.model.document import Document
from tests.analysis.articles import article, quotes, speakers

ORTEGA = "Maria Ortega, the harbour engineer, walked along the quay. "


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('"The quay is cracked," Maria Ortega said on Monday.', "Maria Ortega"),
        ('"The quay is cracked," said Maria Ortega, chair of the survey.', "Maria Ortega"),
        ('"The quay is cracked," harbour engineer Maria Ortega told reporters.', "Maria Ortega"),
        ('"The quay is cracked," Ortega, the harbour engineer, told the Courier.', "Ortega"),
        ('"Is the quay cracked?" Maria Ortega asked.', "Maria Ortega"),
        ('"Close it now!" shouted Maria Ortega.', "Maria Ortega"),
        ('Maria Ortega said, "The quay is cracked."', "Maria Ortega"),
        ('Maria Ortega said the quay was "cracked from end to end".', "Maria Ortega"),
        ('Maria Ortega, who chairs the survey, told the board: "The quay is cracked."', "Maria Ortega"),
        ('Maria Ortega (Harbour Party) wrote in a letter to the board that "the quay is cracked."', "Maria Ortega"),
        ('Speaking at the quay, Maria Ortega warned that it was "cracked from end to end."', "Maria Ortega"),
        ('Calling the quay "cracked from end to end," Maria Ortega left the room.', "Maria Ortega"),
        ('According to Maria Ortega, "the quay is cracked from end to end."', "Maria Ortega"),
        ('The quay is "cracked from end to end," according to Maria Ortega.', "Maria Ortega"),
        ('The quay is "cracked from end to end," as Maria Ortega put it.', "Maria Ortega"),
        ('The quay was described by Maria Ortega as "cracked from end to end."', "Maria Ortega"),
        ('The crowd left, and Maria Ortega added: "The quay is cracked."', "Maria Ortega"),
        ('Maria Ortega laughed and said, "The quay is cracked."', "Maria Ortega"),
        ('Maria Ortega left the meeting early, saying that "the quay is cracked."', "Maria Ortega"),
        ('Maria Ortega tweeted: "The quay is cracked."', "Maria Ortega"),
        ('"The quay is cracked," Maria Ortega shrugged.', "Maria Ortega"),
        ("“The quay is cracked from end to end.” — Maria Ortega", "Maria Ortega"),
        ('The board\'s engineer, Maria Ortega, said, "The quay is cracked."', "Maria Ortega"),
        ('"The quay is cracked," said the board\'s engineer, Maria Ortega.', "Maria Ortega"),
        ('Secretary of State Maria Ortega said: "The quay is cracked."', "Maria Ortega"),
        ('PORTOLAN (AP) — Maria Ortega, visiting on Monday, said the quay was "cracked from end to end."', "Maria Ortega"),
        ('A clip shows Maria Ortega saying, "The quay is cracked."', "Maria Ortega"),
        ('Maria Ortega said the mayor would call the survey "a costly toy for engineers."', "Maria Ortega"),
        ('Maria Ortega\'s claim that "the quay is cracked from end to end" was disputed.', "Maria Ortega"),
    ],
)
def test_the_tag_of_a_quotation_names_its_speaker(sentence: str, speaker: str) -> None:
    assert set(speakers(sentence)) == {speaker}


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ('"The quay is closed," officials said.', "officials"),
        ('"The quay is closed," said a source close to the talks.', "a source close to the talks"),
        ('A source close to the talks said: "The quay is closed."', "a source close to the talks"),
        ('"The quay is closed," the Harbour Board said in a statement.', "Harbour Board"),
        ('"The quay is closed," the report says.', "the report"),
        ('The survey report released last year found the quay was "closed for no good reason."', "The survey report"),
        ('According to one of the crew, "the quay is closed."', "one of the crew"),
        ('"The quay is closed," one of the skippers said.', "one of the skippers"),
        ('The tweet read: "The quay is closed."', "The tweet"),
        ('A spokesman for the Harbour Board said, "The quay is closed."', "A spokesman for the Harbour Board"),
    ],
)
def test_a_speaker_without_a_name_keeps_the_articles_words(sentence: str, speaker: str) -> None:
    assert [name and name.lower() for name in speakers(sentence)] == [speaker.lower()]


@pytest.mark.parametrize(
    "rest",
    [
        '"It moved three times," she said.',
        '"It moved three times," Ortega said.',
        '"It moved three times," Ms. Ortega said.',
        '"It moved three times," the engineer said.',
        "She called the repairs \"nobody's money and nobody's plan.\"",
        'She said: "It moved three times."',
        '"It moved three times."',
    ],
)
def test_a_pronoun_a_surname_and_a_role_lead_back_to_the_full_name(rest: str) -> None:
    assert speakers(ORTEGA + rest) == ["Maria Ortega"]
    assert speakers(ORTEGA, rest) == ["Maria Ortega"]


def test_pronouns_tell_two_people_apart() -> None:
    text = "Maria Ortega met Jonas Lind, the skipper, on the quay."
    assert speakers(text, '"It moved," she said.', '"I saw it," he replied.') == ["Maria Ortega", "Jonas Lind"]


@pytest.mark.parametrize(
    ("paragraphs", "named"),
    [
        (
            ["Amira Haddad runs the clinic. Her colleague Tomas Berg joined last year.", "“We see forty a day,” Haddad said.",
             "Berg agreed. “Some days more,” he said."],
            ["Amira Haddad", "Tomas Berg"],
        ),
        (
            ["Tomas Berg, the fisheries minister, opened the debate. Mayor Lena Brandt listened.",
             "“We will not yield,” the fisheries minister said.", "“Nor will we,” the mayor said."],
            ["Tomas Berg", "Lena Brandt"],
        ),
        (
            ["Sen. Lena Brandt criticized Gov. Tomas Berg on Monday. “He has failed us,” she said.", "“I have not,” he replied."],
            ["Lena Brandt", "Tomas Berg"],
        ),
        (
            ["“We found no link,” says Ana Ruiz. But Berg, who led an earlier study, is not convinced. “They looked in the wrong "
             "place,” he says. Ruiz disagrees. “We looked everywhere,” she says."],
            ["Ana Ruiz", "Berg", "Ana Ruiz"],
        ),
        (["Lena Brandt denied it.", "Her lawyer, Tomas Berg, said: “She is innocent.”", "He added: “We will fight.”"],
         ["Tomas Berg", "Tomas Berg"]),
        (["Carla Diaz, a neighbor, ran outside. “It was so loud,” she said."], ["Carla Diaz"]),
    ],
)  # fmt: skip
def test_speakers_are_followed_over_paragraphs(paragraphs: list[str], named: list[str]) -> None:
    assert speakers(*paragraphs) == named


def test_it_and_they_lead_back_to_groups() -> None:
    assert speakers('The Harbour Board met on Monday. It said the quay was "closed until the autumn at least."') == [
        "Harbour Board"
    ]
    assert speakers('Residents met on Monday. "We want a say," they said.') == ["Residents"]


def test_a_quotation_goes_on_after_its_tag() -> None:
    (quote,) = quotes('"We measured it," Maria Ortega said. "It moved."')
    assert [part.text for part in quote.parts] == ["We measured it,", "It moved."]
    assert (quote.speaker_name, quote.kind, quote.verb) == ("Maria Ortega", "direct", "said")
    (broken,) = quotes('"We measured it," said Ortega, "and it moved."')
    assert [part.text for part in broken.parts] == ["We measured it,", "and it moved."]


def test_two_who_speak_together_are_named_together() -> None:
    text = "Maria Ortega and Jonas Lind said the quay was “cracked from end to end.” “We measured it,” they said."
    assert speakers(text) == ["Maria Ortega and Jonas Lind"] * 2
    assert speakers("“We measured it,” said Ortega and Lind.") == ["Ortega and Lind"]


def test_a_new_tag_begins_a_new_quote() -> None:
    assert speakers('"We measured it," Maria Ortega said. "I never saw her," Jonas Lind replied.') == [
        "Maria Ortega",
        "Jonas Lind",
    ]


def test_a_colon_announces_the_next_paragraph() -> None:
    assert speakers("Maria Ortega continued:", '"The quay is cracked."') == ["Maria Ortega"]


def test_a_running_quotation_is_one_quote_of_the_one_who_closes_it() -> None:
    (quote,) = quotes("“We measured it three times.", "“It moved three times,” said Maria Ortega.")
    assert (len(quote.parts), quote.speaker_name) == (2, "Maria Ortega")


def test_a_running_quotation_goes_on_with_the_one_who_opened_it() -> None:
    (quote,) = quotes("Maria Ortega said: “We measured it three times.", "“It moved three times.”")
    assert (len(quote.parts), quote.speaker_name) == (2, "Maria Ortega")


def test_a_quotation_that_stands_alone_belongs_to_the_one_who_spoke_before_and_is_inferred() -> None:
    first, second = quotes('"We measured it," Maria Ortega said.', '"And then it moved."')
    assert (first.inferred, second.speaker_name, second.inferred) == (False, "Maria Ortega", True)


def test_nobody_is_named_where_nothing_tells_who_spoke() -> None:
    (quote,) = quotes("“Every harbour has its winter and its spring.”")
    assert (quote.speaker_name, quote.speaker_text) == (None, None)


def test_what_somebody_was_told_is_not_their_quote() -> None:
    assert speakers('"You must close the quay," Jonas Lind told Maria Ortega.') == ["Jonas Lind"]
    assert speakers('Maria Ortega was criticized as "a danger to the harbour".') == [None]


def test_an_interview_gives_every_turn_to_its_label() -> None:
    turns = ["COURIER: Is it cracked?", "ORTEGA: It is.", "COURIER: Since when?", "ORTEGA: Since spring."]
    assert speakers("Maria Ortega spoke to the Courier.", *turns) == ["Courier", "Maria Ortega"] * 2


def test_labels_alone_make_no_interview() -> None:
    assert speakers("Correction: the quay is 200 metres long.", "Photo: Jonas Lind") == []


def test_a_block_quote_that_a_colon_announces_is_one_quote() -> None:
    texts = [
        Paragraph("Maria Ortega wrote to the board:"),
        Paragraph("We measured it.", "quote"),
        Paragraph("It moved.", "quote"),
    ]
    (quote,) = find_quotes(Document(Source("x"), sections=(Section("lead", None, tuple(texts)),)))
    assert ([part.text for part in quote.parts], quote.speaker_name) == (["We measured it.", "It moved."], "Maria Ortega")


def test_a_block_quote_that_nothing_announces_is_no_quote() -> None:
    texts = [Paragraph("Maria Ortega wrote to the board."), Paragraph("Nobody pays.", "quote")]
    assert find_quotes(Document(Source("x"), sections=(Section("lead", None, tuple(texts)),))) == ()


def test_speakers_are_named_as_the_names_found_before() -> None:
    text = "The Portolan Harbour Board (PHB) met. The PHB said the quay was “closed until the autumn at least.”"
    document = article(text, "Maria Ortega left. “It moved,” said Ortega.")
    assert [quote.speaker_name for quote in find_quotes(document, find_names(document))] == [
        "Portolan Harbour Board",
        "Maria Ortega",
    ]


def test_a_heading_that_runs_into_its_paragraph_is_nobody() -> None:
    assert speakers("Jonas Lind sat on the wall.", "COUNT THE COST This is the hard part. “Nobody pays,” he said.") == [
        "Jonas Lind"
    ]


def test_an_indented_excerpt_is_read_like_the_article() -> None:
    excerpt = ['"Maria Ortega walked on.', "“It moved,” she said. “I saw it.”", '"Then she left."']
    assert speakers("The Courier tells it so.", *excerpt)[0] == "Maria Ortega"


def test_a_tag_that_closes_the_sentence_outweighs_a_verb_further_left() -> None:
    text = "The closing announced by the mayor is illogical and “a very bad idea”, Maria Ortega said on Monday."
    assert speakers(text) == ["Maria Ortega"]


def test_the_words_in_a_report_of_a_wish_are_the_reporters_sources() -> None:
    assert speakers("Maria Ortega told the Courier that the mayor wanted “a bigger role for the builders of the town.”") == [
        "Maria Ortega"
    ]


def test_a_first_person_is_the_only_author() -> None:
    (quote,) = find_quotes(article('"Is it safe?" I asked.', authors=("Ines Calder",)))
    assert (quote.speaker_text, quote.speaker_name) == ("I", "Ines Calder")


def test_an_unknown_language_has_quotes_and_no_speakers() -> None:
    (quote,) = find_quotes(article("„Der Kai ist gerissen“, sagte Maria Ortega.", language="de"))
    assert (quote.parts[0].text, quote.speaker_name) == ("Der Kai ist gerissen", None)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ('"It moves," Maria Ortega says.', "says"),
        ('"It moved twice," according to Maria Ortega.', "according to"),
        ('Maria Ortega was quoted as saying: "It moved twice."', "saying"),
        ("In a statement by Maria Ortega: “It moved twice.”", None),
    ],
)
def test_the_verb_is_the_articles_own_word(sentence: str, verb: str | None) -> None:
    (quote,) = quotes(sentence)
    assert quote.verb == verb


def test_a_quotation_that_only_follows_its_speaker_has_no_verb() -> None:
    first, second = quotes('"We measured it," Maria Ortega said.', "The quay is old.", '"It moved."')
    assert (first.verb, second.verb) == ("said", None)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            '"He will be fined" when he returns to Norland, Osric Kessel, chairman of the board of directors of the Norland '
            "Airport Authority, told reporters.",
            "Osric Kessel",
        ),
        ('"It was bad," former harbour pilot and ferry maker Paul Marten told a reporter.', "Paul Marten"),
        ('"We lost," former Ferries and Harbours Director Paul Marten said.', "Paul Marten"),
        ('In Norland, the chairman of the board, an old hand, said: "The ferry is late."', "the chairman of the board"),
    ],
)
def test_a_role_between_commas_or_of_several_words_leads_to_its_name(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


def test_a_role_with_its_words_is_the_person_who_has_all_of_them() -> None:
    told = speakers(
        "Harbour Director Mike Pomfret spoke to the town on Monday about the ferry.",
        "The museum was then led by Brian Nagle, its museum director. Nagle was a good man.",
        'The harbour director made no secret of it. "It is time to call out the captains," he said.',
    )
    assert told == ["Mike Pomfret"]


@pytest.mark.parametrize(
    "sentence",
    [
        '"Unique" is one way Maria Ortega likes to describe her town.',
        '"Lifers" in the harbour town were once given a house.',
        'Proceeds go to the church, and to programs aimed at "moral renewal" of the town.',
    ],
)
def test_a_term_that_a_sentence_is_about_is_no_quote(sentence: str) -> None:
    assert quotes(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "It is part of an array of harbour cameras dubbed “Portolan Smart Quay.” It is old.",
        "Maria Ortega said so recently on Courier Radio’s “Wait, Wait … It Floats!”",
    ],
)
def test_the_name_of_a_thing_that_others_gave_it_is_no_quote(sentence: str) -> None:
    assert quotes(sentence) == ()


def test_places_before_colons_are_a_list_and_no_conversation() -> None:
    listed = [f"{place}: People over sixty may now pay {count} for a ferry." for count in (3, 4) for place in ("Ohio", "Kenya")]
    assert quotes("New laws come into force in many places.", *listed, *listed) == ()


@pytest.mark.parametrize(
    ("paragraphs", "named"),
    [
        (["The harbour chief at the time, Jens Velk, said Portolan could join “in the long term”."], "Jens Velk"),
        (["US President Paul Velk met Ana Reis.", "The US President said: “They were not there when we called.”"], "Paul Velk"),
        (
            [
                "Paul Velk told a fisherman who had claimed that half the town stays at home that "
                "“this is not the first year in which people lose patience”."
            ],
            "Paul Velk",
        ),
        (["The closed quay signals a “very deep change” in the town, says Ana Reis."], "Ana Reis"),
        (["Paul Velk spoke first.", "“Is it moving again?” Ana Reis asked as the quay broke."], "Ana Reis"),
        (["“It is all about the plan,” says Ana Reis.", "Is Velk a good mayor?", "“I am fully behind him.”"], "Ana Reis"),
    ],
)
def test_the_last_quotation_is_of_the_one_whom_the_words_around_mean(paragraphs: list[str], named: str) -> None:
    assert speakers(*paragraphs)[-1] == named


def test_words_within_a_sentence_that_goes_on_are_a_quote_of_their_own() -> None:
    first, second = quotes(
        "Ana Reis was seen shouting “Free the old quay!” as she fell into the harbour on Sunday. "
        "“I am about to leave the town of Portolan,” Reis had announced, “but not for long.”"
    )

    assert [part.text for part in first.parts] == ["Free the old quay!"]
    assert len(second.parts) == 2


def test_two_ministries_of_one_name_are_told_apart_by_their_country() -> None:
    document = article(
        "Norway’s Fishing Ministry spoke of “a very bad day for all”.",
        "The boat “had no right to be there,” the ministry added.",
        "Sweden’s Fishing Ministry spoke of “a very good day for all”.",
    )

    assert [quote.speaker_name for quote in find_quotes(document, find_names(document))] == [
        "Norway’s Fishing Ministry",
        "Norway’s Fishing Ministry",
        "Sweden’s Fishing Ministry",
    ]
