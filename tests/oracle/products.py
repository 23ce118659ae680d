"""Readers of galpi's products, for the oracle and for the conformance checks.

A JSON product becomes events per post (it is compared exactly); Markdown and EPUB become a `Flow`: the
letters in reading order, with the places of headings and outside links. Nothing of galpi's is used.
"""
import dataclasses
import html
import json
import pathlib
import posixpath
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from urllib.parse import unquote

from letters import letters, url_key
from raw_post import read_body, read_source, split_front_matter

XHTML = "{http://www.w3.org/1999/xhtml}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
OPF = "{http://www.idpf.org/2007/opf}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@dataclasses.dataclass
class Flow:
    """Letters of a whole product in reading order."""
    parts: list = dataclasses.field(default_factory=list)
    length: int = 0
    headings: list = dataclasses.field(default_factory=list)  # (start, end)
    links: list = dataclasses.field(default_factory=list)     # (position, key)
    aside: str = ""  # letters outside the reading order: front matter, navigation

    def add(self, text):
        value = letters(text)
        if value:
            self.parts.append(value)
            self.length += len(value)

    def end_block(self):
        """Keeps the letters of two blocks apart, so that one block's end cannot complete the next one's start."""
        if self.parts and self.parts[-1] != "\n":
            self.parts.append("\n")
            self.length += 1

    def link(self, url):
        if re.match(r"https?://", url, re.I):
            self.links.append((self.length, url_key(url)))

    @property
    def text(self):
        return "".join(self.parts)


# ---- JSON ---------------------------------------------------------------------------------------------------

def json_posts(path):
    """The posts of a `json` file, a folder of them, or a `jsonl` file."""
    path = pathlib.Path(path)
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    posts = []
    for file in files:
        text = file.read_text("utf-8")
        if file.suffix == ".jsonl":
            posts += [json.loads(line)["post"] for line in text.splitlines() if line.strip()]
            continue
        document = json.loads(text)
        posts += document["posts"] if "posts" in document else [document["post"]] if "post" in document else []
    return posts


def _without_references(block):
    """The text of a block without footnote references, whose number is of the exporter's making."""
    text = block.get("text") or ""
    for mark in sorted(block.get("marks", []), key=lambda m: -m["start"]):
        if mark["type"] == "footnote":
            text = text[:mark["start"]] + text[mark["end"]:]
    return text


def json_events(post):
    """(role, value, where) of one JSON post, in reading order; role as in raw_post.Item plus `link`."""
    events = []

    def block(node, where):
        if node.get("label") and node.get("type") == "point":
            events.append(("label", node["label"], where))
        events.append(("text", _without_references(node), where))
        for mark in node.get("marks", []):
            if mark.get("url"):
                events.append(("link", mark["url"], where))
        for child in node.get("children", []):
            block(child, where)

    def section(node, where):
        if node.get("status") == "missing" and not node.get("blocks") and not node.get("heading"):
            return
        events.append(("section", (node["kind"], node.get("heading")), where))
        for child in node.get("blocks", []):
            block(child, f"{where}/{node['kind']}")

    def paper(node):
        where = f"paper {node.get('number')} {node.get('title', '')[:30]!r}"
        events.append(("title", node.get("title") or "", where))
        events.append(("number", node.get("number"), where))
        if node.get("url"):
            events.append(("link", node["url"], where))
        if node.get("arxiv"):
            events.append(("arxiv", node["arxiv"]["id"], where))
        for link in node.get("links", []):
            events.append(("text", link["text"], where))
            events.append(("link", link["url"], where))
        for child in node.get("sections", []):
            section(child, where)

    def place(node):
        at = node.get("at") or {}
        return at.get("line", 0), at.get("column", 0)

    parts = [(place(n), section, (n, "post")) for n in post.get("sections", [])]
    parts += [(place(n), paper, (n,)) for n in post.get("papers", [])]
    for _, read, arguments in sorted(parts, key=lambda part: part[0]):
        read(*arguments)
    return events


# ---- Markdown -----------------------------------------------------------------------------------------------

def markdown_files(path):
    path = pathlib.Path(path)
    return sorted(p for p in path.rglob("*.md")) if path.is_dir() else [path]


def markdown_flow(path):
    flow = Flow()
    for file in markdown_files(path):
        front, body, first_line = split_front_matter(read_source(file))
        flow.aside += letters(front)
        items, links, heading_lines = read_body(body, first_line)
        by_line = {}
        for key, _, line in links:
            by_line.setdefault(line, []).append(key)
        starts, line_before = {}, 0
        for item in items:
            if item.line != line_before:
                flow.end_block()
            line_before = item.line
            flow.links += [(flow.length, key) for key in by_line.pop(item.line, [])]
            start = flow.length
            if item.role == "heading":
                flow.add(item.raw)
            elif item.role in ("title", "text", "floating"):
                flow.parts.append(item.letters)
                flow.length += len(item.letters)
            elif item.role == "label":
                flow.add(item.raw)
            if item.line in heading_lines and flow.length > start:
                starts.setdefault(item.line, [start, start])[1] = flow.length
        flow.links += [(flow.length, key) for keys in by_line.values() for key in keys]
        flow.headings += [tuple(span) for span in sorted(starts.values())]
    return flow


# ---- EPUB ---------------------------------------------------------------------------------------------------

@dataclasses.dataclass
class Package:
    """The parts of an EPUB that the checks need; raises KeyError/ParseError on a broken container."""
    archive: zipfile.ZipFile
    opf_path: str
    opf: ElementTree.Element
    items: dict   # id -> (path, media type, properties)
    spine: list   # paths, in order, with the linear flag

    def document(self, path):
        return ElementTree.fromstring(self.archive.read(path))


def open_epub(path):
    archive = zipfile.ZipFile(path)
    container = ElementTree.fromstring(archive.read("META-INF/container.xml"))
    opf_path = container.find(".//{*}rootfile").get("full-path")
    opf = ElementTree.fromstring(archive.read(opf_path))
    base = posixpath.dirname(opf_path)
    items = {}
    for item in opf.iter(OPF + "item"):
        target = posixpath.normpath(posixpath.join(base, unquote(item.get("href"))))
        items[item.get("id")] = (target, item.get("media-type"), (item.get("properties") or "").split())
    spine = [(items[ref.get("idref")][0], ref.get("linear") != "no") for ref in opf.iter(OPF + "itemref")]
    return Package(archive, opf_path, opf, items, spine)


_SKIPPED = {XHTML + name for name in ("head", "script", "style", "nav", "rt", "rp", "template")}
_HEADINGS = {XHTML + f"h{level}" for level in range(1, 7)}

def _drop_captioned_alternatives(figure):
    """An alternative text that is also the caption is read by one or the other, not twice."""
    caption = letters("".join("".join(c.itertext()) for c in figure.iter(XHTML + "figcaption")))
    for image in figure.iter(XHTML + "img"):
        if letters(image.get("alt") or "") in caption:
            image.attrib.pop("alt", None)


# A table row is one line of the post, so its cells are not kept apart.
_BLOCKS = {XHTML + name for name in "p li tr dt dd pre div section article aside blockquote figure figcaption table".split()} | _HEADINGS


def _walk(element, flow):
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return
    if element.tag in _BLOCKS:
        flow.end_block()
    start = flow.length
    if element.tag == MATHML + "math":
        annotation = element.find(f".//{MATHML}annotation")
        source = element.get("alttext") or (annotation.text if annotation is not None else None)
        flow.add(source if source else "".join(element.itertext()))
        return
    if element.tag == XHTML + "figure":
        _drop_captioned_alternatives(element)
    if element.tag == XHTML + "img":
        flow.add(element.get("alt") or "")
    if element.tag == XHTML + "a":
        flow.link(element.get("href") or "")
    flow.add(element.text or "")
    for child in element:
        _walk(child, flow)
        flow.add(child.tail or "")
    if element.tag in _HEADINGS:
        flow.headings.append((start, flow.length))
    if element.tag in _BLOCKS:
        flow.end_block()


def epub_flow(path):
    package, flow = open_epub(path), Flow()
    for document, _ in package.spine:
        _walk(package.document(document), flow)
    navigation = [path for path, _, properties in package.items.values() if "nav" in properties]
    flow.aside = "".join(letters("".join(package.document(path).itertext())) for path in navigation)
    flow.headings.sort()
    return flow


def html_text(fragment):
    """Text of a piece of HTML without its tags, for the Markdown checks."""
    return html.unescape(re.sub(r"<[^>]*>", "", fragment))
