# `make serve` shows the example site, `make test` runs every check. Both make the environment they need.
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000
TRANSLATIONS := $(wildcard mkdocs_planplugin/locale/*/LC_MESSAGES/*.po)

# Python keeps what it compiles: else each process of the tests would compile the package again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve docs install test lint lint-web types tests coverage test-lowest zensical fuzz bench clean

serve: .venv/installed
	$(BIN)/mkdocs serve --livereload -f example_site/mkdocs.yml -a 127.0.0.1:$(PORT)

# The docs, with live reload: they are a site that the plugin itself builds.
docs: .venv/installed
	$(BIN)/mkdocs serve --livereload -a 127.0.0.1:$(PORT)

install: .venv/installed node_modules/installed

# The linters run beside the tests, and are heard where they complain. The last line is that of pytest, if all is well.
test: .venv/installed node_modules/installed
	@log=$$(mktemp); $(MAKE) --no-print-directory -k lint types >"$$log" 2>&1 & linters=$$!; \
	$(MAKE) --no-print-directory tests; outcome=$$?; \
	wait $$linters || { cat "$$log"; outcome=1; }; rm -f "$$log"; exit $$outcome

lint: lint-web .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# Node comes with a Python package, the linters of style sheets and scripts with Node.
lint-web: node_modules/installed
	$(BIN)/node node_modules/.bin/biome check --error-on-warnings
	$(BIN)/node node_modules/.bin/stylelint --max-warnings=0 "mkdocs_planplugin/views/assets/**/*.css"

types: .venv/installed
	$(BIN)/mypy

# The tests of accessibility take axe from among the linters.
tests: node_modules/installed
	$(BIN)/pytest -n auto --dist worksteal

# How much of the package the tests run; it fails below what pyproject.toml names.
coverage: .venv/installed
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term

# With the lowest versions that pyproject.toml states, of everything that it names: the example, and all tests but those of
# the browser and of the installation. Old versions are met by newer ones that call some of their ways deprecated.
test-lowest: .venv-lowest/installed
	.venv-lowest/bin/mkdocs build --quiet --strict -f example_site/mkdocs.yml -d "$(CURDIR)/.venv-lowest/site"
	.venv-lowest/bin/pytest -n auto --dist worksteal -W ignore::DeprecationWarning $(addprefix --ignore=tests/, \
		test_accessibility.py test_browser.py test_charts.py test_index.py test_ecosystem.py test_wheel.py)

# What of a site Zensical builds by the Markdown extension alone; apart, because it comes with another world of packages.
zensical: .venv-zensical/installed
	.venv-zensical/bin/pytest tests/test_without_mkdocs.py

# The properties, each on twenty times the examples that the tests name; two times two hundred edits under serve; and
# each function of the package failing for one plan, and for all. `make fuzz TIMES=2` is a tenth of it.
fuzz: TIMES ?= 20
fuzz: .venv/installed
	PLANPLUGIN_EXAMPLES=$(TIMES) $(BIN)/pytest -n auto --dist worksteal -m hypothesis --timeout 3600
	PLANPLUGIN_EXAMPLES=$(TIMES) $(BIN)/pytest -n auto tests/test_random_edits.py --timeout 3600
	cd tests && ../$(BIN)/python injected.py $$(($(TIMES) < 20 ? 20 / $(TIMES) : 1))

# In an environment of its own, with the other plugins that ours is measured beside. PLANS=5000 takes half an hour more.
bench: .venv-bench/installed
	.venv-bench/bin/python benchmarks --plans $(or $(PLANS),1000)
	.venv-bench/bin/python benchmarks/growth.py
	.venv-bench/bin/python benchmarks/index.py
	.venv-bench/bin/python benchmarks/memory.py
	.venv-bench/bin/python benchmarks/history.py

clean:
	rm -rf .venv .venv-lowest .venv-bench .venv-zensical node_modules build dist site *.egg-info

# The installation compiles the translations, so a changed one installs again.
# uv takes a tenth of pip's time; but pip may be set up for a package index of which uv knows nothing.
.venv/installed: pyproject.toml hatch_build.py $(TRANSLATIONS)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python .venv --reinstall-package mkdocs-planplugin --editable ".[test]" || \
		$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@

.venv-lowest/installed: pyproject.toml | .venv/installed
	$(BIN)/uv venv --quiet --clear .venv-lowest
	$(BIN)/uv pip install --quiet --python .venv-lowest --resolution lowest-direct --editable ".[test]"
	touch $@

.venv-zensical/installed: pyproject.toml | .venv/installed
	$(BIN)/uv venv --quiet --clear .venv-zensical
	$(BIN)/uv pip install --quiet --python .venv-zensical --editable ".[test]" zensical
	touch $@

.venv-bench/installed: pyproject.toml | .venv/installed
	$(BIN)/uv venv --quiet --clear .venv-bench
	$(BIN)/uv pip install --quiet --python .venv-bench --editable ".[bench]"
	touch $@

node_modules/installed: package-lock.json | .venv/installed
	$(BIN)/npm ci --no-progress
	touch $@
