"""What is due, and how figures stand in their cells."""

from copy import deepcopy

from assessments.domain.statistics import Hidden, Leaving
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.statistics import Figures, statistics_page
from assessments.presentation.statistics.cells import Shown, Table
from tests.assessments.domain.builders import document

NOTHING = Figures((), (), (), Leaving({}, Hidden.FEW), frozenset())
FEW, ROW = Hidden.FEW, Hidden.ROW


def due(**lists: list[str]) -> dict[str, str]:
    changed = deepcopy(document())
    changed["actions"]["meta"]["reference_check"] = lists
    found = statistics_page(Catalogue(changed), NOTHING, people=0, quick=0).due
    return {row.key: row.why for row in found}


def test_an_item_is_due_unless_its_page_was_seen_or_its_fact_confirmed() -> None:
    seen, confirmed, known, *others = (row["id"] for row in document()["actions"]["knowledge_items"])
    found = due(page_seen=[seen], fact_confirmed_elsewhere=[confirmed], from_knowledge=[known])
    assert found.keys() == {known, *others}
    assert found[known] == "written from knowledge"
    assert {found[id] for id in others} == {"in no list of the check"}


def test_one_that_is_also_in_the_list_of_those_written_from_knowledge_is_due() -> None:
    ids = [row["id"] for row in document()["actions"]["knowledge_items"]]
    assert list(due(page_seen=ids, from_knowledge=ids[3:4])) == ids[3:4]
    assert due(page_seen=ids) == {}


def test_without_a_check_all_are_due() -> None:
    assert len(due()) == len(document()["actions"]["knowledge_items"])


def test_what_is_hidden_for_one_reason_side_by_side_is_one_cell() -> None:
    (row,) = Table("t", "T", (), (("x", FEW, FEW, 3, ROW, FEW, 0.125, None),)).shown
    assert row == [
        Shown("x", False),
        Shown("fewer than 5", False, 2),
        Shown("3", True),
        Shown("fewer than 5 in a cell", False),
        Shown("fewer than 5", False),
        Shown("0.12", True),
        Shown("–", True),
    ]


def test_a_file_has_a_cell_for_each_and_numbers_as_numbers() -> None:
    (row,) = Table("t", "T", (), (("x", ROW, ROW, 3, -0.126, None),)).file.rows
    assert row == ("x", *["fewer than 5 in a cell"] * 2, 3, -0.13, None)


def test_people_are_counted_from_five() -> None:
    shown = [statistics_page(Catalogue(document()), NOTHING, people=n, quick=0).people for n in (0, 4, 5, 1234)]
    assert shown == ["fewer than 5", "fewer than 5", "5", "1,234"]
