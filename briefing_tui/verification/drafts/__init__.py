"""Read a draft: its passages, its quotations, and whom it gives them to."""
