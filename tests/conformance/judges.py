"""The outside judges: programs of others that say whether a product is right.

Each judge answers with Verdicts. A judge from a Debian package (packages.txt) is required: CI fails when it is
absent. EPUBCheck 5 and Ace are not packaged; they are fetched once through their registries' clients into
build/judges and skipped, visibly, when that is not possible (or when GALPI_OFFLINE is set).
"""
import dataclasses
import functools
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / "build" / "judges"
XML_SUFFIXES = (".xhtml", ".opf", ".ncx", ".xml", ".svg")

EPUBCHECK_5 = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>galpi</groupId><artifactId>judges</artifactId><version>1</version><dependencies><dependency>
<groupId>org.w3c</groupId><artifactId>epubcheck</artifactId><version>5.1.0</version></dependency></dependencies></project>
"""
ACE = "@daisy/ace-cli@1.4.6"


@dataclasses.dataclass
class Verdict:
    status: str           # ok | FAIL | SKIP
    judge: str
    product: str
    detail: str = ""
    required: bool = True  # a SKIP of a required judge fails in CI

    def line(self):
        return f"{self.status:4} {self.judge}: {self.product}" + (f" ({self.detail})" if self.detail else "")


def verdict(judge, product, problems, fine=""):
    """ok without problems, else FAIL with the first of them."""
    if not problems:
        return Verdict("ok", judge, product, fine)
    more = f" … and {len(problems) - 3} more" if len(problems) > 3 else ""
    return Verdict("FAIL", judge, product, " | ".join(problems[:3]) + more)


def _run(command, timeout=600, **options):
    return subprocess.run(command, capture_output=True, text=True, timeout=timeout, errors="replace", **options)


# ---- EPUBCheck ----------------------------------------------------------------------------------------------

def epubcheck(book, product):
    jar = pathlib.Path("/usr/share/java/epubcheck.jar")
    if not shutil.which("java") or not jar.is_file():
        return Verdict("SKIP", "epubcheck", product, "packages default-jre-headless and epubcheck are not installed")
    return _epubcheck("epubcheck", ["-jar", str(jar)], book, product)


def epubcheck_5(book, product):
    libraries = _epubcheck_5_libraries()
    if isinstance(libraries, str):
        return Verdict("SKIP", "epubcheck-5", product, libraries, required=False)
    return _epubcheck("epubcheck-5", ["-cp", f"{libraries}/*", "com.adobe.epubcheck.tool.Checker"], book, product)


def _epubcheck(judge, program, book, product):
    done = _run(["java", "-Xmx1g", *program, str(book)])
    output = done.stdout + done.stderr
    counts = re.search(r"(\d+) fatals? / (\d+) errors? / (\d+) warnings?", output)
    found = re.findall(r"^(?:FATAL|ERROR|WARNING)\(.*$", output, re.M)
    if not counts:
        found.append(f"no verdict, exit {done.returncode}: {output.strip()[-200:]}")
    elif any(int(n) for n in counts.groups()) and not found:
        found.append(counts.group())
    return verdict(judge, product, found, counts.group() if counts else "")


@functools.lru_cache(maxsize=None)
def _epubcheck_5_libraries():
    """The folder of jars, or why there is none."""
    folder = CACHE / "epubcheck-5"
    if (folder / "complete").is_file():
        return folder / "lib"
    if not shutil.which("java") or not shutil.which("mvn"):
        return "needs java and mvn (Debian package maven)"
    if os.environ.get("GALPI_OFFLINE"):
        return "not fetched: GALPI_OFFLINE"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pom.xml").write_text(EPUBCHECK_5)
    try:
        done = _run(["mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib"], timeout=300, cwd=folder)
    except subprocess.TimeoutExpired:
        return "cannot be fetched: timeout"
    if done.returncode:
        return "cannot be fetched: " + (done.stdout.strip() or done.stderr.strip())[-120:].replace("\n", " ")
    (folder / "complete").touch()
    return folder / "lib"


# ---- Ace ----------------------------------------------------------------------------------------------------

def ace(book, product):
    program = _ace_program()
    if not program.startswith("/"):
        return Verdict("SKIP", "ace", product, program, required=False)
    with tempfile.TemporaryDirectory() as folder:
        done = _run([program, "-s", "-f", "-o", folder, str(book)], env=_ace_environment())
        report = pathlib.Path(folder) / "report.json"
        if not report.is_file():
            return Verdict("SKIP", "ace", product, "no report: " + (done.stdout + done.stderr).strip()[-120:], required=False)
        result = json.loads(report.read_text("utf-8"))
    found = []
    for document in result.get("assertions", []):
        where = document.get("earl:testSubject", {}).get("url", "?")
        for finding in document.get("assertions", []):
            test = finding.get("earl:test", {})
            found.append(f"{where}: {test.get('earl:impact')} {test.get('dct:title')}: {test.get('dct:description')}")
    if result.get("earl:result", {}).get("earl:outcome") != "pass" and not found:
        found.append("outcome is not pass")
    return verdict("ace", product, found, "pass, 0 findings")


def _ace_environment():
    browser = shutil.which("chromium") or shutil.which("google-chrome") or ""
    return {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1", "PUPPETEER_EXECUTABLE_PATH": browser}


@functools.lru_cache(maxsize=None)
def _ace_program():
    """The path of the program, or why there is none."""
    folder = CACHE / "ace"
    program = folder / "node_modules" / ".bin" / "ace-cli"
    if not _ace_environment()["PUPPETEER_EXECUTABLE_PATH"]:
        return "needs chromium"
    if program.exists():
        return str(program)
    if not shutil.which("npm"):
        return "needs npm"
    if os.environ.get("GALPI_OFFLINE"):
        return "not fetched: GALPI_OFFLINE"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _run(["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", ACE], timeout=300, env=_ace_environment())
    except subprocess.TimeoutExpired:
        return "cannot be fetched: timeout"
    return str(program) if program.exists() else "cannot be fetched through npm"


# ---- xmllint ------------------------------------------------------------------------------------------------

def xmllint(book, product):
    """Every XML member is well-formed for a second parser, which may not use the network."""
    if not shutil.which("xmllint"):
        return Verdict("SKIP", "xmllint", product, "package libxml2-utils is not installed")
    found, members = [], []
    with zipfile.ZipFile(book) as archive, tempfile.TemporaryDirectory() as folder:
        for name in archive.namelist():
            if name.endswith(XML_SUFFIXES):
                members.append(archive.extract(name, folder))
        done = _run(["xmllint", "--noout", "--nonet", *members]) if members else None
        if done is None or done.returncode:
            found = [line.replace(folder, "") for line in done.stderr.splitlines()[:3]] if done else ["no XML members"]
    return verdict("xmllint", product, found, f"{len(members)} members")
