# Surgery for neuroendocrine cancer: an offline desktop reference.
# `make help` lists what can be done. Every target sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
QT := $(VENV)/.qt-libraries
WHEEL := build/wheel/.ready
PACKING := build/packing/.ready

INPUTS ?= 20000
EVENTS ?= 20000
NAVIGATIONS ?= 10000

.DEFAULT_GOAL := help
.PHONY: help run test check format strings bench bench-scale wheel package prove-same prove-package prove-install prove-fleet fuzz-kiosk screenshots clean bench-peers fuzz soak

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1	/' | expand -t 14

run: $(READY) $(QT) ## set everything up and open the guide (without a screen: draw a picture of it)
	@$(BIN)/python tools/run.py

test: $(READY) $(QT) ## set everything up and pass the tests
	@$(BIN)/python tools/tests.py

check: $(READY) $(QT) ## lint, types, import contracts, strings and content
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python tools/strings.py --check
	@$(BIN)/python -m desktop check --strict

format: $(READY) ## put the code into the house's form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

strings: $(READY) $(QT) ## collect the window's words and compile their translations
	@$(BIN)/python tools/strings.py

bench: $(READY) $(QT) ## measure start and memory against a bare window, turning of topics and looks, search, rest (five minutes)
	@$(BIN)/python benchmarks/start.py
	@$(BIN)/python benchmarks/topics.py
	@$(BIN)/python benchmarks/switch.py
	@$(BIN)/python benchmarks/search.py
	@$(BIN)/python benchmarks/handout.py
	@$(BIN)/python benchmarks/idle.py

wheel: $(WHEEL) ## build the wheel and the source archive into dist/, the same bytes from the same commit
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) build/wheel/bin/python -m build --no-isolation --outdir dist .

package: $(PACKING) ## build the program for Linux into dist/: a folder, .deb, .rpm, an archive for a USB stick, SBOM, checksums
	@build/packing/bin/python packaging/linux/package.py

prove-package: ## walk through dist/ without a network, under strace, read-only and in odd surroundings (as root)
	@$(PYTHON) packaging/prove/bundle.py dist/net-surgery-guide

prove-same: ## build the last commit once more in another folder and compare it with dist/ byte by byte (five minutes)
	@sh packaging/prove/same.sh

prove-install: ## install, walk, upgrade and remove what is in dist/ on a fresh Debian 12 and 13, the .rpm with RPM (as root)
	@$(PYTHON) packaging/prove/install.py dist/*.whl $(wildcard dist/*.deb)
	@$(PYTHON) packaging/prove/install.py --suite trixie $(wildcard dist/*.rpm)

prove-fleet: ## roll what is in dist/ out on a fresh Debian: signed apt repository, Ansible role (as root)
	@$(PYTHON) packaging/prove/fleet.py $(wildcard dist/*.deb)

fuzz-kiosk: $(READY) $(QT) ## try to get out of the kiosk with 100,000 events through a real X server (half an hour)
	@$(BIN)/python tools/fuzz_kiosk.py --events 50000
	@if command -v openbox >/dev/null; then $(BIN)/python tools/fuzz_kiosk.py --events 50000 --manager openbox; \
	else echo "the half under a window manager is left out: apt install openbox"; fi
	@for twin in close menu shrink file hang fault; do \
	! $(BIN)/python tools/fuzz_kiosk.py --events 200 --seed 1 --twin $$twin --patience 2 || exit 1; done

bench-scale: $(READY) $(QT) ## measure libraries of 1, 10 and 100 times the size (five minutes)
	@$(BIN)/python benchmarks/scale.py

bench-peers: $(READY) $(QT) ## start Zeal, GoldenDict, Kiwix, Qt Assistant and this guide in turn (three minutes)
	@$(BIN)/python benchmarks/peers.py

fuzz: $(READY) $(QT) ## attack the content and the window at random; EVENTS=1000000 INPUTS=1000000 for a night
	@$(BIN)/python -m tests.attacks.bombs
	@folder=$$(mktemp -d) && $(BIN)/python -m tests.attacks.canaries $$folder --all >/dev/null && rm -r $$folder
	@$(BIN)/python -m tests.attacks.mutations $(INPUTS)
	@$(BIN)/python -m tests.attacks.monkey $(EVENTS) 1 2 3
	@$(BIN)/python -m tests.attacks.monkey $(EVENTS) 1 2 3 --profile kiosk

soak: $(READY) $(QT) ## live long days at the window and count what stays; NAVIGATIONS=100000 for a night
	@! PYTHONMALLOC=malloc $(BIN)/python -m tests.attacks.day 300 --twin
	@PYTHONMALLOC=malloc $(BIN)/python -m tests.attacks.day $(NAVIGATIONS)
	@PYTHONMALLOC=malloc $(BIN)/python -m tests.attacks.day $(NAVIGATIONS) --profile kiosk

screenshots: $(READY) $(QT) ## draw the pictures of the documentation
	@$(BIN)/python tools/screenshots.py

clean: ## remove everything that can be made again
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) tools/machine.py python
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

$(QT): packaging/debian-packages.txt
	@$(PYTHON) tools/machine.py libraries
	@mkdir -p $(VENV) && touch $@

$(WHEEL): packaging/wheel/requirements.txt
	@$(PYTHON) tools/machine.py python
	$(PYTHON) -m venv build/wheel
	build/wheel/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	@touch $@

$(PACKING): packaging/requirements.txt packaging/linux/debian-packages.txt
	@$(PYTHON) tools/machine.py packing
	/usr/bin/python3 -m venv build/packing
	build/packing/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	@touch $@
