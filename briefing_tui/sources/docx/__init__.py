"""Read documents of Word (DOCX)."""
