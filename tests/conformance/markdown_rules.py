"""A Markdown product as cmark-gfm reads it: what was meant must be what a renderer sees.

The product is parsed by the reference program, and the *parsed* text is given to the oracle: emphasis that does
not close, a tilde that strikes out a range, a tag that swallows a word or an autolink that swallows a particle all
show up as lost letters, foreign nodes or foreign links.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "oracle"))

from compare_flow import compare_flow  # noqa: E402
from letters import letters, slice_of, url_key  # noqa: E402
from products import Flow, markdown_files  # noqa: E402
from raw_post import read_source, split_front_matter  # noqa: E402

COMMAND = ["cmark-gfm", "-t", "xml", "-e", "footnotes", "-e", "table", "-e", "strikethrough", "-e", "autolink", "-e", "tasklist"]
BLOCKS = {"paragraph", "heading", "item", "tasklist", "code_block", "html_block", "table_row", "table_header", "footnote_definition", "unknown"}
# Tags Markdown needs HTML for; any other one is a piece of text that a renderer will not show.
_KNOWN_TAG = re.compile(r"\s*(?:</?(?:br|sub|sup|strong|em|del|a|ruby|rt|rp|span|details|summary|div|img|table|thead|tbody|tr|td|th)\b[^<>]*>|<!--(?s:.*?)-->)\s*")


def available():
    return shutil.which(COMMAND[0]) is not None


def parse(text):
    output = subprocess.run(COMMAND, input=text.encode(), capture_output=True, timeout=120, check=True).stdout
    output = re.sub(rb"<!DOCTYPE[^>]*>", b"", output)
    # cmark-gfm 0.29 has no XML name for footnotes and writes <<unknown>>; in text a < is always &lt;.
    output = output.replace(b"</<unknown>>", b"</unknown>").replace(b"<<unknown>", b"<unknown")
    return ElementTree.fromstring(output)


def _name(node):
    return node.tag.rsplit("}", 1)[-1]


class _Reading:
    def __init__(self):
        self.flow, self.problems, self.destinations, self.struck = Flow(), [], [], []

    def visit(self, node):
        name, text = _name(node), node.text or ""
        if name in BLOCKS:
            self.flow.end_block()
        start = self.flow.length
        if name in ("text", "code", "code_block"):
            self.flow.add(text)
        elif name in ("html_inline", "html_block"):
            if not all(not piece.strip() for piece in _KNOWN_TAG.split(text)):
                self.problems.append(f"parsed as HTML, not shown: {slice_of(text)}")
        elif name in ("link", "image"):
            self.flow.link(node.get("destination") or "")
            self.destinations.append(node.get("destination") or "")
        elif name == "strikethrough":
            self.struck.append(letters("".join(node.itertext())))
        for child in node:
            self.visit(child)
        if name in BLOCKS:
            self.flow.end_block()
        if name == "heading":
            self.flow.headings.append((start, self.flow.length))
        if name in ("paragraph", "heading", "table_cell"):
            self.literal_markup(node)

    def literal_markup(self, node):
        """`**` that stayed text is emphasis that did not close; math keeps its asterisks."""
        shown = "".join((e.text or "") if _name(e) == "text" else "\0" for e in node.iter() if e is not node)
        shown = re.sub(r"\$\$?[^$]+\$\$?", "", shown)
        if "**" in shown:
            self.problems.append(f"literal ** in the text: {slice_of(shown.replace(chr(0), ''))}")


def check_markdown(path, posts=None):
    """Problems of a Markdown file or folder as parsed by cmark-gfm."""
    reading = _Reading()
    for file in markdown_files(path):
        _, body, _ = split_front_matter(read_source(file))
        reading.visit(parse(body))
    problems = reading.problems
    if posts is not None:
        problems += compare_flow(posts, reading.flow)
        source = "\n".join(read_source(post.path) for post in posts)
        problems += [f"struck out: {slice_of(text)}" for text in reading.struck if "~~" not in source]
        known = {key for post in posts for key, _, _ in post.links}
        for destination in reading.destinations:
            if re.match(r"https?:", destination) and url_key(destination) not in known and not url_key(destination).startswith("arxiv:"):
                problems.append(f"a link the posts do not have: {destination}")
            elif re.match(r"\s*(javascript|data|file|vbscript):", destination, re.I):
                problems.append(f"unsafe link: {slice_of(destination)}")
    return problems
