# SPDX-License-Identifier: Apache-2.0
#
# `make help` lists the targets. CMake does the building (CMakePresets.json); this file holds what people
# type. Only demo, test, check and asan install anything, and only what scripts/install-deps finds missing;
# bench-annotation puts Python packages into a folder of its own in build/.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory
JOBS ?= $(shell nproc)
RELEASE := build/release

.PHONY: build demo test check asan fuzz bench bench-annotation bench-pages format install clean help configure need-deps

build: need-deps configure ## Build build/release/counterpoint; installs nothing
	cmake --build $(RELEASE) --parallel $(JOBS)
	@echo "Built $(RELEASE)/counterpoint"

demo: ## Install what is missing, build, and run the main job on examples/
	scripts/install-deps build web
	$(MAKE) build
	scripts/demo $(RELEASE)/counterpoint

test: ## Install what is missing, build, and pass every test
	scripts/install-deps build test web
	$(MAKE) build
	ctest --test-dir $(RELEASE) --output-on-failure --no-tests=error --parallel $(JOBS)

check: ## Check format, lint, layers and the docs against the code
	scripts/install-deps build test check web
	$(MAKE) build
	scripts/format --check
	scripts/check_layers.py
	ctest --test-dir $(RELEASE) --output-on-failure -L contract
	npm --prefix web run check
	scripts/tidy $(RELEASE)

asan: ## Build into build/asan with sanitizers and pass the C++ tests
	scripts/install-deps build test
	@mkdir -p build/asan
	cmake --preset asan -DCOUNTERPOINT_WEB=OFF > build/asan/configure.log || { cat build/asan/configure.log; exit 1; }
	cmake --build build/asan --parallel $(JOBS)
	ctest --test-dir build/asan --output-on-failure --no-tests=error --parallel $(JOBS) -L 'unit|cases|gates'

fuzz: ## Feed every reader its corpus and SECONDS (default 10) of mutations, with sanitizers
	scripts/install-deps build fuzz
	scripts/fuzz $(SECONDS)

bench: build ## Measure words per second and peak memory on 10 and 100 documents
	bench/whole_path.py $(RELEASE)/counterpoint

bench-annotation: build ## Measure annotation against spaCy (from PyPI) and the machine's own bound
	cmake --build $(RELEASE) --parallel $(JOBS) --target annotate_bench products_bench
	bench/annotation.py $(RELEASE)

bench-pages: build ## Measure pages a second against trafilatura (from PyPI) on the pages in PAGES
	cmake --build $(RELEASE) --parallel $(JOBS) --target pages_bench
	bench/pages.py $(RELEASE) "$(PAGES)"

format: ## Rewrite the C++ files with clang-format
	scripts/install-deps check
	scripts/format

install: build ## Install the program and its data under PREFIX (default /usr/local)
	cmake --install $(RELEASE) $(if $(PREFIX),--prefix $(PREFIX))

clean: ## Remove build/
	rm -rf build

help: ## Print this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

need-deps:
	@scripts/install-deps --check build web || { \
	  echo "The lines above name what is missing. Run scripts/install-deps to install it, then make again."; \
	  exit 1; } >&2

configure:
	@mkdir -p $(RELEASE)
	@echo "cmake --preset release"
	@cmake --preset release > $(RELEASE)/configure.log || { cat $(RELEASE)/configure.log; exit 1; }
