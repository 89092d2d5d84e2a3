"""Rows of a form below which others have worked meanwhile: what was typed into deleted ones stands in new ones."""

import re

from django.http import QueryDict

from careers.admin.sent import number

MOST = 1000
"""Rows of a form that are looked at; no form has as many fields."""


def renewed(entries: QueryDict, prefix: str, stored: set[str], last: int) -> QueryDict:
    """The entries with those rows that are not stored any more at the end, as new ones; new ones come after `last`."""
    known, rows = _number(entries, f"{prefix}-INITIAL_FORMS"), _rows(entries, prefix)
    staying = [row for row in rows[:known] if _key(row) in stored]
    gone = [row | {"id": [""]} for row in rows[:known] if _key(row) not in stored and "DELETE" not in row]
    found = entries.copy()
    for name in [name for name in found if re.match(rf"{re.escape(prefix)}-\d+-", name)]:
        del found[name]
    new = _moved(rows[known:], str(last + 1))
    for index, row in enumerate([*staying, *new, *gone]):
        for column, values in row.items():
            found.setlist(f"{prefix}-{index}-{column}", values)
    found[f"{prefix}-INITIAL_FORMS"] = str(len(staying))
    found[f"{prefix}-TOTAL_FORMS"] = str(len(staying) + len(new) + len(gone))
    return found


def _moved(new: list[dict[str, list[str]]], place: str) -> list[dict[str, list[str]]]:
    """New rows that stand where the page put them, rather than where somebody did, stand there after others came."""
    offered = new[-1].get("position") if new else None
    return [row | {"position": [place]} if offered and row.get("position") == offered else row for row in new]


def _rows(entries: QueryDict, prefix: str) -> list[dict[str, list[str]]]:
    rows: list[dict[str, list[str]]] = [{} for _ in range(_number(entries, f"{prefix}-TOTAL_FORMS"))]
    for name, values in entries.lists():
        found = re.fullmatch(rf"{re.escape(prefix)}-(\d{{1,4}})-(\w+)", name)
        if found and int(found[1]) < len(rows):
            rows[int(found[1])][found[2]] = values
    return rows


def _key(row: dict[str, list[str]]) -> str:
    return (row.get("id") or [""])[-1]


def _number(entries: QueryDict, name: str) -> int:
    return min(number(entries.get(name, "")) or 0, MOST)
