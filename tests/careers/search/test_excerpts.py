"""Excerpts show the first hit; marks stand around whole words and change nothing."""

from hypothesis import given
from hypothesis import strategies as st

from careers.search.excerpts import LONGEST, Piece, excerpt, marked
from careers.search.words import query

FILLER = "Some words of no use at all stand here and go on. " * 12


def hits(text: str, asked: str) -> list[str]:
    return [piece.text for piece in marked(text, query(asked).stems) if piece.is_hit]


def test_every_form_of_the_word_is_marked_and_nothing_else() -> None:
    assert hits("Nurses nurse; nursing is not a nursery.", "nurse") == ["Nurses", "nurse", "nursing"]
    assert hits("Résumé, resume", "resumes") == ["Résumé", "resume"]


@given(st.text(max_size=200), st.text(max_size=50))
def test_the_pieces_are_the_text(text: str, asked: str) -> None:
    assert "".join(piece.text for piece in marked(text, query(asked).stems)) == text


def test_markup_stays_text() -> None:
    assert marked("<b>nurse</b>", ["nurs"]) == (Piece("<b>", False), Piece("nurse", True), Piece("</b>", False))


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("No. A nurse may.", ["nurs"]) == "No. A nurse may."


def test_far_inside_a_text_the_excerpt_begins_with_the_sentence_of_the_hit() -> None:
    text = f"{FILLER}Here a nurse speaks. {FILLER}"
    assert excerpt(text, ["nurs"]).startswith("Here a nurse speaks. ")
    assert excerpt(text, ["nurs"]).endswith(" …")


def test_inside_a_long_sentence_it_begins_with_a_word() -> None:
    text = f"{'word ' * 200}nurse{' word' * 200}"
    found = excerpt(text, ["nurs"])
    assert found.startswith("… word")
    assert "nurse" in found


def test_without_a_hit_the_text_begins_at_its_beginning() -> None:
    assert excerpt(FILLER, ["nurs"]).startswith("Some words")
    assert excerpt("", ["nurs"]) == ""


@given(st.text(alphabet="ab .?é<", max_size=900), st.integers(0, 900))
def test_it_is_never_long_and_always_shows_the_hit(text: str, place: int) -> None:
    found = excerpt(f"{text[:place]} nurse {text[place:]}", ["nurs"])
    assert len(found) <= LONGEST + len("…  …")
    assert hits(found, "nurse") == ["nurse"]


def test_a_text_without_spaces_is_cut_too() -> None:
    assert len(excerpt("x" * 5_000, ["nurs"])) <= LONGEST + 2
