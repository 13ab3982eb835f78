"""The description and the epilog of each command's help.

Each fits one screen of 80 × 24, with the rows of the options; the man page has room for more.
"""

WHAT = """WHAT is a content file; an article (text, a saved page, Markdown), which is built first; its address, which is fetched;
the id of a briefing in the library or of a shipped one (its file's name without .md); ID#ITEM or FILE#ITEM for one quote,
section, actor, image or note; or - for standard input."""

TOP = (
    "Read an article as a briefing: its summary, key actors, quotes and images. Without a command the library opens, or is "
    "listed if output is piped.",
    """examples:
  briefing us-pakistani-ties   open one briefing
  briefing help show           explain a command
exit status: 0 success; 1 nothing found, or a check failed; 2 wrong use""",
)
READ = (
    f"Open a briefing in the reader. {WHAT} A folder opens the library on that folder. With --explain the lines of the source "
    "are shown first, each with the kind that was detected; a key corrects it. If output is piped, or the terminal can't show "
    "the reader (TERM is unset or 'dumb'), the briefing is printed as 'briefing show' does.",
    """examples:
  briefing read us-pakistani-ties
  briefing read https://courier.example/harbour""",
)
OPEN = (
    "Open the briefing that an address names, at an item of it, as 'briefing read ID#ITEM' does. Exported notes hold such "
    "addresses. This is the command for a desktop to open them with ('briefing setup' says so to it): it takes the id of a "
    "briefing and the id of an item, and nothing else.",
    """examples:
  briefing open briefing://us-pakistani-ties
  briefing open briefing://us-pakistani-ties/n-7f3k9mwq2x
exit status: 0 success; 2 no such address or briefing""",
)
SHOW = (
    f"Print a briefing, or a part of it, for a pager or a pipe. {WHAT}",
    """examples:
  briefing show us-pakistani-ties | less
  briefing show us-pakistani-ties --speaker khalique
exit status: 0 printed; 1 nobody of that name is quoted; 2 wrong use""",
)
CHECK = (
    "Check content files. Each problem is printed as 'FILE:LINE: what is wrong; what to do'. Every quote and caption is also "
    "compared, word for word, with the source that 'briefing add' kept, or that --source gives; the front matter identifies it "
    "by SHA-256.",
    """examples:
  briefing check content
  briefing check content/us-pakistani-ties.md --source ../articles
exit status: 0 no problems; 1 problems, or a wrong source; 2 unreadable""",
)
SOURCE = (
    "Print the source that a briefing was made from, byte for byte as it was added; 'briefing add' keeps it in the library's "
    "folder .sources. On a terminal only the text is printed. Nothing is overwritten.",
    """examples:
  briefing source the-harbour-that-would-not-settle | less
  briefing source the-harbour-that-would-not-settle -o harbour.html
exit status: 0 printed or written; 1 it is not kept; 2 wrong use, or damaged""",
)
BUILD = (
    "Make a content file from an article: text copied or dumped from a web page, a saved page, a Markdown clipping. SOURCE is a "
    "file, a folder of them, a web archive (WARC, WACZ), an address, which is fetched by one request, or - for standard input: "
    "an article, or a list of addresses. What the article does not say is left out.",
    """examples:
  briefing build article.html > article.md
  briefing build saved-pages -o content --jobs 4
exit status: 0 all built; 1 a source holds no article; 2 wrong use""",
)
ADD = (
    "Build articles as 'briefing build' does, and file them in the library under their titles, with a number if the name is "
    "used already. Nothing is overwritten, and an article that is in the library already, by its address or else its words, is "
    "not added again; with --update it is brought up to date, and your changes stay. An address is fetched by one request. The "
    "paths are printed, one per line.",
    """examples:
  briefing add article.html https://courier.example/harbour
  xclip -o | briefing add -
exit status: 0 all are in the library; 1 one holds no article; 2 wrong use""",
)
FEED = (
    "Subscribe to feeds (RSS, Atom, JSON Feed), and file their new entries in the library as unread briefings; their paths are "
    "printed. 'fetch' asks each feed, or those named, one request at a time per host and as robots.txt allows; entries that are "
    "known by address, id or text are left out. 'add' fetches a feed once to see that it is one. 'import' and 'export' exchange "
    "lists with other programs (OPML). Your feeds are in feeds.txt in the settings folder.",
    """examples:
  briefing feed add https://courier.example/feed.xml
  briefing feed fetch --pages
exit status: 0 done; 1 no such feed, or one failed; 2 wrong use""",
)
FORGET = (
    "Delete everything that is kept of an article, for good: its content files in the library and in its trash, the kept "
    "sources, its entries in the index and the reading list, reading positions, line corrections, and, if you say so, its notes. "
    "It is listed first, and you are asked. Files elsewhere, exports and backups stay. Nothing brings it back; to remove a "
    "briefing and keep the rest, use D in the library.",
    """examples:
  briefing forget the-harbour-that-would-not-settle
  briefing forget https://courier.example/harbour --notes --yes
exit status: 0 forgotten; 1 nothing is kept of it, or you said no; 2 wrong use""",
)
LIST = (
    "List briefings, the newest first: those of FOLDER, by default those of the library, or the shipped ones if it is empty.",
    """examples:
  briefing list
  briefing list content --format json
exit status: 0 listed; 1 the folder holds no briefing; 2 wrong use""",
)

SEARCH = (
    'Search texts, quotes, captions, titles and notes; all words must be there. Also: word* for beginnings, "exact phrase", '
    "-word for what must not be there (put -- before a first one), and filters: speaker: actor: in: publisher: tag: since: "
    "until: is:",
    """examples:
  briefing search harbour speaker:ortega since:2024
  briefing search 'in:quotes "three times"' --of quotes --format csv
exit status: 0 found; 1 nothing found; 2 wrong use""",
)
QUOTES = (
    "Print quotes, those of the newest articles first. A quote is about words that are in it, in its paragraph, in its section's "
    "heading or in its article's title.",
    """examples:
  briefing quotes --speaker khalique --about 'supply route'
  briefing quotes --about water --since 2024 --format csv > water.csv
exit status: 0 found; 1 no such quotes; 2 wrong use""",
)
NOTES = (
    "List notes: all of them, those of WHAT (a briefing's id or content file), or the one that ID#NOTE names; with options only "
    "those that match them all. 'briefing notes doctor' checks the file of notes.",
    """examples:
  briefing notes --tag money --text harbour
  briefing notes doctor
exit status: 0 listed, or sound; 1 no such notes, or not sound; 2 wrong use""",
)
EXPORT = (
    "Write notes in a format for other tools, or by a template in the settings' folder 'templates'. In an existing file of a "
    "format marked *, only the notes are updated; any other is overwritten only if it is as briefing wrote it.",
    """examples:
  briefing export --format markdown -o ~/vault/articles/
  briefing export us-pakistani-ties --format csv --tag money > money.csv
exit status: 0 written; 1 no such notes, or a file left alone; 2 wrong use""",
)
IMPORT = (
    "Import notes, all of a file or none: what 'briefing export' wrote, with your changes; annotations (JSON-LD, Hypothesis); a "
    "reading list. Or what another reading tool exported, recognised by its content: articles with their text, tags, status, "
    "highlights. Addresses without text are listed. A second import adds nothing twice.",
    """examples:
  briefing import ~/vault/articles/us-pakistani-ties.md
  briefing import pocket.zip --fetch
exit status: 0 imported; 1 some articles failed; 2 nothing is imported""",
)
COMPARE = (
    "Compare two articles: quotes that both have (identical, cut differently, with different words, by another speaker), quotes "
    "that only one has, and the same for people, organisations and captions.",
    """examples:
  briefing compare first.md second.md
  briefing compare us-pakistani-ties saved-page.html --format json
exit status: 0 they share something; 1 nothing; 2 wrong use""",
)
ACTORS = (
    "List the people and organisations of the library; with NAME, print a dossier of each: names, roles, quotes in order, who is "
    "beside them. What you say about names is kept in people.txt in the library, which you can edit.",
    """examples:
  briefing actors ortega
  briefing actors "Ana Reis" --same-as "A. Reis"
exit status: 0 found; 1 nobody of that name; 2 wrong use""",
)
VERIFY = (
    "Check whether each quotation of a draft is what an article of the library has: exact, trimmed, altered, stitched from two "
    "utterances, exact but by another speaker, only a paraphrase there, or absent. What is neither exact nor trimmed is printed "
    "as 'FILE:LINE:COLUMN: what', with the article's words.",
    """examples:
  briefing verify draft.md
  briefing verify draft.md --against interview.html --format sarif > d.sarif
exit status: 0 all quotations are exact or trimmed; 1 some are not; 2 wrong use""",
)
CONFIG = (
    "Show where your settings file is and the settings in force, as TOML, each with where it comes from. What is wrong in the "
    "file is reported as 'FILE:LINE: what, and what to do'; such a setting keeps its default, and the others hold.",
    """examples:
  briefing config
  briefing config --sample > ~/.config/briefing/config.toml
exit status: 0 all is well; 1 something in the file is wrong; 2 wrong use""",
)
SERVE = (
    "Open the reader in a web browser. The address that is printed is a password: who has it can read your library and change "
    "your notes, but no other file. Nothing is exported or corrected from there, and no other program is started. Ctrl+C "
    "ends it.",
    """examples:
  briefing serve
  briefing serve us-pakistani-ties --port 0
exit status: 0 ended; 2 wrong use, a missing extra, or a port that can't be had""",
)
SETUP = (
    "Add to your own folders: completions for bash, zsh and fish, the man page, an entry in the desktop's menu, and what lets "
    "the desktop open briefing:// addresses. Each path is printed. With --remove, exactly what was added is removed; files that "
    "you changed are kept.",
    """examples:
  briefing setup
  briefing setup --remove
exit status: 0 done; 1 a file was left alone; 2 wrong use""",
)
