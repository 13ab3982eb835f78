"""What the reader's screens are made of."""
