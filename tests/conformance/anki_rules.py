"""Decks before judges: our own checker, and the real Anki from its wheel, fetched once into build/judges.

Anki is asked what a learner would ask of it: does the deck import without conflict, does importing it again bring
nothing, does an edited post update exactly its notes, is the collection sound, does every card show something.
"""
import functools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from determinism import export
from judges import CACHE, ROOT, Verdict, verdict

sys.path.insert(0, str(ROOT / "tests" / "anki"))
import check_deck  # noqa: E402

ANKI = "anki==25.9.2"
GENANKI = "genanki==0.13.1"
BESIDE = pathlib.Path(__file__).resolve().parent / "genanki_beside.py"
ASK = pathlib.Path(__file__).resolve().parent / "ask_anki.py"


@functools.lru_cache(maxsize=None)
def _python_with_anki():
    """The interpreter of the virtual environment, or why there is none."""
    folder = CACHE / "anki"
    python = folder / "bin" / "python"
    if (folder / "complete").is_file():
        return python
    if os.environ.get("GALPI_OFFLINE"):
        return "not fetched: GALPI_OFFLINE"
    try:
        for command in ([sys.executable, "-m", "venv", str(folder)], [str(python), "-m", "pip", "install", "-q", ANKI],
                        [str(python), "-c", "import anki.collection"]):
            done = subprocess.run(command, capture_output=True, text=True, timeout=600)
            if done.returncode:
                shutil.rmtree(folder, ignore_errors=True)
                return "cannot be fetched: " + done.stderr.strip()[-120:].replace("\n", " ")
    except subprocess.TimeoutExpired:
        return "cannot be fetched: timeout"
    (folder / "complete").touch()
    return python


@functools.lru_cache(maxsize=None)
def _has_genanki(python):
    if subprocess.run([python, "-c", "import genanki"], capture_output=True).returncode == 0:
        return True
    try:
        done = subprocess.run([python, "-m", "pip", "install", "-q", GENANKI], capture_output=True, timeout=600)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _judge_beside_genanki(galpi, folder, work, name, python, deck):
    """The same notes by genanki: what both take, and how large they come out. Told, not judged."""
    if not _has_genanki(python):
        yield Verdict("SKIP", "genanki", deck.name, "cannot be fetched", required=False)
        return
    start = time.perf_counter()
    export(galpi, "anki", [folder], work / f"{name}-timed.apkg", ["--new-cards", "0"])
    ours = time.perf_counter() - start
    theirs = work / f"{name}-genanki.apkg"
    done = subprocess.run([python, "-B", BESIDE, deck, theirs], capture_output=True, text=True, timeout=600)
    if done.returncode:
        yield verdict("genanki", deck.name, [done.stderr.strip()[-200:]])
        return
    seconds, size = done.stdout.split()
    yield verdict("genanki", deck.name, [], f"galpi {ours:.2f} s from posts to {deck.stat().st_size} bytes; "
                                            f"genanki {float(seconds):.2f} s from its notes to {size} bytes")


def _edit(posts):
    """Changes one limitation or goal in a copy of the posts; the text that changed, or None."""
    for path in sorted(posts.glob("*.md")):
        text = path.read_text("utf-8")
        for line in text.splitlines():
            if line.startswith(("- Goal: ", "- 목표: ")) and len(line) < 90:
                label, rest = line.split(": ", 1)
                path.write_text(text.replace(line, f"{label}: 다시 한번 {rest}", 1), "utf-8")
                return line
    return None


def judge_decks(galpi, folder, work, name):
    posts, ledger, report = work / f"{name}-posts" / "_posts", work / f"{name}.ledger", work / f"{name}.report"
    shutil.copytree(folder, posts, dirs_exist_ok=True)
    arguments = ["--ledger", ledger, "--report", report, "--new-cards", "0"]
    decks = [work / f"{name}-{step}.apkg" for step in ("first", "again", "edited")]
    for step, deck in enumerate(decks):
        if step == 2 and _edit(posts) is None:
            decks = decks[:2]
            break
        done = export(galpi, "anki", [posts], deck, list(map(str, arguments)))
        if done.returncode:
            yield verdict("export", deck.name, [done.stderr.strip()[-200:]])
            return
    for deck in decks:
        broken = check_deck.check(deck)
        yield verdict("deck-rules", deck.name, [f"{rule}: {faults[0]}" for rule, faults in broken.items()])
    python = _python_with_anki()
    if isinstance(python, str):
        yield Verdict("SKIP", "anki", decks[0].name, python, required=False)
        return
    done = subprocess.run([python, "-B", ASK, *decks], capture_output=True, text=True, timeout=600)
    if done.returncode:
        yield verdict("anki", decks[0].name, [done.stderr.strip()[-300:]])
        return
    said = json.loads(done.stdout.splitlines()[-1])
    yield from _judge_imports(decks, said)
    yield from _judge_beside_genanki(galpi, folder, work, name, python, decks[0])


def _judge_imports(decks, said):
    notes = said["imports"][0]["new"]
    fresh = [f"{kind}: {said['imports'][0][kind]}" for kind in ("updated", "duplicate", "conflicting") if said["imports"][0][kind]]
    yield verdict("anki-import", decks[0].name, fresh + ([] if notes else ["nothing new"]), f"{notes} notes")
    again = said["imports"][1]
    yield verdict("anki-again", decks[1].name, [f"{kind}: {again[kind]}" for kind in ("new", "updated", "conflicting") if again[kind]],
                  f"{again['duplicate']} duplicates")
    if len(decks) > 2:
        edited, expected = said["imports"][2], _changed(decks[1], decks[2])
        counts = (edited["new"], edited["updated"], edited["conflicting"])
        yield verdict("anki-edited", decks[2].name, [] if expected and counts == (0, expected, 0) else
                      [f"new, updated, conflicting {counts}, {expected} notes differ"], f"{expected} updated")
    yield verdict("anki-integrity", decks[-1].name, [] if said["integrity"] else ["fix_integrity found faults"])
    yield verdict("anki-cards", decks[-1].name, said["faults"], f"{said['cards']} rendered")


def _changed(before, after):
    old = {note["guid"]: (note["flds"], note["tags"]) for note in check_deck.Deck(before).rows["notes"]}
    return sum(old.get(note["guid"]) != (note["flds"], note["tags"]) for note in check_deck.Deck(after).rows["notes"])
