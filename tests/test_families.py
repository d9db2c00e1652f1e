"""A member of a family is one new file: it works everywhere, or a law of the family says what it lacks.

Each law is a function over members: it is asked of all of them, and of throw-away ones that lack something.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from fnmatch import fnmatchcase
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from hatch_oaml import archives, commands, notices, reports, stores, weights
from hatch_oaml.archives import archive_formats, format_of
from hatch_oaml.cli import main
from hatch_oaml.notices import extract, source_of, sources
from hatch_oaml.reports import report_format, report_formats, report_names
from hatch_oaml.stores import store_kinds, store_of
from hatch_oaml.values.families import names
from hatch_oaml.values.look import PLAIN
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.weight_names import NAMES_OF_FORMATS, WEIGHT_PATTERNS
from hatch_oaml.weights import inspect, weight_formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

    from hatch_oaml.archives._contract import ArchiveFormat
    from hatch_oaml.notices._contract import NoticeSource
    from hatch_oaml.stores import StoreKind
    from hatch_oaml.weights._contract import WeightFormat
    from tests.conftest import ReleaseWith

CACHES = (
    archive_formats,
    sources,
    notices._by_suffix,
    notices._by_name,
    weight_formats,
    report_formats,
    store_kinds,
    stores._connected,
)


@contextmanager
def added(family: ModuleType, name: str, text: str, folder: Path) -> Iterator[None]:
    """The family with one file more."""
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    before = family.__path__
    family.__path__ = [*before, str(folder)]
    for cache in CACHES:
        cache.cache_clear()
    try:
        yield
    finally:
        family.__path__ = before
        sys.modules.pop(f"{family.__name__}.{name}", None)
        for cache in CACHES:
            cache.cache_clear()
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)


# laws


def weight_law(formats: Iterable[WeightFormat]) -> list[str]:
    """A reader's files are known to the gate, to `init` and to the classification: all of them read one table."""
    lacks = [f"{form.name}: values/weight_names.py does not name its files" for form in formats if not form.names]
    missing = [
        f"{form.name}: the gate does not know {name}"
        for form in formats
        for name in form.names
        if name not in WEIGHT_PATTERNS and not any(fnmatchcase(name, known) for known in WEIGHT_PATTERNS)
    ]
    return lacks + missing


def suffix_law(formats: Iterable[ArchiveFormat]) -> list[str]:
    """The name of an archive tells one format."""
    return [
        f"{one.name} and {other.name} both claim {one.suffix}"
        for one, other in combinations(formats, 2)
        if one.suffix == other.suffix
    ]


def name_law(members: Iterable[Any]) -> list[str]:
    found = [member.name for member in members]
    return sorted({f"two members are called {name}" for name in found if found.count(name) > 1})


def source_law(members: Iterable[NoticeSource]) -> list[str]:
    """The suffix of a file tells one source."""
    return [
        f"{one.name} and {other.name} both claim {suffix or 'no suffix'}"
        for one, other in combinations(members, 2)
        for suffix in sorted({*one.suffixes} & {*other.suffixes})
    ]


def scheme_law(members: Iterable[StoreKind]) -> list[str]:
    """The scheme of an address tells one kind of store."""
    return [
        f"{one.name} and {other.name} both claim {scheme}://"
        for one, other in combinations(members, 2)
        for scheme in sorted({*one.schemes} & {*other.schemes})
    ]


def test_every_law_holds_of_every_member() -> None:
    assert [] == weight_law(weight_formats())
    assert [] == suffix_law(archive_formats().values())
    assert [] == source_law(sources())
    assert [] == scheme_law(store_kinds())
    for members in (weight_formats(), archive_formats().values(), sources(), report_formats().values(), store_kinds()):
        assert [] == name_law(members)
    assert {form.name for form in weight_formats()} == NAMES_OF_FORMATS.keys()
    assert report_names() == list(report_formats())


# weight formats

WEIGHT = """
from hatch_oaml.records.tensors import Weights
from hatch_oaml.weights._contract import WeightFormat
FORMAT = WeightFormat(name="shiny", recognizes=lambda source: source.head[:5] == b"SHINY",
                      read=lambda source: Weights(format="shiny"))
"""


def test_a_new_weight_format_reads_and_must_be_named_for_the_gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"SHINY")

    with added(weights, "shiny", WEIGHT, tmp_path):
        facts = inspect(archive_path("a"), tmp_path / "file")
        assert facts is not None
        assert "shiny" == facts.format
        assert ["shiny: values/weight_names.py does not name its files"] == weight_law(weight_formats())

        monkeypatch.setitem(NAMES_OF_FORMATS, "shiny", ("*.shiny",))
        assert ["shiny: the gate does not know *.shiny"] == weight_law(weight_formats())


# archive formats

ARCHIVE = """
from dataclasses import replace
from hatch_oaml.archives.tar import FORMAT as TAR
FORMAT = replace(TAR, name="shiny", suffix="{suffix}")
"""


def test_a_new_archive_format_is_found_by_name_and_by_suffix(tmp_path: Path) -> None:
    with added(archives, "shiny", ARCHIVE.format(suffix=".oaml.shiny"), tmp_path):
        assert "shiny" in archive_formats()
        found = format_of(tmp_path / "model-1.0.oaml.shiny")
        assert found is not None
        assert "shiny" == found.name
        assert [] == suffix_law(archive_formats().values())


def test_an_archive_format_that_takes_another_s_suffix_is_told(tmp_path: Path) -> None:
    with added(archives, "shiny", ARCHIVE.format(suffix=archive_formats()["tar"].suffix), tmp_path):
        assert ["shiny and tar both claim .tar"] == suffix_law(archive_formats().values())


# notice sources

SOURCE = """
from hatch_oaml.notices._contract import NoticeSource
from hatch_oaml.recognition.passage import Passage
SOURCE = NoticeSource(name="shiny", suffixes=("{suffix}",), read_text=lambda path, text: (Passage(text=text[6:]),))
"""


def test_a_new_source_of_notices_reads_its_files(tmp_path: Path) -> None:
    with added(notices, "shiny", SOURCE.format(suffix=".shiny"), tmp_path):
        assert "shiny" == source_of(archive_path("a.shiny"))[0].name
        [found] = extract(archive_path("a.shiny"), b"SHINY Copyright 2024 Ostrava Loom").notices
        assert "Copyright 2024 Ostrava Loom" == found.text
        assert [] == source_law(sources())


def test_a_source_that_takes_another_s_suffix_is_told(tmp_path: Path) -> None:
    with added(notices, "shiny", SOURCE.format(suffix=".ipynb"), tmp_path):
        assert ["notebook and shiny both claim .ipynb"] == source_law(sources())


# formats of the report

REPORT = """
from hatch_oaml.reports._contract import ReportFormat
FORMAT = ReportFormat(name="shiny", render=lambda report, language, look: f"{len(report.errors)} {language}",
                      render_several=lambda reports, language, look: "several", at_once=True)
"""


def test_a_new_format_of_the_report_can_be_asked_for(tmp_path: Path, release_with: ReleaseWith) -> None:
    from hatch_oaml.pipeline import judge  # noqa: PLC0415  # beside what it is asked for

    with added(reports, "shiny", REPORT, tmp_path):
        assert "shiny" in report_names()
        assert "0 zh" == report_format("shiny").render(judge(release_with()), "zh", PLAIN)
    refused = CliRunner().invoke(main, ["check", "--format", "dull"])
    assert 2 == refused.exit_code
    assert all(name in refused.output for name in report_names())


# stores

STORE = """
from hatch_oaml.stores._contract import StoreKind
STORE = StoreKind(name="shiny", schemes=("{scheme}",), extra="shiny", connect=lambda scheme: f"{{scheme}} shines")
"""


def test_a_new_kind_of_store_is_found_by_its_scheme(tmp_path: Path) -> None:
    with added(stores, "shiny", STORE.format(scheme="shiny"), tmp_path):
        assert "shiny shines" == str(store_of("shiny://bucket/key"))
        assert [] == scheme_law(store_kinds())


def test_a_kind_of_store_that_takes_another_s_scheme_is_told(tmp_path: Path) -> None:
    with added(stores, "shiny", STORE.format(scheme="s3"), tmp_path):
        assert ["s3 and shiny both claim s3://"] == scheme_law(store_kinds())


# commands

COMMAND = """
import click

@click.command()
def shiny() -> None:
    click.echo("it shines")
"""


def test_a_new_command_runs(tmp_path: Path) -> None:
    with added(commands, "shiny", COMMAND, tmp_path):
        assert "shiny" in CliRunner().invoke(main, ["--help"]).output
        assert "it shines\n" == CliRunner().invoke(main, ["shiny"]).output


# what is no member

FAMILIES = {archives: "FORMAT", weights: "FORMAT", notices: "SOURCE", reports: "FORMAT", stores: "STORE"}


@pytest.mark.parametrize(("family", "attribute"), FAMILIES.items(), ids=lambda value: getattr(value, "__name__", value))
def test_a_file_that_offers_nothing_is_told(family: ModuleType, attribute: str, tmp_path: Path) -> None:
    finders = {
        archives: archive_formats,
        weights: weight_formats,
        notices: sources,
        reports: report_formats,
        stores: store_kinds,
    }

    with (
        added(family, "dull", "", tmp_path),
        pytest.raises(AttributeError, match=rf"\.dull is in a folder whose modules each offer `{attribute}`"),
    ):
        finders[family]()


def test_helpers_are_no_members() -> None:
    assert not any(name.startswith("_") for name in names(weights.__path__))
