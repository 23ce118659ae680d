#!/usr/bin/env python3
"""Proves that galpi's products lost nothing of the raw posts, without galpi's reading of them.

    oracle.py --posts DIR [--json FILE] [--markdown FILE_OR_DIR] [--epub FILE]
              [--from DATE] [--to DATE] [--month YYYY-MM] [--interleaved] [--limit N]

Letters and digits (Unicode L* and N*) are compared, so typography is free and a single deleted word is not.
Make the products with `--gloss none`. Exit status: 0 all there, 1 something missing or repeated, 2 usage.
"""
import argparse
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from compare_flow import compare_flow  # noqa: E402
from compare_json import compare_json  # noqa: E402
from products import epub_flow, json_posts, markdown_flow  # noqa: E402
from raw_post import read_posts  # noqa: E402


def check(posts, kind, path, interleaved=False):
    """The problems of one product; a product that cannot be read is a problem, not a crash."""
    try:
        if kind == "json":
            return compare_json(posts, json_posts(path))
        flow = epub_flow(path) if kind == "epub" else markdown_flow(path)
    except Exception as fault:  # noqa: BLE001 - whatever is wrong with the file, the verdict is "not proven"
        return [f"{path}: cannot be read as {kind}: {type(fault).__name__}: {fault}"]
    return compare_flow(posts, flow, interleaved)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", required=True)
    for kind in ("json", "markdown", "epub"):
        parser.add_argument(f"--{kind}", action="append", default=[])
    parser.add_argument("--from", dest="first", default="")
    parser.add_argument("--to", dest="last", default="9999")
    parser.add_argument("--month")
    parser.add_argument("--interleaved", action="store_true", help="glosses or translations stand inside sentences")
    parser.add_argument("--limit", type=int, default=40, help="problems shown per product")
    options = parser.parse_args(arguments)
    first, last = (options.month, options.month + "-99") if options.month else (options.first, options.last)
    posts = read_posts(options.posts, first, last)
    failed = False
    for kind in ("json", "markdown", "epub"):
        for path in getattr(options, kind):
            problems = check(posts, kind, path, options.interleaved)
            failed |= bool(problems)
            for problem in problems[: options.limit]:
                print(problem)
            if len(problems) > options.limit:
                print(f"… and {len(problems) - options.limit} more")
            pieces = sum(len(post.items) for post in posts)
            verdict = f"{len(problems)} problems" if problems else "nothing lost"
            print(f"{'FAIL' if problems else 'ok'} oracle: {path} ({kind}; {len(posts)} posts, {pieces} pieces: {verdict})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
