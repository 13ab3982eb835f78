"""Find quotes, names and roles in English articles, and sentences that can be read alone."""
