"""Links to drafts hold for three days and cannot be made up."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core import signing

from careers import previews

NOW = datetime(2026, 11, 27, 12, 0, 30, 5, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_it_holds_for_three_days_and_no_longer() -> None:
    token = previews.token(7, at=NOW)
    until = NOW.replace(microsecond=0) + timedelta(days=3)
    assert previews.opened(token, at=NOW) == previews.Shared(7, until)
    assert previews.opened(token, at=until - SECOND) == previews.Shared(7, until)
    assert previews.opened(token, at=until) is None


@pytest.mark.parametrize("spoil", [str.upper, str.swapcase, lambda token: token[1:], lambda token: token[:-1]])
def test_a_changed_one_leads_nowhere(spoil: Callable[[str], str]) -> None:
    assert previews.opened(spoil(previews.token(7, at=NOW)), at=NOW) is None


@pytest.mark.parametrize("token", ["", "1", ":", "x:y", "é:é", "a" * 5000, "eyJjYXJlZXIiOjF9:x"])
def test_a_made_up_one_leads_nowhere(token: str) -> None:
    assert previews.opened(token, at=NOW) is None


def test_what_was_signed_for_another_purpose_leads_nowhere() -> None:
    other = signing.Signer(salt="another").sign_object({"career": 7, "until": (NOW + SECOND).isoformat()})
    assert previews.opened(other, at=NOW) is None
