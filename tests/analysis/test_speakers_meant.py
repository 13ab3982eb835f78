"""Resolving words that are not a name to a person.

These are descriptions, people whom the author asks, and words of somebody mentioned earlier.
"""

import pytest

from briefing_tui.analysis.quotes import find_quotes
from tests.analysis.articles import article, quotes, speakers

BACKGROUND = "Maria Ortega, the harbour engineer, walked along the quay with Edwin Price, the mayor."


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            'More importantly, Price had the courage to demand an answer to the question: "Is this the harbour that we want?"',
            "Edwin Price",
        ),
        ('A statement by a clerk of the town confirming the closure read: "It is closed."', "a statement by a clerk of the town"),
        ('The gale moved Jonas Lind, an Ortega backer, to urge Price to "be brave and give up the gate."', "Jonas Lind"),
        ('The Portolan fan explained: "Come early in the day, and bring a rope."', "The Portolan fan"),
        ('The book focuses mostly on one winter; it is often funny: "I could not have written it then."', "The book"),
    ],
)  # fmt: skip
def test_what_a_phrase_is_about_speaks_and_not_the_words_that_tell_which(sentence: str, speaker: str) -> None:
    assert [name and name.lower() for name in speakers(BACKGROUND, sentence)] == [speaker.lower()]


@pytest.mark.parametrize(
    "question",
    [
        "As I sit opposite Edwin Price in his office, I ask whether Tom Field is good enough for the harbour.",
        "Edwin Price is a man of few words. I ask him if he has read what Tom Field wrote.",
        "Edwin Price has a way of looking up when I have the courage to ask about Tom Field.",
    ],
)
def test_who_is_asked_answers_and_not_whom_the_question_is_about(question: str) -> None:
    assert speakers(question, "“Yes, of course, it has only begun,” he snaps.") == ["Edwin Price"]


def test_whom_the_author_asks_is_who_answers_without_a_tag() -> None:
    (answer,) = find_quotes(
        article(
            "Tom Field sang, and Edwin Price listened.",
            "I ask Price if he has read what Field wrote; he has been to sea.",
            "“The main thing about it is really the tide.”",
            authors=("Ines Calder",),
        )
    )
    assert answer.speaker_name == "Edwin Price"


def test_a_sentence_that_says_goodbye_still_tells_about_its_subject() -> None:
    told = speakers("Edwin Price is the mayor. The Rest is Water is his.", "As we say goodbye, he looks up. “It is a wonder!”")
    assert told == ["Edwin Price"]


def test_whom_a_sentence_acts_on_is_spoken_of() -> None:
    told = speakers("Edwin Price smiled.", "What pleased him was the boat of Tom Field.", "“It is a wonder,” he says.")
    assert told == ["Edwin Price"]


@pytest.mark.parametrize("sentence", ["Norland is a “right to work” state.", "They built a ‘capstone course’ that many take."])
def test_words_that_only_tell_which_thing_is_meant_are_no_quote(sentence: str) -> None:
    assert quotes("Maria Ortega and Edwin Price met in Norland.", sentence) == ()
    assert len(quotes("Maria Ortega met Edwin Price.", "Ortega admires Price as a “strong leader” who never sleeps.")) == 1


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (["Jonas Lind left.", "Jonas Lind‘s mother confirmed, “I heard it all morning long.”"], "Jonas Lind‘s mother"),
        (["The Free Harbours Portugal met.", "Portugal said the quay was “closed until further notice by law.”"], "Portugal"),
        (
            ["Norland's Chief of Army Staff General Edwin Price spoke. He called it “a lie and nothing but a lie” on Monday."],
            "Edwin Price",
        ),
        (["Ortega88 posted again. Ortega88’s posts said the gate was “a shame for all of us in the town.”"], "Ortega88"),
        (["Edwin Price left. Price’s answer was this: “Nobody who fears the sea should hold the keys.”"], "Edwin Price"),
        (["Edwin Price warned the town. His remarks that “chaos is spread by the gate” followed a storm."], "Edwin Price"),
        (
            ["Maria Ortega left.", "Mr Jonas Lind countered her claims that she had a “bad time of it” by the sea."],
            "Maria Ortega",
        ),
        (["Quayworks chief executive Ida Holm came.", "“It is old,” Quayworks’s chief executive said."], "Ida Holm"),
        (["Norland Gov. Eric Holm signed it.", "“It is a good budget,” the Republican governor said."], "Eric Holm"),
        (
            ["Norland senator Jon Fell bills himself as a friend of Sen. Ida Holm.", "Fell left.", "“I go,” the senator said."],
            "Jon Fell",
        ),
        (
            ["Jon Holm came. Ida Holm came. Ida Holm left. Jon Holm's boat hit Jon Holm's car.", "“It floats,” Holm shared."],
            "Jon Holm",
        ),
    ],
)
def test_a_possessor_a_title_and_a_country_lead_to_the_one_who_is_meant(paragraphs: list[str], speaker: str) -> None:
    assert speakers(*paragraphs) == [speaker]


def test_who_is_said_to_be_something_did_not_say_it() -> None:
    text = (
        "Maria Ortega, 67, is said to have taken the gate, with the town preferring a “more quiet approach to the harbour” now."
    )
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "Norland’s Office of Harbour Relations and Cooperation told the court that “under the eye of the world all is shut.”",
            "Office of Harbour Relations and Cooperation",
        ),
        (
            "The Harbour Board and other aid groups said the plan was “a danger to everyone at sea.”",
            "The Harbour Board and other aid groups",
        ),
        ("Maria Ortega and her allies said the plan was “a danger to everyone at sea.”", "Maria Ortega and her allies"),
        ("Ortega, joined by her crew, said the gate, the wall and the quay make clear that they “are old at birth”.", "Ortega"),
        (
            "Jonas Lind said, after the top court had warned the town, that there had been “a gathering at a high level.”",
            "Jonas Lind",
        ),
    ],
)
def test_a_speaker_is_whole_and_no_clause_that_tells_when(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


def test_a_fragment_that_a_new_verb_brings_is_a_quote_of_its_own() -> None:
    text = "Lena Brandt came. “It must be met with care,” she said, adding that the board “considers every one of the letters.”"
    assert [(quote.kind, len(quote.parts)) for quote in quotes(text)] == [("direct", 1), ("partial", 1)]
