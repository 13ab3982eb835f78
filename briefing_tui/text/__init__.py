"""Text without any language: what is safe to show, and ids made from words."""
