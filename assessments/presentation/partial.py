"""What a quick check left out, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assessments.presentation.catalogue import Catalogue
from assessments.presentation.words import count, listed

QUICK = "quick"


@dataclass(frozen=True, slots=True)
class Partial:
    """That a result rests on a quick check, what that left out, and what follows; `skills` are those not asked."""

    title: str
    text: str
    skills: tuple[str, ...]


def is_quick(document: Mapping[str, Any]) -> bool:
    """Whether a result's document comes from a quick check; older ones come from the full form."""
    return bool(document.get("form") == QUICK)


def partial(document: Mapping[str, Any], catalogue: Catalogue) -> Partial | None:
    """What the result of a quick check has to say of itself; None for a full form."""
    if not is_quick(document):
        return None
    skills, items = (document["left_out"][name] for name in ("skills", "items"))
    left = [count(len(skills), "skill")] if skills else []
    left += [count(len(items), "scenario")] if items else []
    return Partial(
        title="This was the quick check",
        text=f"{_left_out(left)}{_wider(bool(skills))}",
        skills=tuple(catalogue.skills[id]["name"] for id in skills),
    )


def _left_out(left: list[str]) -> str:
    if not left:
        return "It left out nothing that the full assessment asks."
    return f"It left out {listed(left)} that the full assessment asks, so the likely range is wider than after that."


def _wider(unrated: bool) -> str:
    if not unrated:
        return ""
    return (
        " A skill that was not asked could stand anywhere, and the range allows for that; it is neither met nor a gap."
    )
