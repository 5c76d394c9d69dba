# Everything that is done with Trappan by name. `make demo` and `make test` work on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
TEMPLATES := git ls-files '*.html'
ROOTLY := $(shell [ "$$(id -u)" = 0 ] && echo yes)

.PHONY: demo dev test try setup check fix bench requirements help

help: ## show what there is
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 14

$(VENV)/run: requirements/run.txt package-lock.json pyproject.toml
	@echo "Setting up: an environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@echo "Setting up: the libraries that run it, some 100 MB (half a minute) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@echo "Setting up: what the pages are drawn with, and the Swedish ..."
	@PATH="$(CURDIR)/$(BIN):$$PATH"; npm ci --omit=dev --no-audit --no-fund --loglevel=error
	@$(BIN)/trappan messages --compile
	@touch $@

$(VENV)/dev: $(VENV)/run requirements/dev.txt tests/oidc/package-lock.json
	@echo "Setting up: the libraries that test it ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@PATH="$(CURDIR)/$(BIN):$$PATH"; npm ci --prefix tests/oidc --no-audit --no-fund --loglevel=error
	@touch $@

setup: $(VENV)/dev ## the environment alone

demo: $(VENV)/run ## the invented town, served on 127.0.0.1 (PORT=8000)
	TRAPPAN_DEMO=1 PORT=$(PORT) $(BIN)/trappan demo

dev: $(VENV)/dev ## the demo's pages as they are changed, with the number of questions at their foot (PORT=8000)
	TRAPPAN_DEMO=1 $(BIN)/trappan demo --no-serve
	TRAPPAN_DEMO=1 TRAPPAN_DEBUG=1 $(BIN)/trappan dev $(PORT)

test: $(VENV)/dev ## the whole suite, with Chromium through apt where it may
	@if [ -n "$(ROOTLY)" ] && command -v apt-get >/dev/null && ! command -v chromium >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; fi
	$(BIN)/trappan messages --compile
	$(BIN)/pytest -n auto

try: $(VENV)/dev ## one test file, as in make try T=trappan/plans
	$(BIN)/trappan messages --compile
	$(BIN)/pytest $(T)

check: $(VENV)/dev ## linters, types, import contract, missing migrations and translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@! git grep -n 'fmt: [so][kf]' -- '*.py' # the formatter's own way, everywhere
	$(BIN)/djade --check --target-version 5.2 $$($(TEMPLATES))
	$(BIN)/djhtml --check --tabwidth 2 $$($(TEMPLATES))
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/trappan makemigrations --check --dry-run
	$(BIN)/trappan messages --check

fix: $(VENV)/dev ## what can be mended by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $$($(TEMPLATES))
	$(BIN)/djhtml --tabwidth 2 $$($(TEMPLATES))

bench: $(VENV)/dev ## the benchmarks: figures and ratios, also as JSON
	$(BIN)/python -m bench

requirements: $(VENV)/dev ## each requirement with the tests that proved it in the last run
	$(BIN)/python -m tests.requirements
