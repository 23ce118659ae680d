#!/usr/bin/env python3
"""What a user of examples/Makefile relies on: each test is a blog of its own, built with real Make.

Run as `makefile_test.py GALPI`. The blogs are copies of examples/.
"""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
GALPI = ""
MONTHS = ("september", "october", "november")
FORMATS = ("epub", "tex", "apkg", "md")
NEW_POST = """---
title: 새 글
---

# 1. [A Paper](https://arxiv.org/abs/1706.03762)

## Method

어텐션만으로 문장을 옮긴다.
"""


class Blog:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for name in ("_posts", "assets"):
            shutil.copytree(EXAMPLES / name, self.folder / name)
        for name in ("Makefile", "galpi.yaml", "glossary.yaml", "memory.tmx"):
            shutil.copy(EXAMPLES / name, self.folder / name)

    def make(self, *words):
        environment = {**os.environ, "LC_ALL": "C", "MAKEFLAGS": ""}
        return subprocess.run(["make", f"GALPI={GALPI}", *words], cwd=self.folder,
                              env=environment, capture_output=True, text=True, timeout=300)

    def books(self):
        """Each product's content and the file that it is: one that is written anew is another."""
        found = {}
        for path in sorted((self.folder / "books").rglob("*")):
            if path.is_file() and ".galpi" not in path.parts:
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                found[str(path.relative_to(self.folder / "books"))] = (digest, path.stat().st_ino)
        return found

    def post(self, start):
        return next(iter(sorted((self.folder / "_posts").glob(start + "*"))))

    def is_settled(self):
        return "Nothing to be done" in self.make("-n").stdout


def later():
    """File systems keep coarse times."""
    time.sleep(0.05)


class MakefileTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """One blog, built once; every test works on a copy that keeps the times."""
        cls.home = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.home.name) / "built"
        folder.mkdir()
        blog = Blog(folder)
        cls.first_plan = blog.make("-n").stdout
        cls.first = blog.make("-j4")
        cls.built = blog

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        target = pathlib.Path(self.folder.name) / "blog"
        shutil.copytree(self.built.folder, target)
        self.blog = object.__new__(Blog)
        self.blog.folder = target
        self.remember()

    def remember(self):
        """What comes after is compared with what is there now."""
        self.before = self.blog.books()
        later()

    def tearDown(self):
        self.folder.cleanup()

    def remade_months(self):
        """Which months' products were written since setUp(), and that the run left nothing to do."""
        done = self.blog.make("-j2")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(self.blog.is_settled(), self.blog.make("-n").stdout)
        now = self.blog.books()
        changed = {name for name in now if now[name] != self.before.get(name)}
        return {name.split(".")[0].split("-images")[0] for name in changed}

    def edit(self, start):
        path = self.blog.post(start)
        path.write_text(path.read_text() + "\n마지막 문장을 하나 더 적는다.\n")

    def test_every_month_has_every_format(self):
        self.assertEqual(self.first.returncode, 0, self.first.stderr)
        for month in MONTHS:
            for suffix in FORMATS:
                self.assertIn(f"{month}.{suffix}", self.before)
                self.assertIn(f"build 'books/{month}.{suffix}' ", self.first_plan)

    def test_an_untouched_tree_has_nothing_to_do(self):
        self.assertTrue(self.blog.is_settled())
        self.assertEqual(self.remade_months(), set())

    def test_an_edited_post_makes_its_month_only(self):
        self.edit("2026-10-05")
        self.assertEqual(self.remade_months(), {"october"})

    def test_an_editor_that_renames_makes_its_month_only(self):
        self.edit("2026-10-05")
        path = self.blog.post("2026-10-05")
        copy = path.with_suffix(".tmp")
        shutil.copy(path, copy)
        copy.rename(path)
        self.assertEqual(self.remade_months(), {"october"})

    def test_a_new_post_is_noticed_and_makes_its_month_only(self):
        (self.blog.folder / "_posts/2026-11-27-new.md").write_text(NEW_POST)
        self.assertEqual(self.remade_months(), {"november"})
        self.assertIn("새 글", (self.blog.folder / "books/november.md").read_text())

    def test_a_post_with_an_odd_name_is_noticed_each_time(self):
        path = self.blog.folder / "_posts/2026-11-27-a b(c);d=100%$e#f.md"
        path.write_text(NEW_POST)
        self.assertEqual(self.remade_months(), {"november"})
        self.remember()
        path.write_text(NEW_POST.replace("새 글", "고친 글"))
        self.assertEqual(self.remade_months(), {"november"})
        self.remember()
        path.unlink()
        self.assertEqual(self.remade_months(), {"november"})

    def test_a_post_that_is_gone_makes_its_month_only(self):
        self.blog.post("2026-09-07").unlink()
        self.assertEqual(self.remade_months(), {"september"})

    def test_a_draft_that_is_published_makes_its_month_only(self):
        path = self.blog.post("2026-10-26")
        path.write_text(path.read_text().replace("published: false", "published: true"))
        self.assertEqual(self.remade_months(), {"october"})

    def test_an_edited_draft_makes_no_book(self):
        self.edit("2026-10-26")
        self.assertEqual(self.remade_months(), set())

    def test_a_new_time_alone_is_looked_into_and_makes_no_book(self):
        self.blog.post("2026-10-05").touch()
        self.assertFalse(self.blog.is_settled())
        self.assertEqual(self.remade_months(), set())

    def test_a_post_that_was_moved_in_with_an_old_time_makes_its_month_only(self):
        draft = self.blog.folder / "_drafts/new.md"
        draft.parent.mkdir()
        draft.write_text(NEW_POST)
        os.utime(draft, (1_500_000_000, 1_500_000_000))
        draft.rename(self.blog.folder / "_posts/2026-11-27-new.md")
        self.assertEqual(self.remade_months(), {"november"})
        (self.blog.folder / "_posts/ml").mkdir()
        self.remember()
        (self.blog.folder / "_posts/2026-11-27-new.md").rename(
            self.blog.folder / "_posts/ml/2026-09-27-new.md")
        self.assertEqual(self.remade_months(), {"september", "november"})

    def test_a_post_that_gets_another_date_makes_both_months(self):
        path = self.blog.post("2026-11-02")
        lines = path.read_text().split("\n")
        lines = [line for line in lines if not line.startswith("date:")]
        path.write_text("\n".join([lines[0], "date: 2026-10-30", *lines[1:]]))
        self.assertEqual(self.remade_months(), {"october", "november"})

    def test_what_galpi_made_by_itself_is_known_to_make(self):
        self.edit("2026-10-05")
        subprocess.run([GALPI, "build"], cwd=self.blog.folder, check=True, capture_output=True)
        self.remember()
        self.assertEqual(self.remade_months(), set())
        self.edit("2026-10-05")
        self.assertEqual(self.remade_months(), {"october"})

    def test_a_ledger_or_a_picture_that_is_gone_is_made_again(self):
        (self.blog.folder / "books/october.ledger").unlink()
        shutil.rmtree(self.blog.folder / "books/september-images")
        self.assertEqual(self.remade_months(), {"september", "october"})

    def test_a_missing_image_with_an_odd_name_is_noticed_when_it_comes(self):
        path = self.blog.post("2026-10-05")
        path.write_text(path.read_text() + "\n![그림](/assets/a,b%201.svg)\n")
        self.assertEqual(self.remade_months(), {"october"})
        self.remember()
        shutil.copy(next((self.blog.folder / "assets").rglob("*.svg")),
                    self.blog.folder / "assets/a,b 1.svg")
        self.assertEqual(self.remade_months(), {"october"})

    def test_flags_go_to_every_call(self):
        self.edit("2026-10-05")
        self.edit("2026-09-07")
        done = self.blog.make("GALPI_FLAGS=--month 2026-10")
        self.assertEqual(done.returncode, 0, done.stderr)
        now = self.blog.books()
        self.assertEqual(now["september.md"], self.before["september.md"])
        self.assertNotEqual(now["october.md"], self.before["october.md"])
        self.assertEqual(self.remade_months(), {"september", "october"})

    def test_an_image_makes_the_books_that_show_it(self):
        path = next((self.blog.folder / "assets").rglob("*.svg"))
        path.write_text(path.read_text().replace("</svg>", "<!-- again --></svg>"))
        self.assertEqual(self.remade_months(), {"september"})
        now = self.blog.books()
        self.assertNotEqual(now["september.epub"], self.before["september.epub"])
        self.assertEqual(now["september.apkg"], self.before["september.apkg"])
        self.assertEqual(now["september.md"], self.before["september.md"])

    def test_the_glossary_and_the_memory_belong_to_every_month(self):
        for name in ("glossary.yaml", "memory.tmx"):
            path = self.blog.folder / name
            path.write_text(path.read_text() + "\n")
            self.assertEqual(self.remade_months(), set(MONTHS), name)
            self.remember()

    def test_the_title_of_one_book_makes_that_book(self):
        path = self.blog.folder / "galpi.yaml"
        path.write_text(path.read_text().replace("2026년 10월", "시월"))
        self.assertEqual(self.remade_months(), {"october"})

    def test_two_books_with_korean_names_keep_their_pictures_apart(self):
        picture = next((self.blog.folder / "assets").rglob("*.svg"))
        for month, colour in (("2026-10-05", "red"), ("2026-11-02", "blue")):
            (self.blog.folder / f"assets/{colour}.svg").write_text(
                picture.read_text().replace("</svg>", f"<!-- {colour} --></svg>"))
            path = self.blog.post(month)
            path.write_text(path.read_text() + f"\n![그림](/assets/{colour}.svg)\n")
        (self.blog.folder / "galpi.yaml").write_text("""galpi: 1
books:
  - {name: 시월, month: 2026-10, formats: [latex]}
  - {name: 십일월, month: 2026-11, formats: [latex]}
""")
        self.assertEqual(self.remade_months(), {"시월", "십일월"})
        for book, colour in (("시월", "red"), ("십일월", "blue")):
            self.assertIn(f"{{{book}-images/", (self.blog.folder / f"books/{book}.tex").read_text())
            shown = next((self.blog.folder / f"books/{book}-images").glob("*.*"))
            self.assertTrue(shown.is_file())
        self.assertEqual(self.blog.make("clean").returncode, 0)
        self.assertFalse(list((self.blog.folder / "books").glob("*월*")))

    def test_a_failed_step_leaves_no_target_and_fails_again(self):
        for path in (self.blog.folder / "books").glob("october.*"):
            path.unlink()
        self.blog.post("2026-10-05").write_bytes("글이다".encode("utf-16"))
        done = self.blog.make("-k", "-j2")
        self.assertEqual(done.returncode, 2)
        self.assertIn("2026-10-05", done.stderr)
        now = self.blog.books()
        self.assertFalse([name for name in now if name.startswith("october.")])
        self.assertEqual({name: now[name] for name in now}, {
            name: self.before[name] for name in self.before if not name.startswith("october.")})
        self.assertEqual(self.blog.make().returncode, 2)
        shutil.copy(EXAMPLES / "_posts" / self.blog.post("2026-10-05").name,
                    self.blog.post("2026-10-05"))
        self.assertEqual(self.remade_months(), {"october"})

    def test_a_step_that_cannot_write_its_depfile_keeps_the_book(self):
        depfile = self.blog.folder / "books/.galpi/october.md.d"
        depfile.unlink()
        depfile.mkdir()
        self.edit("2026-10-05")
        self.assertEqual(self.blog.make("books/october.md").returncode, 2)
        self.assertIn("october.md", self.blog.books())

    def test_a_failed_step_keeps_the_book_of_last_time(self):
        self.blog.post("2026-10-05").write_bytes("글이다".encode("utf-16"))
        self.assertEqual(self.blog.make("-k").returncode, 2)
        self.assertEqual(self.blog.books(), self.before)
        self.assertFalse(self.blog.is_settled())

    def test_a_galpi_that_cannot_read_its_file_stops_make(self):
        (self.blog.folder / "galpi.yaml").write_text("galpi: 1\nbooks: [{title: x}]\n")
        done = self.blog.make()
        self.assertEqual(done.returncode, 2)
        self.assertIn("a book needs a `name`", done.stderr)

    def test_one_job_gives_the_same_bytes_as_four(self):
        other = pathlib.Path(self.folder.name) / "other"
        other.mkdir()
        blog = Blog(other)
        self.assertEqual(blog.make().returncode, 0)
        self.assertEqual({name: digest for name, (digest, _) in blog.books().items()},
                         {name: digest for name, (digest, _) in self.before.items()})

    def test_clean_takes_the_books_and_leaves_the_ledgers(self):
        self.assertEqual(self.blog.make("clean").returncode, 0)
        self.assertEqual(set(self.blog.books()), {f"{month}.ledger" for month in MONTHS})
        self.assertEqual(self.blog.make("-j2").returncode, 0)
        now = self.blog.books()
        self.assertEqual({name: now[name][0] for name in now},
                         {name: self.before[name][0] for name in self.before})


if __name__ == "__main__":
    GALPI = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=1)
