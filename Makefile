# Everything runs from .venv, which each target makes when it is missing or out of date.
PYTHON ?= python3
LABELLED ?= ../labelled
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: run test check bench torture snapshots picture matching-picture wheel clean

run: $(READY)
	$(BIN)/reader --sample

test: $(READY)
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

torture: $(READY)
	$(BIN)/python -m tests.reliability.torture
	$(BIN)/pytest tests/property --hypothesis-profile=search

snapshots: $(READY)
	$(BIN)/pytest tests/ui/test_layouts.py --snapshot-update

picture: $(READY)
	$(BIN)/python -m tests.picture

# The labelled articles that the matching is measured on are others' texts: they lie outside of the project.
matching-picture: $(READY)
	$(BIN)/python -m tests.benchmarks.matching_picture $(LABELLED)

wheel: $(READY)
	$(BIN)/python -m build --wheel --no-isolation

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reader needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
