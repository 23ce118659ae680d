# The front door. `make books` and `make test` do everything on a fresh Debian 12 machine,
# set-up included; CMakePresets.json is what they stand on.
#
#   make books                               the books of examples/ into build/books/
#   make books POSTS=~/blog/_posts MONTH=2026-10   the same for your own blog
#   make pdf                                 the same books as PDF (installs TeX)
#   make test | bench | conformance | build | install | clean

POSTS ?=
MONTH ?=
GALPI_FLAGS ?=
PREFIX ?= /usr/local
DESTDIR ?=
export DESTDIR

galpi := build/bin/galpi
books := build/books

.PHONY: books pdf tex-packages build test bench conformance install clean packages test-packages judge-packages

packages:
	@cmake/install-packages.sh cmake/debian-packages.txt

test-packages:
	@cmake/install-packages.sh cmake/debian-packages.txt tests/debian-packages.txt

judge-packages:
	@cmake/install-packages.sh cmake/debian-packages.txt tests/debian-packages.txt \
	  tests/conformance/packages.txt cmake/tex-packages.txt

tex-packages:
	@cmake/install-packages.sh cmake/debian-packages.txt cmake/tex-packages.txt

build: packages
	@cmake --preset release >/dev/null
	@cmake --build --preset release

books: build
	@GALPI=$(galpi) BOOKS=$(books) POSTS="$(POSTS)" MONTH="$(MONTH)" GALPI_FLAGS="$(GALPI_FLAGS)" \
	  sh cmake/make-books.sh

pdf: tex-packages build
	@GALPI=$(galpi) BOOKS=$(books) POSTS="$(POSTS)" MONTH="$(MONTH)" GALPI_FLAGS="$(GALPI_FLAGS)" \
	  FORMATS=pdf sh cmake/make-books.sh

test: test-packages
	@cmake --preset dev >/dev/null
	@cmake --build --preset dev
	@ctest --preset dev

conformance: judge-packages build
	@tests/conformance/run $(galpi)

bench: test-packages
	@cmake --preset bench >/dev/null
	@cmake --build --preset bench --target galpi_program galpi_bench_floor galpi_bench_anki
	@python3 tests/bench/bench.py build/bench/bin/galpi build/bench/bin/galpi_bench_floor

install: build
	@cmake --install build --prefix "$(PREFIX)"

clean:
	@rm -rf build
