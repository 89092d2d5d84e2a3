"""How far the answers of a row lie apart: a size from 0, alike, to 1, as far apart as it gets, and why.

Numbers: the ratio of the highest to the lowest, on a scale where twice as much is 1. A number that only some guides
have counts one half. Shares of a whole: the points between them, of a hundred. Conditions: 1 where one guide asks
everybody for it and another does not. Skills: the part of all skills that not every guide names. Where a guide itself
says how it differs from another one, that is 1. Plain words are not measured.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careers.presentation import words
from careers.presentation.compare.answers import Answer

Named = tuple[str, Answer]
APART = 0.3
"""Size from which on a row is among those that differ most: 1.25 times as much, or three skills in ten not shared."""

HALF_KNOWN = 0.5


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far apart, 0 to 1, and the sentence that says so."""

    size: float
    sentence: str

    @property
    def is_apart(self) -> bool:
        """Whether it is worth a place among the differences."""
        return self.size >= APART


Rule = Callable[[Sequence[Named]], Verdict | None]


def in_words(answers: Sequence[Named]) -> None:
    """Texts stand side by side: no rule could rank them."""


def by_ratio(answers: Sequence[Named]) -> Verdict | None:
    """Numbers of one unit; nothing where units differ or nobody has a number."""
    known = sorted(((name, each) for name, each in answers if each.amount is not None), key=_amount, reverse=True)
    lacking = [name for name, each in answers if each.amount is None]
    if not known or len({each.unit for _, each in known}) > 1:
        return None
    high, low = _amount(known[0]), _amount(known[-1])
    size = max(_size(low, high), HALF_KNOWN if lacking else 0.0)
    said = (f"{_said(known)}{_times(low, high)}.", _unlike(known), _lacking(lacking))
    return Verdict(size, " ".join(part for part in said if part))


def by_share(answers: Sequence[Named]) -> Verdict | None:
    """Shares of a whole in percent; nothing where a guide has none."""
    known = sorted(answers, key=_amount, reverse=True)
    if any(each.amount is None for _, each in known):
        return None
    return Verdict(round((_amount(known[0]) - _amount(known[-1])) / 100, 2), f"{_said(known)}.")


def by_condition(answers: Sequence[Named]) -> Verdict | None:
    """Whether every guide asks everybody for it; nothing where a guide does not say."""
    if any(each.asks is None for _, each in answers):
        return None
    asking = [name for name, each in answers if each.asks]
    others = [name for name, each in answers if not each.asks]
    if asking and others:
        verb, other = ("asks" if len(asking) == 1 else "ask"), ("does" if len(others) == 1 else "do")
        return Verdict(1, f"The {_guides(asking)} {verb} everybody for one; the {_guides(others)} {other} not.")
    return Verdict(0, f"{'All' if asking else 'None'} of the guides ask everybody for one.")


def by_overlap(answers: Sequence[Named]) -> Verdict | None:
    """Sets by what they share; nothing where a guide has none."""
    sets = [each.names for _, each in answers if each.names]
    if len(sets) < len(answers):
        return None
    everything, common = frozenset().union(*sets), frozenset.intersection(*sets)
    many = words.counted(len(everything), "skill")
    size = round(1 - len(common) / len(everything), 2)
    return Verdict(size, f"{len(common)} of {many} {_are(len(common))} in every guide.")


def by_statement(answers: Sequence[Named]) -> Verdict | None:
    """What a guide itself says about its difference from another one, at most length; nothing where none does."""
    stated = max((each.stated for _, each in answers), key=len, default="")
    return Verdict(1, stated) if stated else None


def words_of(names: Sequence[str]) -> str:
    """CMIO, CIO and CMO."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _amount(named: Named) -> float:
    return named[1].amount or 0.0


def _size(low: float, high: float) -> float:
    if low == high:
        return 0.0
    return min(1.0, round(math.log2(high / low), 2)) if low > 0 else 1.0


def _said(known: Sequence[Named]) -> str:
    return words_of([f"{name} {each.value}{_weak(each)}" for name, each in known])


def _weak(answer: Answer) -> str:
    found = [word for word, holds in (("disputed", answer.is_disputed), ("estimate", answer.is_estimate)) if holds]
    return f" ({', '.join(found)})" if found else ""


def _times(low: float, high: float) -> str:
    times = words.number(round(high / low, 1)) if low > 0 else ""
    return f": {times} times from lowest to highest" if times not in ("", "1") else ""


def _unlike(known: Sequence[Named]) -> str:
    return "They do not count the same thing." if len({each.counts for _, each in known}) > 1 else ""


def _lacking(names: Sequence[str]) -> str:
    return f"No such figure in the {_guides(names)}." if names else ""


def _guides(names: Sequence[str]) -> str:
    return f"{words_of(names)} {'guide' if len(names) == 1 else 'guides'}"


def _are(how_many: int) -> str:
    return "is" if how_many == 1 else "are"
