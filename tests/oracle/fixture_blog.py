"""A made-up blog and faithful products of it, for the tests of the oracle.

The blog is data: every block is a pair (Markdown source, plain text). Posts and products are both written from
the data, so no reader of either is involved in making them.
"""
import html
import json
import zipfile

HEADINGS = {"introduction": ("Introduction", "서론"), "method": ("Method", "방법"), "results": ("Results", "결과"),
            "limitations": ("Limitations", "한계"), "conclusion": ("Conclusion", "결론")}
LABELS = {"goal": ("Goal", "목표"), "motivation": ("Motivation", "동기"), "contribution": ("Contribution", "기여")}


def plain(text):
    return (text, text)


def _paper(number, title, arxiv, topic):
    return {"number": number, "title": title, "arxiv": arxiv, "sections": [
        ("introduction", [("goal", plain(f"{topic} 연구의 첫째 목표는 느린 계산을 3배 빠르게 만드는 것이다.")),
                          ("motivation", plain(f"기존의 {topic} 방식은 메모리를 64GB나 쓴다. 그래서 작은 기계에서는 돌지 않는다.")),
                          ("contribution", (f"**{topic}(attention)**을 새로 설계하고 20~40% 줄였다.", f"{topic}(attention)을 새로 설계하고 20~40% 줄였다."))]),
        ("method", [(None, (f"{topic}의 입력을 `<think>` 표시와 함께 두 번 읽는다.  ", f"{topic}의 입력을 <think> 표시와 함께 두 번 읽는다.")),
                    (None, plain(f"그 뒤에 {topic} 조각을 순서대로 합친다. 합친 것은 다시 정렬한다!"))]),
        ("results", [(None, (f"{topic} 시험에서 λ ∝ √d, 정확도 91.5%를 얻었다 (https://example.org/{number}를 보라).",) * 2)]),
        ("limitations", [(None, plain("정보 부족"))]),
        ("conclusion", [(None, plain(f"{topic}에 대한 이 제안은 단순하지만 7개의 과제에서 모두 통했다."))])]}


# What a post says before its first paper; the link is part of it.
PREAMBLE = "{0}의 머리말은 [지난 글](https://example.com/before/{0})에서 이어진다."
PREAMBLE_TEXT = "{0}의 머리말은 지난 글에서 이어진다."
TOPICS = ["주의 집중", "그래프 분할", "소리 합성", "영상 압축", "문장 요약", "로봇 보행"]
POSTS = [{"date": f"2024-05-0{day + 1}", "title": f"읽은 논문 {day + 1}", "papers": [
    _paper(n + 1, f"A Study of {'Widgets Gears Levers'.split()[n]}   in Season {day}", f"2405.0{day}1{n}7", TOPICS[day * 3 + n])
    for n in range(3)]} for day in range(2)]


def source(post):
    out = ["---", f'title: "{post["title"]}"', f"date: {post['date']} 08:00:00", "tags: [made-up]", "---", "",
           "<!-- not content -->", "{% include nothing.html %}", "", PREAMBLE.format(post["date"]), ""]
    for paper in post["papers"]:
        out += [f"# {paper['number']}. [{paper['title']}](https://arxiv.org/abs/{paper['arxiv']})", "",
                f"> [Overview](https://www.example.org/overview/{paper['arxiv']})", ""]
        for kind, blocks in paper["sections"]:
            out.append(f"## {HEADINGS[kind][0]}  ")
            for label, (markdown, _) in blocks:
                out.append(f"- {LABELS[label][0]}: {markdown}" if label else markdown)
            out += ["{: .note}", ""]
    return "\n".join(out)


def write_posts(folder):
    for post in POSTS:
        (folder / f"{post['date']}-made-up.md").write_text(source(post), "utf-8")


def write_json(path):
    at = {"line": 1, "column": 1}
    posts = []
    for post in POSTS:
        papers = [{"number": p["number"], "title": " ".join(p["title"].split()), "system": None,
                   "url": f"https://arxiv.org/abs/{p['arxiv']}", "arxiv": {"id": p["arxiv"], "version": None},
                   "links": [{"text": "Overview", "url": f"https://www.example.org/overview/{p['arxiv']}"}], "at": at,
                   "sections": [{"kind": kind, "heading": HEADINGS[kind][0], "level": 2, "status": "stated", "at": at, "blocks": [
                       {"type": "point" if label else "paragraph", **({"label": label} if label else {}), "text": text, "at": at,
                        "marks": [{"type": "link", "start": 0, "end": 1, "url": f"https://example.org/{p['number']}"}] if "https" in text else [],
                        "children": []} for label, (_, text) in blocks]} for kind, blocks in p["sections"]]}
                  for p in post["papers"]]
        posts.append({"date": post["date"], "time": "08:00:00", "title": post["title"], "tags": [], "categories": [],
                      "source": f"_posts/{post['date']}-made-up.md", "kind": "digest", "papers": papers, "sections": [
                          {"kind": "other", "heading": None, "level": 1, "status": "stated", "at": at, "blocks": [
                              {"type": "paragraph", "text": PREAMBLE_TEXT.format(post["date"]), "at": at, "children": [],
                               "marks": [{"type": "link", "start": 16, "end": 20, "url": f"https://example.com/before/{post['date']}"}]}]}]})
    path.write_text(json.dumps({"galpi": 1, "posts": posts}, ensure_ascii=False), "utf-8")


def write_markdown(path, translated=False):
    out = ["# 읽은 논문", ""]
    for post in POSTS:
        out += [f"## {post['date']} {post['title']}", ""]
        out += [PREAMBLE.format(post["date"]), ""]
        for paper in post["papers"]:
            out += [f"### {paper['number']}. [{paper['title']}](https://arxiv.org/abs/{paper['arxiv']})", "",
                    f"[Overview](https://www.example.org/overview/{paper['arxiv']})", ""]
            for kind, blocks in paper["sections"]:
                out += [f"#### {HEADINGS[kind][1]}", ""]
                for label, (markdown, _) in blocks:
                    if translated:
                        markdown = markdown.replace("다. ", "다. *An English sentence, 42 words long.* ")
                    out += [f"- **{LABELS[label][1]}:** {markdown}" if label else markdown.strip(), ""]
    path.write_text("\n".join(out), "utf-8")


def _chapter(post):
    out = ['<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ko" lang="ko"><head><title>x</title></head><body>',
           f"<section><h1>{post['date']} {post['title']}</h1>"]
    link = f'<a href="https://example.com/before/{post["date"]}">지난 글</a>'
    out.append(f"<p>{PREAMBLE_TEXT.format(post['date']).replace('지난 글', link)}</p>")
    for paper in post["papers"]:
        out.append(f'<section><h2><a href="https://arxiv.org/abs/{paper["arxiv"]}">{html.escape(paper["title"])}</a></h2>'
                   f'<p><a href="https://www.example.org/overview/{paper["arxiv"]}">Overview</a></p>')
        for kind, blocks in paper["sections"]:
            out.append(f"<section><h3>{HEADINGS[kind][1]}</h3>")
            for label, (_, text) in blocks:
                url = f"https://example.org/{paper['number']}"
                body = html.escape(text).replace(url, f'<a href="{url}">{url}</a>').replace("attention", '<span lang="en">attention</span>')
                out.append(f"<p>{f'<b>{LABELS[label][1]}</b> ' if label else ''}{body}</p>")
            out.append("</section>")
        out.append("</section>")
    return "\n".join(out + ["</section></body></html>"])


def write_epub(path, posts=POSTS):
    names = [f"day{index}.xhtml" for index in range(len(posts))]
    items = "".join(f'<item id="d{i}" href="{name}" media-type="application/xhtml+xml"/>' for i, name in enumerate(names))
    refs = "".join(f'<itemref idref="d{i}"/>' for i in range(len(names)))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
                         '<rootfiles><rootfile full-path="OEBPS/a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>')
        archive.writestr("OEBPS/a.opf", f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>{items}</manifest>'
                         f"<spine>{refs}</spine></package>")
        for name, post in zip(names, posts):
            archive.writestr(f"OEBPS/{name}", _chapter(post))
