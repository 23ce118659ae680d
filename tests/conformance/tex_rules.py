"""TeX as a judge: both engines set the book, and the words can be found in the PDF.

The sentences looked for come from the raw posts, not from galpi: lines of running text without markup of their
own, label and list marker taken off. White space is collapsed on both sides, nothing else is touched.
"""
import os
import pathlib
import re
import shutil
import subprocess

from judges import Verdict, verdict

ENGINES = {"lualatex": 0.99, "xelatex": 0.95}  # the share of sentences that must be found
RUNS = 3
MOST_OVERFULL = 10.0  # pt


def missing_programs():
    return [name for name in (*ENGINES, "pdftotext", "pdfinfo") if not shutil.which(name)]


def sentences_of(posts):
    """Sentences of text lines that mean what they say: no markup, at least eight characters."""
    found = []
    for post in posts:
        for item in post.items:
            line = re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", item.raw).strip()
            line = re.sub(r"^(?:\*\*)?[\w /·]{2,16}(?:\*\*)?\s*[::](?:\*\*)?\s*", "", line)
            if item.role != "text" or re.search(r"[*_`\[\]$<>\\&|{}~#]|https?:", line):
                continue
            for sentence in re.split(r"(?<=다\.)\s+", line):
                sentence = re.sub(r"\s+", " ", sentence).strip()
                if len(sentence) >= 8 and sentence.endswith("."):
                    found.append(sentence)
    return found


def environment(home):
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "openin_any": "p",
            "openout_any": "p", "max_print_line": "100000", "SOURCE_DATE_EPOCH": "1767225600"}


def set_book(engine, tex, runs=RUNS):
    """Runs an engine on a document where it stands; returns (problems, PDF)."""
    command = [engine, "-no-shell-escape", "-interaction=nonstopmode", tex.name]
    for _ in range(runs):
        done = subprocess.run(command, cwd=tex.parent, env=environment(pathlib.Path.home()), timeout=1200,
                              capture_output=True)
    log = tex.with_suffix(".log").read_text("utf-8", errors="replace")
    problems = [] if done.returncode == 0 else [f"exit {done.returncode}"]
    problems += [line for line in log.splitlines()
                 if line.startswith(("! ", "Missing character", "Package galpi Warning: No font", "LaTeX Warning: Reference"))]
    problems += [f"overfull by {width} pt" for width in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide", log)
                 if float(width) > MOST_OVERFULL]
    return problems, tex.with_suffix(".pdf")


def text_layer(pdf):
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, errors="replace")
    return re.sub(r"\s+", " ", done.stdout)


def check_text(pdf, sentences, least):
    text = text_layer(pdf)
    lost = [sentence for sentence in sentences if sentence not in text]
    share = 1 - len(lost) / max(len(sentences), 1)
    fine = f"{len(sentences) - len(lost)} of {len(sentences)} sentences"
    return ([] if sentences and share >= least else [f"only {fine}", *lost]), fine


def judge_tex(export_latex, product, posts, work):
    """`export_latex(path)` writes the document; one verdict per engine on errors, and one on the text layer."""
    absent = missing_programs()
    if absent:
        yield Verdict("SKIP", "tex", product, f"not installed: {', '.join(absent)}")
        return
    sentences = sentences_of(posts)
    for engine, least in ENGINES.items():
        folder = work / f"{product}-{engine}"
        folder.mkdir()
        tex = folder / "book.tex"
        export_latex(tex)
        problems, pdf = set_book(engine, tex)
        yield verdict(engine, product, problems)
        if pdf.is_file():
            problems, fine = check_text(pdf, sentences, least)
            yield verdict(f"{engine}-text", product, problems, fine)


def judge_pdf(export_pdf, product, work):
    """`export_pdf(path, engine)` twice: the same bytes, and a title that readers of PDFs show."""
    for engine in ENGINES:
        if missing_programs():
            yield Verdict("SKIP", f"pdf-{engine}", product, "no TeX")
            continue
        made = [work / f"{product}-{engine}-{copy}.pdf" for copy in "ab"]
        problems = [p for path in made for p in export_pdf(path, engine)]
        if not problems and made[0].read_bytes() != made[1].read_bytes():
            problems.append("two runs, two files")
        if not problems:
            done = subprocess.run(["pdfinfo", str(made[0])], capture_output=True, text=True, errors="replace")
            problems += [] if re.search(r"^Title: +\S", done.stdout, re.M) else ["pdfinfo shows no title"]
        yield verdict(f"pdf-{engine}", product, problems)
