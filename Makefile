# Every target sets up what it needs. On a fresh machine: `make dashboard`, `make test`.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
export PYTHONDONTWRITEBYTECODE ?=

.PHONY: help
help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.venv/bin/python:
	@python=$$(.ci/find-python) && echo "Making .venv with $$python" && "$$python" -m venv .venv

# The package itself is installed editable, without build isolation, so that nothing unpinned is fetched.
.venv/runtime.stamp: .venv/bin/python pyproject.toml requirements/runtime.txt requirements/build.txt
	@echo "Installing what Onrecord needs (pinned, with hashes) …"
	@$(PIP) -r requirements/runtime.txt -r requirements/build.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

.venv/dev.stamp: .venv/runtime.stamp requirements/dev.txt
	@echo "Installing what the tests need (pinned, with hashes) …"
	@$(PIP) -r requirements/dev.txt
	@touch $@

.PHONY: dashboard
dashboard: .venv/runtime.stamp ## open the dashboard (W=folder for another workspace, ARGS="--port 8600")
	@$(PY) -m onrecord dashboard $(if $(W),--workspace "$(W)",--sample) $(ARGS)

.PHONY: test
test: .venv/dev.stamp ## lint, type check, unit tests, page tests, browser tests
	@$(MAKE) --no-print-directory check-code
	@ONRECORD_CHROMIUM="$$(.ci/find-chromium)" $(PY) -m pytest --numprocesses=2 --dist=loadfile --durations=10 $(ARGS)

.PHONY: lint
lint: .venv/dev.stamp ## lint, type check and the import contracts
	@$(MAKE) --no-print-directory check-code

.PHONY: check-code
check-code:
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports

.PHONY: format
format: .venv/dev.stamp ## format the code
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

.PHONY: bench
bench: .venv/dev.stamp ## speed and memory, as ratios measured in one run (ARGS=statements for one part)
	@$(PY) -m tests.benchmarks.speed $(ARGS)

.PHONY: accuracy
accuracy: .venv/dev.stamp ## accuracy on the annotations in ../shared, where that is (ARGS=junk for one part)
	@$(PY) -m tests.benchmarks.accuracy $(ARGS)

.PHONY: wheel
wheel: .venv/dev.stamp ## build the wheel into dist/
	@$(PY) -m build --wheel --no-isolation --outdir dist .

LOCK = uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate --no-emit-index-url \
	--python-version 3.12 --custom-compile-command "make lock"
.PHONY: lock
lock: ## renew the pinned requirements (needs uv)
	$(LOCK) requirements/build.in --output-file requirements/build.txt
	$(LOCK) pyproject.toml --output-file requirements/runtime.txt
	$(LOCK) pyproject.toml --group dev --constraint requirements/runtime.txt --output-file requirements/dev.txt
