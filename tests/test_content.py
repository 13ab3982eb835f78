"""The shipped briefings: each reads without a problem, and every item leads to its place."""

import hashlib
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing_tui.anchoring.anchors import locate, paragraph_at
from briefing_tui.builder import build
from briefing_tui.cli.building.updates import merge_into
from briefing_tui.contentfile.check.checker import check_file
from briefing_tui.contentfile.fingerprints import built_hashes
from briefing_tui.contentfile.read.reader import load, read
from briefing_tui.contentfile.write.patch import patch
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.briefing import Actor, Briefing, Image, Quote, Section
from briefing_tui.presentation.conventions import conventions

CONTENT = Path(__file__).parent.parent / "content"
FILES = sorted(CONTENT.glob("*.md"))
SEED = "us-pakistani-ties"

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def shipped(path: Path) -> Briefing:
    return load(path).briefing


def full_articles() -> list[Briefing]:
    return [briefing for briefing in map(shipped, FILES) if briefing.article == "full"]


def test_a_digest_and_four_whole_articles_are_shipped() -> None:
    kinds = [shipped(path).article for path in FILES]
    assert kinds.count("digest") == 1
    assert kinds.count("full") == 4


@every_file
def test_a_shipped_briefing_reads_without_a_problem(path: Path) -> None:
    assert load(path).problems == ()


@every_file
def test_a_shipped_briefing_has_every_pane_filled(path: Path) -> None:
    briefing = shipped(path)
    assert briefing.id == path.stem
    assert all((briefing.title, briefing.published, briefing.publisher, briefing.authors, briefing.language))
    assert all((briefing.summary, briefing.actors, briefing.quotes, briefing.images, briefing.sections))


@every_file
def test_writing_and_reading_back_gives_the_same_briefing(path: Path) -> None:
    briefing = shipped(path)
    assert read(write(briefing), briefing.id).briefing == briefing


@every_file
def test_no_two_items_share_an_id(path: Path) -> None:
    briefing = shipped(path)
    groups: tuple[tuple[Actor | Quote | Image | Section, ...], ...]
    groups = briefing.actors, briefing.quotes, briefing.images, briefing.sections
    ids = [item.id for group in groups for item in group]
    assert len(ids) == len(set(ids))


@every_file
def test_every_item_knows_its_section_and_its_speaker(path: Path) -> None:
    briefing = shipped(path)
    lengths = {section.id: len(section.paragraphs) for section in briefing.sections}
    actors = {actor.id for actor in briefing.actors}
    for point in briefing.summary:
        assert point.sections
        assert set(point.sections) <= lengths.keys()
    for quote in briefing.quotes:
        assert quote.section in lengths, quote.id
        assert quote.speaker is None or quote.speaker in actors, quote.id
    for image in briefing.images:
        assert image.section in lengths, image.id
        assert image.after is not None, image.id
        assert -1 <= image.after < lengths[image.section], image.id


@every_file
def test_every_actor_is_mentioned(path: Path) -> None:
    briefing = shipped(path)
    mentions = locate(briefing).mentions
    assert [actor.name for actor in briefing.actors if not mentions[actor.id]] == []


@pytest.mark.parametrize("briefing", full_articles(), ids=lambda briefing: briefing.id)
def test_every_name_of_an_actor_stands_in_the_article(briefing: Briefing) -> None:
    text = "\n".join(paragraph.text for section in briefing.sections for paragraph in section.paragraphs)
    names = [name for actor in briefing.actors for name in (actor.name, *actor.aliases)]
    assert [name for name in names if name.casefold() not in text.casefold()] == []


@pytest.mark.parametrize("briefing", full_articles(), ids=lambda briefing: briefing.id)
def test_every_part_of_every_quote_is_found_in_its_section(briefing: Briefing) -> None:
    found = locate(briefing).quotes
    for quote in briefing.quotes:
        for part, place in zip(quote.parts, found[quote.id], strict=True):
            assert place is not None, part
            assert place.at == quote.section, part
            paragraph = paragraph_at(briefing, place)
            assert paragraph is not None
            assert paragraph.text[place.start : place.end] == part


@pytest.mark.parametrize("briefing", full_articles(), ids=lambda briefing: briefing.id)
def test_quotes_stand_in_the_order_of_the_article(briefing: Briefing) -> None:
    order = {section.id: index for index, section in enumerate(briefing.sections)}
    found = locate(briefing).quotes
    places = [place for quote in briefing.quotes for place in found[quote.id] if place]
    keys = [(order[place.at], place.paragraph or 0, place.start or 0) for place in places]
    assert keys == sorted(keys)


def quoted_passages(briefing: Briefing) -> list[str]:
    """Yield the texts within quotation marks in an article, without final commas."""
    paragraphs = [paragraph.text for section in briefing.sections for paragraph in section.paragraphs]
    opening, closing, *_ = conventions(briefing.language).marks
    pattern = rf"{opening}([^{closing}]*)(?:{closing}|$)"
    return [passage.rstrip(",") for text in paragraphs for passage in re.findall(pattern, text)]


@pytest.mark.parametrize("briefing", full_articles(), ids=lambda briefing: briefing.id)
def test_every_passage_in_quotation_marks_is_a_quote(briefing: Briefing) -> None:
    parts = {part for quote in briefing.quotes for part in quote.parts}
    assert [passage for passage in quoted_passages(briefing) if passage not in parts] == []


@pytest.mark.parametrize("briefing", full_articles(), ids=lambda briefing: briefing.id)
def test_whole_articles_are_marked_as_invented(briefing: Briefing) -> None:
    assert "fictional" in briefing.tags


def quotes_of(stem: str) -> tuple[Quote, ...]:
    return shipped(CONTENT / f"{stem}.md").quotes


def test_the_long_report_holds_every_kind_of_quote() -> None:
    quotes = quotes_of("the-harbour-that-would-not-settle")
    assert {quote.kind for quote in quotes} == {"direct", "partial"}
    assert any(len(quote.parts) > 1 for quote in quotes)
    assert any(quote.inferred for quote in quotes)
    assert any(quote.speaker is None and quote.speaker_name is None for quote in quotes)
    assert any(quote.speaker is None and quote.speaker_name for quote in quotes)
    assert any("‘" in part for quote in quotes for part in quote.parts)


def test_the_long_report_holds_every_kind_of_paragraph() -> None:
    briefing = shipped(CONTENT / "the-harbour-that-would-not-settle.md")
    paragraphs = [paragraph for section in briefing.sections for paragraph in section.paragraphs]
    assert {paragraph.kind for paragraph in paragraphs} == {"paragraph", "item", "quote", "code", "table"}
    assert {mark.kind for paragraph in paragraphs for mark in paragraph.marks} >= {"strong", "emphasis", "code", "link"}
    assert {bool(paragraph.number) for paragraph in paragraphs if paragraph.kind == "item"} == {True, False}


def seed_of(briefing: Briefing, shared: Path) -> bytes:
    assert briefing.source is not None
    return (shared / "seeds" / briefing.source.name).read_bytes()


def test_the_digest_names_its_source_by_its_hash(shared: Path) -> None:
    briefing = shipped(CONTENT / f"{SEED}.md")
    assert briefing.source is not None
    assert briefing.source.sha256 == hashlib.sha256(seed_of(briefing, shared)).hexdigest()


def test_every_quote_and_caption_of_the_digest_is_proved_against_its_source(shared: Path) -> None:
    briefing = shipped(CONTENT / f"{SEED}.md")
    report = check_file(CONTENT / f"{SEED}.md", shared / "seeds")
    assert report.is_good
    assert report.proof is not None
    assert report.proof.status == "proved"
    assert report.proof.exact == report.proof.passages
    assert report.proof.passages >= sum(len(quote.parts) for quote in briefing.quotes) + len(briefing.images)


def test_the_digest_holds_every_passage_that_its_source_puts_in_double_quotation_marks_and_says(shared: Path) -> None:
    briefing = shipped(CONTENT / f"{SEED}.md")
    text = seed_of(briefing, shared).decode()
    headings = {(section.heading or "").strip('"') for section in briefing.sections}
    passages = [passage.rstrip(",") for passage in re.findall(r'["“]([^"”\n]+)["”]', text)]
    parts = [part for quote in briefing.quotes for part in quote.parts]
    assert [passage for passage in passages if passage not in headings] == parts


def test_the_captions_and_credits_of_the_digest_are_those_of_its_source(shared: Path) -> None:
    briefing = shipped(CONTENT / f"{SEED}.md")
    lines = seed_of(briefing, shared).decode().splitlines()
    captions = [f"{image.caption or ''}Image: {image.credit}" for image in briefing.images]
    assert captions == [line for line in lines if "Image:" in line]
    assert all(image.alt in lines for image in briefing.images)


def rebuilt(briefing: Briefing, folder: Path, shared: Path) -> str:
    """Return the digest's file after a rebuild with the seed, from a file with `briefing`."""
    assert briefing.source is not None
    path = folder / f"{SEED}.md"
    path.write_text(patch((CONTENT / path.name).read_text(encoding="utf-8"), briefing), encoding="utf-8", newline="\n")
    merge_into(path, write(build(seed_of(briefing, shared), briefing.source.name, id=SEED).briefing))
    return path.read_text(encoding="utf-8")


def test_building_the_seed_again_onto_the_digest_changes_no_byte(shared: Path, tmp_path: Path) -> None:
    there = CONTENT / f"{SEED}.md"
    assert rebuilt(shipped(there), tmp_path, shared) == there.read_text(encoding="utf-8")


def test_what_the_seed_gives_comes_back_where_an_earlier_build_had_it_otherwise(shared: Path, tmp_path: Path) -> None:
    there = CONTENT / f"{SEED}.md"
    now = shipped(there)
    earlier = replace(
        now,
        published="2012-03-28",
        actors=tuple(actor for actor in now.actors if actor.id != "shakoor-rahim"),
        images=tuple(replace(image, credit="AFP") if image.credit == "AP" else image for image in now.images),
    )
    fresh, past = dict(built_hashes(now)), dict(built_hashes(earlier))
    told = {name: past.get(name) if digest == fresh.get(name) else digest for name, digest in now.built}
    earlier = replace(earlier, built=tuple((name, digest) for name, digest in told.items() if digest))
    assert len(earlier.built) == len(now.built) - 1
    assert rebuilt(earlier, tmp_path, shared) == there.read_text(encoding="utf-8")


def test_a_rebuild_of_the_digest_keeps_what_a_person_changed_and_what_they_removed(shared: Path, tmp_path: Path) -> None:
    now = shipped(CONTENT / f"{SEED}.md")
    images = tuple(replace(image, credit="Ines Calder") if image.credit == "AP" else image for image in now.images)
    actors = tuple(actor for actor in now.actors if actor.id != "shakoor-rahim")
    mine = replace(now, published="2012-03-30", kicker="Mine", actors=actors, images=images)
    assert read(rebuilt(mine, tmp_path, shared), SEED).briefing == mine


def test_the_library_and_the_reader_agree_on_the_reading_time() -> None:
    from briefing_tui.library.catalogue import entries
    from briefing_tui.presentation.reading_time import minutes

    listed = {entry.path: entry.minutes for entry in entries(CONTENT)}
    assert listed == {path: minutes(load(path).briefing) for path in listed}
