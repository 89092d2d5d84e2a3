"""Each kind's page shows what its choices leave, and its texts hold every word of the document."""

from typing import Any

import pytest

from careers.presentation.downloads.blocks import Heading, Items, Text, plain
from careers.presentation.toolkit import pages
from careers.presentation.toolkit.tool import MADE_UP
from tests.careers.presentation.toolkit.known import real_names
from tests.content import tool

COUNTS = {"resumes": 4, "cover-letters": 3, "job-description": 3, "interview": 40, "guides": 7}


def page(kind: str, **query: str) -> dict[str, Any]:
    return pages.page(kind, tool(kind), real_names(), query)


def text(kind: str, entry: str, **query: str) -> Text | None:
    return pages.text(kind, tool(kind), real_names(), entry, query)


def words(found: Text | None) -> str:
    assert found
    rows = [found.title]
    for block in found.body:
        if isinstance(block, Heading):
            rows.append(block.text)
        else:
            rows += [plain(line) for line in (block.rows if isinstance(block, Items) else block.lines)]
    return "\n".join(rows)


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_without_a_choice_everything_is_shown(kind: str, count: int) -> None:
    found = page(kind)
    assert (len(found["entries"]), found["total"], found["is_narrowed"]) == (count, count, False)


@pytest.mark.parametrize(
    ("kind", "query", "count"),
    [
        ("resumes", {"level": "deputy"}, "Two resume examples"),
        ("cover-letters", {"level": "deputy"}, "One cover letter"),
        ("job-description", {"variant": "base"}, "One version"),
        ("interview", {"subject": "ai"}, "Four interview questions"),
        ("guides", {"level": "cmio"}, "Seven short guides"),
    ],
)
def test_a_choice_narrows_the_page_and_its_heading(kind: str, query: dict[str, str], count: str) -> None:
    found = page(kind, **query)
    assert (found["count"], found["is_narrowed"]) == (count, True)


def test_two_choices_hold_together_and_may_leave_nothing() -> None:
    both = {row["id"] for row in page("interview", subject="ai", level="deputy")["entries"]}
    assert both == {
        row["id"] for row in tool("interview")["questions"] if row["category"] == "ai" and "deputy" in row["levels"]
    }
    document = tool("interview")
    document["questions"] = [row for row in document["questions"] if row["category"] != "ai"]
    found = pages.page("interview", document, real_names(), {"subject": "ai"})
    assert (found["count"], found["bundle"]) == ("No interview questions", "")
    assert pages.text("interview", document, real_names(), "all", {"subject": "ai"}) is None


def test_an_unknown_choice_shows_everything_and_says_so() -> None:
    found = page("interview", subject="nothing", level="cmio")
    assert (found["is_unknown"], found["is_narrowed"]) == (True, True)
    assert len(found["entries"]) == len(page("interview", level="cmio")["entries"])


@pytest.mark.parametrize("kind", COUNTS)
def test_every_entry_has_a_text_that_says_it_is_made_up(kind: str) -> None:
    for entry in page(kind)["entries"]:
        found = text(kind, entry["id"])
        assert found
        assert found.notes[0] == MADE_UP


@pytest.mark.parametrize("entry", ["nobody", "", "all"])
def test_what_is_no_entry_has_no_text(entry: str) -> None:
    assert text("resumes", entry) is None


def test_all_that_is_chosen_comes_as_one_text_that_says_once_that_it_is_made_up() -> None:
    found = text("interview", "all", subject="ai", level="senior")
    assert found
    assert found.title == "Interview questions: Artificial intelligence, Senior CMIO"
    chosen = page("interview", subject="ai", level="senior")["entries"]
    assert [block.text for block in found.blocks if isinstance(block, Heading) and block.level == 2] == [
        row["question"] for row in chosen
    ]
    assert words(found).count(MADE_UP) == 1
    whole = text("guides", "all")
    assert whole
    assert whole.title == "Short guides for your application"


def test_a_question_and_its_whole_answer_are_in_its_text() -> None:
    for row in tool("interview")["questions"]:
        said = words(text("interview", row["id"]))
        parts = [row["question"], row["why_asked"], row["follow_up"], *row["listens_for"], *row["red_flags"]]
        parts += [*row["rubric"].values(), *(step for steps in row["answer_outline"].values() for step in steps)]
        assert [part for part in parts if part not in said] == []


def test_a_resume_and_its_notes_are_in_its_text() -> None:
    for row in tool("resumes")["resumes"]:
        said = words(text("resumes", row["id"]))
        posts = [post for name in ("work", "projects", "volunteer") for post in row["resume"][name]]
        parts = [line for post in posts for line in (*post.get("highlights", ()), post.get("summary", ""))]
        parts += [*row["why_it_works"].values(), *row["edit_first"], row["persona"], row["resume"]["basics"]["summary"]]
        assert [part for part in parts if part not in said] == []


def test_proofs_stand_with_the_part_that_they_are_from() -> None:
    for row, shown in zip(tool("resumes")["resumes"], page("resumes")["entries"], strict=True):
        proofs = [proof for part in shown["parts"] for proof in part["proofs"]]
        assert len(proofs) == len(row["evidence_map"])
        assert all(proof["line"] for proof in proofs)


def test_a_letter_lists_the_fields_that_it_asks_for() -> None:
    shown = page("cover-letters")["entries"][0]
    assert shown["fields"][0]["id"] == "applicant_name"
    assert "team_and_budget" not in {field["id"] for field in shown["fields"]}
    assert [note["opening"] for note in shown["notes"]][:2] == ["I have spent", "In your September system newsletter"]
