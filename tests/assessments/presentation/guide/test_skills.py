"""The margin note counts the listed skills of the frozen result and names the costliest gaps."""

from assessments.presentation.guide.skills import skills_note
from tests.assessments.presentation.guide.readers import newest, skill

ROWS = (skill("cds", "gap", 9), skill("budget", "gap", 7), skill("safety", "gap", 5), skill("ethics", "met"))


def test_it_counts_what_is_listed_and_nothing_else() -> None:
    note = skills_note(newest(*ROWS, skill("ai", "unsure")), {"cds", "ethics", "ai", "unknown"})
    assert note
    assert note.met == "You meet 1 of the 3 skills listed here"
    assert note.rest == "One gap: cds. One is unsure."


def test_of_many_gaps_the_costliest_are_named() -> None:
    note = skills_note(newest(*ROWS), {"cds", "budget", "safety", "ethics"})
    assert note
    assert note.rest == "Three gaps; the ones that cost you most: cds, and budget."


def test_with_none_met_it_says_so() -> None:
    note = skills_note(newest(*ROWS), {"cds", "safety"})
    assert note
    assert note.met == "None of the 2 skills listed here is clearly met yet"


def test_with_all_met_nothing_is_left_to_say() -> None:
    note = skills_note(newest(*ROWS), {"ethics"})
    assert note
    assert note.rest == ""


def test_it_is_silent_about_skills_that_the_result_does_not_know() -> None:
    assert skills_note(newest(*ROWS), {"unknown"}) is None


def test_a_quick_check_speaks_only_of_what_it_asked() -> None:
    note = skills_note(newest(*ROWS, skill("ai", "not_asked")), {"cds", "ethics", "ai"})
    assert note
    assert note.met == "You meet 1 of the 2 skills listed here that you were asked about"
    assert skills_note(newest(skill("ai", "not_asked")), {"ai"}) is None
