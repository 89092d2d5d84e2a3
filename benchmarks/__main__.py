"""All measurements, one after the other: `make bench`. The exit code says whether a target was missed."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import pages, plans, sites
from benchmarks.servers import PROJECT


def main() -> int:
    """Pages, plans, then search on both databases."""
    missed = pages.main() + plans.main()
    with TemporaryDirectory(prefix="cmio-bench-") as folder:
        given = sites.environment(Path(folder))
        for name, prefix in (("SQLite", []), ("PostgreSQL", [sys.executable, "scripts/with_postgres.py"])):
            print(f"\nSearch on {name}", flush=True)
            subprocess.run([*prefix, sys.executable, "-m", "benchmarks.search"], cwd=PROJECT, env=given, check=True)
    return min(missed, 1)


if __name__ == "__main__":
    sys.exit(main())
