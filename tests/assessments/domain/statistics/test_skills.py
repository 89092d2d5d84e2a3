"""Skill figures and the alpha of a domain, worked out by hand."""

from collections.abc import Mapping, Sequence
from itertools import combinations_with_replacement
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.instrument import Domain
from assessments.domain.statistics import Hidden, Rated, Sitting, SkillFigures, domain_figures, skill_figures
from assessments.domain.statistics.correlation import alpha
from assessments.domain.statistics.hiding import Figure
from assessments.domain.statistics.telling import ends
from tests.assessments.domain.builders import skill

SKILLS = tuple(skill(id) for id in ("s1", "s2"))


def people(*levels: int, low: int = 0) -> list[Sitting]:
    """One person for each rating of s1, the first of them not confident."""
    return [Sitting({"s1": Rated(level, place < low, 10 * place)}, {}) for place, level in enumerate(levels)]


def first(*levels: int, low: int = 0) -> SkillFigures:
    return skill_figures(SKILLS, people(*levels, low=low))[0]


def test_mean_and_deviation() -> None:
    found = first(1, 2, 3, 4, 4, 4)
    assert (found.n, found.mean, found.seconds) == (6, 3, 25)
    assert found.sd == pytest.approx(sqrt(8 / 5))
    assert (found.no_chance, found.top, found.low_confidence, found.flags) == (0, 0, 0, ())


def test_shares_of_the_ends_and_their_flags() -> None:
    found = first(*[0] * 5, *[3] * 5, *[5] * 11, low=7)
    assert [found.no_chance, found.top, found.low_confidence] == [pytest.approx(part / 21) for part in (5, 11, 7)]
    assert found.flags == ("ceiling",)
    assert first(*[0] * 11, *[3] * 10).flags == ("floor",)
    assert first(*[0] * 10, *[3] * 10).flags == ()


def test_a_small_end_hides_mean_and_deviation_where_they_would_tell_it() -> None:
    found = first(*[5] * 20, *[4] * 20, 0)
    assert {found.no_chance, found.top, found.mean, found.sd} == {Hidden.ROW}
    assert (found.n, found.low_confidence) == (41, 0)


def test_a_small_end_in_a_mixed_group_hides_the_shares_alone() -> None:
    # One at 0, three at 2 might as well be three at 1 and one at 3; one at 5, three at 3 three at 4 and one at 2.
    found = first(0, *[1] * 5, *[2] * 5, *[3] * 5, *[4] * 5, 5)
    assert {found.no_chance, found.top} == {Hidden.ROW}
    assert found.mean == 2.5
    assert found.sd == pytest.approx(sqrt(37.5 / 21))


@pytest.mark.parametrize("number", [5, 6, 8])
def test_no_row_tells_how_many_of_a_few_stand_at_an_end(number: int) -> None:
    """All that so many people can answer: whoever is shown alike differs in the size of every small group."""
    alike: dict[tuple[object, ...], list[Mapping[str, int]]] = {}
    for levels in combinations_with_replacement(range(6), number):
        found = first(*levels)
        row = (found.no_chance, found.top, _rounded(found.mean), _rounded(found.sd), found.flags)
        alike.setdefault(row, []).append(ends(tuple(levels.count(level) for level in range(6))))
    assert len(alike) > 20
    told = [row for row, groups in alike.items() for name in groups[0] if _is_one_small_number(groups, name)]
    assert told == []


def _is_one_small_number(groups: Sequence[Mapping[str, int]], name: str) -> bool:
    return len({group[name] for group in groups}) == 1 and 0 < groups[0][name] < 5


def _rounded(value: Figure) -> Figure:
    return round(value, 2) if isinstance(value, float) else value


def test_few_who_are_not_confident_are_hidden_by_themselves() -> None:
    found = first(*[3] * 9, low=2)
    assert (found.low_confidence, found.mean) == (Hidden.ROW, 3)


def test_four_people_are_in_no_figure() -> None:
    found = first(5, 5, 0, 3, low=2)
    shown = {found.n, found.mean, found.sd, found.no_chance, found.top, found.low_confidence, found.seconds}
    assert (shown, found.flags) == ({Hidden.FEW}, ())


def test_a_skill_that_nobody_rated() -> None:
    assert skill_figures(SKILLS, people(*[3] * 9))[1].n is Hidden.FEW


def test_alpha_by_hand() -> None:
    # Variances 5/3 and 5/3, of the totals 2, 5, 5, 8 it is 6: 2/1 times (1 - (10/3)/6).
    assert alpha([[1, 1], [2, 3], [3, 2], [4, 4]]) == pytest.approx(8 / 9)


def test_alpha_of_one_column_or_of_equal_totals_is_none() -> None:
    assert alpha([[1], [2], [3]]) is None
    assert alpha([[1, 2], [2, 1]]) is None


@given(
    st.lists(st.integers(0, 5), min_size=2, max_size=20).filter(lambda values: len(set(values)) > 1), st.integers(2, 5)
)
def test_columns_that_are_the_same_go_together_wholly(values: list[int], columns: int) -> None:
    assert alpha([[float(value)] * columns for value in values]) == pytest.approx(1)


@given(st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), min_size=2, max_size=20), st.integers(-3, 3))
def test_moving_all_ratings_changes_no_alpha(rows: list[list[int]], step: int) -> None:
    moved = alpha([[float(value + step) for value in row] for row in rows])
    assert moved == pytest.approx(alpha([[float(value) for value in row] for row in rows]))


def test_alpha_of_a_domain_counts_those_who_rated_all_of_it() -> None:
    both = [Sitting({"s1": Rated(level), "s2": Rated(level)}, {}) for level in (1, 2, 3, 4, 5)]
    domains = (Domain("clinical", "Clinical"), Domain("lead", "Lead"))
    found, empty = domain_figures(domains, (*SKILLS, skill("s3", domain="lead")), [*both, *people(3, 3)])
    assert (found.n, found.skills) == (5, 2)
    assert found.alpha == pytest.approx(1)
    assert (empty.n, empty.skills, empty.alpha) == (Hidden.FEW, 1, Hidden.FEW)
    assert domain_figures(domains, SKILLS, both[:4])[0].alpha is Hidden.FEW
