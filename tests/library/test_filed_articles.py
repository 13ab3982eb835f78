"""The library recognises the articles that it has, whatever source they come from now."""

import tracemalloc
from pathlib import Path

import pytest

from briefing_tui.contentfile.write.writer import write
from briefing_tui.library.filed_articles import FiledArticles
from briefing_tui.model.briefing import Briefing, Paragraph, Section, Source
from briefing_tui.model.identity import Identity

_TEXT = (
    "The ferry to the outer islands sailed forty minutes late on Tuesday, because its captain had lost the key to the bridge.",
    "“I had it in my hand at breakfast,” said Jonna Vik, who has commanded the ship for eleven years without a complaint.",
    "The company promised a second key and a hook to hang it on; passengers asked why a ship needs a key at all.",
)
_OTHER = (
    "Potatoes will be cheaper this autumn, growers in the northern valley expect after a wet and unusually mild summer.",
    "Whether shops lower their prices is another matter, the growers' union says, and points to the year before last.",
)
_CHINESE = ("港口的水位今天比昨天高，工程师说她测量了三次，码头关闭了，记者问董事会为什么没有早一点公布这个消息，没有人回答。",)


def article(*paragraphs: str, url: str | None = None) -> Identity:
    section = Section("lead", None, tuple(map(Paragraph, paragraphs)))
    return Identity(Briefing("ferry", title="A key", source=Source("a.html", url), sections=(section,)))


def filed(folder: Path, name: str, who: Identity) -> Path:
    path = folder / f"{name}.md"
    path.write_text(write(who.article), encoding="utf-8")
    return path


@pytest.mark.parametrize("is_meanwhile", [True, False], ids=["filed meanwhile", "in the folder"])
def test_an_article_is_known_by_its_address_or_else_by_its_words(tmp_path: Path, is_meanwhile: bool) -> None:
    ferry = article(*_TEXT, url="https://isle.example/key")
    texts = {"ferry": ferry, "harbour": article(*_CHINESE), "short": article("No ferry.")}
    with FiledArticles(tmp_path) as library:
        if is_meanwhile:
            assert library.find(texts["ferry"]) is None
        paths = {name: filed(tmp_path, name, who) for name, who in texts.items()}
        if is_meanwhile:
            for name, who in texts.items():
                library.add(who, paths[name])
        corrected = (_TEXT[0].replace("forty", "fifty"), *_TEXT[1:])
        assert library.find(article(*_OTHER, url="http://www.isle.example/key/?utm_source=x")) == paths["ferry"]
        assert library.find(article(*corrected)) == paths["ferry"]
        assert library.find(article(*_CHINESE, "他们说明天再谈。")) == paths["harbour"]
        assert library.find(article("No ferry.")) == paths["short"]
        assert library.find(article(*_TEXT, url="https://coast.example/reprint")) is None
        assert library.find(article(*_OTHER)) is None
        assert library.find(article()) is None


def test_an_article_that_was_removed_is_not_known(tmp_path: Path) -> None:
    who = article(*_TEXT, url="https://isle.example/key")
    path = filed(tmp_path, "ferry", who)
    with FiledArticles(tmp_path) as library:
        assert library.find(who) == path
        path.unlink()
        assert library.find(who) is None


def test_hundreds_of_articles_filed_in_one_run_stay_known(tmp_path: Path) -> None:
    with FiledArticles(tmp_path) as library:
        for number in range(520):
            who = article(f"Notice {number}: berth {number} is closed on day {number}.", url=f"https://isle.example/{number}")
            library.add(who, filed(tmp_path, f"notice-{number}", who))
        assert [library.at_address(f"isle.example/{number}") is not None for number in (0, 499, 519)] == [True, True, True]


def test_a_thousand_articles_filed_in_one_run_are_remembered_in_little_memory(tmp_path: Path) -> None:
    texts = (" ".join(f"word{number}of{place}" for place in range(80)) for number in range(1000))
    with FiledArticles(tmp_path) as library:
        library.find(article(*_TEXT))
        tracemalloc.start()
        try:
            for number, text in enumerate(texts):
                library.add(article(text, url=f"https://isle.example/{number}"), tmp_path / f"{number}.md")
            assert tracemalloc.get_traced_memory()[1] < 1_200_000
        finally:
            tracemalloc.stop()
