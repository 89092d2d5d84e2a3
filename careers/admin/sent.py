"""What browsers send to pages of the desk, taken for what it can be."""

import re


def number(text: str) -> int | None:
    """The whole number that stands there; None where none does that a column could hold."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None
