"""Find the people and organisations that an article names."""
