"""The same inputs and options give the same bytes, whatever the time, zone, locale, folder, umask or --jobs;
and what depends on one post stays the same when another is added."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import zipfile

from judges import CACHE, Verdict, verdict

FORMATS = {"epub": "epub", "anki": "apkg", "markdown": "md", "json": "json", "jsonl": "jsonl"}
# Turkish upper-cases i to İ, Korean changes sorting: both have broken programs that trust the locale.
LOCALES = {"ko_KR.UTF-8": "ko_KR", "tr_TR.UTF-8": "tr_TR"}


def locale_folder():
    """A LOCPATH with the locales, compiled once; None when localedef or its sources are missing."""
    folder = CACHE / "locales"
    if all((folder / name).is_dir() for name in LOCALES):
        return folder
    if not shutil.which("localedef"):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in LOCALES.items():
        subprocess.run(["localedef", "-i", source, "-f", "UTF-8", str(folder / name)], capture_output=True, timeout=120)
    return folder if all((folder / name).is_dir() for name in LOCALES) else None


def variants(work):
    """(name, environment changes, extra arguments, cwd, umask)"""
    elsewhere = work / "another folder"
    elsewhere.mkdir(exist_ok=True)
    yield "again", {}, [], None, None
    yield "TZ=Asia/Seoul", {"TZ": "Asia/Seoul"}, [], None, None
    yield "TZ=UTC", {"TZ": "UTC"}, [], None, None
    yield "LC_ALL=C", {"LC_ALL": "C"}, [], None, None
    locales = locale_folder()
    for name in LOCALES if locales else ():
        yield f"LC_ALL={name}", {"LC_ALL": name, "LOCPATH": str(locales)}, [], None, None
    yield "another directory", {}, [], elsewhere, None
    for jobs in (1, 2, 8):
        yield f"--jobs {jobs}", {}, ["--jobs", str(jobs)], None, None
    yield "umask 077", {}, [], None, 0o077


def export(galpi, format_name, inputs, output, arguments=(), environment=None, cwd=None, umask=None):
    command = [str(galpi), "export", format_name, *map(str, inputs), *arguments, "-o", str(output)]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=600, cwd=cwd,
                          env={**os.environ, **(environment or {})}, umask=-1 if umask is None else umask)


def _digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def same_bytes(galpi, posts, work, product):
    for format_name, suffix in FORMATS.items():
        reference, problems, tried = work / f"reference.{suffix}", [], 0
        if export(galpi, format_name, [posts], reference).returncode:
            yield Verdict("FAIL", "determinism", f"{product}.{suffix}", "cannot be exported")
            continue
        for name, environment, arguments, cwd, umask in variants(work):
            output = work / f"variant.{suffix}"
            output.unlink(missing_ok=True)
            done = export(galpi, format_name, [posts], output, arguments, environment, cwd, umask)
            tried += 1
            if done.returncode:
                problems.append(f"{name}: exit {done.returncode}: {done.stderr.strip()[:120]}")
            elif _digest(output) != _digest(reference):
                problems.append(f"{name}: other bytes")
        note = "" if locale_folder() else "; ko_KR and tr_TR not available"
        yield verdict("determinism", f"{product}.{suffix}", problems, f"{tried} variants{note}")


def stages_as_filters(galpi, work, product):
    """JSON lines come back as input with identical results."""
    lines = work / "reference.jsonl"
    for suffix, format_name in (("epub", "epub"), ("md", "markdown"), ("json", "json"), ("jsonl", "jsonl")):
        output, problems = work / f"from-lines.{suffix}", []
        done = export(galpi, format_name, [lines], output)
        if done.returncode:
            problems = [f"exit {done.returncode}: {done.stderr.strip()[:160]}"]
        elif _digest(output) != _digest(work / f"reference.{suffix}"):
            problems = ["other bytes than from the posts"]
        yield verdict("jsonl-as-input", f"{product}.{suffix}", problems)


def _independent(posts):
    """The post nearest the middle that shares no paper with another: a shared one rightly changes its other days."""
    def shared(post):
        others = {key for other in posts if other is not post for key, _, _ in other.links}
        return any(key in others for key, _, _ in post.links)
    middle = len(posts) // 2
    return min(posts, key=lambda post: (shared(post), abs(posts.index(post) - middle)))


def one_post_more(galpi, posts, work, product):
    """Adding a post changes no other day's file."""
    added = _independent(posts)
    before, after = work / "before", work / "after"
    for folder in (before, after):
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "_posts").mkdir(parents=True)
    for post in posts:
        shutil.copy(post.path, after / "_posts" / post.path.name)
        if post is not added:
            shutil.copy(post.path, before / "_posts" / post.path.name)
    contents = []
    for folder in (before, after):
        output = folder / "book.epub"
        done = export(galpi, "epub", [folder / "_posts"], output)
        if done.returncode:
            return Verdict("FAIL", "one-post-more", product, done.stderr.strip()[:160])
        with zipfile.ZipFile(output) as archive:
            contents.append({name: archive.read(name) for name in archive.namelist()})
    old, new = contents
    dates = {post.date for post in posts}
    days = [name for name in old if any(date in name or date.replace("-", "") in name for date in dates)]
    changed = [f"{name} changed or vanished" for name in days if new.get(name) != old[name]]
    if not days:
        changed = ["no member is named after a day: cannot tell the days apart"]
    return verdict("one-post-more", product, changed, f"{len(days)} day files unchanged")
