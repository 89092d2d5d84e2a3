"""A resume's parts are read as people write them."""

from typing import Any

import pytest

from careers.presentation.downloads.blocks import Heading, Items, Paragraph, plain
from careers.presentation.toolkit.resume_parts import contact, dates, month, part

BASICS = {"name": "A", "label": "B", "email": "e", "phone": "p", "url": "u", "summary": "s"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"startDate": "2022-07"}, "July 2022 to present"),
        ({"startDate": "2017-08", "endDate": "2022-06"}, "August 2017 to June 2022"),
        ({"endDate": "2010-05"}, "May 2010"),
        ({"startDate": "2017"}, "2017 to present"),
        ({}, ""),
    ],
)
def test_dates_are_said_in_words(row: dict[str, str], said: str) -> None:
    assert dates(row) == said


@pytest.mark.parametrize("text", ["2017", "[Year]", "2022-13", "2022-00", "2022-x", "in 2022-", "²-²"])
def test_what_is_no_month_stays_as_it_is(text: str) -> None:
    assert month(text) == text


def test_contact_leaves_out_what_is_not_given() -> None:
    assert [plain(line) for line in contact(BASICS).lines] == ["A", "B", "p | e | u"]
    more = BASICS | {"location": {"city": "C", "region": "R"}, "profiles": [{"network": "N", "url": "v"}]}
    assert [plain(line) for line in contact(more).lines] == ["A", "B", "C, R | p | e | u", "N: v"]


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        (
            "education",
            {"institution": "I", "studyType": "MD", "area": "Medicine", "endDate": "2014"},
            "I: MD, Medicine, 2014",
        ),
        ("certificates", {"name": "N", "issuer": "I"}, "N: I"),
        ("certificates", {"name": "N", "issuer": "I", "date": "2017"}, "N: I, 2017"),
        ("skills", {"name": "N", "level": "Independent", "keywords": ["a", "b"]}, "N: a, b (independent)"),
        (
            "publications",
            {"name": "N", "publisher": "P", "releaseDate": "2025-11", "summary": "S."},
            "N: P, November 2025. S.",
        ),
        ("publications", {"name": "N"}, "N: "),
    ],
)
def test_short_entries_are_one_line(name: str, row: dict[str, Any], said: str) -> None:
    (block,) = part({name: [row]}, name)
    assert isinstance(block, Items)
    assert [plain(line) for line in block.rows] == [said]


def test_a_post_has_a_heading_its_place_and_time_and_what_was_done() -> None:
    row = {"name": "N", "position": "P", "location": "L", "startDate": "2022-07", "summary": "S", "highlights": ["h"]}
    heading, about, told, done = part({"work": [row]}, "work")
    assert heading == Heading(3, "P, N")
    assert isinstance(about, Paragraph)
    assert isinstance(told, Paragraph)
    assert isinstance(done, Items)
    assert [plain(about.lines[0]), plain(told.lines[0]), plain(done.rows[0])] == ["L · July 2022 to present", "S", "h"]


def test_a_project_is_told_by_its_description_and_a_bare_post_has_a_heading_alone() -> None:
    project = {"name": "N", "description": "D", "roles": ["R"], "entity": "E"}
    blocks = part({"projects": [project]}, "projects")
    assert [plain(block.lines[0]) for block in blocks if isinstance(block, Paragraph)] == ["R · E", "D"]
    assert part({"volunteer": [{"organization": "O", "position": "P"}]}, "volunteer") == [Heading(3, "P, O")]
