# Verbs for people; CI runs .ci/run.
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: install run test lint bench docs

install: $(BIN)/triallint
$(BIN)/triallint:
	python3 -m venv $(VENV)
	$(BIN)/pip install -q -e '.[dev]'

run: install
	$(BIN)/triallint check fixtures/pages/ --exit-zero

test: install
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: install
	$(BIN)/python bench/run.py

docs: install
	$(BIN)/python tools/readme.py
	$(BIN)/python tools/rule_pages.py
	$(BIN)/python tools/config_schema.py
