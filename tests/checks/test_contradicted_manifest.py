from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.checks.contradicted_manifest import CHECK
from hatch_oaml.rendering.manifest_text import text_of
from hatch_oaml.values.packed import Packed
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.release import Release
    from tests.conftest import PageShows, Sample

    Values = dict[str, Any]


@pytest.fixture(scope="module")
def clean() -> Release:
    from tests.finished import ROOT  # noqa: PLC0415

    return release_of_sample(ROOT / "fixtures" / CHECK.name / "clean")


def told(release: Release, manifest: bytes, version: str | None = None) -> list[str]:
    papers = release.held_against_manifest.papers
    assert papers is not None
    papers = replace(papers, manifest=Packed.of(manifest), version=version or papers.version)
    changed = replace(release, integrity=replace(release.held_against_manifest, papers=papers))
    return [finding.message.en for finding in CHECK.run(changed)]


def values(release: Release) -> Values:
    papers = release.held_against_manifest.papers
    assert papers is not None
    parsed: Values = json.loads(papers.manifest.whole())
    return parsed


UNTRUE: list[tuple[str, Callable[[Values], object]]] = [
    ("project.name", lambda manifest: manifest["project"].update(name="other")),
    ("license.path", lambda manifest: manifest["license"].update(path="README.md")),
    ("license.id", lambda manifest: manifest["license"].update(id="MIT")),
    ("root", lambda manifest: manifest.update(root="other")),
    ("bases", lambda manifest: manifest["bases"][0].update(name="other/model")),
    ("bases", lambda manifest: manifest["bases"].clear()),
    ("files.role", lambda manifest: manifest["files"][0].update(role="complementary")),
    ("files.kind", lambda manifest: manifest["files"][0].update(kind="data")),
    ("files.release", lambda manifest: manifest["files"][0].update(release=None)),
    ("files.size", lambda manifest: manifest["files"][0].update(size=1)),
    ("files.mode", lambda manifest: manifest["files"][0].update(mode="0755")),
    ("files.sha256", lambda manifest: manifest["files"][0].update(sha256="0" * 64)),
    ("files", lambda manifest: manifest["files"].pop()),
    ("notices", lambda manifest: manifest["notices"].pop()),
    ("writer.target", lambda manifest: manifest["writer"].update(target="wheel")),
    ("writer.format", lambda manifest: manifest["writer"].update(format="zip")),
    ("publisher", lambda manifest: manifest["publisher"][0].update(url="https://beacon.example")),
    ("files.verdict", lambda manifest: manifest["files"][0].update(verdict="lawful")),
    ("verdict", lambda manifest: manifest.update(verdict="lawful")),
    ("notices.by", lambda manifest: manifest["notices"][0].update(by="x")),
]


@pytest.mark.parametrize(("key", "change"), UNTRUE, ids=[f"{key}-{number}" for number, (key, _) in enumerate(UNTRUE)])
def test_what_is_not_so_is_told_by_its_key(clean: Release, key: str, change: Callable[[Values], object]) -> None:
    manifest = values(clean)
    change(manifest)

    assert [f"`{key}`"] == [message.split(" at ")[1].split(",")[0] for message in told(clean, text_of(manifest))]


def test_the_manifest_that_was_written_says_nothing_untrue(clean: Release) -> None:
    assert [] == told(clean, text_of(values(clean)))


@pytest.mark.parametrize(
    "write",
    [
        lambda manifest: json.dumps(manifest).encode(),
        lambda manifest: text_of(manifest) + b"\n",
        lambda manifest: text_of(dict(reversed(manifest.items()))),
        lambda manifest: text_of(manifest).replace(b'"size": ', b'"size": 1e0, "size": ', 1),
        lambda manifest: text_of({**manifest, "notices": manifest["notices"][::-1]}),
        lambda manifest: text_of({**manifest, "files": manifest["files"][::-1]}),
    ],
)
def test_the_same_in_other_bytes_is_refused(clean: Release, write: Callable[[Values], bytes]) -> None:
    manifest = values(clean)
    assert len(manifest["notices"]) > 1

    assert ["the manifest is not written as hatch-oaml writes it: other programs may read other things in it"] == told(
        clean, write(manifest)
    )


def test_another_version_may_call_a_kind_otherwise_and_a_role_not(clean: Release) -> None:
    manifest = values(clean)
    manifest["tool"]["version"] = "0.0.1"
    manifest["files"][0]["kind"] = "data"

    assert [] == told(clean, text_of(manifest), "0.0.1")
    manifest["files"][0]["role"] = "complementary"
    assert 1 == len(told(clean, text_of(manifest), "0.0.1"))
    assert 1 == len(told(clean, json.dumps(values(clean)).encode(), "0.0.1"))


@pytest.mark.parametrize("name", ["", "tar", "oci"])
def test_a_target_that_nobody_knows_is_none(clean: Release, name: str) -> None:
    papers = clean.held_against_manifest.papers
    assert papers is not None
    manifest = values(clean)
    manifest["writer"]["target"] = name
    written = replace(papers.written, target=name)
    papers = replace(papers, target=None, written=written, manifest=Packed.of(text_of(manifest)))
    changed = replace(clean, integrity=replace(clean.held_against_manifest, papers=papers))

    assert any(f'says `"{name}"` at `writer.target`' in finding.message.en for finding in CHECK.run(changed))


def test_a_notice_that_is_promised_in_vain_is_another_check_s(clean: Release) -> None:
    manifest = values(clean)
    manifest["notices"].append({**manifest["notices"][0], "text": "Copyright 1999 Nobody"})

    assert [] == told(clean, text_of(manifest))


def test_where_the_records_of_the_bases_are_gone_it_is_not_asked(clean: Release) -> None:
    assert [] == list(CHECK.run(replace(clean, upstream_is_known=False)))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
