# Tasks of the project; what a person runs here is what CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SETELAN ?= mkdocs.yml
ALAMAT ?=
# The theme prints a notice about its own end of life at each build; README says what we make of it.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site buku luring gate terbit kirim serve demo test kode kehidupan serang check format lock gambar rusak bench lighthouse clean help

# Built in private and exchanged whole, so that no build that fails ever replaces the site that stands.
site: $(VENV)/ready ## build the site into site/
	$(BIN)/python -m macros.publishing

buku: $(VENV)/ready ## make the plan a book (PDF) in build/buku/ (needs Pango: .ci/install-book)
	$(BIN)/python -m macros.book

luring: site ## make the offline edition of the site, build/luring/situs-luring.zip
	$(BIN)/python -m macros.offline site build/luring/situs-luring.zip

gate: $(VENV)/ready ## judge data and site as publishing does; SETELAN=mkdocs-kantor.yml for other settings
	$(BIN)/python -m tests.gate --setelan $(SETELAN)

terbit: $(VENV)/ready ## make what is published in site/, where the gate lets it; ALAMAT=https://… names its address
	$(BIN)/python -m tests.gate --setelan $(SETELAN) --terbit --alamat "$(ALAMAT)"

kirim: $(VENV)/ready ## send what make terbit made: TUJUAN=user@host:/folder (also KUNCI=, PORT=, DIKENAL=known_hosts)
	$(BIN)/python -m macros.publishing.sending

serve: $(VENV)/ready ## serve the site at http://127.0.0.1:8000/, rebuilt at each change; SETELAN= as for gate
	$(BIN)/python -m macros.adapter.serving --setelan $(SETELAN)

demo: $(VENV)/ready ## serve the site of a made-up office with reports, to try things out
	$(BIN)/python -m macros.adapter.serving --setelan mkdocs-contoh.yml --seluruhnya

test: check gate kode ## run every check and test

kode: $(VENV)/ready ## run the tests of the code, on all cores, on a copy that has no data/
	$(BIN)/python -m tests.without_data

kehidupan: $(VENV)/ready ## play what an office does next, on copies, down to the published page (half an hour)
	$(BIN)/pytest -n auto tests/kehidupan

serang: $(VENV)/ready ## run the tests of the code with all generated examples
	RENSTRA_SERANG=1 $(BIN)/python -m tests.without_data

check: $(VENV)/ready ## format, lint, arrows and types of the code; the gate checks the data
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/mypy

format: $(VENV)/ready ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

gambar: $(VENV)/ready ## take the pictures of the staff guide anew (needs Chromium, LibreOffice, pdftoppm)
	$(BIN)/python -m tests.pictures

rusak: $(VENV)/ready ## break a copy in each way of tests/breakages/ and tell which check notices it
	$(BIN)/python -m tests.breakages -j 2

bench: $(VENV)/ready ## compare the build with plain MkDocs and Material
	$(BIN)/python -m tests.bench

lighthouse: $(VENV)/ready ## judge each kind of page as Lighthouse does (needs it: npm install lighthouse)
	$(BIN)/python -m tests.lighthouse

lock: $(VENV)/ready ## renew requirements.lock (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--extra dev --upgrade pyproject.toml --output-file requirements.lock

clean: ## remove what the tasks made
	rm -rf $(VENV) build site

help: ## list the tasks
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

# Made anew when a pin changes; the editable install lets MkDocs' hook import the packages.
$(VENV)/ready: requirements.lock pyproject.toml
	@echo "Installing the locked tools into $(VENV) (about half a minute the first time)"
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes --only-binary :all: \
		-r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-index --no-deps \
		--no-build-isolation --editable .
	@touch $@
