#!/usr/bin/env python3
"""The oracle passes on faithful products and fails on every seeded damage: python3 test_oracle.py"""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import compare_json  # noqa: E402
import fixture_blog  # noqa: E402
import oracle  # noqa: E402
from raw_post import read_body, read_posts  # noqa: E402
from seed_deletion import KINDS, damage, open_product  # noqa: E402

PRODUCTS = {"json": "p.json", "markdown": "p.md", "epub": "p.epub"}
SEEDS = range(1, 9)


class OracleTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        (cls.folder / "_posts").mkdir()
        fixture_blog.write_posts(cls.folder / "_posts")
        fixture_blog.write_json(cls.folder / "p.json")
        fixture_blog.write_markdown(cls.folder / "p.md")
        fixture_blog.write_epub(cls.folder / "p.epub")
        cls.posts = read_posts(cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_faithful_products_pass(self):
        for kind, name in PRODUCTS.items():
            with self.subTest(kind):
                self.assertEqual([], oracle.check(self.posts, kind, self.folder / name))

    def test_sentences_of_a_translation_between_the_sentences_pass(self):
        path = self.folder / "translated.md"
        fixture_blog.write_markdown(path, translated=True)
        self.assertEqual([], oracle.check(self.posts, "markdown", path))

    def test_every_seeded_damage_fails(self):
        for kind, name in PRODUCTS.items():
            for what in KINDS:
                for seed in SEEDS:
                    product = open_product(self.folder / name)
                    done = damage(product, self.posts, what, seed)
                    self.assertIsNotNone(done)
                    damaged = self.folder / ("damaged" + pathlib.Path(name).suffix)
                    damaged.write_bytes(product.dump())
                    with self.subTest(kind=kind, what=what, seed=seed, done=done):
                        self.assertTrue(oracle.check(self.posts, kind, damaged))

    def test_undamaged_copies_pass(self):
        """Reading a product for damage and writing it back is not itself a damage."""
        for kind, name in PRODUCTS.items():
            copy = self.folder / ("copy" + pathlib.Path(name).suffix)
            copy.write_bytes(open_product(self.folder / name).dump())
            self.assertEqual([], oracle.check(self.posts, kind, copy))

    def test_a_lost_link_label_or_number_fails(self):
        text = (self.folder / "p.json").read_text("utf-8")
        for old, new in (('"2405.00117"', '"2405.00118"'), ("overview/2405.01127", "overview/2405.0112"),
                         ('"label": "motivation"', '"label": "goal"'), ('"number": 2', '"number": 3'),
                         ('"kind": "method"', '"kind": "results"'), ("정보 부족", ""), ('"2024-05-02"', '"2024-05-03"')):
            path = self.folder / "changed.json"
            path.write_text(text.replace(old, new, 1), "utf-8")
            with self.subTest(old):
                self.assertTrue(old in text)
                self.assertTrue(oracle.check(self.posts, "json", path))

    def test_points_may_be_labelled_by_their_order_and_only_by_their_order(self):
        raw = [(("start", ""), None, []), (("heading", "introduction"), None, [])]
        def made(*labels):
            return [[("start", ""), "post", ""], [("heading", "introduction"), "p", ""],
                    *([("label", label), "p", label[0]] for label in labels)]
        by_order = compare_json._without_labels_by_order(raw, made("goal", "motivation", "contribution"))
        self.assertEqual([("start", ""), ("heading", "introduction")], [s[0] for s in by_order])
        self.assertEqual("gmc", by_order[1][2])
        for labels in (("motivation", "goal", "contribution"), ("goal",), ("goal",) * 3):
            self.assertEqual(made(*labels), compare_json._without_labels_by_order(raw, made(*labels)))
        labelled = raw + [(("label", "goal"), None, [])]
        kept = made("goal", "motivation", "contribution")
        self.assertEqual(kept, compare_json._without_labels_by_order(labelled, kept))

    def test_a_broken_file_is_a_failure_not_a_crash(self):
        path = self.folder / "broken.epub"
        path.write_bytes(b"PK\x03\x04 not a zip")
        self.assertTrue(oracle.check(self.posts, "epub", path))

    def test_the_range_is_obeyed(self):
        with contextlib.redirect_stdout(io.StringIO()):
            fixture_blog.write_epub(self.folder / "first.epub", fixture_blog.POSTS[:1])
            for span in (["--to", "2024-05-01"], ["--from", "2024-05-01", "--to", "2024-05-01"]):
                self.assertEqual(0, oracle.main(["--posts", str(self.folder), "--epub", str(self.folder / "first.epub")] + span))
            self.assertEqual(1, oracle.main(["--posts", str(self.folder), "--epub", str(self.folder / "first.epub"), "--month", "2024-05"]))
            self.assertEqual(1, oracle.main(["--posts", str(self.folder), "--json", str(self.folder / "p.json"), "--to", "2024-05-01"]))


class RawPostTest(unittest.TestCase):
    def content(self, body, role="text"):
        return [item.letters for item in read_body(body)[0] if item.role == role]

    def test_what_is_content(self):
        for body, expected in (
                ("**어텐션(attention)**을 본다", ["어텐션attention을본다"]),
                ("[글](https://example.org/a_(b) \"제목\")은", ["글", "은"]),
                ("값은 `a[0](x)`이다", ["값은a0x이다"]),
                ("$x_{1}$ 와 $$\\alpha$$", ["x1와alpha"]),
                ("```python\n# 1. [아님](x)\n```\n뒤", ["1아님x", "뒤"]),
                ("```\n닫히지 않은 울타리", ["닫히지않은울타리"]),
                ("앞 <!-- 숨은\n말 --> 뒤", ["앞", "뒤"]),
                ("앞 <!-- 닫히지 않음", ["앞닫히지않음"]),
                ("글 {: .note}\n{% raw %}", ["글"]),
                ("생각 <think>은 글, <b>굵게</b>", ["생각think은글", "굵게"]),
                ("A &amp; B &#48;", ["AB0"]),
                ("https://arxiv.org/abs/2401.00077를 보라", ["httpsarxivorgabs240100077를보라"])):
            with self.subTest(body):
                self.assertEqual(expected, self.content(body))

    def test_headings_broken_over_lines_are_titles(self):
        for body in ("# 1. [Two\nLines](https://arxiv.org/abs/2401.00001)", "### 2) [Two\n\nLines](http://a.b/c)"):
            self.assertEqual(["TwoLines"], self.content(body, "title"))

    def test_labels_and_sections_in_both_languages(self):
        items = read_body("## 방법론  \n- **목표**: 하나\n- Goal: 둘\n### 2. Results")[0]
        self.assertEqual(["method", "goal", "goal", "results"], [i.letters for i in items if i.role in ("heading", "label")])

    def test_footnotes_float_and_list_numbers_are_soft(self):
        self.assertEqual(["각주글"], self.content("본문[^1]\n\n[^1]: 각주 글", "floating"))
        self.assertEqual(["1", "x"], self.content("1. 하나\n- [x] 둘", "soft"))


if __name__ == "__main__":
    unittest.main()
