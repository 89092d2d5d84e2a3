"""What first attempts say about each scenario item."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessments.domain.instrument import Item
from assessments.domain.scoring import UNSURE
from assessments.domain.statistics.correlation import correlation
from assessments.domain.statistics.hiding import FEWEST, Figure, Hidden, counted, is_few, middle, shares
from assessments.domain.statistics.sittings import Sitting

CEILING, FLOOR, WEAK = 0.95, 0.2, 0.1
"""Limits of facility and of discrimination beyond which an item tells people apart badly."""

TOO_EASY, TOO_HARD, TELLS_LITTLE, NOBODY = "ceiling", "floor", "weak", "nobody"
"""Flags; the last is followed by the letter of an option."""

RIGHT, NOT_RIGHT = True, False


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """An item's figures.

    - n: people who answered it
    - facility: the share of them who were right; "would need to ask" is not right
    - discrimination, pairs: correlation of being right with the share right of the person's other items, and the
      number of people it rests on
    - choices: the share of each option's letter and of "unsure"
    - seconds: the median time to the first answer
    - flags: "ceiling", "floor", "weak", and "nobody" with the letter of a distractor; only what shown figures tell
    """

    id: str
    skill: str
    key: str
    n: int | Hidden
    facility: Figure
    discrimination: Figure
    pairs: int | Hidden
    choices: Mapping[str, Figure]
    seconds: Figure
    flags: tuple[str, ...]


def item_figures(items: Iterable[Item], sittings: Sequence[Sitting]) -> tuple[ItemFigures, ...]:
    """The figures of every item, in the order given.

    Facility and choices as in Crocker & Algina 1986, Introduction to Classical and Modern Test Theory, ch. 14; an
    option that nobody chose as in Tarrant, Ware & Mohammed 2009, BMC Medical Education 9:40.
    """
    known = {item.id: item for item in items}
    marks = [_marks(known, sitting) for sitting in sittings]
    return tuple(_figures(item, sittings, marks) for item in known.values())


def _marks(items: Mapping[str, Item], sitting: Sitting) -> dict[str, bool]:
    chosen = sitting.choices.items()
    return {id: answer.choice == items[id].key for id, answer in chosen if id in items}


def _figures(item: Item, sittings: Sequence[Sitting], marks: Sequence[Mapping[str, bool]]) -> ItemFigures:
    given = [sitting.choices[item.id] for sitting in sittings if item.id in sitting.choices]
    right = sum(answer.choice == item.key for answer in given)
    facility = shares({RIGHT: right, NOT_RIGHT: len(given) - right})[RIGHT]
    choices = shares({name: sum(a.choice == name for a in given) for name in (*item.options, UNSURE)})
    discrimination, pairs = _discrimination(item.id, marks)
    return ItemFigures(
        id=item.id,
        skill=item.skill,
        key=item.key,
        n=counted(len(given)),
        facility=facility,
        discrimination=discrimination,
        pairs=counted(pairs),
        choices=choices,
        seconds=middle(answer.seconds for answer in given),
        flags=(
            *_facility_flags(right, len(given)),
            *((TELLS_LITTLE,) if isinstance(discrimination, float) and discrimination < WEAK else ()),
            *(f"{NOBODY} {option}" for option in item.options if option != item.key and choices[option] == 0),
        ),
    )


def _discrimination(id: str, marks: Sequence[Mapping[str, bool]]) -> tuple[Figure, int]:
    """The item-rest correlation, corrected because the item is left out of the score that it is held against.

    Henrysson 1963, Correction of item-total correlations in item analysis, Psychometrika 28:211-218. Not everybody is
    asked the same items, so the score is the share right of the other items that the person answered.
    """
    rested = [own for own in marks if id in own and len(own) > 1]
    right = [own[id] for own in rested]
    if len(rested) < FEWEST:
        return Hidden.FEW, len(rested)
    if is_few(sum(right)) or is_few(len(right) - sum(right)):
        return Hidden.ROW, len(rested)
    rest = [(sum(own.values()) - own[id]) / (len(own) - 1) for own in rested]
    return correlation([float(mark) for mark in right], rest), len(rested)


def _facility_flags(right: int, answered: int) -> tuple[str, ...]:
    """A flag is raised by a hidden number only where all numbers from one to four in its place would raise it."""
    if answered < FEWEST:
        return ()
    wrong = answered - right
    fewest_right = answered - FEWEST + 1 if is_few(wrong) else right
    most_right = FEWEST - 1 if is_few(right) else right
    if fewest_right / answered > CEILING:
        return (TOO_EASY,)
    return (TOO_HARD,) if most_right / answered < FLOOR else ()
