"""Learn the weights of the labeller, and write them with a model card.

    python -m training.train DATA [DATA …] [-o weights.txt] [--card card.md]

The same data gives the same bytes. See README.md for the layout of a data set.
"""

import argparse
import hashlib
from pathlib import Path

from briefing_tui.sources.plain.labels import weights as shipped
from training.card import model_card
from training.data import Example, examples
from training.fit import common_features, fit


def read(folders: list[Path]) -> list[Example]:
    """Return the examples of all data sets, in a fixed order."""
    return [example for folder in folders for example in examples(folder)]


def digest(folder: Path) -> str:
    """Return the SHA-256 of a data set's gold and dumps."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.name == "gold.jsonl" or "dumps" in path.parts:
            found.update(str(path.relative_to(folder)).encode())
            found.update(path.read_bytes())
    return found.hexdigest()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("-o", dest="out", type=Path, default=Path(shipped.__file__).with_name("weights.txt"))
    parser.add_argument("--card", type=Path, help="write what the weights were learned from as Markdown")
    options = parser.parse_args()
    learned_from = read(options.data)
    text = fit(learned_from, common_features(learned_from))
    options.out.write_text(text, encoding="utf-8", newline="\n")
    if options.card:
        sources = {folder.name: digest(folder) for folder in options.data}
        options.card.write_text(model_card(learned_from, sources, text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
