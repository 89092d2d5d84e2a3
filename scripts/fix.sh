#!/bin/sh
# Puts right what tools can put right by themselves.
set -eu
cd "$(dirname "$0")/.."
. scripts/fixed_environment.sh
ruff check --fix .
ruff format .
find templates -name '*.html' -exec djade --target-version 5.2 {} +
