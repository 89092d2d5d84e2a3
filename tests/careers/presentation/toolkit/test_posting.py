"""A variant changes exactly what it says it changes in the base text."""

from typing import Any

import pytest

from careers.presentation.downloads.blocks import Block, Heading, Items, Paragraph, plain
from careers.presentation.toolkit.job_notes import changes, notes
from careers.presentation.toolkit.posting import Posting
from tests.careers.presentation.toolkit.known import real_names
from tests.content import tool

DOCUMENT = tool("job-description")
COMMUNITY, SYSTEM = DOCUMENT["variants"]


def posting(variant: Any, *, marked: bool = False) -> Posting:
    return Posting(DOCUMENT, variant, real_names(), marked=marked)


def lines(blocks: list[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(f"# {block.text}")
        else:
            rows = block.rows if isinstance(block, Items) else block.lines
            found += [plain(row) for row in rows]
    return found


def test_sections_come_in_the_order_of_the_posting() -> None:
    assert [key for key, _, _ in posting({}).sections()] == DOCUMENT["posting_order"]


def test_the_base_text_is_filled_with_examples() -> None:
    assert lines(posting({}).section("job_title")) == ["Chief Medical Information Officer"]
    assert "The post reports to the chief medical officer." in lines(posting({}).section("reporting_line"))[0]


def test_a_variant_has_its_own_purpose_values_and_reporting_line() -> None:
    (purpose,) = lines(posting(SYSTEM).section("purpose"))
    assert "sets clinical information strategy for [Health system]" in purpose
    assert "seven hospitals" in purpose
    assert "the chief medical officer for clinical goals and" in lines(posting(SYSTEM).section("reporting_line"))[0]


def test_responsibilities_are_added_to_their_group() -> None:
    base, more = lines(posting({}).section("responsibilities")), lines(posting(COMMUNITY).section("responsibilities"))
    added = {row["text"] for row in COMMUNITY["responsibilities_add"]}
    assert set(more) - set(base) == added
    first = more.index(COMMUNITY["responsibilities_add"][0]["text"])
    assert more[:first][::-1][3] == "# Improve the record and the work around it"


def test_what_a_variant_requires_moves_from_preferred_to_required() -> None:
    text = "Accountability for a budget and for staff."
    for variant, is_required in (({}, False), (COMMUNITY, False), (SYSTEM, True)):
        rows = lines(posting(variant).section("qualifications"))
        assert rows.count(text) == 1
        assert (rows.index(text) < rows.index("# Preferred")) == is_required


def test_levels_are_those_of_the_variant() -> None:
    expected = "Approves, watches and stops clinical AI under written rules."
    for variant, level in (({}, "4, leads"), (COMMUNITY, "3, independent"), (SYSTEM, "5, sets direction")):
        row = f"AI and machine learning evaluation and governance, level {level}: {expected}"
        assert row in lines(posting(variant).section("competencies"))


def test_measures_are_added_to_their_time() -> None:
    rows = lines(posting(COMMUNITY).section("success_measures"))
    added = "Hosting and support agreements reviewed for downtime, response and exit terms."
    place = next(number for number, row in enumerate(rows) if row.startswith(added))
    assert rows.index("# By day 90") < place < rows.index("# By the end of year one")
    assert rows[place].endswith("Shown by: Memo to the chief executive with two requests.")


@pytest.mark.parametrize("variant", [COMMUNITY, SYSTEM])
def test_only_a_marked_text_says_what_was_changed(variant: Any) -> None:
    for key in ("responsibilities", "qualifications", "competencies", "success_measures"):
        bare, marked = (lines(posting(variant, marked=on).section(key)) for on in (False, True))
        assert len(bare) == len(marked)
        changed = [row for row in marked if row not in bare]
        assert changed
        assert all(row.endswith(")") for row in changed)


@pytest.mark.parametrize("variant", [COMMUNITY, SYSTEM])
def test_every_change_is_listed(variant: Any) -> None:
    said = "\n".join(lines(changes(posting(variant))))
    reasons = [row["reason"] for name in ("qualification_changes", "competency_overrides") for row in variant[name]]
    added = [row["text"] for row in variant["responsibilities_add"]]
    measures = [row["text"] for rows in variant["success_measures_add"].values() for row in rows]
    assert [
        text for text in (*reasons, *added, *measures, variant["clinical_time_suggestion"]) if text not in said
    ] == []


def test_what_a_variant_leaves_alone_is_not_listed() -> None:
    bare = COMMUNITY | {"qualification_changes": [], "success_measures_add": {}}
    titles = [block.text for block in changes(posting(bare)) if isinstance(block, Heading)]
    assert titles == [
        "Purpose",
        "Responsibilities it adds",
        "Competencies at another level",
        "Reporting lines that suit it",
        "Clinical time",
    ]


def test_the_notes_hold_every_remark_for_those_who_hire() -> None:
    said = "\n".join(lines(notes(posting({}))))
    remarks = [row["note"] for rows in DOCUMENT["qualifications"].values() for row in rows if row["note"]]
    remarks += [field["help"] for field in DOCUMENT["fields"]]
    remarks += [
        text for key in ("compensation_transparency", "equal_opportunity") for text in DOCUMENT[key]["recruiter_notes"]
    ]
    assert [text for text in remarks if text not in said] == []
    assert not any(isinstance(block, Paragraph) and not block.lines[0] for block in notes(posting({})))
