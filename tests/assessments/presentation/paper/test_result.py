"""A result on paper: at most three sound pages that say what the page says, whatever is in it."""

import re
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from typing import Any

from assessments.presentation import paper
from assessments.presentation.result import ResultPage, result_page
from assessments.presentation.sureness import sureness
from tests.assessments.presentation.realistic import catalogue, result
from tests.corpus import TEXTS

AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


def page(**changed: Any) -> ResultPage:
    answered = {"skills": 31, "scenarios": 64, "scenarios_answered": 60}
    return result_page(deepcopy(result()) | {"answered": answered} | changed, catalogue())


def data(shown: ResultPage) -> dict[str, Any]:
    sure = sureness(result()["report"]["readiness"], (), catalogue())
    return paper.result(shown, level_name="CMIO", taken=AT.date(), version=3, sure=sure)


@cache
def printed() -> bytes:
    return paper.pdf(data(page()), AT)


def test_it_is_a_tagged_pdf_of_at_most_three_pages() -> None:
    assert printed().startswith(b"%PDF-1.7")
    assert b"pdfuaid:part" in printed()
    assert 1 < len(re.findall(rb"/Type\s*/Page\b", printed())) <= 3
    assert b"Readiness for CMIO, 1 December 2026" in printed()


def test_equal_results_are_equal_bytes() -> None:
    assert paper.pdf(data(page()), AT) == printed()


def test_it_says_what_the_page_says() -> None:
    shown = page()
    found = data(shown)
    assert (found["score"], found["range"], found["band"]) == (shown.score, shown.range_words, shown.band)
    assert (found["headline"], found["lede"]) == (shown.headline, shown.lede)
    assert [row[0] for row in found["domains"]] == [row.name for row in shown.domains]
    assert [row["name"] for row in found["gaps"]] == [row.name for row in shown.first_gaps]
    assert len(found["gates"]) == len(shown.gates)
    assert found["partial"] == ""
    assert "not a test for hiring" in found["purpose"]


def test_a_quick_check_says_so() -> None:
    found = data(page(form="quick", left_out={"skills": ["cds"], "items": []}))
    assert found["partial"].startswith("This was the quick check. It left out one skill")
    assert found["counts"][-1] == "Not asked: 1"


def test_whatever_editors_write_is_set() -> None:
    found = data(page())
    found["headline"] = found["gaps"][0]["why"] = " ".join(text.decode(errors="replace") for text in TEXTS)[:2000]
    assert paper.pdf(found, AT).startswith(b"%PDF-")
