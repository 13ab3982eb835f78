"""Scripts that put no spaces between words."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese, as the inside of a class of a regular expression."""
