"""What a newer version of the instrument changed for one level, in words, by key."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.presentation.catalogue import Catalogue
from assessments.presentation.terms import named, within
from assessments.presentation.words import count, day, sentence

Row = Mapping[str, Any]
Rows = Mapping[str, Row]
NOTHING = "Nothing that this level asks changed."


@dataclass(frozen=True, slots=True)
class Update:
    """That the instrument was updated, and one line for each kind of change."""

    title: str
    lines: tuple[str, ...]


def update(number: int, live_from: date, old: Catalogue, new: Catalogue, level: str) -> Update:
    """The banner of a result that was made with `old` while `new` is live."""
    return Update(f"The assessment was updated (version {number}, {day(live_from)})", tuple(changes(old, new, level)))


def changes(old: Catalogue, new: Catalogue, level: str) -> Iterator[str]:
    """What changed for the level; a line that says so where nothing that it asks did."""
    if level not in {row["id"] for row in new.document["competencies"]["career_levels"]}:
        yield "The level of this result can no longer be assessed."
        return
    lines = [*_skills(old.skills, new.skills, level, new), *_items(old, new)]
    yield from lines or [NOTHING]


def _skills(old: Rows, new: Rows, level: str, catalogue: Catalogue) -> Iterator[str]:
    both = [id for id in new if id in old]
    pairs = [(new[id]["name"], old[id], new[id]) for id in both]
    yield from _listed("Skills added", (new[id]["name"] for id in new if id not in old))
    yield from _listed("Skills removed", (old[id]["name"] for id in old if id not in new))
    yield from _renamed(pairs)
    yield from _listed(
        "Levels reworded", (name for name, before, after in pairs if before["levels"] != after["levels"])
    )
    required = ((name, *(catalogue.word(row["required"][level]) for row in rows)) for name, *rows in pairs)
    yield from _moved("Required level changed", required)
    weights = ((name, *(f"{row['weight_by_level'][level]:g}" for row in rows)) for name, *rows in pairs)
    yield from _moved("Weight changed", weights)


def _renamed(pairs: Iterable[tuple[str, Row, Row]]) -> Iterator[str]:
    changed = [f"“{old['name']}” is now “{new['name']}”" for _, old, new in pairs if old["name"] != new["name"]]
    if changed:
        yield f"Skills renamed: {'; '.join(changed)}."


def _items(old: Catalogue, new: Catalogue) -> Iterator[str]:
    added = [id for id in new.items if id not in old.items]
    removed = [id for id in old.items if id not in new.items]
    reworded = [id for id in new.items if id in old.items and new.items[id] != old.items[id]]
    for ids, what in ((added, "added"), (removed, "removed"), (reworded, "revised")):
        if ids:
            yield f"{sentence(count(len(ids), 'scenario'))} {what}."


def _listed(what: str, names: Iterable[str]) -> Iterator[str]:
    if found := list(names):
        yield f"{what}: {named(found)}."


def _moved(what: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """One line for all skills of which something changed from one value to another."""
    lines = ((within(name), within(before), within(after)) for name, before, after in rows if before != after)
    moved = [f"{name} from {before} to {after}" for name, before, after in lines]
    if moved:
        yield f"{what}: {'; '.join(moved)}."


def action_changes(old: Catalogue, new: Catalogue, used: Collection[str]) -> Iterator[str]:
    """What changed among the actions: how many came and went, and by name those that a plan uses."""
    added = [row["name"] for key, row in new.actions.items() if key not in old.actions]
    removed = [row["name"] for key, row in old.actions.items() if key not in new.actions and key in used]
    gone = sum(key not in new.actions and key not in used for key in old.actions)
    changed = [key for key, row in new.actions.items() if key in old.actions and old.actions[key] != row]
    if added:
        yield f"{sentence(count(len(added), 'action'))} added to the catalogue."
    if removed:
        yield f"No longer in the catalogue: {named(removed)}."
    if gone:
        yield f"{sentence(count(gone, 'action'))} that this plan does not use removed."
    if mine := [new.actions[key]["name"] for key in changed if key in used]:
        yield f"Revised: {named(mine)}."
    if rest := sum(key not in used for key in changed):
        yield f"{sentence(count(rest, 'other action'))} revised."
