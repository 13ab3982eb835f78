"""Notes and briefings on their way out, and notes on their way in: one module a format, text in and out, no files but in `files`."""
