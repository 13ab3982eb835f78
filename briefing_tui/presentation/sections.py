"""Name sections by their headings.

The words before an article's first heading are the section "Lead".
"""

from briefing_tui.model.briefing import LEAD, Briefing, Section


def section_heading(section: Section) -> str:
    """Return the heading of a section, "Lead" for the one without."""
    return section.heading or LEAD


def heading_of(briefing: Briefing, section_id: str | None) -> str:
    """Return the heading of the section with that id, or an empty text."""
    return next((section_heading(section) for section in briefing.sections if section.id == section_id), "")


def section_reference(briefing: Briefing, section_id: str) -> str:
    """Refer to a section in running text: `§ Who pays`.

    A section that the briefing does not have is named by its id.
    """
    return f"§ {heading_of(briefing, section_id) or section_id}"
