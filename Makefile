# The one way to run things, here and in CI. `make help` lists the targets.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test lint types unit format docs bless bench fuzz build clean

ifndef PYTHON
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
endif

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

help: ## Show the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

demo: .venv/.run ## Audit and draw the case studies, and say where the pictures are
	@$(BIN)/answerable demo

test: .venv/.dev ## Everything: servers and browser made ready, linters, types, all tests with coverage
	@$(BIN)/python -m tests.servers.prepare
	@$(MAKE) --no-print-directory lint types unit

lint: .venv/.dev ## Style, formatting, and which room may import which
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-cache

types: .venv/.dev ## Type-check everything
	$(BIN)/mypy

unit: .venv/.dev ## The tests and their coverage alone, with what is already there; ARGS="tests/loaders -x" runs some
	$(BIN)/python -m pytest $(or $(ARGS),--cov)

format: .venv/.dev ## Format, and mend what can be mended
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

docs: .venv/.dev ## Write the generated pages of docs/ anew
	$(BIN)/python -m graphmodel.jsonschema > docs/schema/structure.schema.json
	$(BIN)/answerable map sample_data/south_worcestershire.yaml -o docs/pictures/south-worcestershire.svg
	$(BIN)/python -m pytest -q tests/docs tests/golden/test_case_studies.py --bless

bless: .venv/.dev ## Write the golden files anew: read the difference before you commit it
	$(BIN)/python -m pytest -q tests/golden tests/loaders/messy --bless
	@git --no-pager diff --stat -- tests/golden tests/loaders/messy

bench: .venv/.dev ## Time and memory of every part, on generated partnerships (ARGS="--help" shows more)
	$(BIN)/python -m benchmarks $(ARGS)

fuzz: .venv/.dev ## 100,000 broken files at every loader; ARGS="--count 2000 --loaders xlsx pptx --seed 7" throws others
	$(BIN)/python -m tests.fuzz $(ARGS)

build: .venv/.dev ## Build the wheel and the source archive into dist/
	$(PIP) install -q build
	$(BIN)/python -m build

clean: ## Remove everything that was made here
	rm -rf .venv .cache dist build answerable-demo htmlcov .coverage .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The environment: remade when pyproject.toml changes ---

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "answerable needs Python 3.11 or later; none was found on the path." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "Python cannot make an environment. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

.venv/.run: pyproject.toml | .venv/bin/python
	@echo "Installing answerable into .venv ..."
	@$(PIP) install -q -e .
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	@echo "Installing answerable and its development tools into .venv ..."
	@$(PIP) install -q 'pip>=25.1' # the first that reads dependency groups
	@$(PIP) install -q -e '.[neo4j]' --group dev
	@touch .venv/.run $@
