"""A tiny reading of a raw post: front matter, lines, and which letters of a line are content.

It is deliberately not a Markdown parser and shares nothing with galpi: a fault in galpi's reading must not
be repeated here. A post becomes a list of items in reading order; what can legitimately be shown or not
(list numbers, HTML tags, reference labels) is `soft`, what may move (footnotes) is `floating`.
"""
import dataclasses
import html
import pathlib
import re

from letters import LABELS, letters, section_kind, url_key


@dataclasses.dataclass
class Item:
    role: str     # title | heading (of a known kind) | label | text | soft | floating
    letters: str  # for heading and label: the canonical kind
    raw: str      # the slice of the source, for messages
    line: int


@dataclasses.dataclass
class Post:
    path: pathlib.Path
    date: str
    title: str
    published: bool
    items: list
    links: list    # (key, url, line)

    @property
    def content(self):
        return "".join(i.letters for i in self.items if i.role in ("title", "text", "floating"))


def place_of(post, item):
    return f"{post.path.name}:{item.line}"


HTML_NAMES = frozenset(
    "a abbr article aside audio b big blockquote br button caption center cite code col colgroup dd del details "
    "dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input ins "
    "kbd label li link main mark nav object ol p picture pre q rp rt ruby s samp script section small source span "
    "strike strong style sub summary sup svg table tbody td tfoot th thead time tr tt u ul var video wbr".split())

_DESTINATION = r"(?:<[^>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)"
_LINK_TITLE = r"(?:\"[^\"]*\"|'[^']*'|\([^)]*\))"
_INLINE = re.compile(rf"""
    (?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
  | (?P<math>\$\$.+?\$\$ | \$(?!\s)(?:(?!\]\()[^$])+?(?<!\s)\$(?!\d))
  | (?P<escape>\\[!-/:-@\[-`{{-~])
  | (?P<drop>\{{:[^}}\n]*\}} | \{{%.*?%\}})
  | (?P<output>\{{\{{.*?\}}\}})
  | (?P<autolink><(?P<auto>https?://[^>\s]+|[\w.+-]+@[\w.-]+)>)
  | (?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]*)[^<>]*>)
  | (?P<destination>\]\(\s*(?P<url>{_DESTINATION})(?:\s+(?P<title>{_LINK_TITLE}))?\s*\))
  | (?P<reference>\]\[[^\]\n]*\] | \[\^[^\]\s]+\])
  | (?P<bare>https?://[^\s<>"'`)\]ㄱ-ㆎ가-힣]+)
""", re.X)


class _Reader:
    def __init__(self):
        self.items, self.links, self.heading_lines = [], [], set()
        self.has_title_lines = False

    def add(self, role, text, line, raw=None):
        value = text if role in ("heading", "label") else letters(text)
        if value:
            self.items.append(Item(role, value, text if raw is None else raw, line))

    def link(self, url, line):
        url = html.unescape(url.strip("<>").replace("\\", ""))
        if re.match(r"https?://", url, re.I):
            self.links.append((url_key(url), url, line))

    def inline(self, text, line, role="text"):
        """Splits one line of prose into content and soft pieces, and notes its links."""
        pending, at = "", 0
        for found in _INLINE.finditer(text):
            before = html.unescape(text[at:found.start()])
            at, kind, all_of_it = found.end(), found.lastgroup, found.group()
            kind = next(k for k in ("code math escape drop output autolink tag destination reference bare").split()
                        if found.group(k))
            pending += before
            if kind in ("code", "math", "escape"):
                pending += all_of_it
            elif kind == "autolink":
                pending += all_of_it
                self.link(found.group("auto"), line)
            elif kind == "bare":
                pending += html.unescape(all_of_it)
                self.link(all_of_it.rstrip(".,;:!?*_~"), line)
            elif kind == "tag" and found.group("name") not in HTML_NAMES:
                pending += all_of_it  # <think>, <Parallel>, Vec<T>: text a reader must see
            elif kind == "destination" and "[" not in text[:found.start()]:
                pending += all_of_it
            else:
                self.add(role, pending, line)
                pending = ""
                if kind == "destination":
                    self.link(found.group("url"), line)
                    self.add("soft", html.unescape(found.group("title") or ""), line)
                elif kind != "drop":
                    self.add("soft", all_of_it, line)
        self.add(role, pending + html.unescape(text[at:]), line)

    def heading(self, text, line):
        self.heading_lines.add(line)
        text = re.sub(r"\s+#+\s*$", "", re.sub(r"\{[:#][^}]*\}\s*$", "", text.strip()))
        number = re.match(r"(\(?\d+[.)]?)(?=\s|\[|$)\s*", text)
        if number:
            self.add("soft", number.group(), line)
            text = text[number.end():]
        kind = section_kind(text)
        if kind:
            self.add("heading", kind, line, text)
        elif re.match(r"\[.*\]\(\s*<?https?://", text, re.S):
            start = len(self.items)
            self.inline(" ".join(text.split()), line)
            pieces = self.items[start:]
            del self.items[start:]
            self.add("title", "".join(p.letters for p in pieces if p.role == "text"), line, text)
        else:
            self.inline(text, line)


_LABEL = re.compile(r"(\s*[-*+]\s+)?[*_]*(?P<word>" + "|".join(LABELS) + r")[*_]*\s*[:：][*_]*", re.I)
_FENCE = re.compile(r"(?P<lead>\s*(?:>\s?)*(?:[-*+]\s+|\d+[.)]\s+)?\s*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+|(?=\[|\d))(?P<text>.*)$")
_FIELD = re.compile(r"\s*(?:[-*+>]\s+)?(?:#+\s*)?(?:\d+[.)]\s*)?[*_]*(?P<name>제목|Title|arXiv)[*_]*\s*[:：][*_]*\s*(?P<value>.+)$", re.I)
_DEFINITION = re.compile(rf" {{0,3}}\[(?P<label>[^\]^]+)\]:\s*(?P<url>{_DESTINATION})(?:\s+(?P<title>{_LINK_TITLE}))?\s*$")
_FOOTNOTE = re.compile(r" {0,3}\[\^(?P<label>[^\]]+)\]:\s*(?P<text>.*)$")
_TITLE_LINE = re.compile(r" {0,3}(?P<bullet>[-*+]\s+)?(?P<bold>\*\*)?(?P<number>\d+[.)]\s+)?(?P<bold2>\*\*)?"
                         r"(?P<link>\[[^\]]+\]\(\s*https?://arxiv\.org/[^\s)]+\))\**\s*$")
_BOLD_SECTION = re.compile(r"\s*\*\*(?P<name>[^*:：]+)\*\*\s*(?P<rest>[:：].*)?$")
_MARKER = re.compile(r"\s*(?:>\s?)*\s*(?:[-*+]\s+)?(?P<number>\d{1,9}[.)]\s+)?(?P<task>\[[ xX]\]\s+)?")


def _closes(lines, start, fence):
    """The index of the line that closes a fence, or None: an unclosed fence hides nothing."""
    for index in range(start + 1, len(lines)):
        stripped = re.sub(r"^\s*(?:>\s?)*\s*", "", lines[index]).rstrip()
        if stripped.startswith(fence) and not stripped.strip(fence[0]):
            return index
    return None


def _after_liquid(body):
    """What Liquid leaves to Markdown, line by line: raw text without its braces (they are no letters), highlighted
    code as fenced code, comments as blank lines."""
    body = re.sub(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", lambda m: "\n" * m.group().count("\n"),
                  body, flags=re.S)
    body = re.sub(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}",
                  lambda m: m.group(1).replace("{", " ").replace("%", " ").replace("}", " "), body, flags=re.S)
    tags = re.compile(r"^([ >]*)\{%-?\s*highlight\s+(\S+)[^\n]*?%\}[ ]*$(.*?)^[ >]*\{%-?\s*endhighlight\s*-?%\}",
                      re.S | re.M)
    return tags.sub(lambda m: f"{m.group(1)}~~~~~~~~ {m.group(2)}{m.group(3)}{m.group(1)}~~~~~~~~", body)


def _without_comments(body):
    """Closed comments outside fences become blank lines of the same count."""
    parts = re.split(r"(^[ >]*(?:`{3,}|~{3,}).*?^[ >]*(?:`{3,}|~{3,})[ \t]*$)", body, flags=re.S | re.M)
    for index in range(0, len(parts), 2):
        parts[index] = re.sub(r"<!--.*?-->", lambda m: "\n" * m.group().count("\n"), parts[index], flags=re.S)
    return "".join(parts)


def read_body(body, first_line=1):
    """Items, links (key, url, line) and the lines that are headings."""
    reader, lines, index, in_math = _Reader(), _without_comments(_after_liquid(body)).split("\n"), 0, False
    fence_end, footnote = -1, False
    while index < len(lines):
        text, line = lines[index], first_line + index
        index += 1
        if index - 1 < fence_end:
            reader.add("text", text, line)
            continue
        if index - 1 == fence_end:
            continue
        fence = _FENCE.match(text)
        if fence and not in_math:
            reader.add("soft", fence.group("info"), line)
            fence_end = _closes(lines, index - 1, fence.group("fence")) or -1
            continue
        if in_math or re.match(r"\s*(?:>\s?)*(?:[-*+]\s+)?\$\$", text) and text.count("$$") % 2:
            if text.count("$$") % 2:
                in_math = not in_math
            reader.add("text", text, line)
            continue
        footnote = bool(_FOOTNOTE.match(text)) or footnote and text.startswith("    ")
        _read_line(reader, lines, index, text, line, footnote)
        index += _joined(lines, index, text)
    return reader.items, reader.links, reader.heading_lines


def _joined(lines, index, text):
    """How many lines after a heading still belong to its link, broken by a newline or a blank line."""
    if _HEADING.match(text) and text.count("[") > text.count("]"):
        for more in range(1, 5):
            if re.search(r"\]\(\s*<?https?://", " ".join(lines[index:index + more])):
                return more
    return 0


def _read_line(reader, lines, index, text, line, footnote):
    heading, field = _HEADING.match(text), _FIELD.match(text)
    definition, title = _DEFINITION.match(text), _TITLE_LINE.match(text)
    section = _BOLD_SECTION.match(text) if reader.has_title_lines else None
    is_listed = title and (title.group("bullet") or title.group("number")) and index < len(lines)
    is_title = title and (title.group("bold") or is_listed and re.match(r"\s{2,}\S", lines[index]))
    if is_title:
        reader.has_title_lines = True
        reader.heading((title.group("number") or "") + title.group("link"), line)
    elif section and section_kind(section.group("name")):
        reader.add("heading", section_kind(section.group("name")), line, text)
        reader.inline(section.group("rest") or "", line)
    elif field and "](" not in field.group("value"):
        reader.add("soft", field.group("name"), line)
        if field.group("name").lower() == "arxiv":
            number = re.search(r"\d{4}\.\d{4,5}", text)
            if number:
                reader.links.append(("arxiv:" + number.group(), text.strip(), line))
            reader.add("soft", field.group("value"), line)
        else:
            reader.add("title", field.group("value"), line)
    elif heading:
        more = _joined(lines, index, text)
        reader.heading(" ".join([heading.group("text")] + lines[index:index + more]), line)
    elif definition:
        reader.add("soft", definition.group("label"), line)
        reader.add("soft", definition.group("url"), line)
        used = re.compile(re.escape("[" + definition.group("label") + "]") + r"(?!:)", re.I)
        for other, text in enumerate(lines):
            if used.search(text) and other != index - 1:  # the link is where it is referred to
                reader.link(definition.group("url"), line - (index - 1) + other)
                break
        reader.add("floating", definition.group("title") or "", line)
    elif footnote:
        note = _FOOTNOTE.match(text)
        reader.add("soft", note.group("label") if note else "", line)
        reader.inline(note.group("text") if note else text, line, "floating")
    elif index < len(lines) and re.match(r" {0,3}(=+|-+)\s*$", lines[index]) and re.match(r" {0,3}[^\s>*+|-]", text):
        reader.heading(text, line)
    else:
        marker, label = _MARKER.match(text), _LABEL.match(text)
        if label:
            reader.add("label", LABELS[letters(label.group("word")).lower()], line, label.group())
            text = text[label.end():]
        elif marker:
            reader.add("soft", marker.group("number") or "", line)
            reader.add("soft", marker.group("task") or "", line)
            text = text[marker.end():]
        reader.inline(text, line)


def split_front_matter(source):
    """(front matter, body, the body's first line number)."""
    block = re.match(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", source, re.S | re.M)
    if not block:
        return "", source, 1
    return block.group(1), source[block.end():], 1 + block.group().count("\n")


def read_source(path):
    return pathlib.Path(path).read_bytes().decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n")


def read_post(path):
    front, body, first_line = split_front_matter(read_source(path))
    fields = dict(re.findall(r"^(title|date|published)[ \t]*:[ \t]*(.*?)[ \t]*$", front, re.M))
    stamp = re.match(r"[\"']?(\d{4}-\d{2}-\d{2})", fields.get("date", ""))
    name = re.match(r"\d{4}-\d{2}-\d{2}", pathlib.Path(path).name)
    date = stamp.group(1) if stamp and "01" <= stamp.group(1)[5:7] <= "12" else name.group() if name else ""
    items, links, _ = read_body(body, first_line)
    return Post(pathlib.Path(path), date, fields.get("title", ""),
                fields.get("published", "").lower() != "false", items, links)


def read_posts(folder, first="", last="9999"):
    """Published posts of a `_posts` folder or a site root, by date, then path."""
    root = pathlib.Path(folder)
    if root.is_file():
        return [read_post(root)]
    if (root / "_posts").is_dir():
        root = root / "_posts"
    paths = [p for p in sorted(root.rglob("*")) if p.suffix in (".md", ".markdown") and p.is_file()]
    posts = [post for post in map(read_post, paths) if post.published and first <= post.date <= last]
    return sorted(posts, key=lambda post: (post.date, str(post.path)))
