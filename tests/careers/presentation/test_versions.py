"""What an editor chooses between is named by number and by how it stands."""

from datetime import UTC, datetime, timedelta

from careers.presentation.versions import versions

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_the_newest_that_is_due_is_live_and_those_before_it_are_of_a_day() -> None:
    rows = [(5, NOW + DAY), (4, None), (3, NOW), (2, None), (1, NOW - 40 * DAY)]
    found = versions("edition", rows, {4: "Draft of 20 November 2026"}, at=NOW)
    assert [version.label for version in found] == [
        "The draft",
        "Edition 5, scheduled for 28 November 2026",
        "Edition 4, which no reader saw: Draft of 20 November 2026",
        "Edition 3, live since 27 November 2026",
        "Edition 2, which no reader saw",
        "Edition 1, of 18 October 2026",
    ]
    assert [version.value for version in found] == ["draft", "5", "4", "3", "2", "1"]
