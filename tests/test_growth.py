"""Work and memory grow with what there is, and no faster: counted in calls and bytes, so that no busy machine changes the answer.

How many seconds that takes tells `benchmarks/bench_growth.py`.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager

from hatch_oaml import notices
from hatch_oaml.pipeline import examine
from hatch_oaml.project.gathering import gather
from hatch_oaml.recording.folders import record_folder
from hatch_oaml.records.base_record import BaseRecord, base_as_bytes, render_base
from hatch_oaml.rendering.modification_page import render_page
from hatch_oaml.values.fingerprints import NO_LINES
from hatch_oaml.values.patterns import PathIndex, Patterns, _compiled
from hatch_oaml.verification.verdict import verify_archive
from tests.benchmarks.growth_projects import Size, make
from tests.building import build
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hatch_oaml.findings import Report
    from hatch_oaml.values.fingerprints import Fingerprint

FEW = 60
SLACK = 1.1
"""To sort twice as many takes a little more than twice as long."""
MOST_OF_A_RECORD = 1250
"""Bytes, at the peak, of each file of a base that is recorded; of thousands it is 750, but of the first 2,000 tuples of a length
CPython keeps the room when they are gone."""
MOST_OF_A_FILE = 1600
"""The same, of each file of a release and of its base."""
MOST_OF_A_MEMBER = 1900
"""The same, while they are read of an archive."""

MOST_CALLS = {"checked": 450, "verified": 800}
"""Of functions, for each further file: what is done for each of a hundred thousand takes long."""

SIZES = {
    "files": lambda count: Size(files=count),
    "entries": lambda count: Size(files=count, entries=count),
    "shards": lambda count: Size(files=1, shards=count),
    "tensors": lambda count: Size(files=1, tensors=10 * count),
    "notices": lambda count: Size(files=1, notices=count),
}


def project_of(size: Size, folder: Path) -> Path:
    make(folder, size)
    record = BaseRecord(name="lab/base", version="1", files=record_folder(folder / "base", silent))
    (folder / "release" / "bases" / "base.toml").write_text(render_base(record), encoding="utf-8")
    return folder / "release"


def checked(project: Path) -> Report:
    return examine(gather(ProjectMetadata(str(project), PluginManager())), silent)


def calls_of(work: Callable[[Path], Report], project: Path) -> int:
    """How often anything was called."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        report = work(project)
    finally:
        sys.setprofile(before)
    assert () == report.errors
    return count


def paged(project: Path) -> Report:
    """With the page of modifications, as a build writes it and `verify` renders it again."""
    report = checked(project)
    render_page(report.release, {})
    return report


@pytest.mark.parametrize("work", [checked, paged])
@pytest.mark.parametrize("what", SIZES)
def test_twice_as_much_takes_twice_the_work(what: str, work: Callable[[Path], Report], tmp_path: Path) -> None:
    projects = [project_of(SIZES[what](FEW * factor), tmp_path / str(factor)) for factor in (1, 2, 4)]
    work(projects[0])  # what is loaded and compiled once

    few, twice, four_times = (calls_of(work, project) for project in projects)

    assert four_times - twice <= 2 * (twice - few) * SLACK


def recorded(project: Path) -> None:
    base_as_bytes(BaseRecord(name="lab/base", version="1", files=record_folder(project.parent / "base", silent)))


def built(project: Path) -> None:
    assert 0 == build(project, "-t", "oaml", HATCH_OAML_CACHE="off").returncode


def verified(project: Path) -> Report:
    report = verify_archive(project / "dist-oaml" / "growth-1.0.oaml.tar", silent)
    assert () == report.errors
    return report


@pytest.mark.parametrize(
    ("work", "most"),
    [
        pytest.param(recorded, MOST_OF_A_RECORD, marks=pytest.mark.huge),
        (checked, MOST_OF_A_FILE),
        pytest.param(verified, MOST_OF_A_MEMBER, marks=pytest.mark.huge),
    ],
)
def test_of_each_file_little_is_kept(work: Callable[[Path], object], most: int, tmp_path: Path) -> None:
    few, many = (project_of(Size(files=size), tmp_path / str(size)) for size in (FEW, 10 * FEW))
    if work is verified:
        built(few)
        built(many)
    work(few)  # what is loaded and compiled once

    assert most >= (peak_of(work, many) - peak_of(work, few)) / (9 * FEW)


@pytest.mark.parametrize("work", [checked, verified])
def test_for_each_file_little_is_done(work: Callable[[Path], Report], tmp_path: Path) -> None:
    few, many = (project_of(Size(files=size), tmp_path / str(size)) for size in (FEW, 10 * FEW))
    if work is verified:
        built(few)
        built(many)
    work(many)  # what is loaded and compiled once, in part for the thousandth record alone

    assert MOST_CALLS[work.__name__] >= (calls_of(work, many) - calls_of(work, few)) / (9 * FEW)


def peak_of(work: Callable[[Path], object], project: Path) -> int:
    """In bytes."""
    gc.collect()
    tracemalloc.start()
    try:
        work(project)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_thousands_of_lines_that_name_a_file_each_are_looked_up() -> None:
    lines = tuple(f"data/part-{number:06}.jsonl" for number in range(5000))
    before = _compiled.cache_info().misses

    assert frozenset(lines) == PathIndex(lines).matched_by(Patterns(lines))
    assert _compiled.cache_info().misses - before <= 1


def test_what_a_base_has_is_not_sampled_anew_where_it_is_verified(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = project_of(Size(files=FEW), tmp_path)
    built(project)
    sampled: list[bytes] = []

    def sample(data: bytes) -> Fingerprint:
        sampled.append(data)
        return NO_LINES

    monkeypatch.setattr(notices, "fingerprint_of", sample)

    verified(project)

    assert FEW // 10 == sum(b'{"text": "added"}' in data for data in sampled)
    assert FEW // 10 + len(("MODIFICATIONS.toml",)) >= len(sampled)
