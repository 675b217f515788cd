# Two commands serve a fresh machine: `make demo` and `make test`. `make assurance` runs the long proofs of the vault.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PHOTO ?=
FOR ?= linkedin,resume-de,website

.PHONY: demo test lint types tests assurance bench screenshots translations clean

demo: $(VENV)/.installed
	@$(BIN)/python tools/demo.py --for "$(FOR)" $(if $(PHOTO),"$(PHOTO)")

test: lint types tests

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed
	$(BIN)/mypy

tests: $(VENV)/.installed
	$(BIN)/python -m pytest

assurance: $(VENV)/.installed
	HEADSHOT_ASSURANCE=1 $(BIN)/python -m pytest -m assurance --timeout 3600 -o faulthandler_timeout=3660

bench: $(VENV)/.installed
	$(BIN)/python tools/bench.py

$(VENV)/.installed: pyproject.toml tools/check_machine.py
	@$(PYTHON) tools/check_machine.py before || { echo "Set PYTHON=… to a Python 3.11 or newer, with its venv module."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@# torch first and by its exact version: a range could choose a build with gigabytes of CUDA that nothing here needs.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "torch==2.13.0"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@$(BIN)/python tools/check_machine.py after
	@touch $@

screenshots: $(VENV)/.installed
	$(BIN)/python tools/screenshots.py --out build/screenshots

translations: $(VENV)/.installed
	$(BIN)/python tools/translations.py

clean:
	rm -rf $(VENV) build dist
