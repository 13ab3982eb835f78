"""The made-up article, the pseudo-terminal and the machine of the other benchmarks."""
