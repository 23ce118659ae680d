"""The letters of a text: what the oracle compares.

Markup, spacing, punctuation and typography may differ between a post and a book made of it; letters and
digits may not. So every comparison is made on the characters of Unicode category L* and N*, after NFC.
This module holds that reduction and the few tables both sides (posts and products) must agree on.
"""
import functools
import re
import unicodedata


@functools.lru_cache(maxsize=None)
def _is_letter(character):
    return unicodedata.category(character)[0] in "LN"


def letters(text):
    """Letters and digits of `text`, NFC, nothing else; case is kept.

    In a cell of a Markdown table a formula cannot hold a bar; TeX writes the same sign `\\vert `."""
    text = unicodedata.normalize("NFC", text.replace("\\vert ", "|"))
    return "".join(c for c in text if _is_letter(c))


# Headings whose words an exporter may localise. Keys are letters(), lower case. Only unmistakable words are
# here: a heading that is not in the table is ordinary text and must be found letter by letter.
_KIND_WORDS = {
    "introduction": "Introduction 서론 소개 도입",
    "method": "Method Methods Methodology 방법 방법론",
    "results": "Results Result 결과 실험결과",
    "limitations": "Limitations Limitation 한계 한계점 제한점",
    "conclusion": "Conclusion Conclusions 결론",
}
SECTION_KINDS = {word.lower(): kind for kind, words in _KIND_WORDS.items() for word in words.split()}

_LABEL_WORDS = {
    "goal": "Goal 목표 목적",
    "motivation": "Motivation 동기",
    "contribution": "Contribution Contributions 기여",
}
LABELS = {word.lower(): kind for kind, words in _LABEL_WORDS.items() for word in words.split()}


def section_kind(heading):
    """The canonical kind a heading names (its leading numbers ignored), or None."""
    return SECTION_KINDS.get(re.sub(r"^\d+", "", letters(heading)).lower())


_SENTENCE_END = re.compile(r"(?<=[.!?。…])[\"'”’)\]*_]*\s+|\n")


def sentences(text):
    """A fine split into sentences: never coarser than any reasonable splitter, so that text put *between*
    an exporter's sentences never falls inside one of ours."""
    return [part for part in _SENTENCE_END.split(text) if letters(part)]


ARXIV = re.compile(r"arxiv\.org/(?:abs|pdf|html)/((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5}))(?:v\d+)?", re.I)


def url_key(url):
    """What must survive of a link: the arXiv id without version, else host and path letters without scheme."""
    found = ARXIV.search(url)
    if found:
        return "arxiv:" + found.group(1).lower()
    without_scheme = re.sub(r"^[a-z][a-z0-9+.-]*:(//)?(www\.)?", "", url.strip(), flags=re.I)
    return letters(_percent_decoded(without_scheme)).lower()


def _percent_decoded(url):
    from urllib.parse import unquote
    return unquote(url)


def slice_of(text, width=60):
    """A short piece of a text for a message, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"
