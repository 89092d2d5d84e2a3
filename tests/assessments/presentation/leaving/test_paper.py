"""A plan on paper: never more than two pages, the same for equal plans, and saying what the page says."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest

from assessments.domain import instrument as instruments
from assessments.domain.following.progress import UNTOUCHED, Progress
from assessments.domain.instrument import Instrument
from assessments.presentation import plan as plan_page
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.leaving import paper
from assessments.presentation.leaving.paper import Sheet
from assessments.presentation.plan import Saved
from careers import typeset
from tests.assessments.presentation import realistic
from tests.assessments.presentation.builders import MONDAY, action, document, lift, plan, planned, saved
from tests.corpus import TEXTS

AT = datetime(2027, 1, 20, 9, 30, tzinfo=UTC)
LONG = "Lead the enterprise-wide redesign of everything that has to do with notes, plans and budgets; " * 12


def sheet(shown: Saved, at: datetime = AT) -> Sheet:
    return Sheet(plan_page.page(shown, at.date()), "CMIO", 3, at, "https://coach.example.org/plans/7/")


def many(number: int, name: str = "", progress: Progress = UNTOUCHED) -> Saved:
    """A plan of so many steps, every third of which needs a sponsor, and of as many open skills."""
    keys = [f"own-{place}" for place in range(number)]
    needing = {place: ["sponsor"] for place in range(0, number, 3)}
    actions = [
        action(key, f"{name or 'Step'} {place}", requires_conditions=needing.get(place, []))
        for place, key in enumerate(keys)
    ]
    rows = [
        planned(key, MONDAY + timedelta(weeks=2 * place), develops=[lift("cds", 2, 3), lift("safety", 2, 3)])
        for place, key in enumerate(keys)
    ]
    gap = {"skill": "budget", "reached": 0, "required": 2, "points": 25.0, "binding": "better uses of the hours"}
    need = {"hours_per_week": 6.5, "budget_usd": 12000, "target": "2031-01-31"}
    shown = saved(plan(*rows, unmet=[gap | {"would_need": need}] * number))
    skills = [row | {"name": f"{name or 'Skill'} {row['name']}"} for row in document()["competencies"]["skills"]]
    conditions = [row | {"name": f"{name or 'Condition'}"} for row in document()["actions"]["conditions"]]
    whole = document(actions=actions, skills=skills, conditions=conditions)
    known: dict[str, Any] = {"catalogue": Catalogue(whole), "instrument": read(whole)}
    return replace(shown, **known, progress=dict.fromkeys(keys[: number // 2], progress))


def read(whole: dict[str, Any]) -> Instrument:
    return instruments.read(whole, version=3, career="chief-medical-information-officer", level="cmio")


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


def printed(shown: Saved) -> dict[str, Any]:
    """What is handed to the typesetter for the sheet that is printed."""
    handed: list[dict[str, Any]] = []
    real = typeset.pdf

    def keep(data: dict[str, Any], *rest: Any) -> bytes:
        handed.append(data)
        return real(data, *rest)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeset, "pdf", keep)
        assert 1 <= pages(paper.pdf(sheet(shown))) <= paper.MOST_PAGES
    return handed[0]


@cache
def usual() -> bytes:
    return paper.pdf(sheet(realistic.saved()))


def test_it_is_a_tagged_pdf() -> None:
    assert usual().startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in usual()
    assert b"Plan for CMIO, 20 January 2027" in usual()
    assert pages(usual()) == typeset.pages(paper._data(sheet(realistic.saved()), paper.MOST_ROWS), paper.TEMPLATE) <= 2


def test_equal_plans_are_equal_bytes() -> None:
    assert paper.pdf(sheet(realistic.saved())) == usual()


@pytest.mark.parametrize("number", [0, 1, 12, 40, 120])
@pytest.mark.parametrize("name", ["", LONG, "🦉" * 1000, "W" * 1000], ids=["short", "long", "owls", "one word"])
def test_two_pages_hold_every_plan(number: int, name: str) -> None:
    found = printed(many(number, name))
    shown, said = len(found["steps"]), found["steps_rest"]
    assert shown >= min(number, paper.FEWEST_ROWS)
    assert ("more step" in said) == (shown < number)


def test_a_dozen_long_steps_lose_none() -> None:
    found = printed(many(12))
    assert len(found["steps"]) == 12
    assert (found["steps_rest"], found["open_rest"]) == ("", "")
    assert found["steps_title"] == "12 steps"


def test_where_not_all_steps_fit_those_that_are_over_go_first() -> None:
    found = printed(many(120, LONG, UNTOUCHED.turned("done", MONDAY)))
    left = [row["state"] for row in found["steps"]]
    assert left
    assert "Done" not in left
    assert found["steps_title"] == "120 steps, 60 of them done"
    assert found["steps_rest"] == f"And {120 - len(left)} more steps in the plan."
    assert [int(row["number"]) for row in found["steps"]] == sorted(int(row["number"]) for row in found["steps"])


def test_it_says_what_the_page_says() -> None:
    shown = realistic.saved()
    found, page = printed(shown), plan_page.page(shown, AT.date())
    assert (found["headline"], found["lede"]) == (page.title, page.limits)
    assert [row["name"] for row in found["steps"]] == [step.name for step in page.steps]
    assert [row["name"] for row in found["milestones"]] == [mark.name for mark in page.milestones]
    assert [row["name"] for row in found["arrange"]] == [name for name, _ in page.arrange]
    assert found["open"][0]["name"] == page.open_skills[0].name
    assert found["outlook"] == page.outlook
    assert "revision 3. https://coach.example.org/plans/7/" in found["source"]


def test_nothing_that_is_typed_is_taken_for_markup() -> None:
    names = [text.decode(errors="replace") for text in TEXTS]
    nasty = ["#panic()", '#eval("1")', "$x$", "= Heading", "*bold*", '#read("/etc/passwd")', *names]
    shown = many(1)
    for name in nasty:
        row = document(actions=[action("own-0", name)])
        data = paper._data(sheet(replace(shown, catalogue=Catalogue(row), instrument=read(row))), paper.MOST_ROWS)
        assert len(data["steps"][0]["name"]) <= paper.LONGEST_NAME
        assert typeset.pages(data, paper.TEMPLATE) == 1
