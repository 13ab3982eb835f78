"""Find the names of people and organisations."""
