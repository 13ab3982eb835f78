"""Read e-books (EPUB): a chapter, or all of them as sections."""
