"""Write the model card: what the weights are, and from what."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from training.data import Example
from training.fit import LABELS, OPTIONS, SHAPE_PUBLISHERS, WORD_PUBLISHERS


def model_card(examples: Sequence[Example], sources: Mapping[str, str], weights: str) -> str:
    """Return the card as Markdown.

    Args:
        examples: what the weights were learned from.
        sources: the SHA-256 of each data set, by its name.
        weights: the text of the file of weights.
    """
    counts = Counter(label for example in examples for label in example.labels)
    rows = weights.split("\n")
    options = ", ".join(f"{name} {value}" for name, value in OPTIONS.items())
    labels = ", ".join(f"{label} {counts[label]:,}" for label in LABELS)
    listed = "\n".join(f"- `{name}`, SHA-256 `{digest}`" for name, digest in sources.items())
    return f"""# Model card of the line labeller

A linear-chain conditional random field over the lines of a text: `briefing_tui/sources/plain/labels/weights.txt`,
SHA-256 `{hashlib.sha256(weights.encode()).hexdigest()}`,
{len(weights.encode()):,} bytes, {len(rows) - len(LABELS) - 2:,} features.

## Data

{listed}

{len(examples):,} texts, made of {len({example.page for example in examples})} saved pages of \
{len({example.publisher for example in examples})} publishers; {sum(counts.values()):,} lines near the body. Lines by label
(O other, P paragraph, H heading, T title, L lead, C caption, R credit, B byline): {labels}.

The texts belong to their publishers and are not shipped. The weights hold no text: single words of at least {WORD_PUBLISHERS}
publishers, and shapes of lines that at least {SHAPE_PUBLISHERS} publishers have.

## Training

crfsuite's L-BFGS (python-crfsuite): {options}. There is no random seed: the order of the data is fixed. Weights are
rounded to 1/64.

## Licence

MIT, like the rest of the project.
"""
