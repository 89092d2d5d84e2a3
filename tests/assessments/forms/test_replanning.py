"""Limits for planning again: what may be sent, and what is said of anything else."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.forms.replanning import LimitsForm

TODAY = date(2027, 1, 12)
TARGET = date(2027, 12, 31)


def form(sent: dict[str, Any], target: date = TARGET, blocked: list[date] | None = None) -> LimitsForm:
    return LimitsForm(sent, target=target, blocked=blocked or [], today=TODAY)


def test_nothing_that_was_sent_wishes_for_nothing() -> None:
    for sent in ({}, {"hours_per_week": "", "budget_usd": "", "target": ""}):
        found = form(sent)
        assert found.is_valid()
        assert found.wishes == {}


def test_what_was_sent_is_wished_for_as_json() -> None:
    found = form(
        {"hours_per_week": "0.5", "budget_usd": "$ 1,250", "target": "2028-02-29", "blocked_weeks": "2027-07-07"}
    )
    assert found.is_valid()
    assert found.wishes == {
        "hours_per_week": 0.5,
        "budget_usd": 1250,
        "target": "2028-02-29",
        "blocked_weeks": ["2027-07-05"],
    }


def test_a_text_without_weeks_blocks_none_and_a_missing_one_leaves_them() -> None:
    blocked = [date(2027, 7, 5)]
    sent = form({"blocked_weeks": ""}, blocked=blocked)
    assert sent.is_valid()
    assert sent.wishes == {"blocked_weeks": []}
    missing = form({"hours_per_week": "4"}, blocked=blocked)
    assert missing.is_valid()
    assert "blocked_weeks" not in missing.wishes


@pytest.mark.parametrize(
    ("name", "texts", "words"),
    [
        ("hours_per_week", ["0", "0.4", "80.5", "200", "-1", "NaN", "4h", "٤", "1e1", "4." * 50], "from 0.5 to 80"),
        ("budget_usd", ["-1", "1.5", "10,000,001", "99999999999", "1,00", "x" * 50], "whole US dollars"),
        ("target", ["x", "2028-02-30", "1999-12-31", "2100-01-01", "20280101", "2028-1-1"], "year, month and day"),
        ("target", ["2027-01-10", "2027-01-23", "2020-01-01"], "at least one whole week"),
        ("target", ["2043-01-01"], "within 15 years"),
        ("blocked_weeks", ["x", "2027-08-01 to 2027-07-01"], ""),
        ("blocked_weeks", ["2027-01-01 to 2027-12-31"], "Leave at least one week"),
        ("blocked_weeks", ["x" * 6000], "characters or fewer"),
    ],
)
def test_what_cannot_be_is_said_in_plain_words(name: str, texts: list[str], words: str) -> None:
    for text in texts:
        found = form({name: text})
        assert not found.is_valid(), text
        (problem,) = found.problems
        assert words in problem


def test_the_plans_own_target_and_weeks_are_looked_at_too() -> None:
    assert "at least one whole week" in form({"hours_per_week": "4"}, target=date(2026, 12, 31)).problems[0]
    assert form({"target": "2027-03-31"}, target=date(2026, 12, 31)).is_valid()


@given(st.dictionaries(st.sampled_from(["hours_per_week", "budget_usd", "target", "blocked_weeks"]), st.text()))
def test_no_text_breaks_it(sent: dict[str, str]) -> None:
    found = form(sent)
    assert found.is_valid() == (not found.problems)
