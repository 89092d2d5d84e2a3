"""CSV is read back as it was, and nothing in it is worked out by a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation.spreadsheet import TRIGGERS, safe, written
from careers.presentation.tables import Table


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_it_has_a_header_and_lines_that_end_as_the_format_wants() -> None:
    text = written(Table("t", ("a", "b"), ((1, 'say "x", y'), (None, True))))
    assert text == 'a,b\r\n1,"say ""x"", y"\r\n,yes\r\n'


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", '=HYPERLINK("https://example.org")'])
def test_what_could_be_a_formula_stands_behind_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("cell", [-5, -2.5, 0, None, "a=b", "1-2", "", "'x"])
def test_numbers_and_other_texts_stay(cell: str | float | None) -> None:
    assert safe(cell) == cell


def test_a_truth_is_a_word() -> None:
    assert (safe(True), safe(False)) == ("yes", "no")


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_any_text_is_read_back(rows: list[list[str]]) -> None:
    header, *found = read(written(Table("t", ("a", "b"), tuple((one, two) for one, two in rows))))
    assert header == ["a", "b"]
    assert found == [[f"'{cell}" if cell.startswith(TRIGGERS) else cell for cell in row] for row in rows]
