"""Results with marks, and the place in a guide to which each leads."""

import pytest

from careers.models import SearchEntry
from careers.presentation.hits import anchor, hit

PLACES = [
    SearchEntry(kind="guide", slug="pilot", title="Pilot", card={"short": "Pilot"}),
    SearchEntry(kind="section", slug="pilot", part="technical_skills", anchor="skills", card={"skills": ["cds"]}),
    SearchEntry(kind="section", slug="pilot", part="readiness", anchor="ready", card={"skills": []}),
    SearchEntry(kind="section", slug="other", part="soft_skills", anchor="elsewhere", card={"skills": ["ethics"]}),
]


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        (SearchEntry(kind="guide", slug="pilot"), ""),
        (SearchEntry(kind="section", slug="pilot", anchor="pay"), "pay"),
        (SearchEntry(kind="question", slug="pilot", anchor="faq"), "faq"),
        (SearchEntry(kind="skill", slug="pilot", key="cds"), "skills"),
        (SearchEntry(kind="skill", slug="pilot", key="ethics"), "ready"),
        (SearchEntry(kind="action", slug="pilot", key="cds"), "ready"),
        (SearchEntry(kind="action", slug="third", key="cds"), ""),
    ],
)
def test_everything_leads_to_a_place_that_anybody_can_read(entry: SearchEntry, place: str) -> None:
    assert anchor(entry, PLACES) == place


def test_title_and_excerpt_are_in_pieces_with_the_hits_apart() -> None:
    entry = SearchEntry(kind="section", slug="pilot", anchor="pay", title="Nursing", text="A nurse.", context="Pilot")
    found = hit(entry, ["nurs"], PLACES)
    assert [(piece.text, piece.is_hit) for piece in found.title] == [("Nursing", True)]
    assert [(piece.text, piece.is_hit) for piece in found.excerpt] == [("A ", False), ("nurse", True), (".", False)]
    assert (found.slug, found.anchor, found.context) == ("pilot", "pay", "Pilot")
