#!/usr/bin/env python3
"""The rules an EPUB of ours keeps beyond what EPUBCheck asks: `epub_rules.py BOOK.epub [POSTS [MONTH]]`.

Each rule is one function from the opened book to a list of problems; `RULES` names them. With the posts given,
the navigation is also compared with the papers that were written. Exit 1 on any problem.
"""
import pathlib
import posixpath
import re
import struct
import sys
from urllib.parse import unquote, urlsplit

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "oracle"))

from letters import letters, slice_of  # noqa: E402
from products import EPUB_TYPE, MATHML, XHTML, open_epub  # noqa: E402

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
XML_SUFFIXES = (".xhtml", ".html", ".opf", ".ncx", ".xml", ".svg")


class Book:
    def __init__(self, path, posts=None):
        self.path, self.posts = path, posts
        self.package = open_epub(path)
        self.archive = self.package.archive
        self.trees = {path: self.package.document(path) for path, media, _ in self.package.items.values()
                      if media == "application/xhtml+xml"}
        self.nav_path = next((p for p, _, properties in self.package.items.values() if "nav" in properties), None)
        self.ids = {path: {e.get("id") for e in tree.iter() if e.get("id")} for path, tree in self.trees.items()}

    def target(self, path, href):
        """(member, fragment) an internal link leads to."""
        parts = urlsplit(href)
        member = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        return member, unquote(parts.fragment)

    def resolves(self, path, href):
        member, fragment = self.target(path, href)
        return member in self.archive.namelist() and (not fragment or fragment in self.ids.get(member, ()))


def types_of(element):
    return ((element.get(EPUB_TYPE) or "") + " " + (element.get("role") or "").replace("doc-", "")).split()


def container(book):
    """mimetype first, stored, bare; sorted ASCII names; one fixed date; no extra fields or data descriptors."""
    problems, entries = [], book.archive.infolist()
    names = [entry.filename for entry in entries]
    if names[:1] != ["mimetype"] or book.archive.read("mimetype") != b"application/epub+zip":
        problems.append("mimetype is not the first entry or has other content")
    elif entries[0].compress_type != 0:
        problems.append("mimetype is compressed")
    if len(set(names)) != len(names):
        problems.append("entry names are not unique")
    ours = [name for name in names[1:] if not name.startswith("META-INF/")]  # which by custom comes second
    unsorted = [f"{b} after {a}" for a, b in zip(ours, ours[1:]) if b < a]
    if unsorted:
        problems.append(f"entry names are not sorted: {', '.join(unsorted[:3])}")
    problems += [f"entry name is not plain ASCII: {name!r}" for name in names
                 if not re.fullmatch(r"[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*", name) or ".." in name]
    if len({entry.date_time for entry in entries}) > 1:
        problems.append("entries have different dates")
    data = pathlib.Path(book.path).read_bytes() if not hasattr(book.path, "getvalue") else book.path.getvalue()
    for entry in entries:
        extra = struct.unpack_from("<H", data, entry.header_offset + 28)[0]
        if extra or entry.extra:
            problems.append(f"extra field at {entry.filename}")
        if entry.flag_bits & 8:
            problems.append(f"data descriptor at {entry.filename}")
    return problems


def entities_and_comments(book):
    """Only the five XML entities and character references; no `--` in a comment or before its end."""
    problems = []
    for name in book.archive.namelist():
        if not name.endswith(XML_SUFFIXES):
            continue
        text = book.archive.read(name).decode("utf-8", "replace")
        for found in re.finditer(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)\S{0,12}", text):
            problems.append(f"{name}: entity {found.group()!r}")
        for comment in re.findall(r"<!--(.*?)-->", text, re.S):
            if "--" in comment or comment.endswith("-"):
                problems.append(f"{name}: -- in a comment")
        if "<!ENTITY" in text:
            problems.append(f"{name}: declares an entity")
    return problems


_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_LOADS = {"src", "srcset", "poster", "data", "background", XLINK_HREF}
_ACTIVE = {"script", "iframe", "object", "embed", "form", "input", "button", "base", "meta-refresh", "audio", "video"}


def nothing_active_or_remote(book):
    """No scripts, handlers, unsafe schemes; nothing is loaded from outside (links for readers are fine)."""
    problems = []
    trees = dict(book.trees)
    for path, media, _ in book.package.items.values():
        if media == "image/svg+xml":
            trees[path] = book.package.document(path)
        if media == "text/css":
            css = book.archive.read(path).decode("utf-8", "replace")
            if re.search(r"@import|url\(\s*['\"]?\s*(?:[a-z]+:|//)|expression\(|javascript:", css, re.I):
                problems.append(f"{path}: style sheet loads something from outside")
    for path, tree in trees.items():
        for element in tree.iter():
            name = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
            if name.lower() in _ACTIVE:
                problems.append(f"{path}: <{name}>")
            for attribute, value in element.attrib.items():
                key = attribute if attribute == XLINK_HREF else attribute.rsplit("}", 1)[-1]
                scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", value))
                if key.lower().startswith("on"):
                    problems.append(f"{path}: handler {key} on <{name}>")
                elif key in _LOADS and (scheme or value.startswith("//")):
                    problems.append(f"{path}: <{name}> loads {slice_of(value, 40)}")
                elif key == "href" and name == "link" and (scheme or value.startswith("//")):
                    problems.append(f"{path}: <link> loads {slice_of(value, 40)}")
                elif key == "href" and scheme and scheme.group(1).lower() not in ("http", "https", "mailto"):
                    problems.append(f"{path}: link with scheme {scheme.group(1)}")
    return problems


def ids_and_links(book):
    """Ids are ASCII and unique; every internal link resolves."""
    problems = []
    for path, tree in book.trees.items():
        ids = [e.get("id") for e in tree.iter() if e.get("id")]
        problems += [f"{path}: id {i!r}" for i in ids if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", i)]
        problems += [f"{path}: id {i!r} twice" for i in {i for i in ids if ids.count(i) > 1}]
        for anchor in tree.iter(XHTML + "a"):
            href = anchor.get("href")
            if href and not _SCHEME.match(href) and not book.resolves(path, href):
                problems.append(f"{path}: link leads nowhere: {href}")
    return problems


_UNSPOKEN = {XHTML + name for name in "head script style code pre kbd samp".split()} | {MATHML + "math"}
_LATIN = re.compile(r"[A-Za-z]{2,}")


def latin_is_english(book):
    """Every run of two or more Latin letters has `en` as its nearest language; lang and xml:lang agree."""
    problems = []

    def visit(element, language, path):
        if not isinstance(element.tag, str):
            return
        plain, xml = element.get("lang"), element.get(XML_LANG)
        if plain != xml:
            problems.append(f"{path}: lang={plain} xml:lang={xml} on <{element.tag.rsplit('}', 1)[-1]}>")
        language = xml or plain or language
        if element.tag in _UNSPOKEN:
            return
        heard(element.text, language, path)
        for child in element:
            visit(child, language, path)
            heard(child.tail, language, path)

    def heard(text, language, path):
        run = _LATIN.search(text or "")
        if run and not language.lower().startswith("en"):
            problems.append(f"{path}: {run.group()!r} is lang {language or 'none'} in: {slice_of(text)}")

    for path, tree in book.trees.items():
        visit(tree, "", path)
    return problems


def _entries(ordered_list):
    """(label, href, nested <ol>) of a nav list."""
    for item in ordered_list.findall(XHTML + "li"):
        anchor = item.find(XHTML + "a")
        label = anchor if anchor is not None else item.find(XHTML + "span")
        yield "".join(label.itertext()) if label is not None else "", (anchor.get("href") if anchor is not None else None), item.find(XHTML + "ol")


def navigation(book):
    """The toc has the days and below them the papers, all of them, in the order of the spine."""
    if book.nav_path is None:
        return ["there is no navigation document"]
    nav = next((n for n in book.trees[book.nav_path].iter(XHTML + "nav") if "toc" in types_of(n)), None)
    if nav is None or nav.find(XHTML + "ol") is None:
        return ["there is no toc nav with a list"]
    problems, hrefs, days, papers = [], [], 0, []
    for label, href, nested in _entries(nav.find(XHTML + "ol")):
        hrefs += [href] if href else []
        if nested is not None:
            days += 1
            for paper, target, deeper in _entries(nested):
                papers.append(letters(paper))
                hrefs += [target] if target else []
                if deeper is not None:
                    problems.append(f"a third level below {slice_of(paper, 40)!r}: Kindle shows two")
    order = {path: index for index, (path, _) in enumerate(book.package.spine)}
    places = []
    for href in hrefs:
        member, fragment = book.target(book.nav_path, href)
        if not book.resolves(book.nav_path, href) or member not in order:
            problems.append(f"toc entry leads outside the spine: {href}")
            continue
        ids = [e.get("id") for e in book.trees[member].iter()]
        places.append((order[member], ids.index(fragment) if fragment else -1))
    if places != sorted(places):
        problems.append("toc order is not reading order")
    if book.posts is not None:
        problems += _against_posts(book.posts, days, papers)
    return problems


def _against_posts(posts, days, papers):
    titles = [[i.letters for i in post.items if i.role == "title"] for post in posts]
    wanted_days, wanted = sum(bool(t) for t in titles), [t for day in titles for t in day]
    problems = []
    if days < wanted_days:
        problems.append(f"toc has {days} days with papers, the posts {wanted_days}")
    if all(titles) and len(papers) != len(wanted):
        problems.append(f"toc has {len(papers)} papers, the posts {len(wanted)}")
    rest = iter(papers)
    problems += [f"toc lacks or misplaces: {slice_of(t)}" for t in wanted if not any(t in label for label in rest)][:5]
    return problems


def glossary(book):
    """Every reference resolves into the glossary; every entry leads back to where the term is used."""
    problems, entries = [], {}
    for path, tree in book.trees.items():
        for section in (e for e in tree.iter() if "glossary" in types_of(e)):
            for term in section.iter(XHTML + "dt"):
                entries[(path, id(term))] = (path, term, section)
        for anchor in tree.iter(XHTML + "a"):
            if "glossref" in types_of(anchor):
                href = anchor.get("href") or ""
                if not href or not book.resolves(path, href) or "#" not in href:
                    problems.append(f"{path}: glossref leads nowhere: {href!r}")
                elif list(anchor) and "noteref" in types_of(anchor):
                    problems.append(f"{path}: an element inside a note link: {href!r}")
    for path, term, section in entries.values():
        parent = next(p for p in section.iter() if term in list(p))
        siblings = list(parent)
        after = siblings[siblings.index(term) + 1:]
        stop = next((i for i, e in enumerate(after) if e.tag == XHTML + "dt"), len(after))
        links = [a for e in [term] + after[:stop] for a in e.iter(XHTML + "a")]
        back = [a for a in links if book.target(path, a.get("href") or "")[0] in
                {p for p, _ in book.package.spine} - {path}]
        if not back:
            problems.append(f"{path}: entry without a back-link: {slice_of(''.join(term.itertext()), 40)}")
    return problems


def package(book):
    """Language, date and accessibility metadata of the package."""
    opf, problems = book.package.opf, []
    if not (opf.get(XML_LANG) or "").startswith("ko"):
        problems.append(f"package xml:lang is {opf.get(XML_LANG)!r}")
    languages = [e.text for e in opf.iter(DC + "language")]
    if not languages or not (languages[0] or "").startswith("ko"):
        problems.append(f"first dc:language is {languages[:1]}")
    for name in ("title", "identifier", "date"):
        if not any((e.text or "").strip() for e in opf.iter(DC + name)):
            problems.append(f"dc:{name} is missing or empty")
    meta = {e.get("property") for e in opf.iter() if e.get("property")}
    for name in ("dcterms:modified", "schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature",
                 "schema:accessibilityHazard", "schema:accessibilitySummary"):
        if name not in meta:
            problems.append(f"meta {name} is missing")
    if not any(path.endswith(".ncx") for path, _, _ in book.package.items.values()):
        problems.append("no NCX for old readers")
    return problems


RULES = (container, entities_and_comments, nothing_active_or_remote, ids_and_links, latin_is_english, navigation,
         glossary, package)


def check_epub(path, posts=None):
    """{rule name: [problems]}; a book that cannot be opened fails every rule."""
    try:
        book = Book(path, posts)
    except Exception as fault:  # noqa: BLE001 - any fault of the file is the verdict
        return {"opens": [f"cannot be read: {type(fault).__name__}: {fault}"]}
    return {rule.__name__: rule(book) for rule in RULES}


def main(arguments):
    from raw_post import read_posts
    month = arguments[2] if len(arguments) > 2 else ""
    posts = read_posts(arguments[1], month, month + "-99" if month else "9999") if len(arguments) > 1 else None
    failed = False
    for rule, problems in check_epub(arguments[0], posts).items():
        print(f"{'FAIL' if problems else 'ok  '} {rule}: {len(problems)} problems")
        for problem in problems[:10]:
            print("     " + problem)
        failed |= bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
