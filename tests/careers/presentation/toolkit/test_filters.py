"""What an address asks for is chosen where it is offered; everything else chooses everything."""

import pytest

from careers.presentation.toolkit.filters import choice, narrowed

OPTIONS = {"a": "Letter A", "b": "Letter B"}


@pytest.mark.parametrize(
    ("query", "chosen", "is_unknown"),
    [
        ({}, "", False),
        ({"x": ""}, "", False),
        ({"x": "b"}, "b", False),
        ({"x": "c"}, "", True),
        ({"x": "A"}, "", True),
        ({"x": "\x00"}, "", True),
        ({"x": "b" * 10_000}, "", True),
        ({"y": "b"}, "", False),
    ],
)
def test_only_what_is_offered_is_chosen(query: dict[str, str], chosen: str, is_unknown: bool) -> None:
    found = choice("x", "Letter", "All", OPTIONS, query)
    assert (found.chosen, found.is_unknown) == (chosen, is_unknown)
    assert [value for value, _, is_chosen in found.rows if is_chosen] == [chosen]
    assert [words for _, words, _ in found.rows] == ["All", "Letter A", "Letter B"]
    assert found.said == OPTIONS.get(chosen, "")


def test_the_choice_is_said_again_in_the_addresses_of_a_page() -> None:
    one, two, none = (choice(name, "", "", OPTIONS, {"x": "a", "y": "b"}) for name in ("x", "y", "z"))
    assert narrowed([one, none, two]) == "?x=a&y=b"
    assert narrowed([none]) == ""
