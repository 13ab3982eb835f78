"""Hold what is known of languages: word lists, and rules made of them.

One folder for each language (ISO 639-1 code) and `shared` for what belongs to all or none; `words` reads them. `detection`,
`dates` and `datelines` are rules made of the lists; the modules `*_words` and `english_*` give the lists names.
"""
