"""Files of examples: blocks of lines with a blank line between them."""

from pathlib import Path


def blocks(path: Path) -> list[list[str]]:
    """Return the lines of every block."""
    return [block.strip("\n").split("\n") for block in path.read_text(encoding="utf-8").split("\n\n")]


def write_block(path: Path, old: list[str], new: list[str]) -> None:
    """Put a block in the place of another; for `pytest -n0 --update-golden`."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n".join(old), "\n".join(new), 1), encoding="utf-8")
