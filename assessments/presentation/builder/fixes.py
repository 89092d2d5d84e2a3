"""Ways out where no plan fits: changes that were tried, what each gives, and what does not help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.presentation import terms, words
from assessments.presentation.catalogue import Catalogue

Row = Mapping[str, Any]
NOTHING_HELPS = {
    "hours_per_week": "More hours a week do not help.",
    "target": "A later target date does not help.",
    "budget_usd": "More money does not help.",
    "open_to": "Opening a big move does not help.",
    "pinned": "Letting go of one action does not help.",
    "excluded": "Taking an action back in does not help.",
}
SMALLEST = {
    "hours_per_week": "The smallest number found that works. Date and budget stay",
    "budget_usd": "The smallest budget found that works. Hours and date stay",
    "target": "The earliest date found that works. Hours and budget stay",
}
NOTHING_FITS = "No action fits the hours, the money and the time that there are."
LIMITS = ("hours_per_week", "budget_usd", "target")


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that gives a plan; `place` is its number among those that were tried."""

    place: int
    name: str
    text: str
    readiness: str
    end: str


@dataclass(frozen=True, slots=True)
class WaysOut:
    """Why no plan fits, in sentences; the changes that work; and what does not help."""

    broken: tuple[str, ...]
    fixes: tuple[Fix, ...]
    useless: tuple[str, ...]

    @property
    def title(self) -> str:
        """How many changes work."""
        count = len(self.fixes)
        if not count:
            return "No single change was found that works"
        return f"{words.sentence(words.count(count, 'change'))} would work"


def ways_out(document: Row, tried: Sequence[Row], asked: Row, catalogue: Catalogue) -> WaysOut:
    """What to say of an infeasible answer: `tried` are its remedies, `asked` the situation it was planned for."""
    pins = [row for row in document["left_out"] if row["id"] in asked["pinned"]]
    return WaysOut(
        broken=tuple(f"“{_name(row['id'], catalogue)}” {row['why']}." for row in pins),
        fixes=tuple(_fix(place, row, catalogue) for place, row in enumerate(tried) if row["change"]),
        useless=tuple(NOTHING_HELPS[row["kind"]] for row in tried if not row["change"] and _is_open(row, asked)),
    )


def for_an_empty_plan(document: Row) -> WaysOut:
    """What to say where no action fits: the smallest changes at which one would, as planning found them."""
    offers = sorted({(name, row["would_need"][name]) for row in document["unmet"] for name in row["would_need"] or ()})
    least = {name: min(value for found, value in offers if found == name) for name in dict(offers)}
    found = tuple(_offer(place, name, least[name]) for place, name in enumerate(LIMITS) if name in least)
    return WaysOut(
        broken=("No action fits the hours, the money and the time that there are.",), fixes=found, useless=()
    )


def change_of(place: int, document: Row, tried: Sequence[Row]) -> Row | None:
    """The change with that number, as fields of a situation; None where there is none."""
    if tried:
        return tried[place]["change"] if 0 <= place < len(tried) else None
    offers = [row["would_need"] for row in document["unmet"] if row["would_need"]]
    if not 0 <= place < len(LIMITS):
        return None
    values = [offer[LIMITS[place]] for offer in offers if LIMITS[place] in offer]
    return {LIMITS[place]: min(values)} if values else None


def _fix(place: int, row: Row, catalogue: Catalogue) -> Fix:
    name, text = _words(row["kind"], row["change"], [_name(action, catalogue) for action in row["actions"]])
    totals = row["totals"]
    end = f"ends {words.day(date.fromisoformat(totals['finish']))}" if totals["finish"] else "nothing to do"
    return Fix(place, name, text, str(terms.whole(totals["readiness_then"])), end)


def _offer(place: int, kind: str, value: Any) -> Fix:
    name, text = _words(kind, {kind: value}, [])
    return Fix(place, name, text, "", "")


def _words(kind: str, change: Row, actions: Sequence[str]) -> tuple[str, str]:
    named = words.listed([f"“{action}”" for action in actions])
    if kind == "hours_per_week":
        return f"Give {words.figures(change[kind], 'hour')} a week", SMALLEST[kind]
    if kind == "budget_usd":
        return f"Raise the budget to {words.usd(change[kind])}", SMALLEST[kind]
    if kind == "target":
        return f"Move the date to {words.day(date.fromisoformat(change[kind]))}", SMALLEST[kind]
    return {
        "open_to": (f"Be open to {named}", "A big move, for you to decide. Hours, date and budget stay"),
        "pinned": (f"Let go of {named}", f"{_used(actions)} Hours, date and budget stay"),
        "excluded": (f"Take {named} back in", "You left it out. Hours, date and budget stay"),
    }[kind]


def _used(actions: Sequence[str]) -> str:
    if len(actions) == 1:
        return "It is then used only where it earns its hours."
    return "They are then used only where they earn their hours."


def _is_open(row: Row, asked: Row) -> bool:
    """Whether there was something of that kind to change at all."""
    return row["kind"] not in {"pinned", "excluded"} or bool(asked[row["kind"]])


def _name(key: str, catalogue: Catalogue) -> str:
    row = catalogue.actions.get(key)
    return str(row["name"]) if row else key
