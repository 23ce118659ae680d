#!/usr/bin/env python3
"""The checkers themselves: right products pass every rule, and each rule fails on a product that breaks it."""
import copy
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "oracle")]

import fixture_blog  # noqa: E402
import fixture_book  # noqa: E402
import judges  # noqa: E402
import markdown_rules  # noqa: E402
import tex_rules  # noqa: E402
from epub_rules import check_epub  # noqa: E402
from json_rules import check_shape  # noqa: E402
from products import json_posts  # noqa: E402
from raw_post import read_posts  # noqa: E402

DAY, NAV, GLOSSARY, OPF, CSS = ("EPUB/day-2024-05-01.xhtml", "EPUB/nav.xhtml", "EPUB/glossary.xhtml", "EPUB/package.opf", "EPUB/book.css")

# rule -> changes (member, old, new), each of which alone must make that rule fail
BREAKS = {
    "entities_and_comments": [(DAY, "&amp; 끝", "&amp; 끝<!-- a -- b -->"), (DAY, "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY e "x">]>')],
    "nothing_active_or_remote": [
        (DAY, "<h1>", '<script src="a.js"></script><h1>'), (DAY, "<h1>", '<h1 onclick="x()">'),
        (DAY, "<h1>", '<a href="javascript:x()">글</a><h1>'), (DAY, "<h1>", '<a href=" java&#9;script:x()">글</a><h1>'),
        (DAY, "<h1>", '<img src="https://example.org/a.png" alt=""/><h1>'), (DAY, "<h1>", '<img src="data:image/png;base64,AA" alt=""/><h1>'),
        (DAY, "<h1>", '<iframe src="x.xhtml"></iframe><h1>'), (DAY, "<h1>", '<a href="file:///etc/passwd">글</a><h1>'),
        (CSS, ":lang", '@import "x.css"; :lang'), (CSS, "word-break: keep-all", "background: url(http://example.org/a)")],
    "ids_and_links": [(DAY, 'id="use"', 'id="쓰임"'), (DAY, 'id="p2"', 'id="p1"'), (GLOSSARY, "#use", "#nowhere"),
                      (DAY, "glossary.xhtml#t1", "missing.xhtml#t1")],
    "latin_is_english": [(DAY, '<span lang="en" xml:lang="en">attention</span>', "attention"), (NAV, ' lang="en" xml:lang="en"', ""),
                         (DAY, ' xml:lang="en">attention', ">attention")],
    "navigation": [(NAV, '<li><a href="day-2024-05-01.xhtml#p2" lang="en" xml:lang="en">Gears in Motion</a></li>', ""),
                   (NAV, "day-2024-05-01.xhtml#p1", "day-2024-05-02.xhtml#p3"), (NAV, "Widgets at Rest", "Gears in Motion"),
                   (NAV, "glossary.xhtml", "nav.xhtml"), (NAV, 'epub:type="toc" role="doc-toc"', 'epub:type="landmarks"')],
    "glossary": [(DAY, "glossary.xhtml#t1", "glossary.xhtml#t9"), (GLOSSARY, '<a href="day-2024-05-01.xhtml#use">1</a>', "1")],
    "package": [(OPF, ' xml:lang="ko-KR"', ""), (OPF, "<dc:language>ko-KR", "<dc:language>C"), (OPF, "2024-05-01</dc:date>", "</dc:date>"),
                (OPF, '<meta property="schema:accessMode">textual</meta>', "")],
}


class WithFolder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path


class EpubRulesTest(WithFolder):
    def setUp(self):
        super().setUp()
        for name, text in fixture_book.POSTS.items():
            self.write(f"_posts/{name}", "---\n---\n" + text)
        self.posts = read_posts(self.folder)

    def problems(self, rule, **options):
        found = check_epub(self.write("book.epub", fixture_book.book(**options)), self.posts)
        return found.get(rule, found.get("opens"))

    def test_the_right_book_passes_every_rule(self):
        found = check_epub(self.write("book.epub", fixture_book.book()), self.posts)
        self.assertEqual({rule: [] for rule in found}, found)
        self.assertLessEqual(set(BREAKS), set(found))

    def test_every_break_is_found_by_its_rule(self):
        for rule, changes in BREAKS.items():
            for change in changes:
                with self.subTest(rule=rule, change=change):
                    self.assertTrue(self.problems(rule, changes=[change]))

    def test_the_container_rule_sees_the_zip_itself(self):
        for options in ({"order": lambda m: sorted(m, reverse=True)}, {"dates": {DAY: (2024, 5, 1, 0, 0, 0)}}, {"compress_mimetype": True},
                        {"extra": b"\x55\x54\x05\x00\x03abcd"}, {"members": {**fixture_book.MEMBERS, "EPUB/글.css": ""}}):
            with self.subTest(options=list(options)):
                self.assertTrue(self.problems("container", **options))

    def test_a_named_entity_is_a_failure(self):
        self.assertTrue(self.problems("entities_and_comments", changes=[(DAY, "&amp; 끝", "&ndash; 끝")]))

    def test_outside_judges_agree_on_the_right_book_and_on_a_broken_one(self):
        right = self.write("right.epub", fixture_book.book())
        broken = self.write("broken.epub", fixture_book.book([(DAY, "</h1>", "</h2>")]))
        for judge in (judges.xmllint, judges.epubcheck):
            verdict = judge(right, "right.epub")
            if verdict.status == "SKIP":
                self.skipTest(verdict.line())
            self.assertEqual("ok", verdict.status, verdict.line())
            self.assertEqual("FAIL", judge(broken, "broken.epub").status)


class MarkdownRulesTest(WithFolder):
    def setUp(self):
        super().setUp()
        if not markdown_rules.available():
            self.skipTest("package cmark-gfm is not installed")
        (self.folder / "_posts").mkdir()
        fixture_blog.write_posts(self.folder / "_posts")
        fixture_blog.write_markdown(self.folder / "p.md")
        # What an author writes with these traps, an exporter has to escape.
        self.text = (self.folder / "p.md").read_text("utf-8").replace("**을 새로", "**&#8203;을 새로").replace("20~40", "20\\~40").replace("`<think>`", "\\<think\\>")
        self.text = self.text.replace("(https://example.org/", "(<https://example.org/").replace("를 보라).", ">를 보라).")
        self.posts = read_posts(self.folder)

    def problems(self, old="", new=""):
        self.assertIn(old, self.text)
        return markdown_rules.check_markdown(self.write("changed.md", self.text.replace(old, new, 1)), self.posts)

    def test_a_product_that_parses_to_what_was_meant_passes(self):
        self.assertEqual([], self.problems())

    def test_the_traps_are_noticed(self):
        for old, new in (("**&#8203;을", "**을"), ("20\\~40% 줄였다", "20~40% … 5~6배 줄였다"), ("\\<think\\>", "<think>"),
                         ("<https://example.org/1>를", "https://example.org/1를"), ("### 1.", "1."), ("#### 방법", "방법"),
                         ("정보 부족", "")):
            with self.subTest(new=new):
                self.assertTrue(self.problems(old, new))


class JsonRulesTest(WithFolder):
    def test_shape(self):
        fixture_blog.write_json(self.folder / "p.json")
        right = {"galpi": 1, "posts": json_posts(self.folder / "p.json")}
        for post in right["posts"]:
            for paper in post["papers"]:
                for section in paper["sections"]:
                    for block in section["blocks"]:
                        block.update({"label": block.get("label")} if block["type"] == "point" else {})
        self.assertEqual([], check_shape(right))
        for change in (lambda d: d.pop("galpi"), lambda d: d["posts"][0].pop("time"), lambda d: d["posts"][0].update(kind="review"),
                       lambda d: d["posts"][0]["papers"][0].update(title="a  b"), lambda d: d["posts"][0]["papers"][0]["sections"][0].update(kind="x"),
                       lambda d: d["posts"][0]["papers"][0]["sections"][0]["blocks"][0].update(type="list"),
                       lambda d: d["posts"][0]["papers"][0]["sections"][0]["blocks"][0].update(text="\u1100\u1161"),
                       lambda d: d["posts"][0]["papers"][0]["sections"][0]["blocks"][0].update(marks=[{"type": "strong", "start": 0, "end": 999}]),
                       lambda d: d["posts"][0]["papers"][0]["at"].update(line=0)):
            broken = copy.deepcopy(right)
            change(broken)
            self.assertTrue(check_shape(broken))


class RunTest(unittest.TestCase):
    def test_a_program_that_does_nothing_fails(self):
        done = subprocess.run([sys.executable, str(HERE / "run"), "/bin/false"], capture_output=True, text=True, timeout=300)
        self.assertEqual(1, done.returncode, done.stdout[-500:])


class TexRulesTest(unittest.TestCase):
    SENTENCES = [f"문장 {number}번은 VAE를 다룬다." for number in range(100)]

    def judged(self, text, least):
        layer, tex_rules.text_layer = tex_rules.text_layer, lambda pdf: text
        try:
            return tex_rules.check_text("book.pdf", self.SENTENCES, least)[0]
        finally:
            tex_rules.text_layer = layer

    def test_a_text_layer_with_every_sentence_passes(self):
        self.assertEqual(self.judged(" ".join(self.SENTENCES), 0.99), [])

    def test_two_lost_sentences_or_a_space_before_a_particle_fail(self):
        self.assertTrue(self.judged(" ".join(self.SENTENCES[2:]), 0.99))
        self.assertTrue(self.judged(" ".join(self.SENTENCES).replace("VAE를", "VAE 를"), 0.95))

    def test_the_sentences_come_from_the_raw_posts(self):
        with tempfile.TemporaryDirectory() as folder:
            fixture_blog.write_posts(pathlib.Path(folder))
            posts = read_posts(pathlib.Path(folder))
            self.assertTrue(tex_rules.sentences_of(posts), "the fixture has sentences")


if __name__ == "__main__":
    unittest.main()
