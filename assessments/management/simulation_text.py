"""A simulation as text for a terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

Report = Mapping[str, Any]
COLUMNS = ("full", "quick")
GAPS = {
    "found": "Full form's gaps that the quick check calls a gap",
    "called_unsure": "… unsure",
    "not_asked": "… not asked",
    "called_met": "… met",
    "confirmed": "Quick check's gaps that the full form confirms",
    "contradicted": "Skills met in one form and a gap in the other",
}


def text(report: Report) -> str:
    """The whole report; after ± stands one standard error."""
    head = f"{report['people']:,} people, seed {report['seed']}, instrument {report['instrument']}"
    return "\n".join([head, _how(report), *(line for level in report["levels"] for line in _level(level))])


def _how(report: Report) -> str:
    departure = report["departure"]
    said = [
        "all skills of a person near one level" if departure["alike"] else "",
        f"ratings {departure['overrating']} too high" if departure["overrating"] else "",
        f"{departure['unsure']:.0%} of those who do not know say so" if departure["unsure"] else "",
    ]
    departs = ", ".join(filter(None, said))
    return f"Apart from the model: {departs}" if departs else "Answers as the model has them"


def _level(level: Report) -> Iterator[str]:
    forms = [level[kind] for kind in COLUMNS]
    yield f"\n{level['level']:<52}{'full form':>16}{'quick check':>16}"
    yield _row("Questions, mean", *(f"{form['questions']['mean']:.1f}" for form in forms))
    yield _row(
        "Questions, fewest to most",
        *(f"{form['questions']['fewest']} to {form['questions']['most']}" for form in forms),
    )
    yield _row("Readiness less true readiness, points", *(_points(form["readiness"]["bias"]) for form in forms))
    for word in level["full"]["readiness"]["bias_of"]:
        biases = [form["readiness"]["bias_of"][word] for form in forms]
        yield _row(f"… of those truly {word}", *(_points(bias) if bias else "too few" for bias in biases))
    yield _row("Typical error of readiness, points", *(f"{form['readiness']['typical_error']:.2f}" for form in forms))
    yield _row("Width of its range, points", *(f"{form['readiness']['range_width']:.1f}" for form in forms))
    yield _row("Range holds the true readiness", *(_share(form["readiness"]["range_holds_truth"]) for form in forms))
    yield _row("Skill's likely less true level", *(_points(form["skills"]["bias"]) for form in forms))
    yield _row("Typical error of a skill's level", *(f"{form['skills']['typical_error']:.2f}" for form in forms))
    yield _row(
        "Range of a skill holds its true level", *(_share(form["skills"]["range_holds_truth"]) for form in forms)
    )
    yield from (_row(words, "", _share(level["gaps"][name])) for name, words in GAPS.items())


def _row(words: str, *values: str) -> str:
    return f"  {words:<50}" + "".join(f"{value:>16}" for value in values)


def _points(estimate: Mapping[str, float]) -> str:
    return f"{estimate['value']:+.2f} ± {estimate['error']:.2f}"


def _share(estimate: Mapping[str, float]) -> str:
    return f"{estimate['value']:.1%} ± {estimate['error']:.1%}"
