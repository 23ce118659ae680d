"""genanki beside us: genanki_beside.py DECK FILE writes the notes of a deck with genanki; prints seconds and bytes."""
import json
import os
import pathlib
import sqlite3
import sys
import tempfile
import time
import zipfile

import genanki


def main(deck_path, path):
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(deck_path).extract("collection.anki2", folder)
        collection = sqlite3.connect(pathlib.Path(folder) / "collection.anki2")
        kinds = json.loads(collection.execute("select models from col").fetchone()[0])
        notes = collection.execute("select guid, mid, tags, flds from notes order by id").fetchall()
        collection.close()
    start = time.perf_counter()
    models = {int(number): genanki.Model(
        int(number), kind["name"], fields=[{"name": field["name"]} for field in kind["flds"]],
        templates=[{"name": card["name"], "qfmt": card["qfmt"], "afmt": card["afmt"]} for card in kind["tmpls"]],
        css=kind["css"], model_type=kind["type"]) for number, kind in kinds.items()}
    deck = genanki.Deck(1761955200002, "galpi")
    for guid, number, tags, fields in notes:
        deck.add_note(genanki.Note(model=models[number], fields=fields.split("\x1f"), guid=guid, tags=tags.split()))
    genanki.Package(deck).write_to_file(path)
    print(f"{time.perf_counter() - start:.4f} {os.path.getsize(path)}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
