"""What Anki's importer does with a package, in our own words: Collection().import_deck(Deck) -> counts.

Notes are matched by guid only. A guid that is there with another note type conflicts; else it is updated if the
incoming time of modification is later. Note types are matched by id and are the same when fields and templates
are, one by one, by id or else by name; if not, the incoming type becomes a new one and its notes conflict with those that
are there. A card that is there is left alone, decks are matched by name, nothing is ever deleted.
"""
import dataclasses


@dataclasses.dataclass
class Log:
    new: list = dataclasses.field(default_factory=list)
    updated: list = dataclasses.field(default_factory=list)
    duplicate: list = dataclasses.field(default_factory=list)
    conflicting: list = dataclasses.field(default_factory=list)

    def counts(self):
        return len(self.new), len(self.updated), len(self.duplicate), len(self.conflicting)


def same_schema(mine, theirs):
    def alike(a, b):
        return a["id"] == b["id"] if a.get("id") and b.get("id") else a["name"] == b["name"]
    return mine["type"] == theirs["type"] and all(
        len(mine[part]) == len(theirs[part]) and all(map(alike, mine[part], theirs[part])) for part in ("flds", "tmpls"))


class Collection:
    def __init__(self):
        self.types, self.notes, self.cards, self.decks = {}, {}, {}, {}

    def import_deck(self, deck):
        log = Log()
        mapped = {identity: self._note_type(identity, model) for identity, model in deck.models.items()}
        deck_names = {identity: value["name"] for identity, value in deck.decks.items()}
        for name in deck_names.values():
            self.decks.setdefault(name.lower(), name)
        kept = {}
        for note in deck.rows["notes"]:
            kept[note["id"]] = note["guid"]
            incoming = {"type": mapped[note["mid"]], "mod": note["mod"], "flds": note["flds"], "tags": note["tags"]}
            mine = self.notes.get(note["guid"])
            if mine is None:
                self.notes[note["guid"]] = incoming
                log.new.append(note["guid"])
            elif mine["type"] != incoming["type"]:
                log.conflicting.append(note["guid"])
            elif incoming["mod"] > mine["mod"]:
                self.notes[note["guid"]] = incoming
                log.updated.append(note["guid"])
            else:
                log.duplicate.append(note["guid"])
        refused = set(log.conflicting)
        for card in deck.rows["cards"]:
            if kept[card["nid"]] not in refused:
                self.cards.setdefault((kept[card["nid"]], card["ord"]), self.decks[deck_names[card["did"]].lower()])
        return log

    def _note_type(self, identity, model):
        """The id under which the collection has the incoming note type."""
        mine = self.types.get(identity)
        if mine is None:
            self.types[identity] = model
            return identity
        if same_schema(mine, model):
            if model["mod"] > mine["mod"]:
                self.types[identity] = model
            return identity
        copy = identity + 1
        while copy in self.types and not same_schema(self.types[copy], model):
            copy += 1
        self.types[copy] = model
        return copy
