"""Print briefings and their panes as plain text."""
