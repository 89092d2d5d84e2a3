"""Only known orders are followed."""

import pytest

from careers.presentation.sorting import KEYS, known


@pytest.mark.parametrize("key", KEYS)
def test_a_known_order_is_followed(key: str) -> None:
    assert known(key) == key


@pytest.mark.parametrize("asked", [None, "", "local", "-", "--usd", "USD", "usd ", "usd\0", "usd" * 10_000])
def test_any_other_falls_back_to_the_guides_own(asked: str | None) -> None:
    assert known(asked) == ""


def test_local_amounts_have_no_order() -> None:
    assert not [key for key in KEYS if "local" in key]
