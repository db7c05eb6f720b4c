# Everything that is done with halsobot, one target each. `make help` lists them.
# Set PYTHON to choose another interpreter: make run PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help

.PHONY: help
help: ## List all targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

.PHONY: run
run: $(VENV)/.run ## Start the bot with its web chat on localhost; no token needed
	HALSOBOT_UNREVIEWED=$${HALSOBOT_UNREVIEWED:-show} $(BIN)/halsobot serve

.PHONY: talk
talk: $(VENV)/.run ## Talk to the bot in the terminal
	HALSOBOT_UNREVIEWED=$${HALSOBOT_UNREVIEWED:-show} $(BIN)/halsobot talk

.PHONY: check
check: $(VENV)/.run ## Find mistakes in flows, texts and facts
	$(BIN)/halsobot check

.PHONY: test
test: $(VENV)/.test ## Set up all that the tests need, and run them
	scripts/set-up-browser $(BIN)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal

.PHONY: words
words: $(VENV)/.test ## Measure the word lists on the labelled set, language by language
	$(BIN)/pytest -sq tests/understand/test_labelled.py::test_the_table_can_be_printed \
		tests/understand/test_same_for_everyone.py::test_understanding_a_message_takes_less_than_five_milliseconds

.PHONY: fuzz
fuzz: $(VENV)/.test ## Try the engine and the flow language with many random examples
	HALSOBOT_TEST_EXAMPLES=3000 $(BIN)/pytest -n 2 --timeout 900 tests/engine/test_properties.py tests/check/test_any_file.py

# Each target below prints one line of figures; short forms of them are in `make test`.

.PHONY: chaos
chaos: $(VENV)/.test ## Kill the server two hundred times under load: nothing lost, nothing out of order
	HALSOBOT_TEST_KILLS=200 $(BIN)/pytest -sq --timeout 3600 tests/chaos/test_kills.py

.PHONY: kill
kill: $(VENV)/.test ## Kill it under load on the web, and thirty times at each of six chosen points
	HALSOBOT_TEST_KILLS=30 $(BIN)/pytest -sq --timeout 900 tests/store/test_kill.py
	HALSOBOT_TEST_KILLS_AT=30 $(BIN)/pytest -sq --timeout 3600 tests/chaos/test_points.py

.PHONY: stop
stop: $(VENV)/.test ## Stop it fifty times under load by SIGTERM
	HALSOBOT_TEST_STOPS=50 $(BIN)/pytest -sq --timeout 1800 tests/chaos/test_sigterm.py

.PHONY: repeats
repeats: $(VENV)/.test ## Deliver twenty thousand things one to five times, at once and shuffled
	HALSOBOT_TEST_DELIVERIES=20000 $(BIN)/pytest -sq --timeout 1800 tests/chaos/test_repeats.py

.PHONY: trouble
trouble: $(VENV)/.test ## A full disk, a locked database, 429s, failing calls, hang-ups, somebody who never stops
	HALSOBOT_TEST_FULL=75 HALSOBOT_TEST_LOCKED=10 HALSOBOT_TEST_STORM=120 HALSOBOT_TEST_HANGUPS=5000 \
	HALSOBOT_TEST_ABUSE=30 HALSOBOT_TEST_FLOOR=0.1 $(BIN)/pytest -sq --timeout 900 tests/chaos/test_trouble.py

.PHONY: forget
forget: $(VENV)/.test ## Forget somebody among a thousand, killed at fifty places; look for what people wrote in every file
	HALSOBOT_TEST_CANARIES=600 HALSOBOT_TEST_FORGET_OTHERS=1000 HALSOBOT_TEST_FORGET_KILLS=50 $(BIN)/pytest -sq --timeout 900 tests/forgetting

.PHONY: keys
keys: $(VENV)/.test ## Rotate the key ring under load, erase what is due among a hundred thousand, look for foreign words
	HALSOBOT_TEST_ROTATIONS=8 HALSOBOT_TEST_KEY_KILLS=20 HALSOBOT_TEST_CONTACTS=100000 HALSOBOT_TEST_HISTORIES=15 \
	HALSOBOT_TEST_HISTORY_STEPS=40 HALSOBOT_TEST_CHATS=400 $(BIN)/pytest -sq --timeout 1200 tests/keys

.PHONY: claims
claims: $(VENV)/.test ## A thousand cases, each claimed by two to eight guides at once: one winner
	HALSOBOT_TEST_CLAIMS=1000 $(BIN)/pytest -sq --timeout 900 tests/handover/test_races.py::test_of_those_who_claim_one_wins

.PHONY: week
week: $(VENV)/.test ## A week of forty cases and two half-time guides: every promise kept or renewed in time
	$(BIN)/pytest -sq tests/handover/test_week.py

.PHONY: memory
memory: $(VENV)/.test ## A hundred thousand contacts by webhook: memory stays flat
	HALSOBOT_TEST_CONTACTS=100000 $(BIN)/pytest -sq --timeout 3600 tests/chaos/test_memory.py

.PHONY: reconnects
reconnects: $(VENV)/.test ## A thousand reconnects of the web chat: every message once, in order
	HALSOBOT_TEST_RECONNECTS=1000 $(BIN)/pytest -sq --timeout 900 tests/chaos/test_reconnects.py

.PHONY: bench
bench: $(VENV)/.run benchmarks/.venv/.done ## Measure halsobot against other bots (25 minutes)
	benchmarks/run --far
	benchmarks/engine

.PHONY: lock
lock: $(VENV)/.test ## Resolve all dependencies anew into requirements/
	scripts/lock $(BIN)

.PHONY: format
format: $(VENV)/.test ## Put the code into its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: screenshots
screenshots: $(VENV)/.test ## Take the screenshots of the README anew
	scripts/set-up-browser $(BIN)
	$(BIN)/python scripts/take-screenshots

.PHONY: clean
clean: ## Remove what the other targets made, but not var/ with its keys and data
	rm -rf $(VENV) benchmarks/.venv benchmarks/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build

# What is installed is known by these two files; a changed lock installs again.

$(VENV)/.run: requirements/run.txt pyproject.toml
	scripts/install $(PYTHON) $(VENV) run

$(VENV)/.test: requirements/test.txt pyproject.toml
	scripts/install $(PYTHON) $(VENV) test

benchmarks/.venv/.done: benchmarks/requirements.txt benchmarks/package-lock.json
	PYTHON=$(PYTHON) benchmarks/setup
