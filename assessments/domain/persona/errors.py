"""What is wrong with a persona, and in which field."""


class PersonaError(Exception):
    """A field that cannot be used, and why; one line."""

    def __init__(self, field: str, reason: str) -> None:
        self.field, self.reason = field, reason
        super().__init__(f"{field}: {reason}")


def shown(value: object, limit: int = 40) -> str:
    """The value as it would be typed, on one line, cut to the limit."""
    text = ascii(value)
    return text if len(text) <= limit else f"{text[: limit - 3]}..."
