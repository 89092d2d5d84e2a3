"""Rows of a form that somebody else has deleted meanwhile: what was typed into them stands in new rows."""

import re

from django.http import QueryDict

MOST = 1000
"""Rows of a form that are looked at; no form has as many fields."""


def renewed(entries: QueryDict, prefix: str, stored: set[str]) -> QueryDict:
    """The entries with those rows that are not stored any more at the end, as new ones; other rows keep their order."""
    known, rows = _number(entries, f"{prefix}-INITIAL_FORMS"), _rows(entries, prefix)
    if all(_key(row) in stored for row in rows[:known]):
        return entries
    staying = [row for row in rows[:known] if _key(row) in stored]
    gone = [row | {"id": [""]} for row in rows[:known] if _key(row) not in stored and "DELETE" not in row]
    found = entries.copy()
    for name in [name for name in found if re.match(rf"{re.escape(prefix)}-\d+-", name)]:
        del found[name]
    for index, row in enumerate([*staying, *rows[known:], *gone]):
        for column, values in row.items():
            found.setlist(f"{prefix}-{index}-{column}", values)
    found[f"{prefix}-INITIAL_FORMS"] = str(len(staying))
    found[f"{prefix}-TOTAL_FORMS"] = str(len(staying) + len(rows[known:]) + len(gone))
    return found


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
    text = entries.get(name, "")
    return min(int(text), MOST) if re.fullmatch(r"[0-9]{1,9}", text) else 0
