#!/bin/sh
# The suite on SQLite, then what uses a database on a PostgreSQL server of its own, each on all cores; arguments go to
# pytest.
set -eu
cd "$(dirname "$0")/.."
. scripts/fixed_environment.sh
echo "== SQLite"
python -m pytest -n auto --dist worksteal "$@"
echo "== PostgreSQL"
python scripts/with_postgres.py python -m pytest -p tests.only_database -n auto --dist worksteal "$@"
