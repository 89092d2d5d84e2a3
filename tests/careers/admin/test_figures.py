"""A figure says its unit, its place and its source, and whether it is an estimate."""

from typing import Any

import pytest
from django.test import Client

from careers.models import Figure
from tests.careers.admin.desk import address
from tests.careers.admin.forms import opened, send
from tests.careers.pages import Page
from tests.content import career

# What is drawn and who may do what is worked out here, from the same rows on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NEW = {
    "key": "new",
    "label": "New",
    "measure": "pay",
    "value": "3",
    "unit": "USD",
    "geography": "US",
    "source": "buckhead-2020",
    "estimate": "False",
}
GUESS = "The source is the editors’ own judgment"
ASKED = "Say whether it was measured or is an estimate"


def figure(key: str) -> Figure:
    found: Figure = Figure.objects.get(career=career(), key=key)
    return found


def answered(client: Client, path: str, **typed: Any) -> str:
    """What the page says; nothing where it was saved."""
    response = send(client, path, opened(client, path), **typed)
    return "" if response.status_code == 302 else Page(response.content.decode()).text


def add(client: Client, **typed: str) -> str:
    return answered(client, address("add", Figure), **(NEW | {"career": str(career().pk)} | typed))


@pytest.mark.parametrize(("typed", "stored"), [("False", False), ("True", True)])
def test_a_new_figure_says_what_it_is(as_edith: Client, typed: str, stored: bool) -> None:
    assert add(as_edith, estimate=typed) == ""
    assert figure("new").estimate is stored


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"estimate": ""}, ASKED),
        ({"estimate": "perhaps"}, "Select a valid choice."),
        ({"unit": " "}, "Say the unit, such as USD, percent or years: readers cannot read a number without one."),
        ({"geography": ""}, "Say the place, such as US, or GLOBAL for several countries"),
        ({"source": ""}, "Name the source: no number is shown without one."),
        ({"source": "editorial"}, GUESS),
        ({"source": "nobody"}, "“nobody” is not a source of this guide."),
    ],
)
def test_what_is_missing_is_asked_for_with_the_reason(as_edith: Client, typed: dict[str, str], said: str) -> None:
    assert said in add(as_edith, **typed)
    assert not Figure.objects.filter(key="new").exists()


def test_judgment_is_an_estimate(as_edith: Client) -> None:
    assert add(as_edith, source="editorial", estimate="True") == ""


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("bg-pay-median", {}, ""),
        ("bg-pay-median", {"value": "4"}, ""),
        ("bg-pay-median", {"source": "editorial"}, GUESS),
        ("implied-cmio-posts", {}, ""),
        ("implied-cmio-posts", {"value": "4"}, GUESS),
        ("implied-cmio-posts", {"value": "4", "estimate": "True"}, ""),
    ],
)
def test_an_older_figure_may_leave_it_open(as_edith: Client, key: str, typed: dict[str, str], said: str) -> None:
    assert figure(key).estimate is None
    text = answered(as_edith, address("change", figure(key)), **typed)
    assert said in text
    assert bool(text) == bool(said)
    assert figure(key).estimate is (True if "estimate" in typed else None)


def test_what_was_said_cannot_be_taken_back(as_edith: Client) -> None:
    Figure.objects.filter(pk=figure("bg-pay-median").pk).update(estimate=True)
    assert answered(as_edith, address("change", figure("bg-pay-median"))) == ""
    assert ASKED in answered(as_edith, address("change", figure("bg-pay-median")), estimate="")
    assert figure("bg-pay-median").estimate is True


def test_known_units_and_places_are_offered(as_edith: Client) -> None:
    html = as_edith.get(address("change", figure("bg-pay-median"))).content.decode()
    for name, value, meaning in (("unit", "USD", "US dollars"), ("geography", "DE", "Germany")):
        assert f'list="id_{name}_known"' in html
        assert f'<option value="{value}">{meaning}</option>' in html.partition(f'id="id_{name}_known"')[2]
