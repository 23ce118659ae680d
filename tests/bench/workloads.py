"""What the benchmarks run on: copies of a blog, generated glossaries and memories, hostile posts.

Everything is written piece by piece: the peak memory of a child process is only known above that of this program.
"""
import datetime
import pathlib
import re
import shutil

_ARXIV = re.compile(r"\d{4}\.\d{5}")
SYLLABLES = [chr(0xAC00 + (n * 7919) % 11172) for n in range(4096)]


def copies(corpus, folder, factor):
    """`factor` copies of the posts: every copy is a day of its own with arXiv ids of its own, which are valid (a
    wrong id costs a warning each), and (nearly) the same number of bytes, so that time and memory may be compared
    by the factor."""
    marker = folder / f"valid-{factor}"
    posts = folder / "_posts"
    if marker.is_file():
        return posts
    shutil.rmtree(folder, ignore_errors=True)
    posts.mkdir(parents=True)
    sources = sorted(pathlib.Path(corpus).glob("*.md"))
    ids = {}
    for copy in range(factor):
        month = f"{15 + copy // 12 % 85:02}{copy % 12 + 1:02}"  # five digits follow the point since 2015
        for index, source in enumerate(sources):
            day = (datetime.date(2000, 1, 1) + datetime.timedelta(copy * len(sources) + index)).isoformat()
            text = _ARXIV.sub(lambda m: f"{month}.{ids.setdefault(m.group(), len(ids) + 1):05}", source.read_text("utf-8"))
            text = re.sub(r"(?m)^(date:\s*)\d{4}-\d{2}-\d{2}", lambda m: m.group(1) + day, text, count=1)
            (posts / f"{day}-{source.name[11:]}").write_text(text, "utf-8")
    marker.touch()
    return posts


def _word(number, length=3):
    """A made-up Korean word; the same number gives the same word, different numbers different words."""
    word = ""
    for _ in range(length):
        number, digit = divmod(number, len(SYLLABLES))
        word += SYLLABLES[digit]
    return word


def glossary(path, concepts):
    with open(path, "w", encoding="utf-8") as file:
        file.write("galpi_glossary: 1\ndomain: made-up\nconcepts:\n")
        for number in range(concepts):
            file.write(f"  - en: made-up concept {number}\n    ko: {_word(number)}\n    abbr: [M{number}X]\n"
                       f"    variants: [{_word(number)} {_word(number + 1)}]\n    status: approved\n")
    return path


def memory(path, units):
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" '
                   'segtype="sentence" o-tmf="none" adminlang="en" srclang="ko" datatype="plaintext"/><body>\n')
        for number in range(units):
            korean = " ".join(_word(number + step) for step in range(10))
            file.write(f'<tu><tuv xml:lang="ko"><seg>{korean}이다.</seg></tuv><tuv xml:lang="en"><seg>This is made-up sentence '
                       f"number {number}, about as long as most.</seg></tuv></tu>\n")
        file.write("</body></tmx>\n")
    return path


def _repeat(piece, size):
    return (piece * (size // len(piece.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")


def _wide_table(size):
    columns = 4500
    return "|" + "a|" * columns + "\n|" + "-|" * columns + "\n" + "|x\n" * ((size - columns * 4) // 3)


HOSTILE = {
    "dash runs": lambda size: _repeat("- ", size),
    "quote runs": lambda size: _repeat("> ", size),
    "open brackets": lambda size: _repeat("[", size),
    "nested images": lambda size: _repeat("![[]()", size),
    "backtick runs": lambda size: "".join("`" * n + " " for n in range(1, 1400))[:size],
    "asterisks": lambda size: _repeat("*a **b ", size),
    "underscores": lambda size: _repeat("_a __b ", size),
    "a wide table": _wide_table,
    "an 18 KB table": lambda size: _wide_table(18000 + 4500 * 3),
    "dollars": lambda size: _repeat("$a$$", size),
    "less-than signs": lambda size: _repeat("<a <!-- <", size),
    "open Liquid tags": lambda size: _repeat("{% {{ ", size),
    "deep lists": lambda size: "".join("  " * depth + "- a\n" for depth in range(1000))[:size],
    "one long line": lambda size: _repeat("가나다 라마바 ", size),
    "headings": lambda size: _repeat("# 1. [가](https://arxiv.org/abs/2401.00001)\n## Method\n", size),
    "open footnotes": lambda size: _repeat("[^a]: [^b] ", size),
    "tilde runs": lambda size: _repeat("~a~~b ", size),
    "entities": lambda size: _repeat("&amp;&#x", size),
}


def hostile_post(folder, name, size):
    path = folder / ("2024-01-01-" + re.sub(r"\W+", "-", name) + ".md")
    path.write_text('---\ntitle: "hostile"\ndate: 2024-01-01\n---\n\n' + HOSTILE[name](size), "utf-8")
    return path
