#!/usr/bin/env python3
"""The layer check passes on the tree as it is and fails on trees that break each of its rules."""

import pathlib
import sys
import tempfile
import unittest

import layers

ROOT = pathlib.Path(__file__).resolve().parents[2]


def faults_of(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return list(layers.faults(root))


class TheTreeAsItIs(unittest.TestCase):
    def test_every_include_points_upwards(self):
        self.assertEqual(list(layers.faults(ROOT)), [])

    def test_every_layer_is_there(self):
        for layer in layers.LAYERS:
            folder = ROOT / ("exporters" if layer == "exporters" else f"src/{layer}")
            self.assertTrue(folder.is_dir(), folder)


class BrokenTrees(unittest.TestCase):
    def test_an_include_of_a_lower_layer_is_a_fault(self):
        self.assertEqual(len(faults_of({"src/text/a.cpp": '#include "galpi/model/post.hpp"\n'})), 1)
        self.assertEqual(faults_of({"src/model/a.cpp": '#include "galpi/text/utf8.hpp"\n'}), [])

    def test_an_exporter_that_includes_another_is_a_fault(self):
        self.assertEqual(
            len(faults_of({"exporters/epub/a.cpp": '#include "galpi/exporters/json.hpp"\n'})), 1)
        self.assertEqual(
            faults_of({"exporters/epub/a.cpp": '#include "galpi/exporters/epub.hpp"\n'}), [])

    def test_a_library_outside_its_layer_or_in_a_public_header_is_a_fault(self):
        self.assertEqual(len(faults_of({"src/model/a.cpp": "#include <unicode/uchar.h>\n"})), 1)
        self.assertEqual(
            len(faults_of({"include/galpi/text/a.hpp": "#include <unicode/uchar.h>\n"})), 1)
        self.assertEqual(faults_of({"src/text/a.cpp": "#include <unicode/uchar.h>\n"}), [])

    def test_a_file_that_has_grown_too_long_is_a_fault(self):
        self.assertEqual(len(faults_of({"src/base/a.cpp": "\n" * (layers.MOST_LINES + 1)})), 1)


if __name__ == "__main__":
    sys.exit(unittest.main())
