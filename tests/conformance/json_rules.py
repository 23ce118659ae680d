"""The shape of the JSON model, checked against docs/model.schema.json and, by itself, against the contract."""
import json
import pathlib
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "oracle"))

POST = {"date", "time", "title", "tags", "categories", "source", "kind", "papers", "sections"}
PAPER = {"number", "title", "system", "url", "arxiv", "links", "at", "sections"}
SECTION = {"kind", "heading", "level", "status", "blocks", "at"}
BLOCK = {"type", "text", "marks", "children", "at"}
BLOCK_TYPES = set("paragraph point list item quote table row cell code math image html rule".split())
KINDS = set("introduction method results limitations conclusion other".split())
STATUSES = {"stated", "not_stated", "truncated", "missing"}
CONTAINERS = {"list", "quote", "table", "row"}


class Shape:
    def __init__(self):
        self.problems = []

    def need(self, condition, where, message):
        if not condition:
            self.problems.append(f"{where}: {message}")
        return condition

    def keys(self, node, required, where, optional=()):
        if not self.need(isinstance(node, dict), where, "is not an object"):
            return False
        self.need(required <= set(node), where, f"lacks {sorted(required - set(node))}")
        self.need(set(node) <= required | set(optional), where, f"has unknown {sorted(set(node) - required - set(optional))}")
        return required <= set(node)

    def text(self, value, where, optional=False):
        if value is None and optional:
            return
        if self.need(isinstance(value, str), where, f"is not text: {value!r}"):
            self.need(unicodedata.is_normalized("NFC", value), where, "is not NFC")
            self.need(not any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in value), where, "has control characters")

    def at(self, node, where):
        if self.keys(node, {"line", "column"}, where):
            self.need(node["line"] >= 1 and node["column"] >= 1, where, f"is not 1-based: {node}")

    def post(self, node):
        where = str(node.get("source") if isinstance(node, dict) else node)[:60]
        if not self.keys(node, POST, where):
            return
        for name in ("date", "title", "source"):
            self.text(node[name], f"{where} {name}")
        self.need(not node["source"].startswith("/") and ".." not in node["source"].split("/"), where, "source leaves the site root")
        self.need(node["kind"] in ("digest", "review", "empty"), where, f"kind {node['kind']!r}")
        self.need((node["kind"] == "digest") == bool(node["papers"]), where, f"kind {node['kind']} with {len(node['papers'])} papers")
        for index, paper in enumerate(node["papers"]):
            self.paper(paper, f"{where} paper {index + 1}")
        for section in node["sections"]:
            self.section(section, where)

    def paper(self, node, where):
        if not self.keys(node, PAPER, where):
            return
        for name in ("title", "system", "url"):
            self.text(node[name], f"{where} {name}", optional=name != "title")
        self.need("  " not in node["title"] and node["title"].strip() == node["title"], where, "title has runs of spaces")
        if node["arxiv"] is not None and self.keys(node["arxiv"], {"id", "version"}, where):
            self.need("v" not in node["arxiv"]["id"].rsplit("/", 1)[-1], where, "arXiv id has a version")
        for link in node["links"]:
            self.keys(link, {"text", "url"}, f"{where} link")
        self.at(node["at"], where)
        for section in node["sections"]:
            self.section(section, where)

    def section(self, node, where):
        if not self.keys(node, SECTION, where):
            return
        where = f"{where} {node['kind']}"
        self.need(node["kind"] in KINDS, where, f"kind {node['kind']!r}")
        self.need(node["status"] in STATUSES, where, f"status {node['status']!r}")
        self.text(node["heading"], where, optional=True)
        if node["status"] != "missing":
            self.at(node["at"], where)
        for block in node["blocks"]:
            self.block(block, where, 0)

    def block(self, node, where, depth):
        if depth > 64 or not self.keys(node, BLOCK, where, {"label"}):
            return
        where = f"{where} {node['type']}"
        self.need(node["type"] in BLOCK_TYPES, where, "unknown type")
        self.text(node["text"], where)
        self.need(not (node["type"] in CONTAINERS and node["text"]), where, "a container with text of its own")
        self.need(node["type"] != "point" or "label" in node, where, "a point without the key label")
        for mark in node["marks"]:
            if self.keys(mark, {"type", "start", "end"}, f"{where} mark", {"url"}):
                self.need(0 <= mark["start"] <= mark["end"] <= len(node["text"]), where, f"mark outside the text: {mark}")
                url = mark.get("url", "").lstrip().lower()
                self.need(not url.startswith(("javascript:", "data:", "file:", "vbscript:")), where, f"unsafe url {url[:30]}")
        order = [(m["start"], -m["end"]) for m in node["marks"]]
        self.need(order == sorted(order), where, "marks are not sorted")
        self.at(node["at"], where)
        for child in node["children"]:
            self.block(child, where, depth + 1)


def check_shape(document):
    shape = Shape()
    if shape.keys(document, {"galpi", "posts"}, "document"):
        shape.need(document["galpi"] == 1, "document", "galpi is not 1")
        for post in document["posts"]:
            shape.post(post)
    return shape.problems


def check_schema(document, schema_path):
    """Problems found by the published schema; None when there is no validator or no schema."""
    try:
        import jsonschema
    except ImportError:
        return None
    if not pathlib.Path(schema_path).is_file():
        return None
    schema = json.loads(pathlib.Path(schema_path).read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message[:160]
            for error in validator(schema).iter_errors(document)]
