"""A plan that was worked out again: what changes, why, and where there is none, what would help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.presentation import terms, words
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.causes import Asked
from assessments.presentation.comparison import Comparison, Figure, compare, distance, strip
from assessments.presentation.plan import Saved


@dataclass(frozen=True, slots=True)
class Proposal:
    """The page of a proposal; `note` says so where figures of two versions of the assessment stand side by side."""

    title: str
    lede: str
    strip: tuple[Figure, ...]
    comparison: Comparison
    causes: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change that was tried and gives a plan: its number among all, the change, and what comes of it."""

    number: int
    change: str
    button: str
    gives: str


@dataclass(frozen=True, slots=True)
class NoPlan:
    """Why there can be no plan: each law that is broken, what would help, and what would not."""

    broken: tuple[tuple[str, str], ...]
    remedies: tuple[Remedy, ...]
    useless: str


def proposal(before: Saved, after: Saved, causes: Sequence[str], today: date) -> Proposal:
    """What following the second schedule instead of the first would mean."""
    found = compare(before, after, today)
    return Proposal(
        title=title(found),
        lede=_lede(found, Asked.of(before.request).target, Asked.of(after.request).target),
        strip=strip(before, after, found),
        comparison=found,
        causes=tuple(causes),
        note=_note(before, after),
    )


def title(found: Comparison) -> str:
    """The finish and the readiness of a proposal against those of the plan, in one line."""
    if found.is_empty:
        return "Nothing would change"
    then, now = terms.whole(found.before.readiness_then), terms.whole(found.after.readiness_then)
    reached = f"still {now}" if then == now else f"{now} instead of {then}"
    if found.after.finish is None or found.before.finish is None:
        return f"{'No step is left to do' if found.after.finish is None else 'A plan with steps again'}, and {reached}"
    if found.after.finish == found.before.finish:
        return f"The same finish, and {reached}"
    apart = distance(found.before.finish, found.after.finish)
    return (
        f"{words.sentence(apart)} {'later' if found.after.finish > found.before.finish else 'earlier'}, and {reached}"
    )


def no_plan(answer: Mapping[str, Any], catalogue: Catalogue) -> NoPlan:
    """The answer to a question to which there is no plan."""
    names = {key: row["name"] for key, row in catalogue.actions.items()}
    broken = [(names[row["id"]], row["why"]) for row in answer["document"]["left_out"] if row["id"] in names]
    rows = list(enumerate(answer["remedies"]))
    useless = [USELESS[row["kind"]] for _, row in rows if not row["change"] and row["kind"] in USELESS]
    return NoPlan(
        broken=tuple((name, f"{words.sentence(why)}.") for name, why in broken),
        remedies=tuple(_remedy(number, row, names) for number, row in rows if row["change"]),
        useless=f"{words.sentence(words.listed(useless))} alone would not help." if useless else "",
    )


USELESS = {"hours_per_week": "more hours", "target": "a later target date", "budget_usd": "more money"}


def _remedy(number: int, row: Mapping[str, Any], names: Mapping[str, str]) -> Remedy:
    change, button = _change(row, names)
    totals = row["totals"]
    finish = f", finish {words.day(date.fromisoformat(totals['finish']))}" if totals["finish"] else ""
    return Remedy(number, change, button, f"Readiness {terms.whole(totals['readiness_then'])}{finish}")


def _change(row: Mapping[str, Any], names: Mapping[str, str]) -> tuple[str, str]:
    value = row["change"][row["kind"]]
    actions = words.listed([f"“{names.get(key, key)}”" for key in row["actions"]])
    match row["kind"]:
        case "hours_per_week":
            return f"Give {words.figures(value, 'hour')} a week", f"Plan with {words.figures(value, 'hour')}"
        case "target":
            day = words.day(date.fromisoformat(value))
            return f"Take until {day}", f"Plan until {day}"
        case "budget_usd":
            return f"Spend up to {words.usd(value)} from now on", f"Plan with {words.usd(value)}"
        case "open_to":
            return f"Open the big move {actions}", "Plan with this move"
        case "pinned":
            return f"Let go of {actions}", "Plan without it"
    return f"No longer leave out {actions}", "Plan with it"


def _lede(found: Comparison, old_target: date, target: date) -> str:
    before, after = found.before.finish, found.after.finish
    if found.is_empty:
        return "Worked out again from today, the best plan that was found is the one that you follow."
    said = ""
    if before and after and before != after:
        moved = f"{words.day(before)} back to {words.day(after)}" if after < before else words.days(before, after)
        said = f"The finish moves from {moved}. "
    if target != old_target:
        return f"{said}The target date is {words.day(target)} instead of {words.day(old_target)}."
    if after and after > target:
        return f"{said}That is after your target date, {words.day(target)}."
    return f"{said}Your target date, {words.day(target)}, holds."


def _note(before: Saved, after: Saved) -> str:
    old, new = before.instrument.version, after.instrument.version
    if old == new:
        return ""
    return f"Readiness before is counted by version {old} of the assessment, and now by version {new}."
