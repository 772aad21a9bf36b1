# Every target sets up what it needs: the environment in .venv from the hashed locks in requirements/.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
# `loadgroup`: tests of one group, as those on Spark, go to one process.
PYTEST := $(BIN)/pytest -n 2 --dist loadgroup
UV := $(BIN)/uv
LOCK := $(UV) pip compile --universal --python-version 3.11 --no-config --no-header --generate-hashes --quiet
# In an empty environment uv does not look for the system's certificates by itself.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt),)
export SSL_CERT_FILE ?= /etc/ssl/certs/ca-certificates.crt
endif
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
# Python keeps what it has compiled, whatever the caller's environment says: without, each of the hundreds of processes
# that the tests start takes seconds to compile its libraries again.
export PYTHONDONTWRITEBYTECODE :=
export VIRTUAL_ENV := $(CURDIR)/.venv

.PHONY: demo test messages test-postgres test-all lint types contracts format bench spark spark-cluster lock clean
.DELETE_ON_ERROR:

demo: .venv/.synced .venv/.messages
	$(BIN)/sanad demo

test: .venv/.synced .venv/.messages
	$(PYTEST) -m "not bench and not cluster"

# The tests that use the database once more, on a PostgreSQL made for them alone.
test-postgres: .venv/.synced .venv/.messages
	tests/with-postgres $(PYTEST) -m "database and not look"

test-all: .venv/.synced-all .venv/.messages
	$(PYTEST) -m "not cluster"

# Collects what pages say into each room's catalogue; the Arabic is then written by hand.
messages: .venv/.synced
	$(BIN)/python -m tools.messages

lint: .venv/.synced
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.synced
	$(BIN)/mypy

contracts: .venv/.synced
	$(BIN)/lint-imports

format: .venv/.synced
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.synced-all
	$(BIN)/sanad bench

spark: .venv/.synced-all
	SANAD_SPARK_CASES=1000 SANAD_SPARK_EXAMPLES=40 $(BIN)/pytest -n 0 -m "spark and not cluster" tests/spark

spark-cluster: .venv/.synced-all
	$(BIN)/pytest -n 0 -m cluster tests/spark

# The benchmark lock comes first and holds everything, so that both locks name the same versions.
lock: .venv/.uv
	$(LOCK) --upgrade requirements/bootstrap.in --output-file requirements/bootstrap.txt
	$(LOCK) --upgrade pyproject.toml --group dev --extra bench --output-file requirements/bench.txt
	$(LOCK) --upgrade pyproject.toml --group dev --constraints requirements/bench.txt --output-file requirements/dev.txt
	$(LOCK) --upgrade requirements/spark.in --output-file requirements/spark.txt

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find sanad tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

.venv/.uv: requirements/bootstrap.txt
	@PYTHON=$(PYTHON) bash requirements/make-venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@touch $@

# `uv pip sync` takes the project itself out again, so syncing and installing are one step.
.venv/.synced: .venv/.uv requirements/dev.txt pyproject.toml
	$(UV) pip sync --quiet --require-hashes requirements/dev.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@rm -f .venv/.synced-all
	@touch $@

.venv/.synced-all: .venv/.synced requirements/bench.txt requirements/spark.txt
	$(UV) pip sync --quiet --require-hashes requirements/bench.txt requirements/spark.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/.messages: .venv/.synced $(shell find sanad -name django.po)
	$(BIN)/python -m tools.catalogues
	@touch $@
