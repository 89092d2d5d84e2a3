"""A thin layer over CP-SAT: whole-number models, solved by one worker within an effort that is counted, not timed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Terms = Sequence[tuple[int, int]]
"""Pairs of a variable and its whole-number factor."""

MANY = 2**40
"""More than any sum in a model."""

PARAMETERS = "num_workers: 1 random_seed: 1"


@dataclass(frozen=True, slots=True)
class Answer:
    """The values of the variables, none where no solution exists, and what no solution's worth exceeds."""

    values: tuple[int, ...]
    most: int

    @property
    def is_possible(self) -> bool:
        """Whether there is a solution; if not, that is proven."""
        return self.most > -MANY


class Model:
    """Variables and linear constraints in the order in which they were added, so that equal models solve alike."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._variables = 0
        self._constraints = 0

    def copy(self) -> "Model":
        """A model that can be added to without adding to this one."""
        twin = Model()
        twin._lines = list(self._lines)
        twin._variables, twin._constraints = self._variables, self._constraints
        return twin

    def boolean(self) -> int:
        """A new variable that is 0 or 1."""
        return self.integer(0, 1)

    def integer(self, low: int, high: int) -> int:
        """A new variable between two whole numbers, both included."""
        return self._variable([low, high])

    def among(self, values: Sequence[int]) -> int:
        """A new variable that is one of some whole numbers in rising order."""
        domain: list[int] = []
        for value in values:
            # Neighbors join: the solver refuses ranges that touch.
            if domain and domain[-1] == value - 1:
                domain[-1] = value
            else:
                domain += [value, value]
        return self._variable(domain)

    def at_most(self, terms: Terms, limit: int, only_if: Sequence[int] = ()) -> None:
        """The sum of the terms does not exceed the limit where all of some booleans are 1."""
        self._linear(terms, -MANY, limit, only_if)

    def at_least(self, terms: Terms, limit: int, only_if: Sequence[int] = ()) -> None:
        """The sum of the terms reaches the limit where all of some booleans are 1."""
        self._linear(terms, limit, MANY, only_if)

    def implies(self, one: int, others: Iterable[int]) -> None:
        """Where one boolean is 1, at least one of the others is."""
        self.at_least([(one, -1), *((other, 1) for other in others)], 0)

    def interval(self, start: int, weeks: int, only_if: int) -> int:
        """So many weeks from a start on that exist only where a boolean is 1; the number of the constraint."""
        end = f"vars: {start} coeffs: 1 offset: {weeks}"
        times = f"start {{ vars: {start} coeffs: 1 }} size {{ offset: {weeks} }} end {{ {end} }}"
        return self._constrain(f"interval {{ {times} }}", (only_if,))

    def apart(self, intervals: Sequence[int]) -> None:
        """No two of the intervals overlap."""
        self._constrain(f"no_overlap {{ intervals: {list(intervals)} }}", ())

    def cumulative(self, demands: Sequence[tuple[int, int]], capacity: int) -> None:
        """In no week do the demands of the intervals that exist, each with its amount, exceed the capacity."""
        intervals, amounts = [interval for interval, _ in demands], [f"{{ offset: {most} }}" for _, most in demands]
        parts = f"intervals: {intervals} demands: [{', '.join(amounts)}] capacity {{ offset: {capacity} }}"
        self._constrain(f"cumulative {{ {parts} }}", ())

    def solve(self, worth: Terms, effort: float, hint: Sequence[int] = (), linear: int = 2) -> Answer | None:
        """The solution of most worth found within a counted effort, told of a known one; None where none was found.

        How much of the model is relaxed to linear programs: 2 is best for sums, 1 where weeks matter.
        """
        # Not loaded with the module: most pages of a site never plan.
        from ortools.sat.python.cp_model_helper import CpModelProto, SatParameters, SolveWrapper

        model, parameters, wrapper = CpModelProto(), SatParameters(), SolveWrapper()
        model.parse_text_format("\n".join([*self._lines, _objective(worth), _hinted(hint)]))
        parameters.parse_text_format(f"{PARAMETERS} linearization_level: {linear} max_deterministic_time: {effort}")
        wrapper.set_parameters(parameters)
        answer = wrapper.solve(model)  # type: ignore[no-untyped-call]
        if answer.status.name == "INFEASIBLE":
            return Answer((), -MANY)
        if answer.status.name not in {"OPTIMAL", "FEASIBLE"}:
            return None
        return Answer(tuple(answer.solution), round(answer.best_objective_bound))

    def _variable(self, domain: Sequence[int]) -> int:
        self._lines.append(f"variables {{ domain: {list(domain)} }}")
        self._variables += 1
        return self._variables - 1

    def _linear(self, terms: Terms, low: int, high: int, only_if: Sequence[int]) -> None:
        self._constrain(f"linear {{ {_sum(terms)} domain: [{low}, {high}] }}", only_if)

    def _constrain(self, constraint: str, only_if: Sequence[int]) -> int:
        self._lines.append(f"constraints {{ enforcement_literal: {list(only_if)} {constraint} }}")
        self._constraints += 1
        return self._constraints - 1


def _sum(terms: Terms) -> str:
    return f"vars: {[variable for variable, _ in terms]} coeffs: {[factor for _, factor in terms]}"


def _objective(worth: Terms) -> str:
    # The solver minimises.
    return f"objective {{ {_sum([(variable, -factor) for variable, factor in worth])} scaling_factor: -1 }}"


def _hinted(values: Sequence[int]) -> str:
    return f"solution_hint {{ vars: {list(range(len(values)))} values: {list(values)} }}"
