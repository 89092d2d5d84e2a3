"""An address asks for what there is; everything else in it is left out."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation.asked import KINDS, MOST_CHOSEN, Asked, asked
from careers.search.words import LONGEST_QUERY


def of(address: str) -> Asked:
    return asked(dict(QueryDict(address).lists()))


def test_an_empty_address_asks_for_the_first_page_of_everything() -> None:
    assert of("") == Asked()
    assert of("").query.stems == ()


def test_every_parameter_is_read() -> None:
    found = of("q=+nurse+&kind=skill&kind=guide&guide=a-b&check=yes&pay=none&page=3")
    assert found == Asked("nurse", ("guide", "skill"), ("a-b",), ("yes",), ("none",), 3)


@pytest.mark.parametrize(
    "address", ["kind=x", "kind=", "guide=../", "guide=a%00", "guide=é", "check=maybe", "pay=1", "x=1"]
)
def test_what_is_no_choice_is_left_out(address: str) -> None:
    assert of(address) == Asked()


@pytest.mark.parametrize("page", ["", "0", "-1", "x", "1.5", "1e3", "9" * 99, "²", "١", " 2"])
def test_what_is_no_page_is_the_first(page: str) -> None:
    assert asked({"page": [page]}).page == 1


def test_the_last_of_several_counts() -> None:
    assert of("q=one&q=two&page=2&page=3") == Asked("two", page=3)


def test_a_nul_and_what_is_too_long_are_cut() -> None:
    assert asked({"q": ["a\0b"]}).text == "a b"
    assert len(of(f"q={'x' * 10_000}").text) == LONGEST_QUERY
    assert len(of("&".join(f"guide=g{number}" for number in range(100))).guides) == MOST_CHOSEN


def test_an_address_asks_for_the_same_with_changes() -> None:
    found = Asked('"a" & b', ("skill",), ("a-b",), page=4)
    assert found.address() == "?q=%22a%22+%26+b&kind=skill&guide=a-b&page=4"
    assert found.address(kinds=(), page=1) == "?q=%22a%22+%26+b&guide=a-b"
    assert Asked().address() == "?"


ASKED = st.builds(
    Asked,
    text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=50).map(str.strip),
    kinds=st.sets(st.sampled_from([*KINDS])).map(lambda kinds: tuple(kind for kind in KINDS if kind in kinds)),
    page=st.integers(1, 9_999),
)


@given(ASKED)
def test_an_address_is_read_back_as_what_it_asks_for(found: Asked) -> None:
    assert of(found.address().removeprefix("?")) == found


@given(st.dictionaries(st.sampled_from(["q", "kind", "guide", "check", "pay", "page"]), st.lists(st.text())))
def test_anything_can_be_asked(values: dict[str, list[str]]) -> None:
    assert asked(values).page >= 1
