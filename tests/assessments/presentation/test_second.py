"""Both ratings of a skill stand side by side in words, and none leads the user to their own."""

from datetime import timedelta
from typing import Any

import pytest

from assessments.domain.scoring import Score
from assessments.models import Invitation, MentorRating
from assessments.presentation import second as presentation
from assessments.presentation.catalogue import Catalogue
from tests.assessments.runs import LATER, NOW
from tests.content import catalogue

LEE, INA = Invitation(mentor="Dr. Lee"), Invitation(mentor="Ina")
OWN = {"cds": 3, "ethics": 2, "communication": 4}


@pytest.fixture(scope="module")
def rows() -> Catalogue:
    return Catalogue(catalogue())


def given(skill: str, level: int, by: Invitation = LEE) -> MentorRating:
    return MentorRating(invitation=by, skill=skill, level=level, saved_at=NOW)


def beside(rows: Catalogue, *ratings: MentorRating, own: Any = OWN, **more: Any) -> presentation.Beside:
    return presentation.beside(own, ratings, rows, **more)


@pytest.mark.parametrize(
    ("levels", "title"),
    [
        ((), "No skill has both ratings yet"),
        ((3,), "Of one skill that you both rated, your mentor rates 1 the same as you"),
        ((1,), "Of one skill that you both rated, your mentor rates 1 lower than you"),
        ((3, 4), "Of two skills that you both rated, your mentor rates 1 higher than you and 1 the same"),
        ((1, 4, 4), "Of three skills that you both rated, your mentor rates 1 lower than you, 1 higher and 1 the same"),
    ],
)
def test_the_title_counts_the_rows(rows: Catalogue, levels: tuple[int, ...], title: str) -> None:
    shown = beside(rows, *(given(skill, level) for skill, level in zip(OWN, levels, strict=False)))
    assert shown.title == title


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        (3, 3, "The same as you"),
        (3, 2, "One level lower than you"),
        (0, 5, "Five levels higher than you"),
        (None, 2, "You have not rated it"),
    ],
)
def test_a_difference_is_said_in_words(own: int | None, other: int, words: str) -> None:
    assert presentation.difference(own, other) == words


def test_the_furthest_apart_comes_first_with_both_ratings_in_words_and_on_the_plot(rows: Catalogue) -> None:
    shown = beside(rows, given("cds", 3), given("ethics", 0))
    assert [row.id for row in shown.rows] == ["ethics", "cds"]
    row = shown.rows[0]
    assert (row.name, row.own, row.you, row.steps, row.note) == (
        rows.skills["ethics"]["name"],
        "Supervised",
        "40.00%",
        -2,
        "",
    )
    assert row.views == (
        presentation.MentorView(
            "Dr. Lee", "Has not had the chance", "Two levels lower than you", "1 December 2026", "0.00%"
        ),
    )


def test_of_several_mentors_all_are_shown_and_the_last_one_counts(rows: Catalogue) -> None:
    shown = beside(rows, given("cds", 5), given("cds", 2, INA), given("gone", 2))
    assert [(view.mentor, view.word) for view in shown.rows[0].views] == [
        ("Dr. Lee", "Sets direction"),
        ("Ina", "Supervised"),
    ]
    assert (shown.several, shown.rows[0].steps, len(shown.rows)) == (True, -1, 1)
    assert shown.title.endswith("your mentors rate 1 lower than you")


def test_a_skill_that_the_user_has_yet_to_rate_shows_nothing_but_that_it_waits(rows: Catalogue) -> None:
    shown = beside(rows, given("cds", 3), given("ethics", 5), own={"cds": 3})
    assert [row.id for row in shown.rows] == ["cds"]
    assert shown.hidden.startswith("Your mentor rated one more skill. You see it once you have rated it yourself")
    assert beside(rows, given("cds", 1), given("ethics", 5), own={}).hidden.startswith("Your mentor rated two more")
    assert beside(rows, given("cds", 3)).hidden == ""


def test_after_submission_all_are_shown_with_what_counted(rows: Catalogue) -> None:
    ratings = (given("cds", 3), given("ethics", 5), given("communication", 1), given("telehealth_rpm", 4))
    shown = beside(rows, *ratings, counted={"cds": 3, "ethics": 1}, later="Later.")
    assert {row.id: row.note for row in shown.rows} == {
        "cds": "",
        "ethics": "In your result the earlier rating counted: aware",
        "communication": presentation.NOT_COUNTED,
        "telehealth_rpm": presentation.NOT_COUNTED_UNRATED,
    }
    assert [(row.own, row.you) for row in shown.rows][-1] == ("Not rated", "0.00%")
    assert (shown.hidden, shown.later) == ("", "Later.")
    assert shown.title.startswith("Of three skills that you both rated")


def test_what_later_ratings_would_change_is_said_in_rounded_numbers() -> None:
    told = presentation.would_be({"score": 55.2}, Score(60.4, 52.5, 66.1))
    assert "would be 60, likely between 53 and 66, where your result says 55." in told
    assert told.endswith("Your result stays as it is.")


@pytest.mark.parametrize(
    ("changes", "at", "state", "ends"),
    [
        ({}, NOW, "Open", "open until 31 December 2026"),
        ({"finished_at": NOW}, NOW, "Done", "open until 31 December 2026"),
        ({"finished_at": NOW}, LATER, "Expired", "expired on 31 December 2026"),
        ({"revoked_at": NOW}, LATER, "Revoked", "revoked on 1 December 2026"),
    ],
)
def test_a_link_says_how_it_stands(changes: dict[str, Any], at: Any, state: str, ends: str) -> None:
    link = Invitation(mentor="Ina", created_at=NOW, expires_at=NOW + timedelta(days=30), **changes)
    answers = [MentorRating(level=level) for level in (0, 3, None)]
    link._prefetched_objects_cache = {"ratings": answers}  # type: ignore[attr-defined]
    (row,) = presentation.links([link], 31, at)
    assert (row.mentor, row.state, row.is_open) == ("Ina", state, state in {"Open", "Done"})
    assert row.about == f"2 of 31 skills rated · 1 with ‘I cannot say’ · {ends}"
    # Its digest is not the one of its nonce: an address that would not open is none.
    assert row.token == ""
