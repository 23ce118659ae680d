#!/usr/bin/env python3
"""Damages a real product, to prove that the oracle would notice.

    seed_deletion.py --posts DIR --seed N [--what KIND] PRODUCT OUTPUT

KIND: sentence (default), word, digit, paper, section, duplicate (of a sentence), swap (of two papers).
PRODUCT is a galpi JSON, Markdown or EPUB file (by its suffix). What is damaged is chosen from the posts by the
seed, so that it is content and never something the exporter added. Prints what was done; exit 1 if the
product offers nothing of that kind.
"""
import argparse
import io
import json
import pathlib
import random
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from letters import letters, section_kind, sentences  # noqa: E402
from products import XHTML, open_epub  # noqa: E402
from raw_post import read_posts  # noqa: E402

KINDS = ("sentence", "word", "digit", "paper", "section", "duplicate", "swap")


# Each product offers its units of text as (text, replace(new)), and lists of removable papers and sections as
# (container, start, end, title) slices of Python lists or XML children.

class JsonProduct:
    def __init__(self, data):
        self.root = json.loads(data)
        self.posts = self.root["posts"]

    def units(self):
        stack = [b for p in self.posts for n in p["papers"] + [p] for s in n["sections"] for b in s["blocks"]]
        while stack:
            block = stack.pop()
            if block["text"]:
                yield block["text"], lambda new, block=block: block.update(text=new)
            stack += block.get("children", [])

    def papers(self, titles):
        return [(p["papers"], i, i + 1) for p in self.posts for i in range(len(p["papers"]))]

    def sections(self, titles):
        return [(n["sections"], i, i + 1) for p in self.posts for n in p["papers"]
                for i, s in enumerate(n["sections"]) if any(b["text"] for b in s["blocks"])]

    def dump(self):
        return json.dumps(self.root, ensure_ascii=False).encode()


class MarkdownProduct:
    def __init__(self, data):
        self.lines = data.decode().split("\n")

    def units(self):
        for index, line in enumerate(self.lines):
            yield line, lambda new, index=index: self.lines.__setitem__(index, new)

    def _blocks(self, wanted):
        """Slices from a wanted heading to the next heading of its level or above."""
        heads = [(i, len(m.group(1)), line) for i, line in enumerate(self.lines)
                 if (m := re.match(r"(#{1,6}) ", line))]
        for index, level, line in heads:
            if wanted(line):
                end = next((i for i, l, _ in heads if i > index and l <= level), len(self.lines))
                yield self.lines, index, end

    def papers(self, titles):
        return list(self._blocks(lambda line: any(title in letters(line) for title in titles)))

    def sections(self, titles):
        return list(self._blocks(section_kind))

    def dump(self):
        return "\n".join(self.lines).encode()


class EpubProduct:
    BLOCKS = {XHTML + name for name in "p li td th dd dt blockquote pre div figcaption".split()}
    HEADS = {XHTML + f"h{level}": level for level in range(1, 7)}

    def __init__(self, data):
        for prefix, uri in (("", XHTML), ("epub", "{http://www.idpf.org/2007/ops}"), ("m", "{http://www.w3.org/1998/Math/MathML}")):
            ElementTree.register_namespace(prefix, uri.strip("{}"))
        self.data = data
        package = open_epub(io.BytesIO(data))
        self.trees = {path: package.document(path) for path, _ in package.spine}

    def units(self):
        for tree in self.trees.values():
            for element in tree.iter():
                if element.tag in self.BLOCKS and not any(c.tag in self.BLOCKS for c in element.iter() if c is not element):
                    slots = self._slots(element)
                    yield "".join(getattr(e, s) or "" for e, s in slots), lambda new, slots=slots: self._set(slots, new)

    def _slots(self, element):
        slots = [(element, "text")]
        for child in element:
            slots += self._slots(child) + [(child, "tail")]
        return slots

    def _set(self, slots, new):
        """Puts changed text back: a common start and end stay in their elements, the rest goes in one."""
        old = "".join(getattr(e, s) or "" for e, s in slots)
        head = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
        tail = min(len(old), len(new)) - head
        while old[len(old) - tail:] != new[len(new) - tail:]:
            tail -= 1
        insert, at = new[head:len(new) - tail], 0
        for element, slot in slots:
            text = getattr(element, slot) or ""
            low, high = head - at, len(old) - tail - at
            at += len(text)
            if low <= len(text) and high >= 0:
                setattr(element, slot, text[:max(low, 0)] + insert + text[max(min(high, len(text)), 0):])
                insert = ""

    def _blocks(self, wanted):
        for tree in self.trees.values():
            parents = {child: parent for parent in tree.iter() for child in parent}
            for head in [e for e in tree.iter() if e.tag in self.HEADS]:
                if not wanted("".join(head.itertext())):
                    continue
                top = head
                while parents[top][0] is top and parents[top].tag in (XHTML + "section", XHTML + "header", XHTML + "article"):
                    top = parents[top]
                children = list(parents[top])
                start = children.index(top)
                end = start + 1
                while top is head and end < len(children) and self.HEADS.get(children[end].tag, 9) > self.HEADS[head.tag]:
                    end += 1
                yield parents[top], start, end

    def papers(self, titles):
        return list(self._blocks(lambda text: any(title in letters(text) for title in titles)))

    def sections(self, titles):
        return list(self._blocks(section_kind))

    def dump(self):
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(target, "w") as new:
            for info in old.infolist():
                data = old.read(info)
                if info.filename in self.trees:
                    data = ElementTree.tostring(self.trees[info.filename], "utf-8", xml_declaration=True)
                new.writestr(info, data)
        return target.getvalue()


def open_product(path):
    reader = {".json": JsonProduct, ".md": MarkdownProduct, ".epub": EpubProduct}[pathlib.Path(path).suffix]
    return reader(pathlib.Path(path).read_bytes())


def damage(product, posts, what, seed):
    """Damages the product in place; returns a description, or None when there is nothing to damage."""
    dice = random.Random(seed)
    titles = [item.letters for post in posts for item in post.items if item.role == "title"]
    if what in ("paper", "section", "swap"):
        blocks = product.sections(titles) if what == "section" else product.papers(titles)
        if what == "swap":
            return _swap(blocks, dice)
        if not blocks:
            return None
        container, start, end = dice.choice(blocks)
        del container[start:end]
        return f"{what} at {start} deleted"
    units = [(text, _positions(text), replace) for text, replace in product.units()]
    candidates = [s for post in posts for item in post.items if item.role == "text"
                  for s in sentences(item.raw) if len(letters(s)) >= 15]
    dice.shuffle(candidates)
    for sentence in candidates:
        wanted = letters(sentence)
        for text, (kept, places), replace in units:
            at = kept.find(wanted)
            if at < 0:
                continue
            start, end = places[at], places[at + len(wanted) - 1] + 1
            if what == "duplicate":
                replace(text[:end] + " " + text[start:end] + text[end:])
                return f"repeated: {text[start:end]}"
            pattern = {"sentence": r"(?s).+", "word": r"\S*\w\S*", "digit": r"\d"}[what]
            choices = [m.span() for m in re.compile(pattern).finditer(text, start, end) if letters(m.group())]
            if choices:
                low, high = dice.choice(choices)
                replace(text[:low] + text[high:])
                return f"{what} deleted: {text[low:high]!r} from: {text[start:end]}"
    return None


def _swap(blocks, dice):
    """Swaps two papers that follow each other in one container."""
    pairs = [(a, b) for a, b in zip(blocks, blocks[1:]) if a[0] is b[0] and a[2] == b[1]]
    if not pairs:
        return None
    (container, start, middle), (_, _, end) = dice.choice(pairs)
    container[start:end] = list(container[middle:end]) + list(container[start:middle])
    return f"papers at {start} and {middle} swapped"


def _positions(text):
    places = [i for i, c in enumerate(text) if letters(c)]
    return "".join(text[i] for i in places), places


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", required=True)
    parser.add_argument("--seed", "--seed-deletion", type=int, required=True)
    parser.add_argument("--what", choices=KINDS, default="sentence")
    parser.add_argument("product")
    parser.add_argument("output")
    options = parser.parse_args()
    product = open_product(options.product)
    done = damage(product, read_posts(options.posts), options.what, options.seed)
    if done is None:
        print(f"nothing to damage ({options.what}) in {options.product}", file=sys.stderr)
        return 1
    pathlib.Path(options.output).write_bytes(product.dump())
    print(done)
    return 0


if __name__ == "__main__":
    sys.exit(main())
