"""A small correct EPUB, made here, and a way to break it: every rule is shown one book that violates it."""
import io
import zipfile

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" xml:lang="ko-KR">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book">urn:uuid:00000000-0000-5000-8000-000000000001</dc:identifier>
<dc:title>시험 책</dc:title><dc:language>ko-KR</dc:language><dc:language>en</dc:language><dc:date>2024-05-01</dc:date>
<meta property="dcterms:modified">2024-05-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta><meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityHazard">none</meta><meta property="schema:accessibilitySummary">글로만 된 책이다.</meta>
</metadata>
<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
<item id="d1" href="day-2024-05-01.xhtml" media-type="application/xhtml+xml"/>
<item id="d2" href="day-2024-05-02.xhtml" media-type="application/xhtml+xml"/>
<item id="g" href="glossary.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine toc="ncx"><itemref idref="d1"/><itemref idref="d2"/><itemref idref="g"/></spine></package>
"""
NCX = """<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><head>
<meta name="dtb:uid" content="urn:uuid:00000000-0000-5000-8000-000000000001"/></head>
<docTitle><text>시험 책</text></docTitle><navMap>
<navPoint id="n1" playOrder="1"><navLabel><text>첫날</text></navLabel><content src="day-2024-05-01.xhtml"/></navPoint>
<navPoint id="n2" playOrder="2"><navLabel><text>이튿날</text></navLabel><content src="day-2024-05-02.xhtml"/></navPoint>
</navMap></ncx>
"""


def page(title, body):
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="ko" xml:lang="ko">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>{body}</body></html>
"""


NAV = page("차례", """<nav epub:type="toc" role="doc-toc" aria-label="차례"><h1>차례</h1><ol>
<li><a href="day-2024-05-01.xhtml">첫날</a><ol>
<li><a href="day-2024-05-01.xhtml#p1" lang="en" xml:lang="en">Widgets at Rest</a></li>
<li><a href="day-2024-05-01.xhtml#p2" lang="en" xml:lang="en">Gears in Motion</a></li></ol></li>
<li><a href="day-2024-05-02.xhtml">이튿날</a><ol>
<li><a href="day-2024-05-02.xhtml#p3" lang="en" xml:lang="en">Levers Considered</a></li></ol></li>
<li><a href="glossary.xhtml">용어</a></li></ol></nav>""")
DAY_1 = page("첫날", """<section epub:type="chapter" role="doc-chapter"><h1>첫날</h1>
<h2 id="p1" lang="en" xml:lang="en">Widgets at Rest</h2><p id="use">이 글은 <a epub:type="glossref" role="doc-glossref" href="glossary.xhtml#t1">주의</a>를
다룬다 (<span lang="en" xml:lang="en">attention</span>).</p>
<h2 id="p2" lang="en" xml:lang="en">Gears in Motion</h2><p>값은 A이고 <code>len(x)</code>이다 &amp; 끝.</p></section>""")
DAY_2 = page("이튿날", """<section epub:type="chapter" role="doc-chapter"><h1>이튿날</h1>
<h2 id="p3" lang="en" xml:lang="en">Levers Considered</h2><p>정보 부족</p></section>""")
GLOSSARY = page("용어", """<section epub:type="glossary" role="doc-glossary"><h1>용어</h1><dl>
<dt id="t1"><dfn>주의</dfn> <span lang="en" xml:lang="en">attention</span></dt><dd>뜻풀이. <a href="day-2024-05-01.xhtml#use">1</a></dd></dl></section>""")

MEMBERS = {
    "EPUB/book.css": ":lang(ko) { word-break: keep-all }\n", "EPUB/day-2024-05-01.xhtml": DAY_1,
    "EPUB/day-2024-05-02.xhtml": DAY_2, "EPUB/glossary.xhtml": GLOSSARY, "EPUB/nav.xhtml": NAV,
    "EPUB/package.opf": PACKAGE, "EPUB/toc.ncx": NCX, "META-INF/container.xml": CONTAINER,
}
POSTS = {"2024-05-01-a.md": "# 1. [Widgets at Rest](https://arxiv.org/abs/2405.00001)\n\n# 2. [Gears in Motion](https://arxiv.org/abs/2405.00002)\n",
         "2024-05-02-b.md": "# 1. [Levers Considered](https://arxiv.org/abs/2405.00003)\n"}


def book(changes=(), members=MEMBERS, order=sorted, dates=None, compress_mimetype=False, extra=b""):
    """The bytes of the book with each (member, old, new) of `changes` applied; `old` must be there."""
    members = dict(members)
    for name, old, new in changes:
        assert old in members[name], (name, old)
        members[name] = members[name].replace(old, new, 1)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, name in enumerate(["mimetype", *order(members)]):
            info = zipfile.ZipInfo(name, (dates or {}).get(name, (1980, 1, 1, 0, 0, 0)))
            info.compress_type = zipfile.ZIP_DEFLATED if index or compress_mimetype else zipfile.ZIP_STORED
            info.extra = extra if index == 0 else b""
            archive.writestr(info, members.get(name, "application/epub+zip"))
    return target.getvalue()
