"""Parse English shallowly: tokens, phrases, clauses, sentences."""
