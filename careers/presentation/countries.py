"""Pay by country: in local currency, in US dollars and in what it buys, in the order that the reader chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.presentation import words
from careers.presentation.axis import Axis, axis_for
from careers.presentation.figures import Figure, References
from careers.presentation.sources import Source, anchor

Row = dict[str, Any]
NAMES = {"usd": "US dollars", "ppp": "purchasing-power dollars"}
HEADS = {"country": "Country", "usd": "US dollars", "ppp": "Purchasing power"}
MEANING = (
    "These dollars buy what a dollar buys in the United States, where both kinds are the same by definition."
    " They tell what pay is worth where it is earned, before tax."
)


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column that can be sorted by; `order` is ascending, descending or empty."""

    key: str
    label: str
    order: str
    link: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a column means and where its numbers come from."""

    title: str
    text: str
    marks: tuple[Source, ...]


def table(document: Mapping[str, Any], references: References, seen: set[str], sort: str) -> dict[str, Any]:
    """The section's table of countries; `sort` is a key of `sorting.KEYS` or empty; listed figures go to `seen`."""
    rows = [_row(row, references, seen) for row in document["countries"]]
    if not rows:
        return {"countries": []}
    has_ppp = any(row["ppp"] for row in rows)
    order = sort if has_ppp or not sort.endswith("ppp") else ""
    money = "ppp" if order.endswith("ppp") else "usd"
    scale = axis_for([row[f"{money}_high"] for row in rows if row[money]], "USD")
    bases = {f"{row['view'].dated}, {row['view'].sample}" for row in rows}
    return {
        "countries": [row | _place(row, money, scale) for row in _ranked(rows, order)],
        "countries_axis": scale,
        "countries_title": _title(rows, money),
        "countries_basis": bases.pop() if len(bases) == 1 else "",
        "countries_money": NAMES[money],
        "countries_heads": [_head(key, order) for key in HEADS if has_ppp or key != "ppp"],
        "countries_notes": _notes(document, rows, references, has_ppp=has_ppp),
        "countries_sorted": bool(order),
    }


def _row(row: Mapping[str, Any], references: References, seen: set[str]) -> Row:
    shown = dict(row) | {
        "view": references.figure(row["figure"]),
        "usd": words.short_span(row["usd_low"], row["usd_high"], "USD"),
        "local": words.short_span(row["low"], row["high"], row["currency"]),
        "ppp": _short(row["ppp_low"], row["ppp_high"]) if row.get("ppp_low") else "",
        "anchor": "" if row["figure"] in seen else anchor(row["figure"]),
    }
    seen.add(row["figure"])
    return shown


def _short(low: float, high: float) -> str:
    return words.short(low, "USD") if low == high else f"{words.short(low, 'USD')} to {words.short(high, 'USD')}"


def _place(row: Row, money: str, scale: Axis) -> dict[str, str]:
    return {
        name: scale.at(row[f"{money}_{end}"]) if row[money] else "" for name, end in (("x", "low"), ("end", "high"))
    }


def _ranked(rows: Sequence[Row], order: str) -> list[Row]:
    if not order:
        return list(rows)
    key = order.removeprefix("-")
    if key == "country":
        return sorted(rows, key=lambda row: str(row["name"]), reverse=order != key)
    known = [row for row in rows if row[key]]
    ranked = sorted(known, key=lambda row: float(row[f"{key}_low"] + row[f"{key}_high"]), reverse=order != key)
    return [*ranked, *(row for row in rows if not row[key])]


def _head(key: str, order: str) -> Head:
    # Names begin with A, money with the highest; a second press turns the order around.
    first, second = (key, f"-{key}") if key == "country" else (f"-{key}", key)
    direction = {key: "ascending", f"-{key}": "descending"}.get(order, "")
    return Head(key, HEADS[key], direction, second if order == first else first)


def _title(rows: Sequence[Row], money: str) -> str:
    abroad = [row for row in rows if row["country"] != "US" and row[money]]
    shown = abroad or [row for row in rows if row[money]]
    span = words.span(min(row[f"{money}_low"] for row in shown), max(row[f"{money}_high"] for row in shown), "USD")
    if money == "ppp":
        return f"At the prices of the United States, the ranges {'elsewhere ' if abroad else ''}are worth {span}"
    return f"Outside the United States, the ranges run from {span}" if abroad else f"The range runs from {span}"


def _notes(
    document: Mapping[str, Any], rows: Sequence[Row], references: References, *, has_ppp: bool
) -> tuple[Note, ...]:
    printed = tuple(dict.fromkeys(row["view"].mark for row in rows))
    local = Note("Local currency", "As printed. Amounts in different currencies cannot be ranked.", printed)
    marks = references.marks(document["sources"])
    rates, parity = _about(marks, "exchange rate"), _about(marks, "purchasing power")
    checks = [figure for figure in references.figures(document["figures"]) if figure.mark == rates]
    dollars = " ".join(["As printed, converted at a rate that the source does not state.", *map(_check, checks)])
    found = [local, Note("US dollars", dollars, (*printed, *([rates] if rates else [])))]
    if has_ppp:
        found.append(Note("Purchasing power", _parity(parity), (parity,) if parity else ()))
    return tuple(found)


def _about(marks: Sequence[Source], topic: str) -> Source | None:
    return next((mark for mark in marks if topic in mark.title.lower()), None)


def _check(figure: Figure) -> str:
    said = f"Our check, {figure.year}: {figure.label[:1].lower()}{figure.label[1:]}, {figure.value}."
    return f"{said} {figure.note}" if figure.note else said


def _parity(source: Source | None) -> str:
    if source is None:
        return MEANING
    basis = f"Local pay divided by the {source.publisher}’s purchasing power parity of {source.year}."
    return " ".join(part for part in (basis, source.note, MEANING) if part)
