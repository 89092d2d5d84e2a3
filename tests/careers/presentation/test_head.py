"""The head of a page: addresses, texts, and data that no text can break out of."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from careers.presentation import head
from tests.careers.presentation import builders

SITE = "https://coach.example.org"
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOSTILE = "</script><!--<script>&amp;\u2028\u2029"


def test_a_guide_has_one_canonical_address_and_its_other_forms() -> None:
    found = head.of_guide(builders.document(), number=1, live_from=AT, site=SITE)
    assert found.canonical == f"{SITE}/careers/pilot/"
    assert (found.document, found.pdf, found.picture) == tuple(
        f"{SITE}/careers/pilot.{form}" for form in ("json", "pdf", "png")
    )
    assert (found.kind, found.modified) == ("article", "2026-11-23T08:00:00+00:00")
    assert found.picture_alt == "Pilot of Records: Flies."
    assert json.loads(found.linked)["@graph"]


@pytest.mark.parametrize(("made", "path"), [(head.home, "/"), (head.index, "/careers/")])
def test_other_pages_are_about_no_guide(made: Callable[[str], head.Head], path: str) -> None:
    found = made(SITE)
    assert found.canonical == f"{SITE}{path}"
    assert found.feed == f"{SITE}/careers/editions.atom"
    assert found.kind == "website"
    assert (found.linked, found.picture, found.document) == ("", "", "")


def test_no_text_ends_the_data_block_or_begins_a_comment() -> None:
    text = head.embedded({"name": HOSTILE})
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text) == {"name": HOSTILE}
