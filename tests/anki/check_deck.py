#!/usr/bin/env python3
"""Judges a deck without galpi and without Anki: check_deck.py DECK… prints one line per fault, exit 1 if any.

Every rule has a name; faults are `rule: what`. The rules are those of Anki's legacy package: a zip with
`collection.anki2` (SQLite, schema 11) and `media`; tables, columns and indices exactly; JSON texts with the keys
readers ask for; ids that lead somewhere; sort fields and checksums as Anki would compute them; cards exactly
where the templates make some; and the house's own: fields harmless, no front that contains its answer.
"""
import hashlib
import html
import json
import re
import sqlite3
import sys
import tempfile
import time
import unicodedata
import zipfile

TABLES = {
    "col": "id crt mod scm ver dty usn ls conf models decks dconf tags",
    "notes": "id guid mid mod usn tags flds sfld csum flags data",
    "cards": "id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data",
    "revlog": "id cid usn ease ivl lastIvl factor time type",
    "graves": "usn oid type",
}
INDICES = {
    "ix_notes_usn": ("notes", ["usn"]), "ix_notes_csum": ("notes", ["csum"]), "ix_cards_usn": ("cards", ["usn"]),
    "ix_cards_nid": ("cards", ["nid"]), "ix_cards_sched": ("cards", ["did", "queue", "due"]),
    "ix_revlog_usn": ("revlog", ["usn"]), "ix_revlog_cid": ("revlog", ["cid"]),
}
MODEL_KEYS = "id name type mod usn sortf did css tmpls flds latexPre latexPost req tags vers".split()
FIELD_KEYS = "name ord sticky rtl font size id".split()
TEMPLATE_KEYS = "name ord qfmt afmt bqfmt bafmt did id".split()
DECK_KEYS = ("id name mod usn lrnToday revToday newToday timeToday collapsed browserCollapsed dyn conf desc extendNew "
             "extendRev").split()
CONF_KEYS = ("activeDecks curDeck newSpread collapseTime timeLim estTimes dueCounts curModel nextPos sortType "
             "sortBackwards addToCur schedVer").split()
OPTION_KEYS = "id name mod usn maxTaken autoplay timer replayq new rev lapse".split()
ALLOWED_TAGS = set("b i em strong code sub sup ul ol li br a img span div ruby rt".split())
TAG = re.compile(r"<!--.*?-->|<style.*?</style>|<script.*?</script>|<.*?>", re.S | re.I)
CLOZE = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.S)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1e\x7f]")


def strip_html(text):
    """What Anki sorts and compares by: no tags, entities read, hard spaces soft."""
    return html.unescape(TAG.sub("", text)).replace("\u00a0", " ")


def checksum(text):
    return int(hashlib.sha1(text.encode("utf-8")).hexdigest()[:8], 16)


class Deck:
    """A package as it lies in the zip. Fails with an exception only when there is nothing to read."""

    def __init__(self, path):
        self.path, self.entries = path, []
        with zipfile.ZipFile(path) as archive:
            self.entries = archive.namelist()
            self.broken = archive.testzip()
            self.dates = {entry.date_time for entry in archive.infolist()}
            self.bytes = archive.read("collection.anki2")
            self.media = archive.read("media").decode("utf-8") if "media" in self.entries else None
        with tempfile.NamedTemporaryFile(suffix=".anki2") as file:
            file.write(self.bytes)
            file.flush()
            base = sqlite3.connect(f"file:{file.name}?mode=ro&immutable=1", uri=True)
            base.row_factory = sqlite3.Row
            self.integrity = base.execute("pragma integrity_check").fetchone()[0]
            self.journal = base.execute("pragma journal_mode").fetchone()[0]
            self.page_size = base.execute("pragma page_size").fetchone()[0]
            self.user_version = base.execute("pragma user_version").fetchone()[0]
            self.schema = [dict(row) for row in base.execute("select type, name, tbl_name from sqlite_master")]
            self.columns = {row["name"]: [c["name"] for c in base.execute(f"pragma table_info('{row['name']}')")]
                            for row in self.schema if row["type"] == "table"}
            self.indexed = {row["name"]: (row["tbl_name"], [c["name"] for c in base.execute(f"pragma index_info('{row['name']}')")])
                            for row in self.schema if row["type"] == "index"}
            self.rows = {table: [dict(row) for row in base.execute(f"select * from {table} order by 1")]
                         if table in self.columns else [] for table in TABLES}
            base.close()
        self.col = self.rows["col"][0] if self.rows["col"] else {}
        self.json = {}
        for key in ("conf", "models", "decks", "dconf", "tags"):
            try:
                self.json[key] = json.loads(self.col.get(key, "null"))
            except (ValueError, TypeError):
                self.json[key] = None
        self.models = {int(key): value for key, value in (self.json["models"] or {}).items()}
        self.decks = {int(key): value for key, value in (self.json["decks"] or {}).items()}

    def fields(self, note):
        return note["flds"].split("\x1f")

    def named_fields(self, note):
        return {field["name"]: text for field, text in zip(self.models[note["mid"]]["flds"], self.fields(note))}


def render(template, fields):
    """The text of a template: conditions, then fields; a cloze shows its blanks."""
    section = re.compile(r"\{\{([#^])([^{}]+)\}\}((?:(?!\{\{[#^]).)*?)\{\{/\2\}\}", re.S)
    previous = None
    while previous != template:
        previous = template
        template = section.sub(lambda m: m[3] if bool(fields.get(m[2], "").strip()) == (m[1] == "#") else "", template)

    def value(match):
        name = match[1].strip()
        if name.startswith("cloze:"):
            return CLOZE.sub("[...]", fields.get(name[6:], ""))
        return fields.get(name, "")
    return re.sub(r"\{\{([^{}#^/]+)\}\}", value, template)


def fronts(deck, note):
    """{ordinal: front as text} of the cards that the templates make of a note."""
    model, fields = deck.models[note["mid"]], deck.named_fields(note)
    if model["type"] == 1:
        return {int(m[1]) - 1: strip_html(render(model["tmpls"][0]["qfmt"], fields)) for m in CLOZE.finditer(note["flds"])}
    found = {}
    for template in model["tmpls"]:
        text = strip_html(render(template["qfmt"], fields)).strip()
        if text:
            found[template["ord"]] = " ".join(text.split())
    return found


# ---- the rules: each yields what is wrong -----------------------------------------------------------------------

def rule_zip(deck):
    if deck.entries[:2] != ["collection.anki2", "media"]:
        yield f"entries are {deck.entries[:3]}"
    if any(not name.isdigit() for name in deck.entries[2:]):
        yield "media files are not numbers"
    if deck.broken:
        yield f"{deck.broken} is damaged"
    if deck.dates != {(1980, 1, 1, 0, 0, 0)}:
        yield "an entry has a time"


def rule_media(deck):
    try:
        names = json.loads(deck.media or "null")
    except ValueError:
        names = None
    if not isinstance(names, dict) or sorted(names) != sorted(deck.entries[2:]):
        yield "the list of media is not that of the zip"
        return
    for name in names.values():
        bad = (unicodedata.normalize("NFC", name) != name or len(name.encode()) > 120 or re.search(r'[\[\]<>:"/?*^\\|\x00-\x1f]', name)
               or name.endswith((" ", ".")) or re.match(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name, re.I))
        if bad:
            yield f"{name!r} is no name for a media file"


def rule_database(deck):
    if deck.integrity != "ok":
        yield deck.integrity
    if deck.journal != "delete":
        yield f"journal_mode is {deck.journal}"
    if deck.page_size != 4096 or deck.user_version != 0:
        yield "page_size or user_version is not the usual"


def rule_schema(deck):
    tables = {name: columns for name, columns in deck.columns.items() if not name.startswith("sqlite_")}
    if tables != {name: columns.split() for name, columns in TABLES.items()}:
        yield f"tables and columns are {tables}"
    indices = {name: what for name, what in deck.indexed.items() if not name.startswith("sqlite_")}
    if indices != INDICES:
        yield f"indices are {sorted(indices)}"


def rule_col(deck):
    if len(deck.rows["col"]) != 1 or deck.col.get("id") != 1:
        yield "col has not exactly the row 1"
        return
    if deck.col["ver"] != 11 or any(deck.col[key] for key in ("dty", "usn", "ls")):
        yield "ver is not 11, or dty, usn, ls are not 0"
    if not 0 < deck.col["crt"] < 1 << 34 or not deck.col["scm"] > 1 << 40:
        yield "crt are seconds, scm milliseconds"


def rule_json(deck):
    wanted = {"conf": CONF_KEYS}
    for key, value in deck.json.items():
        if not isinstance(value, dict):
            yield f"{key} is no JSON object"
            return
        missing = [word for word in wanted.get(key, []) if word not in value]
        if missing:
            yield f"{key} lacks {missing}"
    for name, value in deck.json["decks"].items():
        missing = [word for word in DECK_KEYS if word not in value]
        if missing or str(value.get("id")) != name or value.get("dyn") != 0:
            yield f"deck {name}: lacks {missing}, or its id or dyn is wrong"
    for name, value in deck.json["dconf"].items():
        missing = [word for word in OPTION_KEYS if word not in value]
        if missing:
            yield f"options {name} lack {missing}"


def rule_note_types(deck):
    for name, model in deck.json["models"].items():
        missing = [word for word in MODEL_KEYS if word not in model]
        if missing or str(model.get("id")) != name or not 0 < int(name) < 1 << 53:
            yield f"note type {name}: lacks {missing}, or its id is wrong"
            continue
        for part, keys in (("flds", FIELD_KEYS), ("tmpls", TEMPLATE_KEYS)):
            if [one.get("ord") for one in model[part]] != list(range(len(model[part]))):
                yield f"{model['name']}: {part} are not numbered in order"
            lacking = [key for one in model[part] for key in keys if key not in one]
            ids = [one.get("id") for one in model[part]]
            if lacking or len(set(ids)) != len(ids):
                yield f"{model['name']}: {part} lack {lacking}, or share an id"
        names = [field.get("name", "") for field in model["flds"]]
        if len({n.lower() for n in names}) != len(names) or any(re.search(r'[:{}"]|^[#/^ ]|^$', n) for n in names):
            yield f"{model['name']}: a field's name is taken or cannot be used"
        if not 0 <= model["sortf"] < len(names):
            yield f"{model['name']}: the sort field is none"
        if model["type"] == 1 and (len(model["tmpls"]) != 1 or "{{cloze:" not in model["tmpls"][0]["qfmt"]):
            yield f"{model['name']}: a cloze type has one template that shows a cloze"
        for template in model["tmpls"]:
            used = re.findall(r"\{\{[#^/]?(?:cloze:)?([^{}]+)\}\}", template["qfmt"] + template["afmt"])
            unknown = sorted({one for one in used if one not in names + ["FrontSide"]})
            if unknown:
                yield f"{model['name']}: templates name the fields {unknown}"


def rule_decks(deck):
    names = [value["name"] for value in deck.decks.values()]
    if 1 not in deck.decks:
        yield "there is no Default deck"
    if len({name.lower() for name in names}) != len(names):
        yield "two decks share a name"
    for name in names:
        if "::" in name and name.rsplit("::", 1)[0] not in names:
            yield f"{name} has no parent"


def rule_references(deck):
    notes = {note["id"] for note in deck.rows["notes"]}
    for note in deck.rows["notes"]:
        if note["mid"] not in deck.models:
            yield f"note {note['id']}: there is no note type {note['mid']}"
    for card in deck.rows["cards"]:
        if card["nid"] not in notes or card["did"] not in deck.decks or card["did"] == 1:
            yield f"card {card['id']}: its note or deck is not there"
    without = notes - {card["nid"] for card in deck.rows["cards"]}
    if without:
        yield f"{len(without)} notes have no card"


def rule_ids(deck):
    latest = (time.time() + 86400) * 1000
    guids = [note["guid"] for note in deck.rows["notes"]]
    if len(set(guids)) != len(guids):
        yield "two notes share a guid"
    for table in ("notes", "cards"):
        for row in deck.rows[table]:
            if not 1 << 40 < row["id"] < latest:
                yield f"{table}: {row['id']} is no time in the past, in milliseconds"


def rule_defaults(deck):
    for note in deck.rows["notes"]:
        if note["usn"] != -1 or note["flags"] != 0 or note["data"] != "":
            yield f"note {note['id']}: usn, flags or data"
        if not 0 < note["mod"] < 1 << 34:
            yield f"note {note['id']}: mod is no time in seconds"
    zero = "type queue ivl factor reps lapses left odue odid flags".split()
    for card in deck.rows["cards"]:
        if card["usn"] != -1 or card["data"] != "" or any(card[key] for key in zero):
            yield f"card {card['id']}: a new card has -1, 0 and '' there"
        if card["due"] < 1:
            yield f"card {card['id']}: due is no place in a queue"
    if deck.rows["revlog"] or deck.rows["graves"]:
        yield "revlog or graves is not empty"


def rule_due(deck):
    places = {}
    for card in deck.rows["cards"]:
        if places.setdefault(card["nid"], card["due"]) != card["due"]:
            yield f"the cards of note {card['nid']} have different places"
    if len(set(places.values())) != len(places):
        yield "two notes share a place"


def rule_fields(deck):
    for note in deck.rows["notes"]:
        if note["mid"] in deck.models and len(deck.fields(note)) != len(deck.models[note["mid"]]["flds"]):
            yield f"note {note['id']}: {len(deck.fields(note))} fields"
        if unicodedata.normalize("NFC", note["flds"]) != note["flds"]:
            yield f"note {note['id']}: not NFC"
        if CONTROL.search(note["flds"]):
            yield f"note {note['id']}: a control character"


def rule_tags(deck):
    for note in deck.rows["notes"]:
        tags = note["tags"]
        if tags and not (tags.startswith(" ") and tags.endswith(" ") and tags.strip()):
            yield f"note {note['id']}: tags {tags!r}"
        for tag in tags.split():
            if "\u3000" in tag or "" in tag.split("::"):
                yield f"note {note['id']}: tag {tag!r}"
        if tags.split() != sorted(set(tags.split())):
            yield f"note {note['id']}: tags are not sorted"


def rule_sort_fields(deck):
    for note in deck.rows["notes"]:
        model = deck.models.get(note["mid"])
        if model is None or len(deck.fields(note)) != len(model["flds"]):
            continue
        wanted = strip_html(deck.fields(note)[model["sortf"]])
        if str(note["sfld"]) != wanted:
            yield f"note {note['id']}: sfld is {note['sfld']!r}, not {wanted!r}"


def rule_checksums(deck):
    for note in deck.rows["notes"]:
        if note["csum"] != checksum(strip_html(deck.fields(note)[0])):
            yield f"note {note['id']}: csum"


def rule_cards(deck):
    made = {}
    for card in deck.rows["cards"]:
        made.setdefault(card["nid"], []).append(card["ord"])
    for note in deck.rows["notes"]:
        if note["mid"] in deck.models and sorted(made.get(note["id"], [])) != sorted(fronts(deck, note)):
            yield f"note {note['id']}: cards {made.get(note['id'])}, fronts {sorted(fronts(deck, note))}"


def rule_harmless(deck):
    """Nothing in a field means anything to Anki or a browser but what galpi puts there."""
    for note in deck.rows["notes"]:
        for text in deck.fields(note):
            for tag in re.findall(r"<\s*/?\s*([^\s>/]*)[^>]*>", text):
                if tag.lower() not in ALLOWED_TAGS:
                    yield f"note {note['id']}: <{tag}>"
            if re.search(r"<[^>]*\son\w+\s*=|<[^>]*(javascript|data|file):", text, re.I):
                yield f"note {note['id']}: an attribute that acts"
            if re.search(r"\[(latex|sound:|\$|anki:)", text, re.I):
                yield f"note {note['id']}: a command in brackets"
            rest = CLOZE.sub("", text) if deck.models.get(note["mid"], {}).get("type") == 1 else text
            if "{{" in rest or "}}" in rest or "<script" in text.lower():
                yield f"note {note['id']}: braces outside a cloze"
            if re.search(r"&(?!(amp|lt|gt|quot|nbsp|#\d+);)", text):
                yield f"note {note['id']}: a bare ampersand"
            for formula in re.findall(r"\\\((.*?)\\\)", text, re.S):
                if re.search(r"\\(href|url|require|class|style|cssId|def|newcommand|includegraphics|html\w*)", formula):
                    yield f"note {note['id']}: a formula that acts"


def rule_clozes(deck):
    for note in deck.rows["notes"]:
        if deck.models.get(note["mid"], {}).get("type") != 1:
            continue
        blanks = CLOZE.findall(note["flds"])
        if len(blanks) != 1 or blanks[0][0] != "1":
            yield f"note {note['id']}: {len(blanks)} blanks"
            continue
        shown = strip_html(CLOZE.sub(lambda m: m[2], deck.named_fields(note)["Text"]))
        if len(shown) > 120 or len(blanks[0][1]) > 60:
            yield f"note {note['id']}: too long to learn"


def rule_answers(deck):
    """A goal and a limitation are answered in 60 characters, brackets not counted."""
    for note in deck.rows["notes"]:
        if deck.models.get(note["mid"], {}).get("name") != "galpi Paper":
            continue
        for field in ("Goal", "Limitation"):
            if len(re.sub(r"\([^()]*\)", "", strip_html(deck.named_fields(note)[field]))) > 60:
                yield f"note {note['id']}: {field} is too long to learn"


def squeezed(text):
    return re.sub(r"[\s-]", "", text).lower()


def tells(front, answer):
    """Whether a front has the answer: Hangul anywhere, Latin and digits as words."""
    answer = strip_html(answer).strip()
    if not answer:
        return False
    if re.search("[가-힣]", answer):
        return squeezed(answer) in squeezed(front)
    return re.search(rf"(?<![A-Za-z0-9.]){re.escape(answer)}s?(?![A-Za-z0-9])", front, re.I) is not None


def answers(deck, note, ordinal):
    name, fields = deck.models[note["mid"]]["name"], deck.named_fields(note)
    if name == "galpi Cloze":
        return [m[1] for m in CLOZE.findall(fields["Text"])]
    words = {"galpi Term": {0: ("Ko", "Variants"), 1: ("En", "Abbr")},
             "galpi Paper": {0: ("Goal",), 1: ("System",), 2: ("Limitation",)}}.get(name, {}).get(ordinal, ())
    return [part for word in words for part in (fields[word].split(", ") if word in ("Variants", "Abbr") else [fields[word]])]


def rule_fronts(deck):
    seen = {}
    for note in deck.rows["notes"]:
        if note["mid"] not in deck.models:
            continue
        for ordinal, front in fronts(deck, note).items():
            for answer in answers(deck, note, ordinal):
                if tells(front, answer):
                    yield f"note {note['id']} card {ordinal}: the front has {answer!r}"
            other = seen.setdefault((note["mid"], ordinal, front), note["id"])
            if other != note["id"]:
                yield f"notes {other} and {note['id']}: the same front on card {ordinal}"


RULES = {name[5:]: rule for name, rule in sorted(globals().items()) if name.startswith("rule_")}


def check(path):
    """{rule: [faults]} of the rules that are broken."""
    try:
        deck = Deck(path)
    except (OSError, KeyError, zipfile.BadZipFile, sqlite3.Error, UnicodeDecodeError, ValueError) as error:
        return {"readable": [f"{type(error).__name__}: {error}"]}
    broken = {}
    for name, rule in RULES.items():
        try:
            faults = list(rule(deck))
        except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
            faults = [f"cannot be judged: {type(error).__name__}: {error}"]
        if faults:
            broken[name] = faults
    return broken


def main(paths):
    status = 0
    for path in paths:
        broken = check(path)
        for name, faults in broken.items():
            for fault in faults[:20]:
                print(f"{path}: {name}: {fault}")
        if not broken:
            deck = Deck(path)
            print(f"{path}: clean, {len(deck.rows['notes'])} notes, {len(deck.rows['cards'])} cards")
        status |= bool(broken)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
