"""`briefing actors`: who is in the library, dossiers, and the user's statements."""

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_tui.application.inputs import folder_in_use
from briefing_tui.application.library import ask_library
from briefing_tui.cli.outcome import NO, OK, Failure, put, put_json, put_line, put_piece, say
from briefing_tui.cli.progress import index_progress
from briefing_tui.cli.terminal import text_width
from briefing_tui.settings import paths
from briefing_tui.text.cells import cell_width, clip

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex
    from briefing_tui.library.people.directory import LibraryPeople
    from briefing_tui.library.people.dossier import Dossier
    from briefing_tui.library.people.linking import KnownActor
    from briefing_tui.library.people.people_file import PeopleFile, Statement


def run(options: Namespace) -> int:
    """List people and organisations, print dossiers, or change who is who; return the exit status. Raises Failure."""
    from briefing_tui.library.people.directory import LibraryPeople
    from briefing_tui.library.people.people_file import PeopleFileTrouble, read_people_file

    try:
        if options.undo or options.same_as or options.other_than or options.called:
            return _change(options)
        folder = folder_in_use()
        wishes = read_people_file(folder)
        _report(wishes)
        with index_progress() as report:
            known, found = ask_library(
                lambda index: _asked(index, LibraryPeople(index, wishes), options.name),
                folder,
                report,
                lambda _, found: any(found),
            )
        return _print(known, found, options)
    except PeopleFileTrouble as error:
        raise Failure(str(error)) from None


def _report(wishes: "PeopleFile") -> None:
    for problem in wishes.problems:
        say(f"{wishes.path}:{problem.line}: {problem.what}; {problem.do}")


def _change(options: Namespace) -> int:
    """Add a statement to the user's file, or remove the last one."""
    from briefing_tui.library.people.people_file import NAME, add_statement, undo_statement

    folder = paths.library()
    if options.undo:
        removed = undo_statement(folder)
        if removed is None:
            raise Failure(f"{folder / NAME}: no line that was added; nothing to undo", NO)
        say(f"{folder / NAME}: removed '{removed}'")
        return OK
    if not options.name:
        raise Failure("name who it is about: briefing actors NAME --same-as OTHER")
    for statement in _statements(options):
        say(f"{folder / NAME}: added '{add_statement(folder, statement)}'; 'briefing actors --undo' removes it")
    return OK


def _statements(options: Namespace) -> "Iterator[Statement]":
    from briefing_tui.library.people.people_file import DifferentNames, NameInArticles, SameNames

    if options.same_as:
        yield SameNames((options.name, *options.same_as))
    for other in options.other_than or ():
        yield DifferentNames(options.name, other)
    if options.called:
        if not options.in_article:
            raise Failure("--is needs --in ARTICLE: the articles in which the name is somebody else's")
        yield NameInArticles(options.name, tuple(options.in_article), options.called)


def _asked(index: "LibraryIndex", people: "LibraryPeople", name: str | None) -> "tuple[list[KnownActor], list[Dossier]]":
    """Return those who are called by a name, with their dossiers; without a name everybody, without dossiers."""
    from briefing_tui.library.people.dossier import dossier_of

    known = people.called(name) if name else people.everybody()
    return known, [dossier_of(index, actor) for actor in known] if name else []


def _print(known: "Sequence[KnownActor]", found: "Sequence[Dossier]", options: Namespace) -> int:
    from briefing_tui.export import dossiers

    if not known:
        raise Failure(f"nobody in the library is called '{options.name}'" if options.name else "no people in the library", NO)
    if not options.name:
        if options.format == "json":
            put_json(json.dumps(dossiers.list_as_json(known), ensure_ascii=False, indent=2))
        elif options.format == "csv":
            _put_pieces(dossiers.list_as_csv(known))
        else:
            put("\n".join(_table(known)))
        return OK
    if options.format == "json":
        put_json(json.dumps([dossiers.as_json(dossier) for dossier in found], ensure_ascii=False, indent=2))
    elif options.format == "text":
        _put_text(found)
    else:
        _put_pieces(dossiers.as_markdown(found) if options.format == "markdown" else dossiers.as_csv(found))
    return OK


def _put_pieces(pieces: Iterator[str]) -> None:
    for piece in pieces:
        put_piece(piece)


def _table(known: "Sequence[KnownActor]") -> list[str]:
    """Make a row for each: numbers of articles and quotes, the name, other names."""
    from briefing_tui.export.dossiers import counts_of

    lines = ["ARTICLES  QUOTES  NAME"]
    for actor in known:
        articles, quotes, names = counts_of(actor)
        also = f"  (also {', '.join(names)})" if names else ""
        lines.append(f"{articles:8}  {quotes:6}  {actor.name}{also}")
    return lines


def _put_text(found: "Sequence[Dossier]") -> None:
    from textwrap import wrap

    from briefing_tui.export.dossiers import about, facts, heading

    width = text_width()
    for number, dossier in enumerate(found):
        if number:
            put("")
        put_line(heading(dossier))
        for word, fact in facts(dossier):
            put("\n".join(wrap(f"{word}: {fact}", width, initial_indent="  ", subsequent_indent="    ")))
        for one in dossier.articles:
            if one.quotes:
                put_line("")
                put_line(clip(about(one), width) if cell_width(about(one)) > width else about(one))
            for quote in one.quotes:
                put("\n".join(wrap(f"“{quote.words}”", width, initial_indent="  ", subsequent_indent="  ")))
                put(f"    {one.article.id}#{quote.id}")
