"""check_schema.py SCHEMA ROOT: golden files must fit the schema, and damaged ones must not."""
import copy
import json
import pathlib
import sys

import jsonschema


def goldens(root):
    """(name, document): .json files as they are, each line of a .jsonl file, the example of the model's page."""
    for path in sorted((root / "tests/golden").rglob("*.json")):
        yield path.name, json.loads(path.read_text("utf-8"))
    for path in sorted((root / "tests/golden").rglob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield f"{path.name}:{number}", json.loads(line)
    page = (root / "docs/model.md").read_text("utf-8")
    yield "docs/model.md", json.loads(page.split("```json\n", 1)[1].split("```", 1)[0])


def is_ours(document):
    return isinstance(document, dict) and "galpi" in document


def first_block(document):
    posts = document.get("posts") or [document["post"]]
    papers = [paper for post in posts for paper in post["papers"]]
    return papers[0]["sections"][0]["blocks"][0]


# A schema that accepts anything would pass the goldens too: each of these must be refused.
DAMAGES = {
    "an unknown block type": lambda d: first_block(d).update(type="banner"),
    "a block without text": lambda d: first_block(d).pop("text"),
    "a key nobody knows": lambda d: first_block(d).update(colour="red"),
    "a negative offset": lambda d: first_block(d)["marks"].append({"type": "code", "start": -1, "end": 0}),
    "another version": lambda d: d.update(galpi=2),
}


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    problems, seen, damaged = [], 0, 0
    for name, document in goldens(pathlib.Path(sys.argv[2])):
        if not is_ours(document):
            continue
        seen += 1
        problems += [f"{name}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
                     for e in validator.iter_errors(document)]
        for what, damage in DAMAGES.items():
            bad = copy.deepcopy(document)
            try:
                damage(bad)
            except (IndexError, KeyError):
                continue
            damaged += 1
            if validator.is_valid(bad):
                problems.append(f"{name}: accepted although it has {what}")
    if seen == 0 or damaged == 0:
        problems.append("no golden JSON was found")
    print("\n".join(problems) or f"{seen} documents fit the schema, {damaged} damaged ones do not")
    return 1 if problems else 0


sys.exit(main())
