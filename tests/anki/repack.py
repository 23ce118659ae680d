"""A package taken apart, changed and put together again: for seeded faults and for what an editor might do."""
import contextlib
import json
import pathlib
import sqlite3
import tempfile
import zipfile


@contextlib.contextmanager
def collection_of(source):
    """Yields (sqlite connection, members); what was done to them goes into `rewrite`'s target."""
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "collection.anki2"
        path.write_bytes(members["collection.anki2"])
        base = sqlite3.connect(path)
        base.execute("pragma writable_schema=on")
        yield base, members
        base.commit()
        base.close()
        members["collection.anki2"] = path.read_bytes()


def rewrite(source, target, change):
    """`change(base)` or `change(base, members)` edits the deck."""
    with collection_of(source) as (base, members):
        if change.__code__.co_argcount == 2:
            change(base, members)
        else:
            change(base)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target


def change_json(base, column, change):
    value = json.loads(base.execute(f"select {column} from col").fetchone()[0])
    change(value)
    base.execute(f"update col set {column} = ?", [json.dumps(value, ensure_ascii=False)])


def sql(statement, *values):
    return lambda base: base.execute(statement, values)
