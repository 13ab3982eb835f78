"""Find what the user names and open it: a file, a folder, standard input, or the id of a briefing, with the item after `#`."""
