"""Define briefings, documents and notes: frozen, typed, without input or output."""
