#!/usr/bin/env python3
"""galpi's decks before our own judges: test_decks.py GALPI [unittest arguments]."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import check_deck  # noqa: E402
import fixture_blog  # noqa: E402
from check_deck import Deck, check  # noqa: E402
from import_simulator import Collection  # noqa: E402
from repack import change_json, rewrite, sql  # noqa: E402

GALPI = None
SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent


def first_model(change):
    return lambda base: change_json(base, "models", lambda models: change(next(iter(models.values()))))


class DeckTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.work = pathlib.Path(self.folder.name)
        self.posts = fixture_blog.write(self.work)

    def tearDown(self):
        self.folder.cleanup()

    def export(self, name, *arguments, posts=None, environment=None, cwd=None):
        target = self.work / name
        done = subprocess.run([GALPI, "export", "anki", str(posts or self.posts), "--no-default-glossary", "--glossary",
                               str(self.work / "glossary.yaml"), "-o", str(target), *map(str, arguments)],
                              capture_output=True, text=True, env={**os.environ, **(environment or {})}, cwd=cwd or self.work)
        self.assertEqual(done.returncode, 0, done.stderr)
        return target

    def edit(self, old, new, date="2026-03-02"):
        path = self.posts / f"{date}-day.md"
        text = path.read_text("utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new), "utf-8")

    # ---- the checker ----------------------------------------------------------------------------------------

    def test_a_deck_with_hostile_words_is_clean(self):
        self.assertEqual(check(self.export("a.apkg")), {})

    def test_a_deck_of_the_examples_is_clean(self):
        self.assertEqual(check(self.export("a.apkg", posts=SOURCES / "examples" / "_posts")), {})

    def test_every_rule_sees_a_fault_of_its_own(self):
        deck = self.export("a.apkg")
        term = "(select id from notes where tags like '%galpi::term%' limit 1)"
        cloze = "(select id from notes where tags like '%galpi::result%' limit 1)"

        def put(members, name, content):
            members[name] = content

        seeded = {
            "zip": lambda base, members: put(members, "extra.txt", b"x"),
            "media": lambda base, members: put(members, "media", b'{"0":"../x"}'),
            "database": sql("pragma user_version = 3"),
            "schema": sql("drop index ix_cards_nid"),
            "col": sql("update col set ver = 12"),
            "json": lambda base: change_json(base, "conf", lambda conf: conf.pop("nextPos")),
            "note_types": first_model(lambda model: model["flds"][0].pop("font")),
            "decks": lambda base: change_json(base, "decks", lambda decks: decks.pop("1")),
            "references": sql("update cards set did = 77 where ord = 0"),
            "ids": sql(f"update notes set id = 99999999999999 where id = {term}"),
            "defaults": sql("update cards set queue = -1"),
            "due": sql("update cards set due = 1"),
            "fields": sql("update notes set flds = flds || char(31)"),
            "tags": sql("update notes set tags = trim(tags)"),
            "sort_fields": sql("update notes set sfld = 'x'"),
            "checksums": sql("update notes set csum = 0"),
            "cards": sql(f"delete from cards where nid = {term} and ord = 1"),
            "harmless": sql(f"update notes set flds = replace(flds, char(31) || '2026', char(31) || '<script>2026') where id = {term}"),
            "clozes": sql(f"update notes set flds = replace(flds, '}}}}', '}}}} {{{{c1::x}}}}') where id = {cloze}"),
            "answers": sql(f"update notes set flds = replace(flds, char(31), char(31) || '{'가' * 61}') where tags like '%galpi::paper%'"),
            "fronts": sql("update notes set flds = replace(flds, 'lantern sampling', 'lantern sampling 등불 표집')"),
        }
        self.assertEqual(sorted(seeded), sorted(check_deck.RULES))
        for rule, change in seeded.items():
            with self.subTest(rule):
                self.assertIn(rule, check(rewrite(deck, self.work / "bad.apkg", change)))

    def test_what_is_no_package_is_said(self):
        (self.work / "bad.apkg").write_bytes(b"PK\3\4 nonsense")
        self.assertIn("readable", check(self.work / "bad.apkg"))

    # ---- the import -----------------------------------------------------------------------------------------

    def counts(self, *decks):
        collection = Collection()
        for deck in decks:
            log = collection.import_deck(Deck(deck))
        return log.counts()

    def test_the_simulator_gives_the_table_measured_with_anki(self):
        deck = self.export("a.apkg")
        notes = len(Deck(deck).rows["notes"])

        def changed(change):
            return rewrite(deck, self.work / "b.apkg", change)

        edit = "update notes set flds = replace(flds, '2026-03-02', '2026-03-01')"
        added_field = first_model(lambda model: model["flds"].append({**model["flds"][-1], "name": "More", "ord": 99, "id": 5}))
        added_template = first_model(lambda model: model["tmpls"].append({**model["tmpls"][-1], "name": "More", "ord": 99, "id": 5}))
        of_type = sum(note["mid"] == next(iter(Deck(deck).models)) for note in Deck(deck).rows["notes"])
        self.assertEqual(self.counts(deck), (notes, 0, 0, 0))
        self.assertEqual(self.counts(deck, deck), (0, 0, notes, 0), "the same file")
        self.assertEqual(self.counts(deck, changed(sql(edit))), (0, 0, notes, 0), "an edit with the same mod")
        self.assertEqual(self.counts(deck, changed(lambda base: (base.execute(edit), base.execute("update notes set mod = mod + 1")))),
                         (0, notes, 0, 0), "an edit with a later mod")
        for change in (added_field, added_template):
            self.assertEqual(self.counts(deck, changed(change)), (0, 0, notes - of_type, of_type), "another schema")
        collection = Collection()
        collection.import_deck(Deck(deck))
        before = dict(collection.cards)
        collection.import_deck(Deck(changed(sql("update cards set did = 1761955200001"))))
        self.assertEqual(collection.cards, before, "cards stay in their deck")
        emptied = changed(lambda base: (base.execute("delete from cards"), base.execute("delete from notes")))
        collection.import_deck(Deck(emptied))
        self.assertEqual(len(collection.notes), notes, "nothing is deleted")

    def test_a_rebuild_brings_nothing_new(self):
        first = self.export("a.apkg", "--ledger", "deck.ledger")
        second = self.export("b.apkg", "--ledger", "deck.ledger")
        self.assertEqual(first.read_bytes(), second.read_bytes())
        self.assertEqual(self.counts(first, second)[:2], (0, 0))

    def test_one_edit_updates_one_note(self):
        first = self.export("a.apkg", "--ledger", "deck.ledger")
        self.edit("표본이 적으면", "표본이 아주 적으면")
        second = self.export("b.apkg", "--ledger", "deck.ledger")
        self.assertEqual(self.counts(first, second)[:2] + self.counts(first, second)[3:], (0, 1, 0))
        path = self.work / "glossary.yaml"
        path.write_text(path.read_text("utf-8").replace("밝은 곳부터", "가장 밝은 곳부터"), "utf-8")
        third = self.export("c.apkg", "--ledger", "deck.ledger")
        self.assertEqual(self.counts(second, third)[:2], (0, 1))

    def test_what_is_gone_is_retired_and_can_come_back(self):
        first = self.export("a.apkg", "--ledger", "deck.ledger")
        post = self.posts / "2026-03-03-day.md"
        text = post.read_text("utf-8")
        post.unlink()
        second = self.export("b.apkg", "--ledger", "deck.ledger")
        retired = [note for note in Deck(second).rows["notes"] if " galpi::retired " in note["tags"]]
        self.assertGreaterEqual(len(retired), 1)
        new, updated, _, conflicting = self.counts(first, second)
        self.assertEqual((new, updated, conflicting), (0, len(retired), 0))
        self.assertEqual(check(second), {})
        others = {note["guid"]: (note["id"], note["mod"]) for note in Deck(first).rows["notes"]}
        for note in Deck(second).rows["notes"]:
            if note not in retired:
                self.assertEqual(others[note["guid"]], (note["id"], note["mod"]))
        post.write_text(text, "utf-8")
        third = self.export("c.apkg", "--ledger", "deck.ledger")
        self.assertNotIn("galpi::retired", str(Deck(third).rows["notes"]))
        self.assertEqual(self.counts(second, third)[:2], (0, len(retired)))

    def test_a_month_says_nothing_about_another(self):
        self.export("a.apkg", "--ledger", "deck.ledger")
        month = self.export("b.apkg", "--ledger", "deck.ledger", "--from", "2026-03-04")
        self.assertNotIn("galpi::retired", str(Deck(month).rows["notes"]))

    # ---- the bytes ------------------------------------------------------------------------------------------

    def test_the_bytes_depend_on_nothing_but_the_posts(self):
        first = self.export("a.apkg", "--jobs", "1")
        second = self.export("b.apkg", "--jobs", "4", environment={"TZ": "Asia/Seoul", "LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, cwd="/")
        self.assertEqual(first.read_bytes(), second.read_bytes())

    # ---- what is on the cards -------------------------------------------------------------------------------

    def fields(self, deck, tag):
        found = Deck(deck)
        return [found.named_fields(note) for note in found.rows["notes"] if f" galpi::{tag} " in note["tags"]]

    def test_a_paper_on_two_days_is_one_note_and_one_without_a_name_is_none(self):
        papers = self.fields(self.export("a.apkg"), "paper")
        self.assertEqual(sorted(one["Key"] for one in papers), ["2603.00001", "2603.00003"])

    def test_fronts_hide_names_with_their_glosses(self):
        deck = self.export("a.apkg")
        lantern = next(one for one in self.fields(deck, "paper") if one["System"] == "LANTERN")
        self.assertNotIn("LANTERN", lantern["GoalMasked"])
        self.assertNotIn("Light", lantern["GoalMasked"])
        term = next(one for one in self.fields(deck, "term") if one["En"] == "lantern sampling")
        self.assertIn("등불 표집", term["Example"])
        self.assertNotIn("등불", term["ExampleMasked"])
        self.assertNotIn("lantern", term["ExampleMasked"])

    def test_the_number_after_is_asked_for(self):
        texts = [one["Text"] for one in self.fields(self.export("a.apkg"), "result")]
        self.assertTrue(any("71.4%에서 {{c1::78.9}}%로" in text for text in texts), texts)

    def test_the_cap_holds_and_every_drop_is_said(self):
        deck = self.export("a.apkg", "--new-cards", "3", "--report", "report.txt")
        everything = self.export("b.apkg", "--new-cards", "0")
        report = (self.work / "report.txt").read_text("utf-8")
        dropped = len(Deck(everything).rows["notes"]) - len(Deck(deck).rows["notes"])
        self.assertGreater(dropped, 0)
        self.assertEqual(report.count("[flashcard-over-cap]"), dropped)
        self.assertLessEqual(len(Deck(deck).rows["cards"]), 9)

    def test_a_broken_ledger_is_said_with_its_line(self):
        self.export("a.apkg", "--ledger", "deck.ledger")
        ledger = self.work / "deck.ledger"
        good = ledger.read_text("utf-8")
        lines = good.splitlines(keepends=True)
        for name, bad in {"cut": good[:-5], "edited": good.replace("LANTERN", "LAMP"), "empty": "", "twice": good + lines[-1],
                          "other": "hello\n"}.items():
            with self.subTest(name):
                ledger.write_text(bad, "utf-8")
                done = subprocess.run([GALPI, "export", "anki", str(self.posts), "-o", str(self.work / "x.apkg"), "--ledger", str(ledger)],
                                      capture_output=True, text=True)
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, r"deck\.ledger:\d+:1: error: this is no ledger")
                self.assertFalse((self.work / "x.apkg").exists())
                self.assertEqual(ledger.read_text("utf-8"), bad)


if __name__ == "__main__":
    GALPI = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
