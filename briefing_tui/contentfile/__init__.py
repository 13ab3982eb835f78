"""Briefing ⇄ content file: Markdown with front matter. Each module has one thing to do with it; import what you need.

The grammar
===========

A content file is UTF-8 text: front matter, a heading of level 1 with the title, and five parts under headings of level 2, each
optional, in this order: `Summary`, `Key actors`, `Quotes`, `Images`, `Article`. Parts that are repeated or out of order are
read and reported. A file without any of them is read as an article from its first line to its last.

Front matter is a YAML mapping between two lines `---`; every scalar is a string, aliases and anchors are refused. Known keys:
`briefing` (the version, 1), `title`, `kicker`, `lead`, `dateline`, `publisher`; `authors`, `editors`, `tags` (lists);
`published`, `modified` (year-month-day); `language` (a BCP 47 tag); `article` (`full`, `digest`); `source` (a mapping of `name`,
`url`, `sha256`). Other keys are kept as they are written; one of them, `corrections`, holds what a person said of the source's
lines, which a rebuild honours (see `settled`).

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
                  | "[" words "](# "" words "")"                                     no actor, named and called differently
                  | "unattributed"
    image         = "![" alt "](" address ")" [ NEWLINE caption ] [ NEWLINE credit line ] [ NEWLINE comment ]
    credit line   = "*" credit "*" [ ", " link ] | link                              link to a section
    section       = "###" to "######" heading [ NEWLINE comment ]; paragraphs, lists, block quotes, tables, code
    built         = "<!-- built: " { id "=" hash } " -->"                            at the end of the file

A comma in a speaker, a verb or an alias is written `\\,` where it parts nothing, and a middle dot in a role, a speaker or a verb
`&middot;`. Files written without are read generously: what stands first is the speaker, what stands last before the section
the verb. Quotation marks of any kind around the parts of a quote, or around each of them, are not part of it. A dash of any
length, or two hyphens, opens an attribution, and blank lines between the pieces of an item may be there or not.

Ids share one name space. An actor's and a section's default is the slug of the heading as GitHub makes it, with -1, -2 … where
it is taken (actors first, then sections), and only another is written. A quote's is `q-` and its first words, an image's
`image-` and the first words of its description or caption; the program always writes these. Written ids are taken before any
default is made. The words before the article's first heading, or below a first `### Lead`, are the section `lead`.

A comment on lines of its own, from the left margin, is invisible; other HTML shows as it is written. A point is "extracted" when
`built` has the hash of its words, else "edited".
"""
