"""The command line: one thin module per verb, imported when its verb runs."""


def main() -> int:
    """Run the command line and return its exit status."""
    return 0
