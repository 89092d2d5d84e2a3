"""What is found before publishing: each fault in its place, and nothing that stops a real guide."""

from datetime import UTC, datetime
from typing import Any

import pytest

from careers import services
from careers.checks.publishing import findings
from tests.careers.checks.spoiling import Fault, Put, at, within
from tests.content import SLUGS, career, catalogue, guide, the_catalogue

NOW = datetime(2026, 12, 1, tzinfo=UTC)
KINDS = [section["kind"] for section in guide()["sections"]]
PROS = KINDS.index("pros")
HARD = "Interoperability considerations, organizational heterogeneity notwithstanding, complicate standardization.\n"


def body(text: str) -> Put:
    return within("sections", PROS, body=text)


def in_body(reason: str) -> list[tuple[str, str]]:
    return [(f"sections[{PROS}].body", reason)]


STOPS = [
    Fault("no section", at("sections", put=[]), [("sections", "are none: readers would see an empty page")]),
    Fault(
        "no source",
        at("sections", PROS, "sources", put=[]),
        [(f"sections[{PROS}].sources", "is empty: a section names the sources of what it says")],
    ),
    Fault(
        "a figure that is not there",
        at("sections", PROS, "figures", put=["nobody"]),
        [(f"sections[{PROS}].figures", "'nobody' is not a figure of this guide")],
    ),
    Fault("no unit", at("figures", 0, "unit", put=""), [("figures[0].unit", "'' This field cannot be blank.")]),
    Fault(
        "a heading",
        body("# Pay\n\nWords."),
        in_body("holds a heading, 'Pay': a text has none; begin a section instead"),
    ),
    Fault(
        "an underlined heading",
        body("Pay\n===\n"),
        in_body("holds a heading, 'Pay': a text has none; begin a section instead"),
    ),
    Fault(
        "a picture",
        body("![A chart](a.png)"),
        in_body("holds the picture 'a.png': pages show no pictures; say it in words"),
    ),
    Fault(
        "a picture without text",
        body("![](a.png)"),
        in_body(
            "holds the picture 'a.png', which has no text for those who cannot see it: "
            "pages show no pictures; say it in words"
        ),
    ),
    Fault(
        "a dead link",
        body("[Pay](#nothing)"),
        in_body("'#nothing' leads to #nothing, which is no section of that guide"),
    ),
    Fault(
        "a script in a link",
        body("[Pay](javascript:x)"),
        in_body("'javascript:x' is no link of this site: links begin with https://, http://, mailto:, / or #"),
    ),
]
ADVICE = [
    Fault(
        "hard to read",
        body(HARD * 15),
        in_body("is hard to read: school year 61.5 (Coleman–Liau); aim for 14 or below"),
    ),
    Fault(
        "an amount without a figure",
        body("Some earn $300,000, or 5% more."),
        in_body("says $300,000, and the section names no figure: add the figure that it comes from"),
    ),
    Fault(
        "a share without a figure",
        body("It grows by 7 %."),
        in_body("says 7 %, and the section names no figure: add the figure that it comes from"),
    ),
    Fault(
        "a review that is due",
        within(reviewed_on="2026-01-01", review_by="2026-11-30"),
        [("review_by", "was 30 November 2026: a review is due")],
    ),
    Fault(
        "an old figure",
        at("figures", 0, "year", put=2020),
        [("figures[0].year", "is 2020, 6 years ago: look for a newer figure")],
    ),
    Fault("a figure of five years", at("figures", 0, "year", put=2021), []),
]


def told(document: Any, *, stops: bool) -> list[tuple[str, str]]:
    return [(found.path, found.reason) for found in findings(career(), document, NOW) if found.stops == stops]


@pytest.mark.django_db
@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_stops_a_real_guide(slug: str) -> None:
    root = career(slug)
    assert [str(found) for found in findings(root, services.write(root), NOW) if found.stops] == []


@pytest.mark.django_db
def test_nothing_is_found_in_the_real_catalogue() -> None:
    assert findings(the_catalogue(), services.write(the_catalogue()), NOW) == []


@pytest.mark.django_db
@pytest.mark.parametrize("fault", STOPS, ids=str)
def test_what_stops(fault: Fault) -> None:
    document = guide()
    fault.put(document)
    assert told(document, stops=True) == fault.told


@pytest.mark.django_db
@pytest.mark.parametrize("fault", ADVICE, ids=str)
def test_what_is_advice(fault: Fault) -> None:
    document = guide()
    before = told(document, stops=False)
    fault.put(document)
    assert told(document, stops=True) == []
    assert [one for one in told(document, stops=False) if one not in before] == fault.told


@pytest.mark.django_db
def test_without_a_time_nothing_is_called_late_or_old() -> None:
    document = guide() | {"reviewed_on": "2001-01-01", "review_by": "2001-01-02"}
    paths = {found.path for found in findings(career(), document)}
    assert not any(path == "review_by" or path.endswith(".year") for path in paths)


@pytest.mark.django_db
def test_a_law_that_is_broken_hides_no_other_finding() -> None:
    document = guide()
    for put in (body("# Pay"), at("figures", 0, "source", put="nobody")):
        put(document)
    assert {path for path, _ in told(document, stops=True)} == {"figures[0].source", f"sections[{PROS}].body"}


@pytest.mark.django_db
def test_the_catalogue_says_where_it_comes_from_and_when_it_is_due() -> None:
    root, document = the_catalogue(), catalogue()
    document["competencies"]["skills"][2]["sources"] = []
    document["competencies"]["skills"][0]["weight_by_level"]["cmio"] -= 1
    document["competencies"]["skills"][-1]["weight_by_level"]["cmio"] += 1
    root.review_by = datetime(2026, 11, 30, tzinfo=UTC).date()
    assert [(found.path, found.stops) for found in findings(root, document, NOW)] == [
        ("competencies.domains[0].weight_by_level.cmio", True),
        ("competencies.domains[7].weight_by_level.cmio", True),
        ("competencies.skills[2].sources", True),
        ("review_by", False),
    ]
