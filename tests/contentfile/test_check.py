"""Quotes, captions, credits and whole articles are compared with the source that a file names."""

import hashlib
from pathlib import Path

import pytest

from briefing_tui.contentfile.check.checker import FileReport, check_file, check_paths

SOURCE = 'The quay moved.\n“It  moved,”\nshe said. "It won\'t stop." A crack in the quay\nPhoto: A. Bell\n'
FILE = """---
briefing: 1
article: {article}
source: {{name: quay.txt, sha256: {digest}}}
---

## Quotes

> “It moved,”

— she, said

> “{second}”

— she

## Images

![]()

A crack in the quay
*{credit}*

## Article

{text}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "quay.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def made(
    folder: Path,
    second: str = "It won't stop.",
    credit: str = "Photo: A. Bell",
    article: str = "digest",
    text: str = "Mine.",
    digest: str = "",
) -> FileReport:
    path = folder / "quay.md"
    digest = digest or hashlib.sha256(SOURCE.encode()).hexdigest()
    path.write_text(FILE.format(second=second, credit=credit, article=article, text=text, digest=digest), encoding="utf-8")
    return check_file(path, folder / "source")


def failures(report: FileReport) -> list[str]:
    assert report.proof is not None
    assert report.proof.status == "failed"
    assert not report.is_good
    return [f"{problem.line}: {problem.what}" for problem in report.proof.problems]


def test_words_that_stand_in_the_source_are_proved(folder: Path) -> None:
    proof = made(folder).proof
    assert proof is not None
    assert (proof.status, proof.note) == ("proved", "4 of 4 passages are in quay.txt word for word")


def test_folded_marks_are_proved_and_said(folder: Path) -> None:
    proof = made(folder, second="It won’t stop.").proof
    assert proof is not None
    assert (proof.status, proof.folded) == ("proved", 1)
    assert proof.note.endswith("1 of them with other quotation marks, dashes or spaces")


def test_a_changed_word_is_a_failure_with_its_line(folder: Path) -> None:
    assert failures(made(folder, second="It will stop.")) == ["13: the quote “It will stop.” is not in quay.txt word for word"]
    assert failures(made(folder, credit="Photo: B. Bell")) == ["22: the credit “Photo: B. Bell” is not in quay.txt word for word"]


def test_a_whole_article_is_proved_paragraph_by_paragraph(folder: Path) -> None:
    assert made(folder, article="full", text="The quay\nmoved.").is_good
    assert failures(made(folder, article="full", text="The quay.")) == [
        "26: the paragraph “The quay.” is not in quay.txt word for word"
    ]


MARKED = {
    "a page": """<style>p {}</style><p>The <a href="/q" title="a > b">quay</a> <!-- here -->mo<b>ved</b>.</p>
<p>“It &nbsp;moved,”</p> she said. "It won&#39;t<br>stop." <i>A crack</i> in the quay <small>Photo: A.&shy; Bell</small>""",
    "Markdown": r"""The [quay](/q_(1) "the \\ quay"){.link data-x="{1}"} mo**ved**\.

> “It
> *moved*,”

she said. "It won\'t stop." [A crack]{.caption} in the `quay` Photo: A. Bell""",
    "a dump": f"[1]Home\n{SOURCE.replace('quay', '[12]quay', 1).replace('said', '[3]said')}",
}


@pytest.mark.parametrize("source", MARKED.values(), ids=MARKED)
def test_words_among_the_markup_of_the_source_are_proved_and_said(folder: Path, source: str) -> None:
    (folder / "source" / "quay.txt").write_text(source, encoding="utf-8")
    digest = hashlib.sha256(source.encode()).hexdigest()
    proof = made(folder, article="full", text="The quay moved.", digest=digest).proof
    assert proof is not None
    assert (proof.status, proof.exact + proof.folded + proof.unmarked) == ("proved", 5)
    assert proof.note.endswith(f"{proof.unmarked} of them with the source's markup left out")
    assert failures(made(folder, article="full", text="The quay moved back.", digest=digest))


def test_what_no_reader_of_a_page_sees_proves_nothing(folder: Path) -> None:
    source = SOURCE + "<script>The quay <b>sank</b>.</script><!-- The quay <b>sank</b>. --><i>_</i>"
    (folder / "source" / "quay.txt").write_text(source, encoding="utf-8")
    digest = hashlib.sha256(source.encode()).hexdigest()
    assert failures(made(folder, article="full", text="The quay sank.", digest=digest))


def test_another_file_than_the_one_named_is_a_failure(folder: Path) -> None:
    (what,) = failures(made(folder, digest="0" * 64))
    assert what == "4: the source quay.txt is not the file that was used: its SHA-256 differs"


def test_an_absent_source_is_a_failure(folder: Path) -> None:
    (folder / "source" / "quay.txt").unlink()
    (what,) = failures(made(folder))
    assert what == f"4: the source quay.txt is not in {folder / 'source'}"


def test_a_source_outside_the_folder_is_not_opened(folder: Path) -> None:
    (folder / "secret.txt").write_text(SOURCE, encoding="utf-8")
    path = folder / "quay.md"
    made(folder)
    path.write_text(path.read_text(encoding="utf-8").replace("quay.txt", "../secret.txt"), encoding="utf-8")
    assert failures(check_file(path, folder / "source"))[0].startswith("4: the source ../secret.txt is not in")


def test_without_a_named_source_nothing_is_proved_and_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("---\nbriefing: 1\n---\n\n## Article\n", encoding="utf-8")
    report = check_file(path, tmp_path)
    assert report.is_good
    assert report.proof is not None
    assert report.proof.status == "not proved"


def test_folders_are_walked_and_what_holds_nothing_is_told(folder: Path) -> None:
    made(folder)
    report = check_paths([folder, folder / "source", folder / "none.md"], folder / "source")
    assert [file.path.name for file in report.files] == ["quay.md", "none.md"]
    assert report.files[1].unreadable == f"{folder / 'none.md'}: no such file; check the name"
    assert len(report.unreadable) == 1
    assert not report.is_good
