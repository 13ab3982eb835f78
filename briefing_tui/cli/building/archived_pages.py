"""Find the pages of web archives that may be articles."""

from typing import TYPE_CHECKING

from briefing_tui.cli.building.archive_plan import NO_PAGES, SurveyedPages, page_tasks
from briefing_tui.cli.building.jobs import survey_all
from briefing_tui.cli.outcome import OK, WRONG, say
from briefing_tui.cli.progress import while_waiting

if TYPE_CHECKING:
    from briefing_tui.cli.building.cluster import BuildCluster
    from briefing_tui.sources.archives.survey import Survey


def archived_pages(archives: list[str], jobs: int | None, cluster: "BuildCluster | None" = None) -> tuple[SurveyedPages, int]:
    """List the pages of web archives that may hold articles.

    What can't be read is reported. Returns the pages and the exit status.
    """
    if not archives:
        return NO_PAGES, OK
    surveys: list[Survey] = []
    status = OK
    for survey in while_waiting(cluster.surveys(archives) if cluster else survey_all(archives, jobs), "looking for articles …"):
        if isinstance(survey, str):
            say(survey)
            status = WRONG
            continue
        surveys.append(survey)
        others = ", ".join(f"{count:,} {why}" for why, count in survey.others)
        say(f"{survey.archive}: {len(survey.pages):,} pages that may be articles{f'; others: {others}' if others else ''}")
        if survey.trouble:
            say(f"{survey.archive}: {survey.trouble}")
            status = WRONG
    return page_tasks(surveys), status
