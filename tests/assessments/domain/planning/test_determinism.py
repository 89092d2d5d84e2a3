"""Equal inputs give equal plans, to the byte, whatever the process and however it hashes."""

import json
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[4]
PLANS = """
import json
from benchmarks import profiles
from assessments.domain.planning import outlook, plan
instrument, situation = profiles.read("three months")
found = plan(instrument, situation)
cells = outlook(instrument, situation, [{"hours_per_week": 2}, {"hours_per_week": 9}], found["actions"])
print(json.dumps([found, cells]))
"""


def told(seed: str) -> str:
    """What another process plans, which hashes strings by a seed."""
    given = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)}
    ended = subprocess.run([sys.executable, "-c", PLANS], cwd=PROJECT, env=given, capture_output=True, text=True)
    assert not ended.stderr
    return ended.stdout


def test_two_processes_that_hash_differently_tell_the_same_plan() -> None:
    one, other = told("1"), told("2")
    assert json.loads(one)[0]["status"] in {"optimal", "feasible"}
    assert one == other
