"""What a page sends beside an answer: read where it can be, and never an error."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.forms import sent
from assessments.models import Rating
from assessments.services.answers import Sent

KEY = UUID("6e6dc563-0b32-4cb5-95f7-2124b93ed0c9")
NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


def test_everything_is_read() -> None:
    data = {"key": str(KEY), "turn": "4", "seen": "2", "shown": str(int(NOW.timestamp()))}
    assert sent.read(data) == Sent(KEY, 4, 2, NOW)


def test_a_page_without_a_key_saw_nothing() -> None:
    first, second = (sent.read({"turn": "4", "seen": "2"}) for _ in range(2))
    assert (first.turn, first.seen, first.shown_at) == (0, 0, None)
    assert first.key != second.key


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.5", "1e3", "1_0", " 1", "٣", "²", "99999999999", "x", "\0"])
def test_what_is_no_plain_number_is_none(text: str) -> None:
    assert sent.read({"key": str(KEY), "turn": text, "seen": text, "shown": text}) == Sent(KEY)


def test_numbers_stay_within_what_databases_keep() -> None:
    assert sent.read({"key": str(KEY), "turn": "9999999999"}).turn == 2**31 - 1


def test_a_page_shows_the_revision_that_is_saved() -> None:
    assert sent.fresh(None, NOW).seen == 0
    page = sent.fresh(Rating(revision=7), NOW)
    assert (page.turn, page.seen, page.shown_at) == (0, 7, NOW)
    assert page.key != sent.fresh(None, NOW).key


@given(st.dictionaries(st.sampled_from(["key", "turn", "seen", "shown"]), st.text(max_size=30)))
def test_no_text_makes_it_fail(data: dict[str, str]) -> None:
    found = sent.read(data)
    assert 0 <= found.turn < 2**31
    assert 0 <= found.seen < 2**31
