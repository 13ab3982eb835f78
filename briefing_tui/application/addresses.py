"""Find the briefing that a `briefing://` address names.

Only files that the user has in the library or has read are considered; nothing is made from the address.
"""

from collections.abc import Iterator

from briefing_tui.application.inputs import Input, InputError
from briefing_tui.application.lookup import files_of
from briefing_tui.model.address import address_name, parsed_address
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line


def resolve_address(text: str) -> Input:
    """Return the file and the item that an address names. Raises InputError for any other text and if there is no such file."""
    address = parsed_address(text)
    if address is None:
        raise InputError(f"'{one_line(text)[:80]}' is no address of a briefing, like briefing://ID or briefing://ID/ITEM")
    for briefing_id in (*_ids(address.name), ""):  # The last finds the article of the note alone, whatever it is called now.
        if file := next(files_of(briefing_id, address.item), None):
            return Input(path=file, item=address.item or None)
    raise InputError(f"{text}: that briefing is not in the library; see 'briefing list'")


def _ids(name: str) -> Iterator[str]:
    """Yield the ids that a name in an address may stand for."""
    if address_name(name) == name:
        yield name
        return
    from briefing_tui.library.folder import content_files
    from briefing_tui.library.reading_state import known_briefings

    for folder in (paths.library(), paths.shipped_content()):
        yield from (path.stem for path in content_files(folder) if address_name(path.stem) == name)
    yield from (one for one in known_briefings(paths.state()) if address_name(one) == name)
