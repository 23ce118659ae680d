#!/usr/bin/env python3
"""The shape of the house, checked: who may include whom, and how large a file may grow.

A layer may include itself and the layers above it in LAYERS; an exporter no other exporter;
third-party headers stay out of include/, and each library out of all layers but its own.
Run as `layers.py ROOT`; prints one line per fault and exits with 1 if there is one.
"""

import pathlib
import re
import sys

LAYERS = ["base", "host", "text", "markup", "model", "ingest", "normalize", "terms", "translate",
          "exporters", "app", "cli"]

# Which layers may include a library's headers; every library has its place.
LIBRARIES = {
    "unicode/": {"text"},
    "yaml-cpp/": {"ingest", "terms", "app"},
    "cmark-gfm": {"ingest"},
    "nlohmann/": {"model", "exporters", "app", "cli"},
    "pugixml.hpp": {"app", "translate", "exporters"},
    "libdeflate.h": {"markup"},
    "sqlite3.h": {"exporters"},
    "nettle/": {"base", "exporters"},
    "CLI/": {"cli"},
    "uuid.h": {"app"},
    "uuid/": {"app"},
}

# Generated tables and data are exempt; hand-written code is not.
MOST_LINES = 330

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def layer_of(path: pathlib.Path) -> str:
    """include/galpi/text/utf8.hpp, src/text/utf8.cpp, exporters/epub/x.cpp -> text, text, exporters"""
    parts = path.parts
    if parts[0] == "exporters":
        return "exporters"
    return parts[2] if parts[0] == "include" else parts[1]


def sources(root: pathlib.Path):
    for folder in ("include", "src", "exporters"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".hpp", ".cpp", ".h"):
                yield path.relative_to(root)


def faults_of_file(root: pathlib.Path, path: pathlib.Path):
    layer = layer_of(path)
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    if len(lines) > MOST_LINES:
        yield f"{path}:1: {len(lines)} lines; split it (at most {MOST_LINES})"
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if match is None:
            continue
        header = match.group(1)
        where = f"{path}:{number}"
        if header.startswith("galpi/"):
            other = header.split("/")[1]
            if other not in LAYERS:
                yield f"{where}: {other} is no layer"
            elif LAYERS.index(other) > LAYERS.index(layer):
                yield f"{where}: {layer} may not include {other}"
            elif layer == other == "exporters" and path.parts[0] == "exporters":
                own = path.parts[1]
                if pathlib.PurePath(header).stem != own:
                    yield f"{where}: exporter {own} may not include another exporter"
        for library, layers in LIBRARIES.items():
            if header.startswith(library):
                if path.parts[0] == "include":
                    yield f"{where}: third-party header in include/"
                elif layer not in layers:
                    yield f"{where}: {library} belongs to {', '.join(sorted(layers))}"


def faults(root: pathlib.Path):
    for path in sources(root):
        yield from faults_of_file(root, path)


def main() -> int:
    found = list(faults(pathlib.Path(sys.argv[1])))
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
