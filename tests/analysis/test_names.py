"""Finding the people and organisations of a text and their places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_tui.analysis import actors
from briefing_tui.analysis.en.names.entities import find_names
from briefing_tui.analysis.shared.names import Name, text_blocks
from briefing_tui.model.briefing import Image, Paragraph, Section, Source
from briefing_tui.model.document import Document


def article(*paragraphs: str, title: str | None = None, lead: str | None = None, images: tuple[Image, ...] = ()) -> Document:
    section = Section("lead", None, tuple(Paragraph(text) for text in paragraphs))
    return Document(Source("made-up.txt"), title=title, lead=lead, images=images, sections=(section,))


def names(*paragraphs: str, title: str | None = None) -> tuple[Name, ...]:
    return find_names(article(*paragraphs, title=title))


def people(*paragraphs: str) -> list[str]:
    return [name.name for name in names(*paragraphs) if name.kind == "person"]


def organizations(*paragraphs: str) -> list[str]:
    return [name.name for name in names(*paragraphs) if name.kind == "organization"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The survey was led by Maria Ortega in spring.", "Maria Ortega"),
        ("On Monday Mayor Tvetka Ollan said the quay was closed.", "Tvetka Ollan"),
        ("Former Portolan Senator Wim Harsk disagreed.", "Wim Harsk"),
        ("The plan of J. K. Tolliver was read aloud.", "J. K. Tolliver"),
        ("Critics pointed to Anneke van der Meer and her report.", "Anneke van der Meer"),
        ("It was signed by Yusuf al-Sabri last week.", "Yusuf al-Sabri"),
        ("The tug was named after Siobhan O'Malley, who built it.", "Siobhan O'Malley"),
        ("A letter from Jean-Luc Moreau-Petit reached the board.", "Jean-Luc Moreau-Petit"),
        ("The heir is Robert Tolliver Jr. of the lower town.", "Robert Tolliver Jr."),
        ("The harbour engineer Oddrun Velk warned of cracks.", "Oddrun Velk"),
        ("Krezimar Vlatt, 54, has fished here since boyhood.", "Krezimar Vlatt"),
        ("Krezimar Vlatt, a crane driver, saw it fall.", "Krezimar Vlatt"),
        ("Secretary of State Maria Ortega flew home.", "Maria Ortega"),
        ('They invited Maria "Mia" Ortega to speak.', 'Maria "Mia" Ortega'),
    ],
)
def test_a_person_is_known_by_the_name_the_title_or_the_words_around(text: str, person: str) -> None:
    assert person in people(text)


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("The Portolan Harbour Board met on Friday.", "Portolan Harbour Board"),
        ("She works for the Ministry of Trade and Industry.", "Ministry of Trade and Industry"),
        ("He studied at the University of Portolan for a year.", "University of Portolan"),
        ("A spokesman for Quandle said nothing was lost.", "Quandle"),
        ("The contract went to Velk Brothers Ltd in May.", "Velk Brothers Ltd"),
        ("The Pentagon did not answer.", "Pentagon"),
        ("Players of the Boston Gulls came too.", "Boston Gulls"),
        ("It was first told by the Saltmarsh Courier.", "Saltmarsh Courier"),
        ("The survey was paid by Tidewell, a charity in the north.", "Tidewell"),
        ("He was a fellow of the Conservatoire de Lyon then.", "Conservatoire de Lyon"),
    ],
)
def test_an_organisation_is_known_by_its_words_or_those_around(text: str, organization: str) -> None:
    assert organization in organizations(text)


@pytest.mark.parametrize(
    "text",
    [
        "In March the boats came back from Norway and the North Sea.",
        "The Dutch and the Norwegians agreed on Tuesday.",
        "However, nobody asked. Perhaps it was too late.",
        "He read the novel The Quiet Harbour (1998) twice.",
        "They won the Nobel Prize after the Second World War.",
        "The tide turned at Elm Street, near the River Ald.",
        "You'll see. Don't ask. We've been there.",
        "The species is common. Infected fish swim slowly.",
        "THE BOARD MEETS TODAY AND NOBODY KNOWS WHY",
        "The President and the Minister met the Board.",
        "The crew measured reactive oxygen species (ROS) twice.",
        "They left Marrow Cottage. Marrow Cottage stands by the water.",
        "She read out the President’s Order. The President’s Order is new.",
        "She sings: “You ate a bar/ Honestly, who are we?” on it.",
        "The plan has general K-12 support. Some general K-12 money is left.",
    ],
)
def test_places_peoples_dates_works_and_sentence_beginnings_are_no_actors(text: str) -> None:
    assert names(text) == ()


def test_a_surname_a_given_name_and_a_title_lead_back_to_the_full_name() -> None:
    found = names("Maria Ortega led the survey.", "Ortega said it was late. Dr. Ortega left. Maria was tired.")

    assert [name.name for name in found] == ["Maria Ortega"]
    assert [mention.text for mention in found[0].mentions] == ["Maria Ortega", "Ortega", "Ortega", "Maria"]
    assert set(found[0].aliases) == {"Ortega", "Maria"}
    assert found[0].mentions[2].title == "Dr."


def test_a_middle_name_an_initial_and_a_short_form_are_the_same_person() -> None:
    assert people("William Tolliver spoke.", "Bill Tolliver and William J. Tolliver are one.") == ["William Tolliver"]


def test_short_forms_of_different_names_are_different_people() -> None:
    assert people("Jim Tolliver came with Robert Tolliver.", "Matt Tolliver and Larry Tolliver left.") == [
        "Jim Tolliver",
        "Robert Tolliver",
        "Matt Tolliver",
        "Larry Tolliver",
    ]
    assert len(people("Maddie Tolliver came.", "Madison Tolliver left.")) == 1


def test_two_people_with_one_surname_stay_two() -> None:
    assert people("Maria Ortega met Paul Ortega at the quay.") == ["Maria Ortega", "Paul Ortega"]


def test_a_titled_surname_goes_to_the_person_of_that_gender() -> None:
    found = names("Maria Ortega met Paul Ortega. Paul Ortega left. Mrs. Ortega stayed.")

    assert [mention.title for mention in found[0].mentions] == ["", "Mrs."]


def test_initials_lead_back_to_the_organisation() -> None:
    found = names("The Portolan Harbour Board (PHB) met. The PHB will meet again, the Board said.")

    assert [(name.name, set(name.aliases)) for name in found] == [("Portolan Harbour Board", {"PHB", "Board"})]


def test_a_shortened_organisation_leads_back_to_the_full_name() -> None:
    assert organizations("The Portolan Harbour Board met. Later the Harbour Board voted.") == ["Portolan Harbour Board"]


def test_a_list_tells_what_its_unknown_members_are() -> None:
    assert "Quandle" in organizations("They searched with Google, Quandle and Yahoo for weeks.")


def test_a_possessive_ends_a_name_and_is_not_in_it() -> None:
    found = names("Maria Ortega’s Harbour was a book. Nobody read Maria Ortega's report.")

    assert {mention.text for name in found for mention in name.mentions} == {"Maria Ortega"}


def test_a_country_is_not_the_person_who_bears_its_name() -> None:
    found = names("Jordan Velk went to Jordan. In Jordan he met Chad Harsk, who knows Chad well.")

    assert [(name.name, len(name.mentions)) for name in found] == [("Jordan Velk", 1), ("Chad Harsk", 1)]


def test_a_name_written_family_first_is_the_same_person() -> None:
    assert len(people("Noriko Hasewara spoke.", "The painter Hasewara Noriko left.")) == 1


def test_people_without_a_surname_go_by_their_title() -> None:
    assert people("Prince Oswin left the harbour. Oswin was tired.") == ["Prince Oswin"]


def test_an_office_of_an_organisation_is_not_part_of_its_name() -> None:
    assert organizations("She was President of the Portolan Society of Sailors.") == ["Portolan Society of Sailors"]


def test_letters_after_a_name_are_not_part_of_it() -> None:
    assert people("They asked Dame Maria Ortega OBE FRS to speak.") == ["Maria Ortega"]


def test_a_headline_in_title_case_yields_only_names_that_the_text_has() -> None:
    found = names("Maria Ortega led the survey. Ortega found cracks.", title="Ortega Finds Cracks Under Harbour Quays Again")

    assert [name.name for name in found] == ["Maria Ortega"]
    assert found[0].mentions[0].place.at == "title"
    assert found[0].mentions[0].text == "Ortega"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Ortega Finds Cracks", ["Ortega"]),
        ("Maria Ortega finds cracks under the quay", ["Maria Ortega"]),
        ("Crews Wait for Word", []),
        ("HARBOUR BOARD HEARS ORTEGA", ["ORTEGA"]),
    ],
)
def test_a_title_is_read_however_it_is_written(title: str, found: list[str]) -> None:
    names_there = find_names(article("Maria Ortega led the survey. Ortega found cracks.", title=title))

    assert [mention.text for name in names_there for mention in name.mentions if mention.place.at == "title"] == found


def test_gender_is_told_by_a_title_or_by_the_given_name() -> None:
    found = {name.name: name.gender for name in names("Maria Ortega met Sir Vlatt Orrin, Paul Velk and Kim Harsk.")}

    assert found == {"Maria Ortega": "female", "Vlatt Orrin": "male", "Paul Velk": "male", "Kim Harsk": None}


def test_captions_and_the_standfirst_are_read_too() -> None:
    picture = Image("quay", caption="Paul Velk on the east quay")
    found = find_names(article("Nothing here.", lead="Maria Ortega warns of cracks.", images=(picture,)))

    assert [(name.name, name.mentions[0].place.at) for name in found] == [("Maria Ortega", "lead"), ("Paul Velk", "quay")]


def test_a_document_in_another_language_has_no_names() -> None:
    section = Section("lead", None, (Paragraph("Maria Ortega sprak met Paul Velk."),))

    assert actors.find_names(Document(Source("x"), language="nl", sections=(section,))) == ()


_PIECES = st.sampled_from(
    [
        *(
            "Maria Ortega said",
            "the",
            "of",
            "and",
            "(PHB)",
            "Dr.",
            "President",
            "O'",
            "al-",
            "Harbour Board",
            "’s",
            '"',
            "“",
            "”",
            "[",
            "]",
        ),
        *(
            ", Jr.",
            ".",
            "?",
            "—",
            "A. B.",
            "THE",
            "é É",
            "\u00a0",
            "1999",
            "van der",
            "\n",
            "İ",
            "Mr.",
            "in",
            "London",
            "Monday",
            "Inc.",
        ),
        *("St.", "U.S.", "&", "'", "Ministry", "'ll", "#", "@"),
    ]
)


@given(st.lists(st.lists(_PIECES | st.text(max_size=4), max_size=25).map(" ".join), max_size=4))
def test_every_mention_is_at_its_words_whatever_the_text(paragraphs: list[str]) -> None:
    document = article(*paragraphs, title=paragraphs[0] if paragraphs else None)
    texts = {(block.at, block.paragraph): block.text for block in text_blocks(document)}

    for name in find_names(document):
        assert name.mentions
        for mention in name.mentions:
            text = texts[(mention.place.at, mention.place.paragraph)]
            assert text[mention.place.start : mention.place.end].replace("[", "").replace("]", "") == mention.text


@settings(max_examples=10)
@given(st.sampled_from(["The ", "A", "Maria Ortega ", "((", ". ", "St. ", "'s ", "and Ministry of ", "“Ortega ", "X. "]))
def test_a_long_line_takes_time_in_proportion_to_its_length(piece: str) -> None:
    find_names(article(piece * 20_000))


def test_a_surname_with_a_title_of_the_other_gender_is_somebody_else() -> None:
    found = find_names(
        article("President Reis spoke on Monday.", "Mr. Reis was heard in Portolan.", "The first lady, Ana Reis, was there too.")
    )

    assert [name.name for name in found if name.kind == "person"] == ["Reis", "Ana Reis"]
    assert [mention.title for mention in found[0].mentions] == ["President", "Mr."]


def test_a_surname_with_a_title_of_the_same_gender_is_the_one_person_with_it() -> None:
    found = find_names(article("President Reis spoke on Monday.", "Mrs. Reis was heard in Portolan.", "Ana Reis left early."))

    assert [name.name for name in found if name.kind == "person"] == ["Ana Reis"]


def test_an_organisation_that_many_countries_have_is_named_with_its_country() -> None:
    assert organizations("Norway’s Defense Ministry spoke.", "Sweden’s Defense Ministry denied it.") == [
        "Norway’s Defense Ministry",
        "Sweden’s Defense Ministry",
    ]
    assert organizations("The U.N. Security Council met.", "The US Census Bureau counted.") == [
        "U.N. Security Council",
        "US Census Bureau",
    ]


def test_initials_spoken_as_a_word_lead_back_to_the_full_name() -> None:
    (name,) = names("The North Atlantic Treaty Organization - Nato - met on Monday.", "Nato said that it had paid.")

    assert (name.name, name.aliases) == ("North Atlantic Treaty Organization", ("Nato",))


def test_what_there_is_more_than_one_of_and_a_ship_are_no_organisations() -> None:
    assert organizations("Two super PACs paid.", "One PAC did not pay.", "The USS Saltmarsh was hit.") == []


def test_what_people_publish_their_words_on_is_no_person() -> None:
    told = (
        "Ana Reis said on Tidegram that the quay was hit.",
        "He wrote so in a post on Tidegram.",
        "Tidegram said that it was.",
    )

    assert (people(*told), organizations(*told)) == (["Ana Reis"], ["Tidegram"])


def test_an_organisation_that_goes_by_two_names_is_one() -> None:
    (party,) = names("The GOP met on Monday.", "The Republican Party said no, and the GOP stayed.")
    assert (party.name, party.aliases) == ("Republican Party", ("GOP",))
