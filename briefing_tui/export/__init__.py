"""Notes and briefings on their way out, and notes on their way in: one module a format; only `files` touches the disk."""
