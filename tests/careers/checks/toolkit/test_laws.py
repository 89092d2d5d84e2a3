"""The real toolkit documents keep every law; one fault put into them is told with its place and its reason."""

from typing import Any

import pytest

from careers.checks.toolkit import KINDS, in_order, toolkit_problems
from careers.checks.toolkit.laws import Known
from careers.checks.toolkit.resumes import line
from tests.careers.checks.spoiling import Fault, said
from tests.careers.checks.toolkit.faults import FAULTS
from tests.content import catalogue, tool


@pytest.fixture(scope="module")
def known() -> Known:
    """What the real catalogue names."""
    given = catalogue()["competencies"]
    names = ("skills", "career_levels", "prerequisites")
    return Known(*({row["id"] for row in given[name]} for name in names))


@pytest.mark.parametrize("kind", KINDS)
def test_the_real_documents_keep_every_law(kind: str, known: Known) -> None:
    assert toolkit_problems(kind, tool(kind), known) == []


@pytest.mark.parametrize(("kind", "fault"), FAULTS, ids=str)
def test_a_fault_is_told_with_its_place_and_its_reason(kind: str, fault: Fault, known: Known) -> None:
    document = tool(kind)
    fault.put(document)
    found = said(toolkit_problems(kind, document, known))
    assert [path for path, _ in found] == [path for path, _ in fault.told]
    assert all(words in reason for (_, reason), (_, words) in zip(found, fault.told, strict=True))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("document", [None, [], "text", {}, {"meta": 3}])
def test_what_is_no_document_at_all_is_told(kind: str, document: Any, known: Known) -> None:
    assert toolkit_problems(kind, document, known)


@pytest.mark.parametrize("kind", KINDS)
def test_a_shuffled_document_comes_back_in_the_order_of_its_file(kind: str) -> None:
    document = tool(kind)
    shuffled = {key: document[key] for key in sorted(document, reverse=True)}
    assert in_order(kind, shuffled) == document
    assert list(in_order(kind, shuffled)) == list(document)


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("basics.name", "[Your name], MD"),
        ("work[0]", None),
        ("work[9].summary", None),
        ("work.summary", None),
        ("work[0].none", None),
        ("work[-1].summary", None),
        ("basics[0].name", None),
        ("", None),
        ("work[0]..x", None),
    ],
)
def test_a_place_in_a_resume_is_a_text_or_nothing(where: str, found: str | None) -> None:
    value = line(tool("resumes")["resumes"][0]["resume"], where)
    assert (value if isinstance(value, str) else None) == found
