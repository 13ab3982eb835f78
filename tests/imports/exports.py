"""Small exports of every tool, as each writes them, of invented articles."""

import io
import json
import zipfile
from typing import Any

TITLE = "The harbour that would not settle"
URL = "https://courier.example/harbour"
OTHER = "https://isle.example/ferry?id=2"
WORDS = "We measured it three times, and it moved three times"
PARAGRAPHS = (
    "The harbour board of Portolan met behind closed doors on Monday and came out two hours later with a plan.",
    "Two of the five quays have been closed since the autumn, and nobody in the town agrees on who should pay for them.",
    "“We measured it three times, and it moved three times,” said Maria Ortega, the engineer who led the survey.",
    "Skippers who land their catch at the old quay say that they were told nothing until the fences went up.",
    "The board's chair, Tomas Reyl, answered that letters had gone out to every berth holder in the first week of the year.",
)
HTML = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
SAVED, CHANGED = "2026-03-02T10:11:12.000Z", "2026-03-04T10:11:12.000Z"
SECONDS = 1772446272
"""SAVED in seconds since 1970."""


def archived(members: dict[str, str | bytes]) -> bytes:
    """Return a zip archive with these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


_POCKET_CSV = f"""title,url,time_added,tags,status
"{TITLE}",{URL}?utm_source=pocket,{SECONDS},sea|cost,archive
A ferry without a key,{OTHER},{SECONDS},,unread
"""
POCKET_ZIP = archived(
    {
        "part_000000.csv": _POCKET_CSV,
        "annotations/part_000000.json": json.dumps(
            [{"url": URL, "title": TITLE, "highlights": [{"quote": WORDS, "created_at": SECONDS}]}]
        ),
        "collections/c.json": "{}",
    }
)
POCKET_HTML = f"""<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="{OTHER}" time_added="{SECONDS}" tags="">A ferry &amp; no key</a></li>
</ul><h1>Read Archive</h1><ul>
<li><a href="{URL}" time_added="{SECONDS}" tags="sea,cost">{TITLE}</a></li>
</ul></body></html>""".encode()
INSTAPAPER = f"""URL,Title,Selection,Folder,Timestamp,Tags
{URL},"{TITLE}","{WORDS}",Archive,{SECONDS},"[""sea"", ""cost""]"
{OTHER},A ferry without a key,,Read at sea,{SECONDS},
""".encode()
OMNIVORE = archived(
    {
        "metadata_0_to_1.json": json.dumps(
            [
                {
                    "id": "0b1", "slug": "harbour-18f", "title": TITLE, "description": "", "author": "Ines Calder", "url": URL,
                    "state": "Archived", "readingProgress": 100, "thumbnail": "", "labels": ["sea", "cost"],
                    "savedAt": SAVED, "updatedAt": CHANGED, "publishedAt": "2026-03-01T08:00:00.000Z",
                },
                {
                    "id": "0b2", "slug": "ferry-18f", "title": "A ferry without a key", "url": OTHER, "state": "Active",
                    "readingProgress": 0, "labels": [], "savedAt": SAVED, "updatedAt": SAVED, "publishedAt": None,
                },
            ]
        ),
        "content/harbour-18f.html": f'<div class="page" id="readability-page-1">{HTML}</div>',
        "highlights/harbour-18f.md": f"> {WORDS} [⤴️](https://omnivore.example/me/harbour-18f#a)  #figures\n\nAsk her.\n\n"
        "> The words of no article [⤴️](https://omnivore.example/me/harbour-18f#b)\n",
    }
)  # fmt: skip
_MEMBERS = zipfile.ZipFile(io.BytesIO(OMNIVORE))
OMNIVORE_LAST = archived(
    {
        "metadata_0_to_1.json": _MEMBERS.read("metadata_0_to_1.json"),
        "content/harbour-18f.html": _MEMBERS.read("content/harbour-18f.html"),
        "highlights/harbour-18f.md": f"For the series.\n\n\n\n> {WORDS} \n\n#figures #to check\n\nAsk her.\n\n"
        "> The words of\n> no\narticle \n\n> A third one ",
    }
)
"""As Omnivore's server wrote it in its last year: without links, with labels and notes as paragraphs."""
READWISE_CSV = f"""Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,\
Document tags
"{WORDS}","{TITLE}",Ines Calder,,Ask her.,blue,".figures, cost",page,3,2026-03-02 10:11:12+00:00,sea
"""
READWISE_JSON = _json(
    {
        "count": 2,
        "nextPageCursor": None,
        "results": [
            {"user_book_id": 16, "is_deleted": True, "title": TITLE, "source_url": OTHER, "highlights": []},
            {
                "user_book_id": 17, "is_deleted": False, "title": "harbour", "readable_title": TITLE,
                "author": "Ines Calder", "source": "reader",
                "category": "articles", "source_url": URL, "document_note": "For the series.",
                "book_tags": [{"id": 1, "name": "sea"}],
                "highlights": [
                    {
                        "id": 71, "text": f"**We** {WORDS.removeprefix('We ')}", "note": "Ask her.", "color": "blue",
                        "highlighted_at": SAVED, "updated_at": CHANGED, "tags": [{"id": 2, "name": "figures"}],
                    }
                ],
            }
        ],
    }
)  # fmt: skip
READER_CSV = f"""Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
"{TITLE}",{URL},01h,"['sea', 'cost']",2026-03-02 10:11:12+00:00,1.0,archive,True
A ferry without a key,{OTHER},01i,,2026-03-02 10:11:12+00:00,0.4,later,True
""".encode()
READER_JSON = _json(
    {
        "count": 4,
        "results": [
            {
                "id": "01k", "parent_id": "01j", "category": "note", "url": "https://read.example/01k", "source_url": None,
                "content": "Ask her.", "location": None, "reading_progress": 0, "tags": {}, "created_at": SAVED,
            },
            {
                "id": "01j", "parent_id": "01h", "category": "highlight", "url": "https://read.example/01j", "source_url": None,
                "content": WORDS, "location": None, "reading_progress": 0, "tags": {"figures": {"name": "figures"}},
                "created_at": SAVED, "updated_at": CHANGED, "notes": "",
            },
            {
                "id": "01h", "url": "https://read.example/01h", "source_url": URL, "title": TITLE, "author": "Ines Calder",
                "category": "article", "location": "archive", "reading_progress": 1, "tags": {"the-sea": {"name": "sea"}},
                "site_name": "The Saltmarsh Courier", "created_at": SAVED, "updated_at": CHANGED, "published_date": 1772323200000,
                "html_content": HTML, "notes": "",
            },
        ],
    }
)  # fmt: skip
WALLABAG = _json(
    [
        {
            "is_archived": 1, "is_starred": 1, "tags": ["sea", "cost"], "is_public": False, "id": 5, "title": TITLE, "url": URL,
            "given_url": URL, "hashed_url": "0a", "content": HTML, "created_at": "2026-03-02T11:11:12+0100",
            "updated_at": "2026-03-04T10:11:12+00:00", "published_at": "2026-03-01T08:00:00+00:00",
            "published_by": ["Ines Calder"],
            "annotations": [
                {"id": 3, "text": "Ask her.", "quote": WORDS, "created_at": SAVED, "updated_at": CHANGED, "ranges": []},
            ],
            "language": "en", "reading_time": 1, "domain_name": "courier.example",
        },
        {
            "is_archived": 0, "is_starred": 0, "tags": [], "id": 6, "title": "A ferry without a key", "url": OTHER,
            "content": "wallabag can't retrieve contents for this article. Please <a href=\"x\">troubleshoot this issue</a>.",
            "created_at": SAVED, "annotations": [],
        },
    ]
)  # fmt: skip
KARAKEEP = _json(
    {
        "bookmarks": [
            {
                "createdAt": SECONDS, "title": TITLE, "tags": ["sea", "cost"], "lists": [], "archived": True, "favourited": True,
                "content": {"type": "link", "url": URL}, "note": "For the series.",
            },
            {
                "createdAt": SECONDS, "title": None, "tags": [], "content": {"type": "text", "text": "\n\n".join(PARAGRAPHS)},
                "note": None,
            },
            {"createdAt": SECONDS, "title": "A picture", "tags": [], "content": {"type": "asset", "assetId": "1"}, "note": None},
            {"createdAt": SECONDS, "title": "Nothing", "tags": [], "content": None, "note": None},
        ],
        "lists": [],
    }
)  # fmt: skip
ZOTERO_CSL = _json(
    [
        {
            "id": "calder2026", "type": "article-newspaper", "title": TITLE, "URL": URL,
            "container-title": "The Saltmarsh Courier",
            "author": [{"family": "Calder", "given": "Ines"}], "issued": {"date-parts": [[2026, 3, 1]]},
            "accessed": {"date-parts": [["2026", 3, 2]]}, "keyword": "sea,cost",
            "note": "Citation Key: calder2026\n<p>For the series.</p>\ntex.ids= calder",
        },
        {"id": "lind2020", "type": "book", "title": "On keys", "DOI": "10.1000/keys", "issued": {"date-parts": [[2020]]}},
    ]
)  # fmt: skip
ZOTERO_BIBTEX = _json(
    {
        "config": {"id": "36a3b0b5"},
        "version": {"zotero": "7.0", "bbt": "7.0"},
        "collections": {},
        "items": [
            {
                "itemType": "newspaperArticle", "title": TITLE, "url": URL, "date": "2026-03-01",
                "publicationTitle": "The Saltmarsh Courier", "tags": [{"tag": "sea"}, {"tag": "cost"}],
                "creators": [{"firstName": "Ines", "lastName": "Calder", "creatorType": "author"}],
                "dateAdded": "2026-03-02T10:11:12Z", "dateModified": "2026-03-04T10:11:12Z",
                "notes": [{"key": "N1", "note": "<div><p>For the series.</p></div>", "dateAdded": SAVED, "tags": []}],
                "attachments": [
                    {"annotations": [{"key": "A1", "annotationText": WORDS, "annotationComment": "Ask her.", "dateAdded": SAVED}]}
                ],
            }
        ],
    }
)  # fmt: skip
_ITEM, _OF_ITEM = json.loads(ZOTERO_BIBTEX)["items"][0], "http://zotero.org/users/1/items"
_MARK = {**_ITEM["attachments"][0]["annotations"][0], "annotationColor": "#2ea8e5", "annotationType": "highlight"}
ZOTERO_BIBTEX_FLAT = _json(
    {
        "config": {"id": "36a3b0b5"},
        "version": {"zotero": "7.0.15", "bbt": "7.0.30"},
        "collections": {},
        "items": [
            {**_MARK, "itemType": "annotation", "parentItem": "ATT1"},
            {
                **_ITEM, "uri": f"{_OF_ITEM}/HARB1", "notes": ["<p>For the series.</p>"],
                "attachments": [{"itemType": "attachment", "title": "Snapshot", "uri": f"{_OF_ITEM}/ATT1", "tags": []}],
            },
            {"itemType": "attachment", "title": "Snapshot", "uri": f"{_OF_ITEM}/ATT1", "tags": []},
        ],
    }
)  # fmt: skip
"""As Better BibTeX writes it for Zotero 7: annotations are items of their own, and notes may be texts."""

EXPORTS: dict[str, tuple[str, bytes]] = {
    "Pocket's CSV": ("pocket", _POCKET_CSV.encode()),
    "Pocket's archive": ("pocket", POCKET_ZIP),
    "Pocket's HTML": ("pocket", POCKET_HTML),
    "Instapaper's CSV": ("instapaper", INSTAPAPER),
    "Omnivore's archive": ("omnivore", OMNIVORE),
    "Omnivore's last archive": ("omnivore", OMNIVORE_LAST),
    "Omnivore's list": ("omnivore", zipfile.ZipFile(io.BytesIO(OMNIVORE)).read("metadata_0_to_1.json")),
    "Readwise's CSV": ("readwise", READWISE_CSV.encode()),
    "Readwise's JSON": ("readwise", READWISE_JSON),
    "Reader's CSV": ("readwise", READER_CSV),
    "Reader's JSON": ("readwise", READER_JSON),
    "wallabag's JSON": ("wallabag", WALLABAG),
    "Karakeep's JSON": ("karakeep", KARAKEEP),
    "Zotero's CSL-JSON": ("zotero", ZOTERO_CSL),
    "Zotero's Better BibTeX JSON": ("zotero", ZOTERO_BIBTEX),
    "Zotero's Better BibTeX JSON, flat": ("zotero", ZOTERO_BIBTEX_FLAT),
}
"""Exports by what they are called, each with the name of its tool."""
