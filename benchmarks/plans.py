"""How good and how dear plans are for a spread of people, each in its own process: `python -m benchmarks.plans`."""

import json
import resource
import subprocess
import sys
from time import process_time
from typing import Any

from assessments.domain.planning import outlook, plan
from assessments.domain.planning.problem import pose
from assessments.domain.planning.solving import solve
from benchmarks import profiles
from benchmarks.servers import PROJECT

HEAD = ("% of bound", "status", "CPU s", "solving", "MB", "figures", "table s")
WITHIN, SECONDS, MEGABYTES = 95, 3.0, 200
"""Targets: percent of what any plan could win (or proven best), CPU on one core, and peak memory."""

BY_LIMITS = {"hours", "money", "date", "better uses of the hours"}


def main() -> int:
    """Print a row for each person; how many missed a target."""
    print("\nPlans\n" + " " * 26 + "".join(f"{word:>12}" for word in HEAD))
    missed = 0
    for name in profiles.PROFILES:
        measured = json.loads(
            subprocess.run(
                [sys.executable, "-m", "benchmarks.plans", name],
                cwd=PROJECT,
                capture_output=True,
                check=True,
                text=True,
            ).stdout
        )
        is_good = measured["share"] >= WITHIN or measured["status"] == "optimal"
        missed += not (is_good and measured["cpu"] <= SECONDS and measured["mb"] <= MEGABYTES)
        figures = f"{measured['figures']}/{measured['gaps']}"
        numbers = (f"{measured[key]:.{digits}f}" for key, digits in (("cpu", 2), ("solving", 2), ("mb", 0)))
        row = (f"{measured['share']:.1f}", measured["status"], *numbers, figures, f"{measured['table']:.2f}")
        print(f"{name:26}" + "".join(f"{cell:>12}" for cell in row), flush=True)
    return missed


def measure(name: str) -> dict[str, Any]:
    """One person's plan: CPU with and without what would close its gaps, and of a what-if table of twelve plans."""
    instrument, situation = profiles.read(name)
    start = process_time()
    found = plan(instrument, situation)
    cpu = process_time() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = process_time()
    problem = pose(instrument, situation)
    solve(problem)
    solving = process_time() - start
    gaps = [gap for gap in found["unmet"] if gap["binding"] in BY_LIMITS]
    return {
        "share": _share(problem.points, found),
        "status": found["status"],
        "cpu": cpu,
        "solving": solving,
        "mb": megabytes,
        "figures": sum(bool(gap["would_need"]) for gap in gaps),
        "gaps": len(gaps),
        "table": _table(instrument, situation, found["actions"]),
    }


def _share(points: float, found: dict[str, Any]) -> float:
    most = points - found["bound_points_missing"]
    return 100 * (points - found["totals"]["points_missing"]) / most if most > 0.01 else 100.0


def _table(instrument: Any, situation: Any, present: list[dict[str, Any]]) -> float:
    budgets = (0, situation.budget_usd or 5000, 2 * (situation.budget_usd or 5000))
    changes = [{"hours_per_week": hours, "budget_usd": usd} for hours in (2, 4, 6, 10) for usd in budgets]
    start = process_time()
    outlook(instrument, situation, changes, present)
    return process_time() - start


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        sys.exit(min(main(), 1))
