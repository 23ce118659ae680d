"""The comparison of the oracle for books (Markdown, EPUB).

Books add things of their own (navigation, glossary, dates) and may localise section headings and labels. So
every piece of a post must be found in its own paper, in order; papers must follow each other as in the posts;
and no sentence may occur more often than it was written.
"""
import collections

from letters import letters, section_kind, sentences, slice_of
from raw_post import place_of

LONG = 12       # letters from which a piece is distinctive enough to anchor a search
DISTINCT = 15   # letters from which a repeated piece counts as duplicated content
NEAR = 400      # how far a short sentence may stand from the sentence before it


class Region:
    """A paper (or what stands before the first one): its title and everything up to the next title."""

    def __init__(self, post, title):
        self.post, self.title, self.items, self.links = post, title, [], []
        self.start = self.end = None


def _regions(posts):
    regions = [Region(posts[0], None)] if posts else []
    for post in posts:
        starts = [(0, regions[-1])]  # what a post has before its first title follows the paper before it
        for item in post.items:
            if item.role == "title":
                regions.append(Region(post, item))
                starts.append((item.line, regions[-1]))
            else:
                regions[-1].items.append((post, item))
        for link in post.links:
            region = [region for line, region in starts if line <= link[2]][-1]
            region.links.append((post, link))
    return regions


def _place_titles(regions, text, headings, problems):
    cursor, placed = 0, []
    for region in regions:
        if region.title is None:
            region.start = 0
            placed.append(region)
            continue
        wanted = region.title.letters
        span = next((h for h in headings if h[0] >= cursor and wanted in text[h[0]:h[1]]), None)
        if span is None:
            elsewhere = any(wanted in text[h[0]:h[1]] for h in headings)
            problems.append(f"{place_of(region.post, region.title)}: paper "
                            f"{'out of order' if elsewhere else 'missing'}: {slice_of(region.title.raw)}")
            continue
        region.start, cursor = span[0], span[1]
        placed.append(region)
    for region, following in zip(placed, placed[1:]):
        region.end = following.start
    if placed:
        placed[-1].end = len(text)
    return placed


def _find_pieces(region, text, problems, subsequence):
    """Long pieces first, in order; then the short ones between their long neighbours."""
    begin = region.start + (len(region.title.letters) if region.title else 0)
    pieces = [(post, item) for post, item in region.items if item.role == "text"]
    spans, cursor = [None] * len(pieces), begin
    for index, (post, item) in enumerate(pieces):
        if len(item.letters) < LONG:
            continue
        found = text.find(item.letters, cursor, region.end)
        if found >= 0:
            spans[index] = (found, found + len(item.letters))
        else:
            spans[index] = _find_sentences(post, item, text, cursor, region.end, problems, subsequence)
        cursor = spans[index][1]
    low = begin
    for index, (post, item) in enumerate(pieces):
        if spans[index]:
            low = spans[index][1]
            continue
        high = next((s[0] for s in spans[index + 1:] if s), region.end)
        found = text.find(item.letters, low, high)
        if found < 0:
            problems.append(f"{place_of(post, item)}: missing: {slice_of(item.raw)}")
        else:
            low = found + len(item.letters)


def _find_sentences(post, item, text, cursor, end, problems, subsequence):
    """Sentence by sentence, in order: a translation may stand between two of them."""
    start = cursor
    for sentence in sentences(item.raw):
        wanted = letters(sentence)
        # A short sentence ("예.") is only believed close to the one before it.
        found = text.find(wanted, cursor, end if len(wanted) >= LONG else min(end, cursor + NEAR))
        stop = found + len(wanted)
        if found < 0 and subsequence:
            found = stop = _find_words(sentence, text, cursor, end)
        if found < 0:
            kind = "out of order or in another paper" if len(wanted) >= LONG and wanted in text else "missing"
            problems.append(f"{place_of(post, item)}: {kind}{_break(wanted, text, cursor, end)}: {slice_of(sentence)}")
        else:
            cursor = stop
    return start, cursor


def _break(wanted, text, cursor, end):
    """Where a sentence that begins in the product stops being what was written, for the message."""
    low, high = 0, len(wanted)
    while low < high:  # the longest beginning that is there
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text.find(wanted[:middle], cursor, end) >= 0 else (low, middle - 1)
    return f" from {wanted[low:low + 8]!r} on" if low >= 4 else ""


def _find_words(sentence, text, cursor, end):
    """The end of the words of a sentence in order, close together; -1 when one is not there."""
    limit = min(end, cursor + 6 * len(sentence) + 200)
    for word in sentence.split():
        found = text.find(letters(word), cursor, limit)
        if found < 0:
            return -1
        cursor = found + len(letters(word))
    return cursor


def _check_kinds(region, text, headings, problems):
    wanted = [item.letters for _, item in region.items if item.role == "heading"]
    there = [section_kind(text[a:b]) for a, b in headings if region.start <= a < region.end]
    there = [kind for kind in there if kind]
    if wanted != there:
        post, item = (region.post, region.title) if region.title else region.items[0]
        problems.append(f"{place_of(post, item)}: sections {there} instead of {wanted}: {slice_of(item.raw)}")


def _check_repeats(posts, text, problems):
    pieces = {letters(sentence): (post, item) for post in posts for item in post.items if item.role == "text"
              for sentence in [item.raw] + sentences(item.raw) if len(letters(sentence)) >= DISTINCT}
    starts = {}
    for piece in pieces:
        starts.setdefault(piece[:DISTINCT], []).append(piece)

    def occurrences(haystack):
        counts = collections.Counter()
        for at in range(len(haystack) - DISTINCT + 1):
            for piece in starts.get(haystack[at:at + DISTINCT], ()):
                counts[piece] += haystack.startswith(piece, at)
        return counts

    written, shown = occurrences("\n".join(post.content for post in posts)), occurrences(text)
    for piece, count in shown.items():
        if count > max(written[piece], 1):
            post, item = pieces[piece]
            problems.append(f"{place_of(post, item)}: there {count} times instead of {written[piece]}: {slice_of(item.raw)}")


def compare_flow(posts, flow, subsequence=False):
    problems, text = [], flow.text
    regions = _place_titles(_regions(posts), text, flow.headings, problems)
    for region in regions:
        found = []
        _find_pieces(region, text, found, subsequence)
        problems += found
        _check_kinds(region, text, flow.headings, problems)
        links = {key for position, key in flow.links if region.start <= position <= region.end}
        for post, (key, url, line) in region.links:
            if key not in links:
                problems.append(f"{post.path.name}:{line}: link is missing: {url}")
        for post, item in region.items:
            if item.role == "floating" and item.letters not in text:
                problems.append(f"{place_of(post, item)}: missing: {slice_of(item.raw)}")
    shown = text + "\n" + flow.aside
    problems += [f"{post.path.name}:1: the post's title is missing: {post.title}"
                 for post in posts if letters(post.title) not in shown]
    _check_repeats(posts, text, problems)
    return problems
