"""What a page sends along with an answer, read so that nothing in it can keep the answer itself from being saved."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID, uuid4

from assessments.models.answers import Answer
from assessments.services.answers import Sent

MOST = 2**31 - 1
"""The largest number that the databases keep."""


def fresh(saved: Answer | None, now: datetime) -> Sent:
    """What a page that is drawn now will send: a key of its own, and what it shows."""
    return Sent(uuid4(), 0, saved.revision if saved else 0, now)


def read(data: Mapping[str, str]) -> Sent:
    """What was sent; without a key that can be read it comes from a page nobody knows, which saw nothing."""
    try:
        key = UUID(data.get("key", ""))
    except ValueError:
        return Sent(uuid4())
    shown = _number(data, "shown")
    return Sent(
        key, _number(data, "turn"), _number(data, "seen"), datetime.fromtimestamp(shown, UTC) if shown else None
    )


def _number(data: Mapping[str, str], name: str) -> int:
    text = data.get(name, "")
    # Only plain digits: `int` would take signs, spaces and the digits of every script.
    return min(int(text), MOST) if text.isascii() and text.isdigit() and len(text) <= 10 else 0
