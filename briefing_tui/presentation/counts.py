"""Write a number of things: `1 quote`, `3 quotes`."""


def counted(number: int, noun: str) -> str:
    """Write `number` and the noun, which gets an `s` unless there is exactly one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def counted_any(number: int, noun: str) -> str:
    """Write `number` and the noun like `counted`; nothing for zero."""
    return counted(number, noun) if number else ""
