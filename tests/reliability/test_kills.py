"""No acknowledged answer is lost and none is doubled, while workers are killed and connections break."""

import logging
import time
from pathlib import Path
from random import Random

import pytest

from tests.reliability import twins
from tests.reliability.history import judge
from tests.reliability.people import rows, writers
from tests.reliability.site import CARELESS, REAL, killing, served
from tests.reliability.work import answering

FIGURES = logging.getLogger(__name__)
"""What a run reached; `--log-cli-level INFO` shows it."""

ACKNOWLEDGED, KILLS, EVERY = 2000, 40, 0.25
"""What a run has to reach, with so many seconds between two kills."""

LONGEST = 150.0
"""Seconds for a machine that is busy with other things; an idle one needs a tenth."""


def test_killed_workers_and_cut_connections_lose_and_double_nothing(address: str, tmp_path: Path) -> None:
    chance = Random(4)
    people = writers(["cmio"] * 4, chance)
    with (
        served(REAL, address, tmp_path) as server,
        answering(server, people, chance) as work,
        killing(server, EVERY, work.done, chance) as nemesis,
    ):
        work.go_on(lambda: nemesis.kills >= KILLS and work.done() >= ACKNOWLEDGED, LONGEST)
    verdict = judge(work.history, rows(people))
    FIGURES.info("%s, %s kills, %s", work, nemesis.kills, verdict)
    assert work.history.refused == []
    assert (verdict.lost, verdict.doubled) == (0, 0)
    assert (verdict.acknowledged >= ACKNOWLEDGED, nemesis.kills >= KILLS) == (True, True)


@pytest.mark.one_database
def test_the_same_harness_catches_careless_twins(address: str, tmp_path: Path) -> None:
    chance, levels = Random(4), (twins.ANY_KEY, twins.BLOB, twins.EARLY)
    people = writers(levels, chance, each=4)
    with served(CARELESS, address, tmp_path) as server:
        with answering(server, people, chance) as work, killing(server, EVERY, work.done, chance) as nemesis:
            work.go_on(lambda: nemesis.kills >= 8 and work.done() >= 400, LONGEST)
        # What was acknowledged early gets its chance, so that only what a kill took away is missing.
        time.sleep(10 * twins.BEHIND)
    found = rows(people) | twins.blobs()
    any_key, blob, early = (judge(*work.history.at(person.attempt, found)) for person in people[::4])
    FIGURES.info("%s, %s kills; any key: %s, blob: %s, early: %s", work, nemesis.kills, any_key, blob, early)
    assert any_key.doubled > 0
    assert blob.lost > 0
    assert early.lost > 0
