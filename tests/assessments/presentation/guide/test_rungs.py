"""The ladder is marked by what somebody said outright, and by nothing else."""

import pytest

from assessments.presentation.guide.rungs import rung
from tests.assessments.presentation.guide.readers import newest, reader, said

LEVELS = ("deputy", "cmio", "senior")


def test_nothing_is_marked_for_somebody_of_whom_nothing_is_known() -> None:
    assert [rung(reader(), level) for level in LEVELS] == [None] * 3


def test_the_target_and_the_result_stand_on_their_own_rungs() -> None:
    known = reader(target="senior", newest=newest())
    deputy, cmio, senior = (rung(known, level) for level in LEVELS)
    assert deputy is None
    assert cmio
    assert (cmio.tags, cmio.newest and cmio.newest.figure) == ((), "62, likely 57 to 67")
    assert senior
    assert (senior.tags, senior.newest) == (("Your target",), None)


def test_you_are_here_only_where_you_say_that_you_hold_the_post() -> None:
    holds = rung(reader(said(held="cmio-post"), target="cmio"), "cmio")
    assert holds
    assert holds.tags == ("You are here", "Your target")


@pytest.mark.parametrize("facts", [said(held="executive-role informatics-lead-role"), said(done="target-search")])
def test_what_only_sounds_like_the_post_is_not_taken_for_it(facts: object) -> None:
    assert [rung(reader(facts), level) for level in LEVELS] == [None] * 3  # type: ignore[arg-type]
