.DEFAULT_GOAL := help
.PHONY: help setup run test bench check fix database content content-dump demo admin lock
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
EMAIL ?=

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

setup:  ## create the environment and install what the lock names
	@$(PYTHON) scripts/install.py

run: setup  ## prepare everything and serve the site (PORT=8000, HOST=127.0.0.1)
	@exec .venv/bin/python scripts/serve.py --host "$(HOST)" --port "$(PORT)"

test: setup  ## run the tests on SQLite and on PostgreSQL
	@scripts/test.sh

bench: setup  ## measure pages, search, growth and plans, in about nine minutes
	@.venv/bin/python -m benchmarks

check: setup  ## lint, check types, templates, layers, migrations and deployment settings; changes nothing
	@scripts/check.sh

fix: setup  ## format code and templates
	@scripts/fix.sh

database: setup
	@.venv/bin/python scripts/local.py migrate --no-input --verbosity 0
	@.venv/bin/python scripts/local.py createcachetable --verbosity 0

content-dump: database  ## write what is published back to the documents in fixtures/
	@.venv/bin/python scripts/local.py content dump

content: database  ## load the documents in fixtures/; what editors changed stays as they left it
	@.venv/bin/python scripts/local.py content load

demo: content  ## make a user with a profile, evidence, an attempt, a result and a plan
	@.venv/bin/python scripts/local.py demo

admin: database  ## make a user an editor with all roles (EMAIL=you@example.org)
	@.venv/bin/python scripts/local.py editors --add "$(EMAIL)"

lock: setup  ## choose the newest allowed versions and write the lock anew
	@scripts/lock.sh
