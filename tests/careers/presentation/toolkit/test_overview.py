"""The overview counts what the documents hold, and lives with those that are there."""

import pytest

from careers.presentation.toolkit.overview import overview
from tests.content import tool

KINDS = ("resumes", "cover-letters", "interview", "job-description")


def test_counts_are_those_of_the_documents() -> None:
    found = overview({kind: tool(kind) for kind in (*KINDS, "guides")})
    assert [(row["kind"], row["count"]) for row in found["tools"]] == [
        ("resumes", "4 samples"),
        ("cover-letters", "3 letters"),
        ("interview", "40 questions"),
        ("job-description", "1 base text, 2 variants"),
    ]
    assert "the same 31 skills" in found["lede"]
    assert (found["questions"], found["guides_said"]) == (40, "Seven")
    assert sum(row["count"] for row in found["subjects"]) == 40


def test_one_of_a_thing_is_said_as_one() -> None:
    document = tool("interview")
    document["questions"] = document["questions"][:1]
    found = overview({"interview": document})
    assert found["tools"][0]["count"] == "1 question"
    assert [row["noun"] for row in found["subjects"] if row["count"] == 1] == ["question"]


@pytest.mark.parametrize("kind", [*KINDS, "guides"])
def test_a_single_kind_makes_an_overview(kind: str) -> None:
    found = overview({kind: tool(kind)})
    assert [row["kind"] for row in found["tools"]] == [kind] * (kind != "guides")
    assert bool(found["guides"]) == (kind == "guides")
    assert bool(found["subjects"]) == (kind == "interview")
