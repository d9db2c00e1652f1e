"""How large a page is and how long it takes to write, by the notices of the base: `python tests/benchmarks/bench_page.py [COUNT…]`.

Nine in ten are kept, the others moved, altered or lost; ten stand in a file. With `--keep FOLDER` the pages are left there to be looked at.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from hatch_oaml.license.copies import compare_license  # noqa: E402
from hatch_oaml.license.versions import CURRENT  # noqa: E402
from hatch_oaml.pipeline import judge  # noqa: E402
from hatch_oaml.records.config import parse_config  # noqa: E402
from hatch_oaml.records.inventory import Inventory  # noqa: E402
from hatch_oaml.records.modifications import parse_modifications  # noqa: E402
from hatch_oaml.records.project import Project  # noqa: E402
from hatch_oaml.release import Release  # noqa: E402
from hatch_oaml.reports.html import render_html  # noqa: E402
from tests.conftest import LICENSE  # noqa: E402
from tests.shipping import recorded, shipped  # noqa: E402

IN_A_FILE = 10
COUNTS = (10, 2000, 20_000)
ALTERED, LOST = 7, 13
"""One notice in so many."""


def text_of(number: int) -> str:
    lines = [
        f"# Copyright {2000 + number % 26} Kelp Works {number * IN_A_FILE + line} GmbH" for line in range(IN_A_FILE)
    ]
    return "\n".join([*lines, f"VALUE_{number} = {number}", *(f"keep_{number}_{line}()" for line in range(20))])


def release_of(count: int) -> Release:
    """A base of so many notices, and what became of it."""
    texts = {f"lib/module_{number:05}.py": text_of(number) for number in range(count // IN_A_FILE)}
    base = recorded(texts, name="lab/base")
    files = [shipped("LICENSE", LICENSE), shipped("model.safetensors", b"x")]
    for number, (path, text) in enumerate(texts.items()):
        lines = text.split("\n")
        if number % ALTERED == 1:
            lines[0] = lines[0].replace("Kelp", "Other Kelp")
        if number % LOST == 1:
            del lines[1]
        files.append(shipped(path, "\n".join(lines)))
    change = '[[change]]\nfiles = ["*"]\nrelation = "modified"\nhow.en = "Shortened."\ndate = 2026-11-01\n'
    return Release(
        project=Project(
            root="/", name="bench", version="1", import_name="bench", license_expression=CURRENT.id, license_files=()
        ),
        config=parse_config({"bases": ["bases/a.toml"]}),
        inventory=Inventory.of(files),
        bases=(base,),
        modifications=parse_modifications(f"format = 1\n{change}".encode(), "MODIFICATIONS.toml"),
        license=compare_license(LICENSE),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*", default=list(COUNTS))
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    render_html(judge(release_of(IN_A_FILE)), "en")  # the templates are compiled once
    for count in asked.counts:
        release = release_of(count)
        report = judge(release)
        start = time.perf_counter()
        page = render_html(replace(report), "en")
        took = time.perf_counter() - start
        if asked.keep:
            (asked.keep / f"page-{count}.html").write_text(page, encoding="utf-8")
        size = len(page.encode())
        print(
            f"{sum(len(file.notices) for file in release.bases[0].files):,} notices in {len(release.inventory.files):,} files, {len(report.rulings):,} findings:"
            f" {size / 1e6:.2f} MB, {took:.2f} s"
        )


if __name__ == "__main__":
    main()
