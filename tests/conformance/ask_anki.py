"""Runs inside a virtual environment with Anki: ask_anki.py DECK… imports the decks one over the other into a fresh
collection and prints what happened as JSON."""
import json
import pathlib
import re
import sys
import tempfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


def import_deck(collection, path):
    options = ImportAnkiPackageOptions(merge_notetypes=False, with_scheduling=False, with_deck_configs=False)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options)).log
    return {kind: len(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")}


def faults_of(card):
    """What a learner would stumble over on a card."""
    question, answer = card.question(), card.answer()
    text = re.sub(r"<style.*?</style>|<[^>]*>", "", question, flags=re.S).strip()
    if not text:
        yield f"card {card.id}: the front is empty"
    for side in (question, answer):
        if "{{" in side or re.search(r"#notenotfound|unknown field|invalid|has a problem", side, re.I):
            yield f"card {card.id}: {side[:200]}"


def main(decks):
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(pathlib.Path(folder) / "collection.anki2"))
        imports = [import_deck(collection, deck) for deck in decks]
        _, integrity = collection.fix_integrity()
        identities = collection.find_cards('"deck:galpi::*"')
        faults = [fault for identity in identities for fault in faults_of(collection.get_card(identity))]
        everything = collection.find_cards("")
        if len(identities) != len(everything):
            faults.append(f"{len(everything) - len(identities)} cards are in other decks")
        empty = collection.get_empty_cards()
        if empty.notes:
            faults.append(f"{len(empty.notes)} notes have empty cards")
        collection.close()
    print(json.dumps({"imports": imports, "integrity": integrity, "cards": len(identities), "faults": faults}))


if __name__ == "__main__":
    main([str(pathlib.Path(deck).resolve()) for deck in sys.argv[1:]])
