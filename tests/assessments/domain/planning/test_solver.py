"""The layer over the solver: each kind of constraint by the smallest model that it decides."""

from assessments.domain.planning.solver import Answer, Model


def test_what_is_worth_most_within_a_limit_is_found_with_its_bound() -> None:
    model = Model()
    one, two, three = (model.boolean() for _ in range(3))
    model.at_most([(one, 5), (two, 4), (three, 3)], 8)
    assert model.solve([(one, 10), (two, 9), (three, 8)], 1) == Answer((1, 0, 1), 18)


def test_what_is_implied_needs_one_of_the_others() -> None:
    model = Model()
    top, left, right = (model.boolean() for _ in range(3))
    model.implies(top, [left, right])
    assert model.solve([(top, 5), (left, -1), (right, -2)], 1) == Answer((1, 1, 0), 4)


def test_a_limit_holds_only_where_its_booleans_are_true() -> None:
    model = Model()
    amount, strict = model.integer(0, 9), model.boolean()
    model.at_most([(amount, 1)], 3, [strict])
    assert model.solve([(amount, 1), (strict, 4)], 1) == Answer((9, 0), 9)
    assert model.solve([(amount, 1), (strict, 8)], 1) == Answer((3, 1), 11)


def test_a_variable_takes_only_values_that_are_named_neighbors_or_not() -> None:
    model = Model()
    week = model.among([1, 2, 5, 7, 8])
    for limit, found in ((6, 5), (4, 2), (9, 8)):
        twin = model.copy()
        twin.at_most([(week, 1)], limit)
        assert twin.solve([(week, 1)], 1) == Answer((found,), found)


def test_intervals_that_exist_do_not_overlap() -> None:
    model = Model()
    chosen = [model.boolean() for _ in range(3)]
    model.apart([model.interval(model.integer(0, 2), 2, exists) for exists in chosen])
    answer = model.solve([(exists, 1) for exists in chosen], 1)
    assert answer
    assert answer.most == 2


def test_a_model_without_a_solution_has_no_answer() -> None:
    model = Model()
    model.at_least([(model.boolean(), 1)], 2)
    answer = model.solve([], 1)
    assert answer
    assert not answer.is_possible


def test_without_effort_there_is_no_answer_rather_than_an_error() -> None:
    model = Model()
    booleans = [model.boolean() for _ in range(30)]
    for place in range(29):
        model.at_least([(booleans[place], 3), (booleans[place + 1], 5)], 4)
    answer = model.solve([(boolean, -1 - place % 3) for place, boolean in enumerate(booleans)], 0)
    assert answer is None or len(answer.values) == 30


def test_what_is_added_to_a_copy_is_not_added_to_the_model() -> None:
    model = Model()
    one = model.boolean()
    model.copy().at_most([(one, 1)], 0)
    assert model.solve([(one, 1)], 1) == Answer((1,), 1)


def test_a_hint_changes_nothing_about_the_best() -> None:
    model = Model()
    one, two = model.boolean(), model.boolean()
    model.at_most([(one, 1), (two, 1)], 1)
    assert model.solve([(one, 2), (two, 3)], 1, [1, 0]) == Answer((0, 1), 3)
