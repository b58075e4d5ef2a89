# `make help` says what there is.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
STRIP ?= no
ARGS ?=

# What to scan reaches the recipe as it is, whatever characters are in it.
export DIR

# The oldest toolchain that reads Package.swift.
OLDEST_SWIFT := 6.2

RELEASE := .build/release/keyhound
DEBUG := .build/debug/keyhound
MANUAL := Manual/keyhound.1

# Temporary files of tests stay in memory where the system has a place for that. Colours are for terminals only, and
# these lines go through pipes.
TESTS := NO_COLOR=1 TMPDIR=$$(test -d /dev/shm -a -w /dev/shm && echo /dev/shm || echo "$${TMPDIR:-/tmp}") \
	.build/debug/keyhoundPackageTests.xctest --testing-library swift-testing

# All Swift files but tables of numbers, in which line ends mean nothing.
SWIFT_FILES := find Package.swift Plugins Sources Tests Benchmarks/Package.swift Benchmarks/Sources \
	-name '*.swift' ! -name '*Tables.swift' -print0

.PHONY: help
help: ## This list.
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
	  while IFS='|' read -r name text; do printf '  make %-17s %s\n' "$$name" "$$text"; done
	@echo
	@echo '  make scan DIR=path [ARGS="--format json --jobs 4"]'
	@echo '  make bench [DIR=path] [ARGS="--corpus linux --rounds 3"]'
	@echo '  make install [PREFIX=/usr/local] [DESTDIR=folder] [STRIP=yes]'

# Set-up

define CHECK_SWIFT
command -v $(SWIFT) >/dev/null || { \
  echo 'keyhound: no swift here. Install a toolchain, $(OLDEST_SWIFT) or newer: https://www.swift.org/install' >&2; exit 1; }; \
version=$$($(SWIFT) --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1); \
if [ "$$(printf '%s\n' $(OLDEST_SWIFT) "$$version" | sort -V | head -n 1)" != $(OLDEST_SWIFT) ]; then \
  echo "keyhound: this is Swift $${version:-of no known version}, and $(OLDEST_SWIFT) or newer is needed" >&2; exit 1; \
fi
endef

# need PACKAGE COMMAND…: the Debian package is missing if the command fails.
define LIST_BUILD_PACKAGES
missing=(); need() { local package=$$1; shift; "$$@" >/dev/null 2>&1 || missing+=("$$package"); }; \
need pkg-config command -v pkg-config; \
need libarchive-dev pkg-config --exists libarchive; \
need libqpdf-dev pkg-config --exists libqpdf; \
need libpcre2-dev pkg-config --exists libpcre2-8; \
need libdeflate-dev pkg-config --exists libdeflate; \
need libsqlite3-dev pkg-config --exists sqlite3; \
need zlib1g-dev pkg-config --exists zlib
endef

define LIST_TEST_PACKAGES
need gcc command -v cc; \
need git command -v git; \
need strace command -v strace; \
need openssl command -v openssl; \
need openssh-client command -v ssh-keygen; \
need gnupg command -v gpg; \
need python3 command -v python3; \
need python3-jsonschema python3 -c 'import jsonschema'
endef

# For measurements only: what is compared, and what is scanned.
define LIST_BENCH_PACKAGES
need gcc command -v cc; \
need python3 command -v python3; \
need python3-venv python3 -c 'import venv, ensurepip'; \
need ripgrep command -v rg; \
need xz-utils command -v xz; \
need valgrind command -v valgrind; \
need libhyperscan-dev pkg-config --exists libhs; \
need linux-source-6.1 test -e /usr/src/linux-source-6.1.tar.xz
endef

define INSTALL_PACKAGES
if [ $${#missing[@]} -gt 0 ]; then \
  echo "keyhound: installing $${missing[*]}" >&2; \
  command -v apt-get >/dev/null || { \
    echo 'keyhound: no apt-get here. Install these yourself, under the names that your system has for them' >&2; exit 1; }; \
  root=(); \
  if [ "$$(id -u)" -ne 0 ]; then \
    command -v sudo >/dev/null || { \
      echo "keyhound: neither root nor sudo. As root: apt-get install $${missing[*]}" >&2; exit 1; }; \
    root=(sudo); \
  fi; \
  "$${root[@]}" apt-get update >&2; \
  "$${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$${missing[@]}" >&2; \
fi
endef

.PHONY: setup build-setup
setup: ## Install the Debian packages that building and testing need and that are missing.
	@$(CHECK_SWIFT)
	@$(LIST_BUILD_PACKAGES); $(LIST_TEST_PACKAGES); $(INSTALL_PACKAGES)

# The part of `setup` that building needs.
build-setup:
	@$(CHECK_SWIFT)
	@$(LIST_BUILD_PACKAGES); $(INSTALL_PACKAGES)

# Building and scanning. What the build says goes to standard error: standard output is for the report.

.PHONY: build
build: build-setup ## Build the release, with the Swift runtime linked in: .build/release/keyhound.
	@$(SWIFT) build -c release --static-swift-stdlib --product keyhound >&2

# Make itself ends with 2 whatever the status of the scan was, and names that status in its last line.
.PHONY: scan
scan: check-target build ## Build, and scan DIR. ARGS are more options of `keyhound scan`.
	@$(RELEASE) scan $(ARGS) -- "$$DIR"

.PHONY: check-target
check-target:
	@[ -n "$${DIR:-}" ] || { echo 'keyhound: say what to scan: make scan DIR=path' >&2; exit 2; }

# Tests

# EndToEndTests run one program after the other, so they run beside all others, and what they say comes behind.
# InputsTests lower the limits of their process, so they have one for themselves.
.PHONY: test
test: setup ## Build and run every test, then scan this repository with what was built.
	@$(SWIFT) build --build-tests
	@failed=0; \
	$(TESTS) --filter '^EndToEndTests\.' >.build/end-to-end.log 2>&1 & beside=$$!; trap "kill $$beside 2>/dev/null" INT TERM; \
	$(TESTS) --skip '^(EndToEnd|Inputs)Tests\.' || failed=1; \
	$(TESTS) --filter '^InputsTests\.' || failed=1; \
	wait $$beside || failed=1; cat .build/end-to-end.log; \
	exit $$failed
	@$(MAKE) --no-print-directory self-scan

# In a checkout, the files that belong to the repository; elsewhere the folder.
SELF_SCAN := scan --no-progress

.PHONY: self-scan
self-scan: $(DEBUG) ## Keyhound must find nothing in its own repository.
	@if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then \
	  git ls-files -z --cached --others --exclude-standard --deduplicate | \
	    while IFS= read -r -d '' path; do if [ -e "$$path" ] || [ -L "$$path" ]; then printf '%s\0' "$$path"; fi; done | \
	    $(DEBUG) $(SELF_SCAN) --files-from - -0; \
	else \
	  $(DEBUG) $(SELF_SCAN) --exclude .build .; \
	fi

$(DEBUG):
	@$(SWIFT) build --product keyhound

.PHONY: catalogue
catalogue: $(DEBUG) ## Write Rules/CATALOGUE.md anew, after rules have changed.
	@$(SWIFT) build --product keyhound
	@$(DEBUG) rules list --markdown >Rules/CATALOGUE.md

.PHONY: manual
manual: $(DEBUG) ## Write the man page anew, after options have changed.
	@$(SWIFT) build --product keyhound
	@python3 -B Manual/manual.py $(DEBUG) <$(MANUAL).in >$(MANUAL).new
	@mv $(MANUAL).new $(MANUAL)

# Measurements. Benchmarks/README.md explains them. Nothing else may run on the machine meanwhile.

BENCH := Benchmarks/compare
BENCH_WORK ?= $${TMPDIR:-/tmp}/keyhound-bench

.PHONY: bench-setup
bench-setup:
	@$(LIST_BUILD_PACKAGES); $(LIST_BENCH_PACKAGES); $(INSTALL_PACKAGES)

.PHONY: bench
bench: bench-setup build ## Compare with other scanners: the standard corpora, or DIR. ARGS are more options.
	@python3 -B $(BENCH)/bench.py --work "$(BENCH_WORK)" $(ARGS) $${DIR:+-- "$$DIR"}

# The text is that of the corpus linux-150mb, unless TEXT names another.
.PHONY: bench-literals
bench-literals: bench-setup build-setup ## Compare the literal search with Hyperscan's.
	@$(SWIFT) build -c release --package-path Benchmarks --product microbench >&2
	@python3 -B $(BENCH)/bench_literals.py --work "$(BENCH_WORK)" $(ARGS) $(if $(TEXT),--text "$(TEXT)")

.PHONY: bench-history
bench-history: bench-setup build ## Compare scans of the history of DIR, a repository. ARGS are more options.
	@[ -n "$${DIR:-}" ] || { echo 'keyhound: say which repository: make bench-history DIR=path' >&2; exit 2; }
	@python3 -B Benchmarks/history/history.py --work "$(BENCH_WORK)" $(ARGS) "$$DIR"

.PHONY: bench-allocations
.PHONY: bench-wrappers
bench-wrappers: bench-setup build ## Compare what is found in encodings, archives, documents and mail.
	@python3 -B Benchmarks/wrappers/wrappers.py --venv "$(BENCH_WORK)/peers" --results Benchmarks/results $(ARGS)

bench-allocations: bench-setup build ## Count the heap allocations that each file costs.
	@python3 -B Benchmarks/allocations/allocations.py $(ARGS)

# Format

.PHONY: format lint
format: ## Format the Swift files in place, as .swift-format says.
	@$(SWIFT_FILES) | xargs -0 $(SWIFT) format format --in-place --parallel

lint: ## Say where the format differs, and fail if it does.
	@$(SWIFT_FILES) | xargs -0 $(SWIFT) format lint --strict --parallel

# Installing. Build first, as yourself; installing needs no toolchain then.

.PHONY: install
install: $(RELEASE) ## Put the program, its completions and its man page below PREFIX.
	@install -D -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/keyhound"
	@if [ '$(STRIP)' = yes ]; then strip "$(DESTDIR)$(PREFIX)/bin/keyhound"; fi
	@completion() { \
	  mkdir -p "$$(dirname "$$2")"; $(RELEASE) --generate-completion-script "$$1" > "$$2"; chmod 644 "$$2"; \
	}; \
	completion bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/keyhound"; \
	completion zsh "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_keyhound"; \
	completion fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/keyhound.fish"
	@install -D -m 644 $(MANUAL) "$(DESTDIR)$(PREFIX)/share/man/man1/keyhound.1"

$(RELEASE):
	@$(MAKE) --no-print-directory build

.PHONY: clean
clean: ## Remove what was built.
	@rm -rf .build Benchmarks/.build
