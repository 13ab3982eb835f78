"""Read documents of LibreOffice and other programs in OpenDocument (ODT)."""
