"""What browsers say they can read, and what they say they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.ready.negotiation import encodings, matches


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br, zstd", ("br", "gzip", "identity")),
        ("gzip", ("gzip", "identity")),
        ("GZIP;q=0.5", ("gzip", "identity")),
        ("br;q=0, gzip", ("gzip", "identity")),
        ("*", ("br", "gzip", "identity")),
        ("*;q=0, gzip;q=1.0", ("gzip", "identity")),
        ("identity;q=0, br", ("br", "identity")),
        ("brotli, gzipped", ("identity",)),
        ("", ("identity",)),
    ],
)
def test_the_smallest_that_is_allowed_comes_first(accepted: str, expected: tuple[str, ...]) -> None:
    assert encodings(accepted) == expected


@given(st.text())
def test_whatever_is_sent_there_is_an_answer(accepted: str) -> None:
    assert encodings(accepted)[-1] == "identity"


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ('W/"abc"', True),
        ('"abc"', True),
        ('"x", W/"abc" ,"y"', True),
        ("*", True),
        ("", False),
        ('W/"abcd"', False),
        ("abc", False),
        ('"x,abc"', False),
    ],
)
def test_a_page_that_the_browser_has_is_recognized(known: str, expected: bool) -> None:
    assert matches('W/"abc"', known) == expected
