"""The finding at the top of the desk is a sentence about what is late or broken."""

from dataclasses import replace
from typing import Any

import pytest

from careers.presentation.desk.headline import headline, sentence
from careers.presentation.desk.subject import Subject
from careers.presentation.desk.table import Row, rows
from tests.careers.presentation.desk.subjects import DAY, NOW, TODAY, ahead, guide, instrument

LATE: dict[str, Any] = {"review_by": TODAY - DAY}


def row(subject: Subject, broken: int = 0) -> Row:
    return replace(rows([subject], [], [], [], TODAY)[0], broken=broken)


def test_the_page_of_the_drawing() -> None:
    found = [row(guide(1, **LATE)), row(guide(2), 2), row(guide(3), 1), row(guide(4), 1)]
    assert headline(found) == "One guide is past review, three have broken references"


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], "No guides yet"),
        ([row(guide()), row(instrument())], "Everything is live and in time"),
        ([row(guide(**ahead()))], "Nothing is late or broken"),
        ([row(guide(live=None, live_from=None, is_ahead=True))], "Nothing is late or broken"),
        ([row(guide(**LATE)), row(guide(2, **LATE))], "Two guides are past review"),
        ([row(instrument(**LATE))], "The instrument is past review"),
        ([row(guide(), 1), row(instrument(), 1)], "One guide and the instrument have broken references"),
        ([row(guide(**LATE), 1)], "One guide is past review, one has broken references"),
        ([row(guide(**LATE)), row(instrument(), 3)], "One guide is past review, the instrument has broken references"),
        ([row(guide(), 1), row(instrument(**LATE))], "The instrument is past review, one guide has broken references"),
    ],
)
def test_what_is_late_comes_before_what_is_broken(found: list[Row], told: str) -> None:
    assert headline(found) == told


def test_the_sentence_counts_what_waits() -> None:
    soon: dict[str, Any] = {"waiting": 2, "waiting_from": NOW + 4 * DAY}
    later = soon | {"waiting_from": NOW + 9 * DAY}
    quiet, draft, asked = guide(1), guide(2, **ahead()), guide(3, **ahead(review_asked_at=NOW))
    assert sentence([]) == "Import a document, or add a guide."
    assert sentence([row(quiet), row(instrument())]) == "One guide and the instrument. Nothing waits."
    assert sentence([row(draft), row(asked), row(guide(4, **soon))]) == (
        "Three guides. One draft is ahead of what readers see, one draft waits for a second reader, "
        "one goes live on 5 December 2026."
    )
    assert sentence([row(guide(1, **later)), row(guide(2, **soon))]) == (
        "Two guides. Two go live later, the first on 5 December 2026."
    )
