"""The exact comparison of the oracle, for JSON.

The letters of a post, cut at its titles, known section headings and labels, must be the letters of its JSON:
no more, no fewer, in the same order.
"""
import collections
import difflib

from letters import letters, section_kind, slice_of, url_key
from products import json_events
from raw_post import place_of


def _expected_segments(post):
    """[(key, head item, [content items])]; the first segment has no head."""
    segments = [(("start", ""), None, [])]
    for item in post.items:
        if item.role in ("title", "heading", "label"):
            segments.append(((item.role, item.letters), item, []))
        else:
            segments[-1][2].append(item)
    return segments


def _actual_segments(post, events):
    """The same cuts made in the JSON: [(key, where, letters)]. A title or heading the post does not have as
    such is ordinary text: it must be found in the post, or it shows up as unexpected text."""
    titles = {item.letters for item in post.items if item.role == "title"}
    segments = [[("start", ""), "post", ""]]
    for role, value, where in events:
        if role == "title" and letters(value) in titles:
            segments.append([("title", letters(value)), where, ""])
        elif role == "label":
            segments.append([("label", value), where, ""])
        elif role == "section" and (value[1] is None and value[0] != "other" or section_kind(value[1] or "")):
            segments.append([("heading", value[0]), where, ""])
        elif role in ("title", "text", "section"):
            text = value[1] if role == "section" else value
            segments[-1][2] += letters(text or "")
    return segments


def _labels_by_heading(segments):
    """For each title and heading in order, the labels that follow it before the next one."""
    runs = [[]]
    for role, name in (segment[0] for segment in segments):
        if role == "label":
            runs[-1].append(name)
        else:
            runs.append([])
    return runs


def _without_labels_by_order(expected, actual):
    """Three points that the author did not label may be labelled by their order, and only in that order:
    such labels are no content, so their text joins the segment before them."""
    raw, made = _labels_by_heading(expected), _labels_by_heading(actual)
    if len(raw) != len(made):
        return actual  # headings differ; that is reported on its own
    by_order = {index for index, (before, after) in enumerate(zip(raw, made))
                if not before and after == ["goal", "motivation", "contribution"]}
    kept, run = [], 0
    for segment in actual:
        if segment[0][0] != "label":
            run += 1
        elif run in by_order:
            kept[-1][2] += segment[2]
            continue
        kept.append(segment)
    return kept


def _walk(post, items, actual, where, problems):
    """Compares the items of one segment with its letters; returns the unexpected letters."""
    position, extras = 0, []
    content = [item for item in items if item.role in ("text", "floating")]
    for index, item in enumerate(items):
        if item.role == "soft":
            following = next((i.letters for i in items[index + 1:] if i.role == "text"), "")
            skip = following and actual.startswith(following, position)
            if not skip and actual.startswith(item.letters, position):
                position += len(item.letters)
            continue
        if actual.startswith(item.letters, position):
            position += len(item.letters)
            continue
        found = actual.find(item.letters, position)
        if item.role == "floating":
            extras.append(item)  # looked up later among what is left over in the whole post
        elif found >= 0:
            extras.append((where, actual[position:found]))
            position = found + len(item.letters)
        else:
            problems.append(_missing(post, item, actual[position:]))
            # The damaged remains are taken as consumed up to the next piece that is intact.
            rest = [i.letters for i in content if i.line > item.line]
            ends = [p for p in (actual.find(r, position) for r in rest[:1]) if p >= 0]
            position = min(ends, default=len(actual))
    if position < len(actual):
        extras.append((where, actual[position:]))
    return extras


def _missing(post, item, remains):
    """Says which letters of an item are missing, judging by the best alignment with what is there."""
    matcher = difflib.SequenceMatcher(None, item.letters, remains[: 2 * len(item.letters)], autojunk=False)
    lost = [item.letters[a:b] for op, a, b, _, _ in matcher.get_opcodes() if op in ("delete", "replace")]
    detail = ", ".join(repr(slice_of(part, 30)) for part in lost[:3]) or "order or added letters"
    return f"{place_of(post, item)}: missing {detail} in: {slice_of(item.raw)}"


def _segments_problems(post, expected, actual):
    problems, extras = [], []
    matcher = difflib.SequenceMatcher(None, [s[0] for s in expected], [s[0] for s in actual], autojunk=False)
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            for (_, _, items), (_, where, text) in zip(expected[a:b], actual[c:d]):
                extras += _walk(post, items, text, where, problems)
            continue
        for (role, name), head, items in expected[a:b]:
            problems.append(f"{place_of(post, head)}: {role} is missing or out of place: {slice_of(head.raw or name)}")
            problems += [f"{place_of(post, i)}: missing with it: {slice_of(i.raw)}" for i in items if i.role == "text"]
        for (role, name), where, text in actual[c:d]:
            problems.append(f"{post.path.name}: unexpected {role} {slice_of(name, 40)!r} in {where}")
            extras.append((where, text))
    loose = [e for e in extras if isinstance(e, tuple)]
    for item in (e for e in extras if not isinstance(e, tuple)):
        for index, (where, text) in enumerate(loose):
            if item.letters in text:
                loose[index] = (where, text.replace(item.letters, "", 1))
                break
        else:
            problems.append(f"{place_of(post, item)}: missing (footnote or link title): {slice_of(item.raw)}")
    # What is left may still be soft letters that moved together with a footnote.
    soft = collections.Counter(c for i in post.items if i.role == "soft" for c in i.letters)
    for where, text in loose:
        beyond = collections.Counter(text) - soft
        if beyond:
            problems.append(f"{post.path.name}: not in the post or repeated, {where}: {slice_of(text)}")
    return problems


def _numbers(post):
    """The number written before each title, or None."""
    return [int(before.letters) if before.role == "soft" and before.line == item.line and before.letters.isdecimal() else None
            for before, item in zip(post.items[:1] + post.items, post.items) if item.role == "title"]


def _order_problems(name, node):
    """Papers, and the sections of each list, stand in the order of their places in the source."""
    lists = [node.get("papers", []), node.get("sections", [])] + [p.get("sections", []) for p in node.get("papers", [])]
    for items in lists:
        places = [(item["at"]["line"], item["at"]["column"]) for item in items if item.get("at")]
        if places != sorted(places):
            yield f"{name}: out of order: lines {[line for line, _ in places]}"


def compare_json(posts, json_posts):
    problems, by_name = [], {}
    for node in json_posts:
        name = (node.get("source") or "").rsplit("/", 1)[-1]
        if name in by_name:
            problems.append(f"{name}: the post is there twice")
        by_name[name] = node
    for post in posts:
        node = by_name.pop(post.path.name, None)
        if node is None:
            problems.append(f"{post.path.name}:1: the whole post is missing")
            continue
        problems += _order_problems(post.path.name, node)
        events = json_events(node)
        if node.get("date") != post.date:
            problems.append(f"{post.path.name}:1: date {node.get('date')} instead of {post.date}")
        if post.title and letters(node.get("title") or "") != letters(post.title):
            problems.append(f"{post.path.name}:1: title {node.get('title')!r} instead of {post.title}")
        expected = _expected_segments(post)
        actual = _without_labels_by_order(expected, _actual_segments(post, events))
        problems += _segments_problems(post, expected, actual)
        urls = {url_key(value) for role, value, _ in events if role == "link"}
        ids = {"arxiv:" + value.lower() for role, value, _ in events if role == "arxiv"}
        for key, url, line in post.links:
            if key not in urls and key not in ids:
                problems.append(f"{post.path.name}:{line}: link is missing: {url}")
        numbers = [value for role, value, _ in events if role == "number"]
        if numbers != _numbers(post) and len(numbers) == len(_numbers(post)):
            problems.append(f"{post.path.name}:1: paper numbers {numbers} instead of {_numbers(post)}")
        title_lines = {item.line for item in post.items if item.role == "title"}
        for key, url, line in post.links:
            if key.startswith("arxiv:") and line in title_lines and key not in ids:
                problems.append(f"{post.path.name}:{line}: arXiv id is missing: {url}")
    problems += [f"{name}: a post that is not among the sources" for name in by_name]
    return problems
