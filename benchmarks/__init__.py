"""Benchmarks: every published figure, with the command that measures it; see docs/benchmarks.md."""
