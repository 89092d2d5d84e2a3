"""The verdict on small histories: what is lost, what is doubled, and what nobody can know is neither."""

from uuid import UUID

import pytest

from tests.reliability.history import History, Question, Row, Verdict, Write, judge

QUESTION = Question(UUID(int=1), "skill", "cds")
Kept = list[tuple[int, int]]


def verdict(sent: str, kept: Kept) -> Verdict:
    """The verdict on one question: a "+" was acknowledged, of a "?" nobody knows; rows as number of write, revision."""
    writes = [Write(UUID(int=n), 1, f"text {n}", mark == "+") for n, mark in enumerate(sent)]
    rows = [Row((UUID(int=n), 1, f"text {n}"), revision) for n, revision in kept]
    return judge(History({QUESTION: writes} if writes else {}), {QUESTION: rows})


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("+", [(0, 1)]),
        ("+++", [(2, 3)]),
        ("?", []),
        ("?", [(0, 1)]),
        ("+?", [(0, 1)]),
        ("+?", [(1, 2)]),
        ("+??", [(1, 2)]),
    ],
)
def test_what_was_acknowledged_is_there(sent: str, kept: Kept) -> None:
    assert verdict(sent, kept) == Verdict(acknowledged=sent.count("+"))


@pytest.mark.parametrize(
    ("sent", "kept", "lost"),
    [
        ("+", [], 1),
        ("+++", [], 3),
        ("++", [(0, 1)], 1),
        ("++", [(0, 2)], 1),
        ("+++", [(2, 2)], 1),
        ("++?", [(0, 3)], 1),
    ],
)
def test_an_acknowledged_answer_that_is_gone_is_lost(sent: str, kept: Kept, lost: int) -> None:
    assert verdict(sent, kept) == Verdict(sent.count("+"), lost=lost)


@pytest.mark.parametrize(
    ("sent", "kept", "doubled"),
    [("+", [(0, 1), (0, 1)], 1), ("+", [(0, 2)], 1), ("+?", [(1, 4)], 2), ("", [(0, 1)], 1)],
)
def test_a_change_that_nobody_asked_for_is_doubled(sent: str, kept: Kept, doubled: int) -> None:
    assert verdict(sent, kept) == Verdict(sent.count("+"), doubled=doubled)


def test_a_row_with_the_right_key_and_other_words_is_no_answer_that_was_sent() -> None:
    write = Write(UUID(int=7), 1, "whole", acknowledged=True)
    assert judge(History({QUESTION: [write]}), {QUESTION: [Row((write.key, 1, "who"), 1)]}).lost == 1
