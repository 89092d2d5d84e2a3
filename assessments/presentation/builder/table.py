"""What other hours and budgets would give: one table, and the finding that stands above the form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.presentation import terms, words

HOURS = (2.0, 4.0, 6.0, 10.0)
BUDGETS = (0, 5_000, 15_000, 50_000, 150_000, 500_000)
MOST_USD = 10_000_000
READY = terms.BAND_STARTS[-1]
Outcome = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a pair of limits gives; `readiness` is None where no plan fits, `month` empty where nothing is planned."""

    use: str
    limits: str
    readiness: int | None
    month: str
    end: str
    is_now: bool
    is_there: bool = True

    @property
    def is_ready(self) -> bool:
        """Whether it reaches the band called ready."""
        return self.readiness is not None and self.readiness >= READY


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one number of hours."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells, and in words what they come to."""

    target: str
    now: int
    budgets: tuple[str, ...]
    rows: tuple[Row, ...]
    title: str
    lede: str

    @property
    def is_whole(self) -> bool:
        """Whether every cell is worked out."""
        return all(cell.is_there for row in self.rows for cell in row.cells)


def axes(hours: float, budget: int) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """The hours a week and the three budgets to try: the user's own, nothing, and a larger one where there is one."""
    larger = next((usd for usd in BUDGETS if usd > budget * 1.5), budget * 2 if budget * 2 <= MOST_USD else budget // 2)
    third = next(usd for usd in BUDGETS if usd > larger) if budget == 0 else budget
    return tuple(sorted({*HOURS, hours})), tuple(sorted({0, third, larger}))


def typed(hours: float, budget: int) -> tuple[str, str]:
    """The two limits as people type them."""
    return f"{hours:g}", f"{budget:,}"


def table(
    hours: Sequence[str],
    budgets: Sequence[str],
    cells: Sequence[Outcome | None],
    own: tuple[str, str],
    target: date,
    now: int,
) -> Table:
    """The table of these outcomes, row by row; None for those that are not worked out yet.

    - own: the user's present hours and budget, written like the axes; now: readiness by the likely levels
    """
    width = len(budgets)
    best = _at_least(cells, width)
    rows = tuple(
        Row(
            words.figures(float(amount), "hour"),
            tuple(_cell(amount, usd, best[place * width + column], own) for column, usd in enumerate(budgets)),
        )
        for place, amount in enumerate(hours)
    )
    title, lede = _finding(rows, own)
    return Table(words.day(target), now, tuple(f"${usd}" for usd in budgets), rows, title, lede)


def _at_least(cells: Sequence[Outcome | None], width: int) -> list[Outcome | None]:
    """The best that each pair of limits is known to give: what fits tighter limits fits looser ones as well."""
    best: list[Outcome | None] = []
    for place, cell in enumerate(cells):
        column = place % width
        above = [entry for entry in best[column::width] if entry]
        tighter = [*above[-1:], *([best[place - 1]] if column else [])]
        best.append(max((cell, *(entry for entry in tighter if entry)), key=_worth) if cell else None)
    return best


def _worth(cell: Outcome) -> tuple[float, float]:
    """Readiness first, then an early end."""
    if cell["status"] == "infeasible":
        return -1.0, 0.0
    totals = cell["totals"]
    end = date.fromisoformat(totals["finish"]).toordinal() if totals["finish"] else 0
    return totals["readiness_then"], -end


def _cell(hours: str, budget: str, outcome: Outcome | None, own: tuple[str, str]) -> Cell:
    fits = outcome is not None and outcome["status"] != "infeasible"
    totals = outcome["totals"] if outcome else {}
    end = date.fromisoformat(totals["finish"]) if fits and totals["finish"] else None
    return Cell(
        use=f"{hours}:{budget.replace(',', '')}",
        limits=f"{words.figures(float(hours), 'hour')} and ${budget}",
        readiness=terms.whole(totals["readiness_then"]) if fits else None,
        month=f"{words.MONTHS[end.month - 1][:3]} {end.year}" if end else "",
        end=words.month(end) if end else "",
        is_now=(hours, budget) == own,
        is_there=outcome is not None,
    )


def _finding(rows: Sequence[Row], own: tuple[str, str]) -> tuple[str, str]:
    mine = next((row for row in rows if any(cell.is_now for cell in row.cells)), None)
    here = next((cell for cell in mine.cells if cell.is_now), None) if mine else None
    if mine is None or here is None or not here.is_there:
        return "What can you give to your plan?", ""
    if here.readiness is None:
        return "No plan fits these limits", "What you asked to be in the plan does not fit beside them."
    column = mine.cells.index(here)
    first = next((row for row in rows if row.cells[column].is_ready), None)
    by = f" by {here.end}" if here.end else ", with no step planned"
    lede = f"At {here.limits} you reach {here.readiness}{by}. {_gain(list(_gains(rows, mine, column, here)))}"
    return _title(here, mine, first), lede.strip()


def _title(here: Cell, mine: Row, first: Row | None) -> str:
    if here.is_ready:
        return f"At {_said(mine)} a week the plan reaches ready"
    if first is not None and first is not mine:
        return f"At {_said(first)} a week the plan reaches ready"
    return f"At {_said(mine)} a week the plan reaches {here.readiness}"


def _said(row: Row) -> str:
    return words.count(float(row.name.split()[0]), "hour")


def _gains(rows: Sequence[Row], mine: Row, column: int, here: Cell) -> Iterator[tuple[str, int]]:
    """What the next row and the next column add to the user's own cell."""
    later = [row for row in rows[list(rows).index(mine) + 1 :] if row.cells[column].is_there]
    if later:
        more = float(later[0].name.split()[0]) - float(mine.name.split()[0])
        yield words.count(more, "more hour"), (later[0].cells[column].readiness or 0) - (here.readiness or 0)
    if column + 1 < len(mine.cells):
        first, second = (int(cell.use.split(":")[1]) for cell in mine.cells[column : column + 2])
        yield f"{words.usd(second - first)} more", (mine.cells[column + 1].readiness or 0) - (here.readiness or 0)


def _gain(found: list[tuple[str, int]]) -> str:
    said = []
    for name, points in found:
        verb = "gain" if name.endswith("hours") else "gains"
        said.append(f"{name} {verb} {words.count(points, 'point') if points > 0 else 'nothing'}")
    return f"{words.sentence(', '.join(said))}." if said else ""
