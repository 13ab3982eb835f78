"""Ask and show in a screen of its own."""
