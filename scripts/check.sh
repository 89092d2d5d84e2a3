#!/bin/sh
# Everything that can be said about the code without running the site; changes nothing.
set -eu
cd "$(dirname "$0")/.."
. scripts/fixed_environment.sh
ruff check .
ruff format --check .
mypy
find templates -name '*.html' -exec djade --target-version 5.2 --check {} +
lint-imports
python manage.py makemigrations --check --dry-run
HTTPS=1 ALLOWED_HOSTS=example.org python manage.py check --deploy --fail-level WARNING
