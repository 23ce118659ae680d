#!/usr/bin/env python3
"""Lets pandoc judge: JSON → native → JSON changes nothing, and a docx holds every sentence.

Run as `round_trip.py SAMPLES GALPI EXAMPLES`; prints `pandoc is not installed` where it is not.
"""

import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile


def run(*arguments, data=None):
    return subprocess.run(arguments, input=data, capture_output=True, check=True).stdout


def check_round_trip(path):
    tree = path.read_bytes()
    native = run("pandoc", "--from=json", "--to=native", "--standalone", data=tree)
    back = run("pandoc", "--from=native", "--to=json", data=native)
    ours, theirs = json.loads(tree), json.loads(back)
    same = all(ours[key] == theirs[key] for key in ("meta", "blocks"))
    # Not only the tree: the bytes after the version are those pandoc writes itself.
    same_bytes = tree.split(b'"meta"', 1)[1] == back.rstrip(b"\n").split(b'"meta"', 1)[1] + b"\n"
    print(f"{path.name}: {len(tree)} bytes, tree {'equal' if same else 'DIFFERS'}, "
          f"bytes {'equal' if same_bytes else 'DIFFER'}")
    return same and same_bytes


def words(text):
    """Letters and digits alone: how a format lays out marks, boxes and formulas is its own business."""
    return re.sub(r"[\W_]+", "", text)


def sentences(blocks):
    for block in blocks:
        if not block["marks"] and block["type"] not in ("math", "code"):
            yield from filter(None, map(words, block["text"].split("\n")))
        yield from sentences(block["children"])


TEXT_MEMBERS = re.compile(r"content\.xml|word/(document|footnotes)\.xml|.*\.xhtml")


def text_of(path):
    """All text of a document, tags off. Not read by pandoc: 2.17 loses table heads of its own odt."""
    with zipfile.ZipFile(path) as archive:
        members = [name for name in archive.namelist() if TEXT_MEMBERS.fullmatch(name)]
        xml = "".join(archive.read(name).decode() for name in members)
    return html.unescape(re.sub(r"<[^>]*>", "", xml))


def check_documents(galpi, examples, folder, kind):
    # No English names in brackets: they would stand in the middle of sentences.
    common = [str(examples), "--gloss", "none", "--quiet", "--memory", str(examples / "memory.tmx")]
    model = json.loads(run(galpi, "export", "json", *common, "-o", "-"))
    first, second = folder / f"first.{kind}", folder / f"second.{kind}"
    for product in (first, second):
        run(galpi, "export", "pandoc", *common, "--to", kind, "-o", str(product))
    text = words(text_of(first))
    missing, count = [], 0
    for post in model["posts"]:
        sections = post["sections"] + [s for paper in post["papers"] for s in paper["sections"]]
        for section in sections:
            for sentence in sentences(section["blocks"]):
                count += 1
                if sentence not in text:
                    missing.append(sentence)
    same = first.read_bytes() == second.read_bytes()
    print(f"{kind}: {count - len(missing)} of {count} lines found, "
          f"{'the same bytes twice' if same else 'OTHER BYTES the second time'}")
    for sentence in missing[:5]:
        print("  missing:", sentence)
    return not missing and count > 0 and same


def main():
    samples, galpi, examples = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    if shutil.which("pandoc") is None:
        print("pandoc is not installed")
        return 0
    api = json.loads(run("pandoc", "--from=native", "--to=json", data=b"[]"))["pandoc-api-version"]
    print("pandoc", run("pandoc", "--version").decode().split()[1], "tree", api)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run(samples, name, "{}.{}".format(*api))
        well = [check_round_trip(folder / "full.json"), check_round_trip(folder / "hard.json")]
        if api[:2] == [1, 22]:  # the version that the plain export writes
            run(galpi, "export", "pandoc", str(examples), "--quiet", "--memory",
                str(examples / "memory.tmx"), "-o", str(folder / "examples.json"))
            well.append(check_round_trip(folder / "examples.json"))
        for kind in ("docx", "odt", "epub"):
            well.append(check_documents(galpi, examples, folder, kind))
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
