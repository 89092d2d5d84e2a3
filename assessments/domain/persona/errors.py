"""What is wrong with a persona, and in which field."""

LONGEST_FIELD = 120


class PersonaError(Exception):
    """A field that cannot be used, and why; one line."""

    def __init__(self, field: str, reason: str) -> None:
        # A field's path holds the file's own keys, and those may be empty, of any length or carry line breaks.
        self.field, self.reason = ascii(field)[1:-1][:LONGEST_FIELD] or "persona", reason
        super().__init__(f"{self.field}: {reason}")


def shown(value: object, limit: int = 40) -> str:
    """The value as it would be typed, on one line, cut to the limit."""
    text = ascii(value)
    return text if len(text) <= limit else f"{text[: limit - 3]}..."
