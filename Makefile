# Needs only make and Python 3.11 or later; everything else is installed into .venv.
# Another Python: make PYTHON=python3.13 …

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test check format bench torture picture coverage audit lock clean

help: ## this list
	@grep -E '^[a-z.]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z.]+):.*## */  make \1\t/' | expand -t 18

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Klubban behöver Python 3.11 eller senare; %s är %s. Prova: make PYTHON=python3.13" % (sys.executable, sys.version.split()[0]) if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .
	touch $@

.venv: $(STAMP) ## the environment: exactly what requirements.lock holds, each file with its hash

demo: $(STAMP) ## rehearse a real meeting; without a terminal it is played through and its protocol written
	$(BIN)/klubban exempel

WORKERS ?= auto
test: $(STAMP) ## the tests alone
	$(BIN)/python -m pytest -n $(WORKERS)

check: $(STAMP) ## all that must hold before a commit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m pytest -n $(WORKERS)

format: $(STAMP) ## put the code in its one form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(STAMP) ## how fast it is, as ratios to bare programs in the same run (bench/RESULTS.md)
	$(BIN)/python -m bench --growth

SECONDS ?= 600
SEED ?= 1
torture: $(STAMP) ## kill the real program again and again, random keys, spoiled files, new cases for every property: make torture SECONDS=600 SEED=1; docs/tillforlitlighet.md
	$(BIN)/python -m tests.torture kill --seconds $(SECONDS) --seed $(SEED) --workers 2
	$(BIN)/python -m tests.torture keys --seconds $(SECONDS) --seed $(SEED)
	$(BIN)/python -m tests.torture fuzz --count 2000 --seed $(SEED)
	KLUBBAN_PROPERTIES=searching $(BIN)/python -m pytest -q -n $(WORKERS) -m hypothesis tests

picture: $(STAMP) ## the pictures of the docs: the running program, and the Ludvika protocol in Word and HTML
	$(BIN)/python docs/picture.py
	$(BIN)/python docs/protokollbilder.py

COVERAGE := build/coverage
MEASURED ?= tests/agendas tests/sessions tests/exports tests/commands
coverage: $(STAMP) ## how much of agendas, sessions and exports the tests without screens go through; fails under 95 per cent of lines or branches
	$(PYTHON) -m venv $(COVERAGE)
	$(COVERAGE)/bin/python -m pip install --quiet --disable-pip-version-check coverage==7.17.3
	echo "import site; site.addsitedir('$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')')" > $$($(COVERAGE)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/lent.pth
	rm -f build/.coverage*
	$(COVERAGE)/bin/python -m coverage run -m pytest -q -n auto -k "not in_a_moment and not at_once and not too_much_memory" $(MEASURED)
	$(COVERAGE)/bin/python -m coverage combine --quiet
	$(COVERAGE)/bin/python -m coverage report
	$(COVERAGE)/bin/python -m coverage json --quiet -o $(COVERAGE).json
	$(COVERAGE)/bin/python -m tests.measured $(COVERAGE).json

audit: $(STAMP) ## outputs in other programs: HTML in Chromium with axe-core, Word in LibreOffice, PDF/A, known faults in packages
	$(BIN)/python -m tests.audit

LOCK := build/lock
lock: ## take the newest versions that pyproject.toml allows into requirements.lock, with the hashes of their files
	$(PYTHON) -m venv --clear $(LOCK)
	$(LOCK)/bin/python -m pip install --quiet --disable-pip-version-check uv
	{ sed -n '/^#/p' requirements.lock; $(LOCK)/bin/uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes --no-annotate --no-header --upgrade pyproject.toml; } > requirements.lock.new
	mv requirements.lock.new requirements.lock

clean: ## remove what can be made again
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
