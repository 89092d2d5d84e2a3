"""Tables of figures on paper: what each says, where it stands on the scale, and what it rests on."""

from collections.abc import Iterable

from careers.presentation.axis import Axis, Tick
from careers.presentation.charts import Chart, Row
from careers.presentation.figures import Figure, Rival
from careers.presentation.paper.text import Node, marks, paragraph, run, strong


def chart(found: Chart) -> Node:
    """A table of figures, with a plot where they share a scale."""
    return {
        "is": "figures",
        "title": found.title,
        "caption": found.caption,
        "axis": [_tick(tick) for tick in found.axis.ticks] if found.axis else None,
        "rows": [_row(row, found.axis) for row in found.rows],
    }


def _tick(tick: Tick) -> Node:
    return {"at": float(tick.x.rstrip("%")), "label": tick.label}


def _row(row: Row, axis: Axis | None) -> Node:
    figure = row.figure
    return {
        "about": [about(figure), *_notes(figure)],
        "plot": _plot(figure, axis) if axis else None,
        "value": value(figure),
        "basis": f"{figure.publisher}. {figure.basis}",
    }


def _plot(figure: Figure, axis: Axis) -> Node:
    return {
        "from": axis.share(figure.low),
        "to": axis.share(figure.high),
        "range": figure.is_range,
        "solid": figure.solid,
        "open": figure.open_ended,
    }


def about(figure: Figure) -> Node:
    """The figure's label with the number of its source, and that it is an estimate where it is one."""
    doubts = [run(" "), {"is": "tag", "text": "Estimate"}] if figure.estimate else []
    return paragraph(run(figure.label), *marks([figure.mark]), *doubts)


def value(figure: Figure) -> str:
    """The number with its unit and period."""
    return f"{figure.value} {figure.period}".strip()


def _notes(figure: Figure) -> list[Node]:
    note = [{"is": "small", "runs": [run(figure.note)]}] if figure.note else []
    return note + ([disputed(figure.rivals)] if figure.rivals else [])


def disputed(rivals: Iterable[Rival]) -> Node:
    """Who disagrees, each with its number, year and source."""
    runs = [strong("Disputed by ")]
    for place, rival in enumerate(rivals):
        runs += [run(f"{'; ' if place else ''}{rival.label}, {rival.value} ({rival.year})"), *marks([rival.mark])]
    return {"is": "small", "runs": [*runs, run(".")]}
