"""An entry of the feed says in words what an edition changed."""

from datetime import UTC, datetime

from careers.presentation import feed
from tests.careers.presentation import builders

AT = datetime(2026, 11, 23, tzinfo=UTC)
SITE = "https://coach.example.org"


def entry(earlier: dict[str, object] | None, **given: object) -> feed.Entry:
    return feed.entry(builders.document(**given), number=2, live_from=AT, earlier=earlier, site=SITE)


def test_the_first_edition_is_called_so() -> None:
    found = entry(None)
    assert (found.title, found.summary) == ("Pilot of Records, edition 2", "First edition.")
    assert found.link == f"{SITE}/careers/pilot/editions/2/"
    assert found.at == AT


def test_changes_are_sentences() -> None:
    assert entry(builders.document(), tagline="Soars.").summary == "Tagline changed from Flies. to Soars."


def test_the_same_text_again_is_said() -> None:
    assert entry(builders.document()).summary == "The same text, published again."


def test_many_changes_are_counted() -> None:
    told = [f"Change {number}" for number in range(1, feed.TOLD + 1)]
    assert feed.summary(told).endswith("Change 12.")
    assert feed.summary([*told, "x"]).endswith("Change 12. And 1 more change.")
    assert feed.summary([*told, "x", "y"]).endswith("And 2 more changes.")
