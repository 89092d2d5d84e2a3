"""How well both forms did on many people, as plain data."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from assessments.domain.form import FULL, QUICK
from assessments.domain.instrument import Instrument
from assessments.domain.scoring import band
from assessments.domain.simulation.estimates import Estimate, average, ratio
from assessments.domain.simulation.people import Departure, Draw, person
from assessments.domain.simulation.runs import NOT_ASKED, Run, run

GAP, MET, UNSURE = "gap", "met", "unsure"
ENDS = (band(0), band(100))
"""The bands of those whose true readiness lies at an end: their score is drawn toward the middle."""

FEWEST = 30
"""People at an end of whom something can be said."""

Pair = tuple[Run, Run]
"""One person's run through the full form and through the quick check."""


def level_report(instrument: Instrument, *, people: int, draw: Draw, departure: Departure) -> dict[str, Any]:
    """What both forms find out about so many people at the instrument's level.

    - points of readiness 0 to 100, shares 0 to 1, each estimate with its standard error
    """
    made = (person(instrument, draw, departure) for _ in range(people))
    pairs = [(run(instrument, one, FULL), run(instrument, one, QUICK)) for one in made]
    return {
        "level": instrument.level,
        FULL: form_report([full for full, _ in pairs]),
        QUICK: form_report([quick for _, quick in pairs]),
        "gaps": gaps_report(pairs),
    }


def form_report(runs: Sequence[Run]) -> dict[str, Any]:
    """How well one form found out what is true."""
    skills = len(runs[0].misses)
    squares = average(sum(miss**2 for miss in run.misses) / skills for run in runs)
    return {
        "questions": {
            "fewest": min(run.questions for run in runs),
            "mean": round(average(run.questions for run in runs).value, 1),
            "most": max(run.questions for run in runs),
        },
        "readiness": {
            "bias": _points(average(run.error for run in runs)),
            "bias_of": {word: _bias_of(word, runs) for word in ENDS},
            "typical_error": round(math.sqrt(average(run.error**2 for run in runs).value), 2),
            "range_holds_truth": _share(average(run.holds_truth for run in runs)),
            "range_width": round(average(run.found.high - run.found.low for run in runs).value, 1),
        },
        "skills": {
            "bias": _points(average(sum(run.misses) / skills for run in runs)),
            "typical_error": round(math.sqrt(squares.value), 2),
            "range_holds_truth": _share(average(run.held / skills for run in runs)),
        },
    }


def gaps_report(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Where the quick check finds the full form's gaps, and where the two contradict each other."""

    def quick_says(status: str) -> dict[str, float]:
        return _share(_of(pairs, lambda full, quick: full == GAP and quick == status, lambda full, _: full == GAP))

    return {
        "found": quick_says(GAP),
        "called_unsure": quick_says(UNSURE),
        "not_asked": quick_says(NOT_ASKED),
        "called_met": quick_says(MET),
        "confirmed": _share(
            _of(pairs, lambda full, quick: full == quick == GAP, lambda _, quick: quick == GAP),
        ),
        "contradicted": _share(_of(pairs, lambda full, quick: {full, quick} == {GAP, MET}, lambda *_: True)),
    }


def _bias_of(word: str, runs: Sequence[Run]) -> dict[str, float] | None:
    errors = [run.error for run in runs if band(run.truth) == word]
    return _points(average(errors)) if len(errors) >= FEWEST else None


def _of(pairs: Sequence[Pair], part: Callable[[str, str], bool], whole: Callable[[str, str], bool]) -> Estimate:
    """The share of the skills that `part` picks among those that `whole` picks, over all people."""
    each = ([(status, quick.statuses[id]) for id, status in full.statuses.items()] for full, quick in pairs)
    return ratio((sum(part(*both) for both in person), sum(whole(*both) for both in person)) for person in each)


def _points(estimate: Estimate) -> dict[str, float]:
    return {"value": round(estimate.value, 2), "error": round(estimate.error, 2)}


def _share(estimate: Estimate) -> dict[str, float]:
    return {"value": round(estimate.value, 4), "error": round(estimate.error, 4)}
