"""A quick check says what it left out, and counts as met or gaps only what it asked."""

from typing import Any

import pytest

from assessments.presentation.partial import partial
from assessments.presentation.result import result_page
from tests.assessments.presentation.builders import CATALOGUE, domain, report, scored

ROWS = [scored("cds", 9, "unsure"), scored("safety", 4, "gap"), scored("budget", 2, "met")]


def quick(skills: str = "cds", items: str = "alert outage", **given: Any) -> dict[str, Any]:
    """The document of a quick check that left these out."""
    found = report(skills=ROWS, domains=[domain(), domain("lead", None)], levers=[{"skill": "cds", "points": 9}])
    left_out = {"skills": skills.split(), "items": items.split()}
    return {"report": found, "answered": {}, "gates_asked": False, "form": "quick", "left_out": left_out} | given


@pytest.mark.parametrize("given", [{"report": {}}, {"form": "full", "left_out": {"skills": [], "items": []}}])
def test_a_full_form_and_an_older_result_have_nothing_to_say(given: dict[str, Any]) -> None:
    assert partial(given, CATALOGUE) is None


@pytest.mark.parametrize(
    ("skills", "items", "begins", "names"),
    [
        ("cds safety", "alert", "It left out two skills and one scenario that", ("CDS design", "Safety reviews")),
        ("", "alert outage", "It left out two scenarios that", ()),
        ("cds", "", "It left out one skill that", ("CDS design",)),
        ("", "", "It left out nothing that the full assessment asks.", ()),
    ],
)
def test_it_says_what_it_left_out(skills: str, items: str, begins: str, names: tuple[str, ...]) -> None:
    found = partial(quick(skills, items), CATALOGUE)
    assert found
    assert found.text.startswith(begins)
    assert found.skills == names
    assert ("range is wider" in found.text) is bool(skills or items)
    assert ("neither met nor a gap" in found.text) is bool(skills)


def test_what_was_not_asked_is_counted_apart_and_never_promised_to_move_anything() -> None:
    page = result_page(quick(), CATALOGUE)
    assert page.counts == {"gap": 1, "unsure": 0, "met": 1, "not_asked": 1}
    assert page.asked == 2
    assert page.headline == "One gap matters most: safety reviews"
    assert (
        page.lede
        == "You already meet 1 of 2 skills that were asked. Closing this gap would move you from 58 to about 62."
    )
    assert [lever.skill.id for lever in page.levers] == ["safety"]


def test_a_domain_without_a_score_is_named() -> None:
    page = result_page(quick(), CATALOGUE)
    assert [row.id for row in page.domains] == ["clinical"]
    assert (
        page.domains_missing == "Without a score, because fewer than three fifths of their skills were rated: leading."
    )
    assert result_page(quick(report=report(skills=ROWS, domains=[domain()])), CATALOGUE).domains_missing == ""


def test_all_that_was_asked_can_be_met() -> None:
    rows = [scored("cds", 9, "unsure"), scored("safety", 0.1, "met"), scored("budget", 0.1, "met")]
    page = result_page(quick(report=report(skills=rows)), CATALOGUE)
    assert page.headline == "You meet the requirement in all 2 skills that were asked"
