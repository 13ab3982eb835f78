"""Read PDFs: the lines of their pages, put back into columns, paragraphs and headings."""
