"""Read the feeds to which the user subscribes, in RSS, Atom or JSON."""
