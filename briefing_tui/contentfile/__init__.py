"""Content files: Markdown with front matter that holds exactly one briefing.

The grammar
===========

A content file is UTF-8 text: front matter, a heading of level 1 with the title, and five parts under headings of level 2, each
optional, in this order: `Summary`, `Key actors`, `Quotes`, `Images`, `Article`. The case of these headings does not matter. Parts
that are repeated or out of order are read and reported. A file without any of them is read as an article from its first line to
its last.

Front matter is a YAML mapping between two lines `---`; every scalar is a string, and aliases and anchors are refused. Known keys
are `briefing` (the version, 1) and those in `model.fields`: `title`, `kicker`, `lead`, `dateline`, `publisher`; `authors`,
`editors`, `tags` (lists); `published`, `modified` (year-month-day); `language` (a BCP 47 tag); `article` (`full`, `digest`);
`source` (a mapping of `name`, `url`, `sha256`). Other keys are kept as they are written; one of them, `corrections`, holds the
user's line corrections, which a rebuild applies (see `rebuild.corrections_in_front_matter`).

    text          = Markdown; its marks count in the article only, elsewhere they are dropped
    link          = "[" label "](#" id ")"
    comment       = "<!-- id: " id [ "; after: " paragraph ] " -->" | "<!-- after: " paragraph " -->"

    point         = "- " text [ " (" link { ", " link } ")" ]                        links to sections
    actor         = "### " name NEWLINE kind { " · " role } [ NEWLINE "Also: " alias { ", " alias } ] [ NEWLINE comment ]
    kind          = "person" | "organization"
    quote         = block quote, a paragraph a part; blank line; attribution [ NEWLINE comment ]
    attribution   = "— " speaker [ ", " verb ] [ ", " link ] { " · partial" | " · inferred" }       link to a section
    speaker       = "[" name "](#" actor id [ ' "' words '"' ] ")"                   an actor, and the article's words for them
                  | words                                                            someone who is no actor
                  | "[" name '](# "' words '")'                                      no actor: a name, and the article's words
                  | "unattributed"
    image         = "![" alt "](" address ")" [ NEWLINE caption ] [ NEWLINE credit line ] [ NEWLINE comment ]
    credit line   = "*" credit "*" [ ", " link ] | link                              link to a section
    section       = "###" to "######" heading [ NEWLINE comment ]; paragraphs, lists, block quotes, tables, code
    built         = "<!-- built: " { id "=" hash } " -->"                            at the end of the file

A comma in a speaker, a verb or an alias that separates nothing is written `\\,`, and a middle dot in a role, a speaker or a verb
`&middot;`. Files without these escapes are read as well as possible: the first element is the speaker, and the last one before
the section is the verb. Quotation marks of any kind around the parts of a quote, or around each of them, are not part of it. A
dash of any length, or two hyphens, opens an attribution, and there may or may not be blank lines between the pieces of an item.

All ids share one name space. The default of an actor or a section is the slug of its heading as GitHub makes it, with -1, -2 …
if that is in use (actors first, then sections), and only another id is written. The id of a quote is `q-` and its first words,
that of an image `image-` and the first words of its description or caption; the program always writes these. Written ids are
reserved before any default is given out. The words before the article's first heading, or below a first `### Lead`, are the
section `lead`.

A comment on lines of its own, from the left margin, is invisible; other HTML shows as it is written. A point is "extracted" if
`built` has the hash of its words, otherwise "edited".
"""
