# Everything runs in .venv, which each target makes where it is missing or out of date.
# `make run` installs only what running needs. The other targets also install the tools for work on reader.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
LABELLED ?= ../labelled
VENV     := .venv
BIN      := $(VENV)/bin
RUNNABLE := $(VENV)/.runnable
READY    := $(VENV)/.ready
INSTALL   = $(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --editable

.PHONY: run test check bench torture snapshots picture matching-picture wheel clean

run: $(RUNNABLE)
	$(BIN)/reader --sample

test: $(READY)
	$(BIN)/pytest --numprocesses auto --dist loadgroup

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

$(RUNNABLE): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "reader needs Python 3.11 or newer, and none was found. Install it, or say where it is: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "reader needs Python 3.11 or newer. Say where it is: make $(MAKECMDGOALS) PYTHON=python3.12")'
	@echo "Installing what reader needs to run into $(VENV) (230 MB, once; a minute or two) ..."
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) '.[documents]'
	@touch $@

$(READY): pyproject.toml constraints.txt | $(RUNNABLE)
	@echo "Installing the tools for work on reader into $(VENV) (800 MB more, once; some minutes) ..."
	$(INSTALL) '.[dev]'
	@touch $(RUNNABLE) $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
