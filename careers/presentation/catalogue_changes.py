"""What changed between two documents of the instrument: by skill, gate, action and scenario item."""

from collections.abc import Mapping
from typing import Any

from careers.differences import NOTHING, ORDER, Change, changes
from careers.presentation import telling
from careers.presentation.telling import Group, Told

Document = Mapping[str, Any]
Names = Mapping[str, str]
Place = tuple[str, str]
KINDS = {
    "domains": "Domain",
    "skills": "Skill",
    "prerequisites": "Gate",
    "actions": "Action",
    "knowledge_items": "Scenario item",
    "conditions": "Condition",
}
"""Lists whose rows stand apart, each under its name."""

OTHERS = {
    "sources": "Sources",
    "career_levels": "Career levels",
    "proficiency_scale": "Proficiency levels",
    "proficiency_definitions": "Proficiency levels",
}
"""Entries that stand together under one title; all that is named nowhere stands under the next."""

ABOUT = "About the instrument"
FIELDS = {
    "key": "right answer",
    "levels": "anchor",
    "necessity": "how firmly it is asked for",
    "required": "required level",
    "stem": "question",
    "weight_by_level": "weight",
    "options": "option",
    "develops": "lift",
    "fixed_windows": "window",
}
"""What editors call an entry; the others are called by their names."""

NAMING = {"skill", "domain", "prerequisite"}
"""Entries that hold the key of one other row."""


def told(before: Document, after: Document, *, whole: bool = False) -> list[Group]:
    """The changes by place, in the order of the later document; none where both say the same.

    Texts are cut to the words around a change, unless they are asked for whole.
    """
    names = _names(before) | _names(after)
    found: dict[Place, list[Told]] = {}
    for change in changes(before, after):
        found.setdefault(_place(change, names), []).append(_told(change, names, whole=whole))
    return [Group(title, anchor, tuple(rows)) for (title, anchor), rows in found.items()]


def anchor(kind: str, key: str) -> str:
    """The id under which a page of the whole instrument has the row; `kind` is a list, such as skills."""
    return f"{kind}-{key}"


def _names(document: Document) -> dict[str, str]:
    """What every row that others refer to is called, by key."""
    lists = [rows for part in document.values() for rows in part.values() if isinstance(rows, list)]
    rows = [row for found in lists for row in found if isinstance(row, Mapping)]
    return {row["id"]: row.get("name") or row.get("title") or row["id"] for row in rows}


def _place(change: Change, names: Names) -> Place:
    kind, *inside = (str(step) for step in change.path[1:] if step != ORDER)
    if kind not in KINDS or not inside:
        return OTHERS.get(kind, ABOUT), ""
    is_there = len(inside) > 1 or change.after not in NOTHING
    return f"{KINDS[kind]}: {names.get(inside[0], inside[0])}", anchor(kind, inside[0]) if is_there else ""


def _told(change: Change, names: Names, *, whole: bool) -> Told:
    last = str(change.path[-1])
    before, after = (_text(value, last, names) for value in (change.before, change.after))
    return telling.tell(_called(change, names), change, before, after, whole=whole)


def _called(change: Change, names: Names) -> str:
    kind, *inside = (str(step) for step in change.path[1:] if step != ORDER)
    steps = inside[1:] if kind in KINDS else inside
    said = ": ".join(FIELDS.get(step) or names.get(step) or step.replace("_", " ") for step in steps)
    # The group says which row it is: what is left to say of a whole row is what kind of row.
    text = said or (KINDS[kind] if inside else kind.replace("_", " "))
    return text[:1].upper() + text[1:]


def _text(value: Any, last: str, names: Names) -> str | None:
    """The value as an editor would see it; nothing where that takes more than a line of text."""
    if value in NOTHING:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return "; ".join(names.get(entry, entry) for entry in value)
    if isinstance(value, str) and last in NAMING:
        return names.get(value, value)
    return str(value) if isinstance(value, str | int | float) else None
