"""A plan as a table: read back as it was, one row a step, and nothing in it is worked out by a spreadsheet."""

import csv
import io
from datetime import timedelta

import pytest

from assessments.presentation.leaving.table import COLUMNS, written
from assessments.presentation.steps import RETIRED, Step
from tests.assessments.presentation.builders import MONDAY, change, step
from tests.assessments.presentation.leaving.editions import known
from tests.corpus import TEXTS


def rows(*steps: Step) -> list[dict[str, str]]:
    """The rows as a program reads them that knows of the mark."""
    text = written(steps).encode().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_says_all_of_its_step() -> None:
    progress = known("doing", MONDAY, spent_usd=40).worked(MONDAY, 1.5).worked(MONDAY + timedelta(days=1), 2)
    changes = (change("cds", 2, 3), change("budget", 0, 2))
    shown = step(
        "course",
        changes=changes,
        cost=400,
        progress=progress,
        marks=(RETIRED,),
        why="Lifts.",
        arrange=("A sponsor", "Data"),
    )
    assert rows(shown) == [
        {
            "number": "1",
            "name": "The course",
            "key": "course",
            "state": "doing",
            "start": "2027-01-04",
            "end": "2027-01-17",
            "weeks": "2",
            "hours_likely": "12",
            "hours_logged": "3.5",
            "in_paid_time": "no",
            "cost_max_usd": "400",
            "spent_usd": "40",
            "develops": "cds 2 to 3; budget 0 to 2",
            "why": "Lifts.",
            "to_arrange": "A sponsor; Data",
            "evidence": "",
            "retired": "yes",
        }
    ]


def test_it_begins_with_the_mark_that_spreadsheets_look_for_and_holds_the_standard() -> None:
    data = written([step(), step("exam", own_hours=0, progress=known("skipped", reason="No"))]).encode()
    assert data.startswith(b"\xef\xbb\xbfnumber,name,key,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    assert rows(step())[0]["spent_usd"] == ""
    assert [row["in_paid_time"] for row in rows(step("exam", own_hours=0))] == ["yes"]
    assert list(rows(step())[0]) == list(COLUMNS)


def test_a_plan_without_a_step_is_a_header() -> None:
    assert rows() == []
    assert written(()).count("\r\n") == 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://example.org")'])
def test_no_text_of_a_user_becomes_a_formula(text: str) -> None:
    row = rows(step("own-1", name=text, why=text, evidence=text, arrange=(text,)))[0]
    assert {row[name] for name in ("name", "why", "evidence", "to_arrange")} == {f"'{text}"}


def test_whatever_a_name_is_it_comes_back() -> None:
    texts = [text.decode(errors="replace") for text in TEXTS if b"\0" not in text]
    found = rows(*(step("own-1", name=text) for text in texts))
    assert [row["name"].removeprefix("'") for row in found] == [text.removeprefix("'") for text in texts]
