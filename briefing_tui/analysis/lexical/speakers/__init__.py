"""Find out who says what."""
