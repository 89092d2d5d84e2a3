"""Links in words, and a plan without what its owner did not share."""

import re
from dataclasses import replace
from datetime import date, timedelta

from assessments.domain.following.progress import BLOCKED, Progress
from assessments.models import Share
from assessments.presentation import sharing
from tests.assessments.presentation import realistic
from tests.assessments.runs import NOW

SAVED = realistic.saved()
DAY = date.fromisoformat(min(row["start"] for row in SAVED.rows))
ALL = tuple(Share.Part.values)


def link(**changes: object) -> Share:
    share = Share(mentor="Dr. Lee Park", parts=["week", "open"], created_at=NOW, expires_at=NOW + timedelta(days=7))
    share.renew()
    for name, value in changes.items():
        setattr(share, name, value)
    return share


def test_a_link_says_how_it_stands_what_it_shows_and_what_came_by_it() -> None:
    open_one, revoked = link(written=2), link(revoked_at=NOW + timedelta(days=1))
    row, other, expired = (*sharing.links([open_one, revoked], NOW), *sharing.links([link()], NOW + timedelta(days=7)))
    assert (row.state, row.parts) == ("Open", "This week and what stays open")
    assert row.about == "Two notes · Open until 8 December 2026"
    assert (row.token, other.token, expired.token) == (open_one.token, "", "")
    assert (other.state, other.about) == ("Revoked", "Revoked on 2 December 2026")
    assert (expired.state, expired.about) == ("Expired", "Expired on 8 December 2026")


def test_only_what_is_shared_is_read() -> None:
    empty = sharing.page(SAVED, ["notes"], "CMIO", DAY)
    assert (empty.week, empty.groups, empty.timeline, empty.milestones, empty.gaps) == ((), (), None, (), ())
    assert empty.next_milestone is None
    whole = sharing.page(SAVED, ALL, "CMIO", DAY)
    assert all((whole.week, whole.groups, whole.timeline, whole.milestones, whole.gaps, whole.next_milestone))
    assert sum(len(steps) for _, steps in whole.groups) == len(SAVED.rows)


def test_without_milestones_the_timeline_marks_none() -> None:
    timeline = sharing.page(SAVED, ["timeline"], "CMIO", DAY).timeline
    assert timeline
    assert timeline.milestones == ()


def test_milestones_and_gaps_are_told_without_numbers_of_the_result() -> None:
    page = sharing.page(SAVED, ALL, "CMIO", DAY)
    assert not [mark.name for mark in page.milestones if mark.name[-1].isdigit()]
    names = {SAVED.catalogue.skills[row["skill"]]["name"] for row in SAVED.document["unmet"]}
    assert {gap.name for gap in page.gaps} == names
    assert not [gap.text for gap in page.gaps if re.search("evel|point|your", gap.text, re.IGNORECASE)]


def test_a_blocked_step_is_marked_without_its_reason() -> None:
    first = min(SAVED.rows, key=lambda row: row["start"])["id"]
    page = sharing.page(
        replace(SAVED, progress={first: Progress(BLOCKED, "a secret", started=DAY)}), ["week"], "CMIO", DAY
    )
    assert "Blocked" in {item.tag for item in page.week}
    assert "secret" not in repr(page.week)


def test_the_heading_names_no_score() -> None:
    page = sharing.page(SAVED, ALL, "CMIO", DAY)
    assert page.title.startswith(("Ready ", f"{len(SAVED.rows)} steps ", "Nine steps ", "Eight steps "))
    assert page.limits == "Five hours a week and $3,000 until 31 December 2028, toward a post as CMIO."
    totals = {**SAVED.document["totals"], "finish_low": None, "finish_high": None}
    nothing = replace(SAVED, rows=[], document={**SAVED.document, "actions": [], "totals": totals})
    assert sharing.page(nothing, ALL, "CMIO", DAY).title == "A plan without steps"
