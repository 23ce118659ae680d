"""Texts and formulas that try to break out of LaTeX, many in one document, as JSON lines for galpi.

Deterministic. What is made here is hostile by construction: TeX's own characters and commands, file names, half
formulas, rare scripts. TeX must set all of it without one error and read nothing beyond the document's folder.
"""
import json
import random

PIECES = (list("\\{}$&#%_^~`'\"[]|<>@-=+*/:;,.!?()0123456789abcxyzABC  ") +
          ["\\input{/etc/passwd}", "\\openin5=/etc/passwd ", "\\write18{id}", "\\immediate", "\\directlua{os.exit()}",
           "\\end{document}", "\\begin{document}", "\\catcode`\\%=12", "\\def\\galpipar{}", "\\csname x\\endcsname",
           "\\galpichar{", "\\fi", "\\else", "\\iffalse", "\\verb|", "\\url{", "\\par", "\\\\", "\\\\[", "\\[", "\\]",
           "\\(", "\\)", "$$", "^^5c", "^^M", "%\n", "\n", "--", "---", "``", "''", "!`", "?`", "<<", "어텐션", "모델을", "가",
           "훈민정음", "ㄱㄴㄷ", "零", "漢字", "かな", "λ", "∝", "√", "𝑘", "😀", "👩‍🔬", "é", "Ж", "ש", "ع", "ก",
           "\u200b", "\u202e", "\ufeff", "\u00ad", "\u00a0", "\u3000", "ﬁ", "①", "½", "µ", "…", "—", "“", "”"])
MATH = ["x", "y", "2", "\\alpha", "\\frac", "\\frac{a}{b}", "{", "}", "^", "_", "'", "&", "\\\\", "\\left(", "\\right)",
        "\\left", "\\right", "\\middle|", "\\sqrt[3]", "\\sqrt", "[", "]", "(", ")", "|", "\\begin{cases}", "\\end{cases}",
        "\\begin{array}{cc}", "\\end{array}", "\\begin{pmatrix}", "\\end{pmatrix}", "\\begin{aligned}", "\\end{aligned}",
        "\\sum", "\\limits", "\\nolimits", "\\not", "=", "+", "-", ",", ".", "/", "<", "\\text{a}", "\\text{한 $x$}", "\\mathbb{R}",
        "\\mathbb", "\\hat", "\\overbrace", "\\underbrace{x}", "\\operatorname{f}", "\\operatorname*", "\\bigl", "\\Big|",
        "\\langle", "\\|", "\\{", "\\}", "\\,", "\\ ", "~", "%", "#", "$", "\\input", "\\def", "\\tag{1}", "\\label{x}",
        "\\substack{a\\\\b}", "\\xrightarrow[a]{b}", "\\pmod", "\\displaystyle", "\\hspace{1em}", "\\stackrel", "λ", "가", "∑",
        "\\prime", "\\to", "\\uparrow", "\\vdots", "\\cr", "\\binom", "\\boxed{x}", "\\phantom", "\\mathrm", "\\bm", "\\\\[1em]"]

ALPHABETS = ("mathbf mathrm mathit mathsf mathtt mathnormal boldsymbol pmb bm operatorname text").split()
ACCENTS = ("hat bar vec dot ddot tilde check breve acute grave mathring widehat widetilde overline").split()
CAPITALS = ("Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega").split()


def post_of(blocks, date, title, heading):
    section = {"kind": "other", "heading": heading, "level": 2, "status": "stated", "blocks": blocks,
               "at": {"line": 1, "column": 1}}
    paper = {"number": 1, "title": title or "x", "system": None, "url": None, "arxiv": None, "links": [],
             "at": {"line": 1, "column": 1}, "sections": [section]}
    post = {"date": date, "time": None, "title": title, "tags": [], "categories": [],
            "source": f"_posts/{date}-fuzz.md", "kind": "digest", "papers": [paper], "sections": []}
    return json.dumps({"galpi": 1, "post": post}, ensure_ascii=False)


def alphabets():
    """Ordinary mathematics: every accent and capital Greek letter in every alphabet, and the other way round."""
    formulas = [f"\\{alphabet}{{\\{letter}}}" for alphabet in ALPHABETS for letter in CAPITALS]
    formulas += [f"\\{alphabet}{{\\{accent}{{x}}}}" for alphabet in ALPHABETS for accent in ACCENTS]
    formulas += [f"\\{accent}{{\\{alphabet}{{A}}}}" for alphabet in ALPHABETS for accent in ACCENTS]
    blocks = [{"type": "paragraph", "text": formula, "marks": [{"type": "math", "start": 0, "end": len(formula)}],
               "children": [], "at": {"line": number + 1, "column": 1}} for number, formula in enumerate(formulas)]
    return post_of(blocks, "2019-12-31", "Alphabets", "Formulas")


def lines(count, seed=1):
    """JSON lines of posts with `count` texts in all; every fourth text has a formula. The alphabets go before."""
    dice = random.Random(seed)
    yield alphabets()
    for first in range(0, count, 500):
        blocks = []
        for number in range(first, min(first + 500, count)):
            text = "".join(dice.choices(PIECES, k=dice.randint(1, 14)))
            marks = []
            if number % 4 == 0:
                formula = "".join(dice.choices(MATH, k=dice.randint(1, 8)))
                start = len(text)
                text += formula + " " + "".join(dice.choices(PIECES, k=3))
                marks = [{"type": "math", "start": start, "end": start + len(formula)}]
            elif number % 4 == 1 and len(text) > 2:
                marks = [{"type": dice.choice(["strong", "emphasis", "code", "superscript"]), "start": 1, "end": len(text)}]
            kind = dice.choice(["paragraph", "paragraph", "code", "math", "quote"]) if number % 4 == 2 else "paragraph"
            block = {"type": kind, "text": text, "marks": [] if kind in ("code", "math") else marks, "children": [],
                     "at": {"line": number + 1, "column": 1}}
            if kind == "quote":
                block = {**block, "text": "", "marks": [], "children": [{**block, "type": "paragraph"}]}
            blocks.append(block)
        day = first // 500
        date = f"20{20 + day // 336:02}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"
        heading = "".join(dice.choices(PIECES, k=6))
        title = "".join(dice.choices(PIECES, k=8))
        yield post_of(blocks, date, title, heading)
