# Needs only make and Python 3.11 or later; everything else is installed into .venv.
# Another Python: make PYTHON=python3.13 …

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench picture lock clean

help: ## this list
	@grep -E '^[a-z.]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z.]+):.*## */  make \1\t/' | expand -t 18

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Klubban behöver Python 3.11 eller senare; %s är %s. Prova: make PYTHON=python3.13" % (sys.executable, sys.version.split()[0]) if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	touch $@

.venv: $(STAMP) ## the environment, with the versions of requirements.lock

demo: $(STAMP) ## rehearse a real meeting; without a terminal it is played through and its protocol written
	$(BIN)/klubban exempel

test: $(STAMP) ## the tests alone
	$(BIN)/python -m pytest -n auto

check: $(STAMP) ## all that must hold before a commit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

format: $(STAMP) ## put the code in its one form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(STAMP) ## start-up times, as ratios to a bare Textual app in the same run
	$(BIN)/python -m bench

picture: $(STAMP) ## the README's picture, made from the running program: docs/bild.svg (and .png with cairosvg or rsvg-convert)
	$(BIN)/python docs/picture.py

lock: ## take the newest versions that pyproject.toml allows into requirements.lock
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	{ sed -n '/^#/p' requirements.lock; $(BIN)/python -m pip freeze --disable-pip-version-check --exclude-editable; } > requirements.lock.new
	mv requirements.lock.new requirements.lock
	touch $(STAMP)

clean: ## remove what can be made again
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
