"""The page of any two or three guides: filled rows, sorted groups, own numbers for sources, a heading that holds."""

from itertools import combinations
from typing import Any

import pytest

from careers.presentation.compare import guides as reading
from careers.presentation.compare.answers import MISSING, NOT_HERE
from careers.presentation.compare.page import page
from careers.presentation.compare.questions import QUESTIONS
from careers.presentation.compare.rows import biggest, groups, rows
from tests.careers.presentation import builders
from tests.careers.presentation.compare.guides import document

SLUGS = builders.slugs()
CHOSEN = [*combinations(SLUGS, 2), *list(combinations(SLUGS, 3))[::7]]
CIO, CMO = "chief-information-officer", "chief-medical-officer"


def shown(*slugs: str) -> dict[str, Any]:
    return page([builders.published(slug) for slug in slugs])


def row(found: dict[str, Any], key: str) -> Any:
    return next(row for group in found["groups"] for row in group.rows if row.question.key == key)


@pytest.mark.parametrize("slugs", CHOSEN, ids=" ".join)
def test_every_cell_of_every_row_is_filled(slugs: tuple[str, ...]) -> None:
    found = shown(*slugs)
    cells = [cell for group in found["groups"] for row in group.rows for cell in row.cells]
    assert len(cells) >= 17 * len(slugs)
    assert all(cell.answer.value and all(line.text for line in cell.answer.lines) for cell in cells)
    given = [cell.answer for cell in cells if not cell.answer.is_missing]
    assert all(answer.marks or answer.place for answer in given)


@pytest.mark.parametrize("slugs", CHOSEN, ids=" ".join)
def test_every_mark_leads_to_a_numbered_source_and_every_source_is_cited(slugs: tuple[str, ...]) -> None:
    found = shown(*slugs)
    cells = [cell for group in found["groups"] for row in group.rows for cell in row.cells]
    cited = {mark for cell in cells for mark in cell.answer.marks}
    cited |= {mark for cell in cells for line in cell.answer.lines for mark in line.marks}
    cited |= {mark for _, marks in found["skills"]["own"] for mark in marks}
    sources = [source for source, _ in found["sources"]]
    assert [source.number for source in sources] == list(range(1, len(sources) + 1))
    assert cited == set(sources)
    assert len({(source.title, source.about, source.url) for source in sources}) == len(sources)


def test_a_source_of_two_guides_has_one_number_and_names_both() -> None:
    citing = [[guide.short for guide in guides] for _, guides in shown(CIO, CMO)["sources"]]
    assert ["CIO", "CMO"] in citing
    assert ["CMO"] in citing


@pytest.mark.parametrize("slugs", CHOSEN, ids=" ".join)
def test_rows_fall_from_far_apart_to_close_to_unmeasured(slugs: tuple[str, ...]) -> None:
    found = rows(reading.read([builders.published(slug) for slug in slugs]))
    sizes = [each.verdict.size if each.verdict else -1 for each in found]
    assert sizes == sorted(sizes, reverse=True)
    assert [each for group in groups(found) for each in group.rows] == list(found)
    assert len(biggest(found)) <= 3
    assert [*biggest(found)] == [*groups(found)[0].rows[: len(biggest(found))]]


def test_what_one_guide_lacks_is_said_and_what_all_lack_is_left_out() -> None:
    growth = row(shown(CIO, CMO), "growth")
    assert [cell.answer.value for cell in growth.cells] == ["15%", NOT_HERE]
    keys = {each.question.key for each in rows(reading.read([document("pilot"), document("nurse")]))}
    assert keys == {"education", "industries"}


def test_the_heading_is_true_to_the_rows() -> None:
    assert shown(CIO, CMO)["heading"] == "CIO and CMO differ most in pay and licensing, and share 3 skills"
    assert row(shown(CIO, CMO), "pay").verdict.size == 1


def test_long_names_make_room_in_the_heading() -> None:
    assert shown("clinical-informatics-director", SLUGS[-1])["heading"].startswith("These two careers differ most in ")


def test_guides_that_cannot_be_told_apart_are_said_to_lie_close() -> None:
    found = page([document("pilot"), document("nurse")])
    assert found["heading"] == "Pilot and Nurse lie close wherever they can be measured, and share no skill"
    assert found["differences"] == ()
    assert not found["has_plot"]


def test_the_disputed_pay_is_marked_on_a_scale_that_all_share() -> None:
    pay = row(shown(builders.CMIO, CIO, CMO), "pay")
    assert [cell.answer.is_disputed for cell in pay.cells] == [True, True, True]
    assert [[mark.is_solid for mark in cell.drawn] for cell in pay.cells] == [
        [False, False],
        [False, True],
        [True, False],
    ]
    assert all(mark.is_range for cell in pay.cells for mark in cell.drawn[:1])
    assert [label.anchor for label in pay.plot.labels] == ["start", "middle", "end"]
    assert pay.plot.axis.high >= 713_517


def test_pay_in_two_currencies_shares_no_scale() -> None:
    documents = [
        document(slug, figures=[builders.figure("pay", unit=unit)], facts={"pay": "pay"})
        for slug, unit in (("pilot", "USD"), ("nurse", "EUR"))
    ]
    pay = row(page(documents), "pay")
    assert (pay.plot, pay.verdict, [cell.drawn for cell in pay.cells]) == (None, None, [(), ()])


def test_questions_have_different_keys_and_nothing_is_not_an_answer() -> None:
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS)
    assert (MISSING.value, MISSING.is_missing) == (NOT_HERE, True)
