#!/bin/sh
# Writes the lock anew from pyproject.toml: exact versions with hashes, for every platform, without an index's address.
set -eu
cd "$(dirname "$0")/.."
compile() {
    .venv/bin/uv pip compile -q --no-config --system-certs --universal --python-version 3.11 \
        --generate-hashes --no-header --no-annotate --upgrade "$@"
}
compile --group dev pyproject.toml -o requirements/everything.txt
grep -o '^uv==[^ ]*' requirements/everything.txt | compile - -o requirements/installer.txt
