"""Merge fields: what a reader fills in, as data."""

from careers.checks.toolkit.shapes import Entries, Flag, Id, Keyed, OneOf, Text, Whole, texts

FIELD = Entries(
    {
        "id": Id(),
        **texts("label"),
        "source": OneOf(("profile", "assessment", "user input")),
        "type": OneOf(("text", "long text", "sentence", "number", "date")),
        "required": Flag(),
        **texts("help"),
        "example": Text(blank=True),
    },
    {"max_words": Whole(1)},
)
VALUES = Keyed(Text(blank=True))
"""Sample values by the ids of fields."""
