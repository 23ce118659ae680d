#!/usr/bin/env python3
"""galpi against its floor and its peer: bench.py GALPI FLOOR [--rounds N] [--only WORD] [--quick]

Ratios of programs run in turn on the same files in the same minutes; raw samples are printed, then a table of
figure, value, bar, met or MISSED. This is a measurement, not a test: the exit status is 0 unless a run fails.
Posts: GALPI_CORPUS, else ../shared/corpus/_posts, else examples/_posts. Files go to build/bench.
"""
import argparse
import hashlib
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import measure  # noqa: E402
import workloads  # noqa: E402
from measure import interleaved, median, raw, run  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORK = ROOT / "build" / "bench"


class Bench:
    def __init__(self, options):
        self.galpi, self.floor = str(pathlib.Path(options.galpi).resolve()), str(pathlib.Path(options.floor).resolve())
        watch = pathlib.Path(self.floor).parent / "galpi_bench_spawn"
        measure.SPAWN = str(watch) if watch.is_file() else None
        self.rounds, self.quick = options.rounds, options.quick
        self.figures, self.failures = [], []
        candidates = [os.environ.get("GALPI_CORPUS"), ROOT.parent / "shared/corpus/_posts", ROOT / "examples/_posts"]
        self.corpus = next(pathlib.Path(c) for c in candidates if c and pathlib.Path(c).is_dir())
        WORK.mkdir(parents=True, exist_ok=True)

    def posts(self, factor):
        return workloads.copies(self.corpus, WORK / f"{factor}x", factor)

    def export(self, format_name, posts, *arguments, output=None):
        output = output or WORK / f"out.{format_name}"
        return [self.galpi, "export", format_name, str(posts), "--quiet", *map(str, arguments), "-o", str(output)]

    def compare(self, title, candidates, rounds=None):
        """Runs in turn, prints the samples; returns the runs, or None when a program failed."""
        print(f"\n{title}")
        results = interleaved(candidates, rounds or self.rounds)
        for name, runs in results.items():
            print(f"  {name:24} median {median(runs) * 1000:8.1f} ms   {raw(runs)}", flush=True)
        failed = [f"{title}: {name} ended with {one.status}" for name, runs in results.items()
                  for one in runs[:1] if one.status]
        self.failures += failed
        return None if failed else results

    def figure(self, name, value, bar, met, unit=""):
        self.figures.append((name, f"{value:.2f}{unit}" if isinstance(value, float) else str(value), bar, met))

    # ---- the figures ------------------------------------------------------------------------------------------

    def epub(self):
        ten = self.posts(10)
        runs = self.compare("EPUB at 10×, the floor on one core", {
            "floor": ([self.floor, str(ten)], 1),
            "galpi --jobs 1, 1 core": (self.export("epub", ten, "--jobs", 1), 1),
            "galpi --jobs 2, 2 cores": (self.export("epub", ten, "--jobs", 2, output=WORK / "out2.epub"), 2)})
        if runs:
            floor, one, two = (median(r) for r in runs.values())
            self.figure("EPUB 10×, one core / floor", one / floor, "≤ 1.2", one / floor <= 1.2)
            self.figure("EPUB 10×, two cores / floor", two / floor, "≤ 0.7", two / floor <= 0.7)
            peak = max(r.memory for name in list(runs)[1:] for r in runs[name])
            self.figure("EPUB 10×, peak memory", peak, "≤ 64 MiB", peak <= 64, " MiB")
            same = len({hashlib.sha256((WORK / name).read_bytes()).hexdigest() for name in ("out.epub", "out2.epub")}) == 1
            self.figure("EPUB 10×, same bytes with 1 and 2 jobs", "yes" if same else "no", "yes", same)

    def pandoc(self):
        if not shutil.which("pandoc"):
            return self.figures.append(("EPUB 1×, pandoc / galpi", "no pandoc", "≥ 40", None))
        one = self.posts(1)
        files = [str(path) for path in sorted(one.glob("*.md"))]
        runs = self.compare("EPUB at 1×, process start included", {
            "pandoc": (["pandoc", "-f", "gfm", "-t", "epub3", "--metadata", "title=bench", *files, "-o", str(WORK / "pandoc.epub")], None),
            "galpi": (self.export("epub", one), None)})
        if runs:
            ratio = median(runs["pandoc"]) / median(runs["galpi"])
            self.figure("EPUB 1×, pandoc / galpi", ratio, "≥ 40", ratio >= 40)

    def growth(self, title, small, large, factor_bar, rounds=3, cpus=None):
        runs = self.compare(title, {"n": (small, cpus), "larger": (large, cpus)}, rounds)
        if runs:
            ratio = median(runs["larger"]) / median(runs["n"])
            self.figure(title, ratio, f"≤ {factor_bar}", ratio <= factor_bar)
        return runs

    def scale(self):
        self.growth("EPUB, t(20×)/t(10×)", self.export("epub", self.posts(10)), self.export("epub", self.posts(20)), 2.3)
        if not self.quick:
            self.growth("EPUB, t(100×)/t(10×)", self.export("epub", self.posts(10)), self.export("epub", self.posts(100)), 11)
        one = self.posts(1)
        sizes = (5000, 10000) if not self.quick else (1000, 2000)
        paths = [workloads.glossary(WORK / f"glossary-{n}.yaml", n) for n in sizes]
        self.growth(f"glossary, t({sizes[1]})/t({sizes[0]}) concepts", *(self.export("epub", one, "--glossary", p) for p in paths), 2.3)
        sizes = (20000, 40000) if not self.quick else (5000, 10000)
        paths = [workloads.memory(WORK / f"memory-{n}.tmx", n) for n in sizes]
        self.growth(f"TMX memory, t({sizes[1]})/t({sizes[0]}) units", *(self.export("markdown", one, "--memory", p) for p in paths), 2.3)

    def json_lines(self):
        large = 20 if self.quick else 100
        lines = {n: WORK / f"{n}x.jsonl" for n in (10, large)}
        for title, commands in (
                ("JSON lines from posts", {n: self.export("jsonl", self.posts(n), output=lines[n]) for n in lines}),
                ("JSON lines as a filter", {n: self.export("jsonl", lines[n], output=WORK / "filtered.jsonl") for n in lines})):
            runs = self.compare(title, {f"{n}×": (command, None) for n, command in commands.items()}, 2)
            if runs:
                small, big = (max(r.memory for r in one) for one in runs.values())
                self.figure(f"{title}, memory {large}× / 10×", big / small, "≤ 1.2", big / small <= 1.2)

    def hostile(self):
        folder = WORK / "hostile"
        folder.mkdir(exist_ok=True)
        size = 1 << 20
        print("\nhostile posts of up to 1 MB, EPUB and JSON")
        worst_time, worst_memory, bad = (0.0, ""), (0.0, ""), []
        for name in workloads.HOSTILE:
            path = workloads.hostile_post(folder, name, size)
            for format_name in ("epub", "json"):
                one = run(self.export(format_name, path), timeout=60)
                print(f"  {name:18} {format_name:4} {one.wall:7.2f} s {one.memory:8.1f} MiB  exit {one.status}", flush=True)
                worst_time, worst_memory = max(worst_time, (one.wall, name)), max(worst_memory, (one.memory, name))
                # 0 and 1 are answers (made, refused with a diagnostic); anything else is a fault.
                if one.status not in (0, 1):
                    bad.append(f"{name} {format_name}: exit {one.status}")
        self.figure(f"1 MB hostile post, time ({worst_time[1]})", worst_time[0], "< 5 s", worst_time[0] < 5, " s")
        self.figure(f"1 MB hostile post, memory ({worst_memory[1]})", worst_memory[0], "< 512 MB", worst_memory[0] < 488, " MiB")
        self.failures += bad

    def start(self):
        runs = self.compare("process start", {"galpi --version": ([self.galpi, "--version"], None), "true": (["true"], None)})
        if runs:
            if measure.SPAWN is None:
                print("  (no galpi_bench_spawn beside the floor: memory below Python's own cannot be told apart)")

    def anki(self):
        """Decks: galpi's way from notes to a package against bare SQLite and deflate, and genanki where it is there."""
        program, notes = str(pathlib.Path(self.floor).parent / "galpi_bench_anki"), 10_000 if self.quick else 100_000
        candidates = {"floor": [program, "floor"], "floor, libdeflate 1": [program, "floor-fast"], "galpi": [program, "ours"]}
        python = ROOT / "build" / "judges" / "anki" / "bin" / "python"
        if python.exists() and subprocess.run([python, "-c", "import genanki"], capture_output=True).returncode == 0:
            candidates["genanki"] = [str(python), str(pathlib.Path(__file__).parent / "genanki_deck.py")]
        print(f"\nDecks of {notes} notes, {2 * notes} cards: seconds without making the notes, MiB, bytes of the package")
        results = {name: [] for name in candidates}
        for _ in range(self.rounds):
            for name, command in candidates.items():
                done = subprocess.run([*command, str(notes), str(WORK / "deck.apkg")], capture_output=True, text=True)
                if done.returncode:
                    self.failures.append(f"decks: {name} ended with {done.returncode}")
                    return
                seconds, memory, size = done.stdout.split()
                results[name].append((float(seconds), int(memory) / 1024, int(size)))
        for name, runs in results.items():
            print(f"  {name:24} median {statistics.median(r[0] for r in runs) * 1000:8.1f} ms   {[round(r[0] * 1000) for r in runs]}"
                  f"   {max(r[1] for r in runs):.0f} MiB   {runs[0][2]} bytes", flush=True)
        ratio = statistics.median(r[0] for r in results["galpi"]) / statistics.median(r[0] for r in results["floor"])
        self.figure("decks / bare SQLite + deflate", ratio, "≤ 1.5", ratio <= 1.5)
        peak = round(max(r[1] for r in results["galpi"]))
        self.figure("decks, peak memory", peak, "≤ 300 MiB", peak <= 300, " MiB")

    def table(self):
        width = max([len(name) for name, *_ in self.figures] + [6])
        print(f"\n{'figure':{width}}  {'value':>12}  {'bar':>9}")
        for name, value, bar, met in self.figures:
            print(f"{name:{width}}  {value:>12}  {bar:>9}  {'-' if met is None else 'met' if met else 'MISSED'}")
        for failure in self.failures:
            print(f"FAILED RUN  {failure}")
        counted = [met for *_, met in self.figures if met is not None]
        print(f"{sum(counted)} of {len(counted)} bars met" + (f", {len(self.failures)} runs failed" if self.failures else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("galpi")
    parser.add_argument("floor")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="", help="one of start epub pandoc scale json_lines hostile anki")
    parser.add_argument("--quick", action="store_true", help="smaller sizes, for trying the bench itself")
    options = parser.parse_args()
    bench = Bench(options)
    print(f"posts: {bench.corpus}, {len(list(bench.corpus.glob('*.md')))} files; {len(os.sched_getaffinity(0))} processors; "
          f"load {os.getloadavg()[0]:.1f}")
    for name in ("start", "epub", "pandoc", "scale", "json_lines", "hostile", "anki"):
        if options.only in ("", name):
            getattr(bench, name)()
    bench.table()
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
