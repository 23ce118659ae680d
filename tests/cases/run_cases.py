#!/usr/bin/env python3
"""Runs the command tests: Markdown files that say what a user types and what then happens.

A case is a heading followed by fenced blocks, run in an empty folder of its own:

    ## a sentence that says what holds

    ```file _posts/2026-01-05-day.md     a file to put there first (repeatable);
    ```bytes name                        the same, as a Python bytes literal
    ```command                           bash lines; `galpi` is the program under test
    ```stdout / ```stderr                what must be printed, exactly; no block: nothing is checked
    ```stderr-has                        each line must occur in stderr
    ```exit                              the exit status; no block: 0
    ```tree                              the files there afterwards, sorted

Run as `run_cases.py GALPI [FILE…]`. GALPI_UPDATE_GOLDEN=1 rewrites stdout, stderr, exit and tree
blocks with what happened; read the diff before you commit it.
"""

import ast
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^(`{3,})(\S+)(?: +(.*))?$")
CHECKED = ("stdout", "stderr", "exit", "tree")
TIMEOUT_SECONDS = 60


class Block:
    def __init__(self, kind, name, fence, lines, start, end):
        self.kind, self.name, self.fence = kind, name, fence
        self.lines, self.start, self.end = lines, start, end

    @property
    def text(self):
        return "".join(line + "\n" for line in self.lines)


class Case:
    def __init__(self, title):
        self.title = title
        self.blocks = []

    def first(self, kind):
        return next((block for block in self.blocks if block.kind == kind), None)


def parse(lines):
    cases, i = [], 0
    while i < len(lines):
        fence = FENCE.match(lines[i])
        if lines[i].startswith("## "):
            cases.append(Case(lines[i][3:]))
        elif fence and cases:
            start = i
            i += 1
            while lines[i] != fence.group(1):
                i += 1
            cases[-1].blocks.append(Block(fence.group(2), fence.group(3) or "", fence.group(1),
                                          lines[start + 1:i], start, i))
        i += 1
    return cases


def prepare(case, folder):
    for block in case.blocks:
        if block.kind in ("file", "bytes"):
            path = folder / block.name
            path.parent.mkdir(parents=True, exist_ok=True)
            data = block.text.encode() if block.kind == "file" else ast.literal_eval(
                block.text.strip())
            path.write_bytes(data)


def tree_of(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


def run(case, galpi, folder):
    prepare(case, folder)
    environment = {"PATH": f"{galpi.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                   "HOME": str(folder), "EXAMPLES": str(pathlib.Path(__file__).parents[2] / "examples")}
    done = subprocess.run(["bash", "-c", case.first("command").text], cwd=folder, env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=TIMEOUT_SECONDS)
    return {"stdout": done.stdout.decode("utf-8", "replace"),
            "stderr": done.stderr.decode("utf-8", "replace"),
            "exit": f"{done.returncode}\n",
            "tree": "".join(name + "\n" for name in tree_of(folder))}


def differences(case, happened):
    expected = {block.kind: block for block in case.blocks if block.kind in CHECKED}
    for kind, block in expected.items():
        if happened[kind] != block.text:
            yield f"{kind} is\n{happened[kind]}and should be\n{block.text}"
    if "exit" not in expected and happened["exit"] != "0\n":
        yield f"exit status is {happened['exit']}stderr is\n{happened['stderr']}"
    for block in case.blocks:
        if block.kind == "stderr-has":
            for line in block.lines:
                if line not in happened["stderr"]:
                    yield f"stderr lacks\n{line}\nand is\n{happened['stderr']}"


def update(path, lines, outcomes):
    """Rewrites checked blocks from the last to the first, so that line numbers stay true."""
    blocks = [(block, happened) for case, happened in outcomes for block in case.blocks
              if block.kind in CHECKED]
    for block, happened in sorted(blocks, key=lambda pair: -pair[0].start):
        lines[block.start + 1:block.end] = happened[block.kind].splitlines()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    galpi = pathlib.Path(sys.argv[1]).resolve()
    here = pathlib.Path(__file__).parent
    paths = [pathlib.Path(name) for name in sys.argv[2:]] or sorted(here.glob("*.md"))
    passed = failed = 0
    for path in paths:
        lines = path.read_text(encoding="utf-8").splitlines()
        outcomes = []
        for case in parse(lines):
            with tempfile.TemporaryDirectory() as folder:
                happened = run(case, galpi, pathlib.Path(folder))
            outcomes.append((case, happened))
            problems = list(differences(case, happened))
            passed, failed = passed + (not problems), failed + bool(problems)
            if problems and not os.environ.get("GALPI_UPDATE_GOLDEN"):
                print(f"{path.name}: FAILED: {case.title}")
                for problem in problems:
                    print("    " + problem.replace("\n", "\n    ").rstrip())
        if os.environ.get("GALPI_UPDATE_GOLDEN"):
            update(path, lines, outcomes)
    print(f"command cases: {passed} passed, {failed} failed")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
