"""What lies in a wheel's `.dist-info` is derived, or listed by the manifest: RECORD alone vouches for nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.records.wheel_record import render_record
from hatch_oaml.rendering.manifest_text import text_of
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.building import build, project_in
from tests.finished import members_of, named_by, packed, resealed, unpacked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.finished import Members

WHEEL = "lantern_chat-0.2.0-py3-none-any.whl"
INFO = "lantern_chat-0.2.0.dist-info"
ENTRY_POINTS = f"{INFO}/entry_points.txt"
TABLES = """
[project.scripts]
lantern = "lantern_chat:folder"

[tool.hatch.build.targets.wheel]
extra-metadata = { "data/eval.jsonl" = "eval.jsonl" }
sbom-files = ["others.cdx.json"]
"""
LISTED = (
    ENTRY_POINTS,
    f"{INFO}/extra_metadata/eval.jsonl",
    f"{INFO}/licenses/third/terms.txt",
    f"{INFO}/sboms/others.cdx.json",
)

PUT_IN = (
    *(
        "entry_points.txt",
        "evil.py",
        "LICENSE",
        "COPYING",
        "direct_url.json",
        "REQUESTED",
        "RECORD.jws",
        "a\u202eb.txt",
    ),
    *("licenses/NOTICE.extra", "licenses/docs/MODIFICATIONS.md", "licenses/sub/LICENSE", "sboms/other.cdx.json"),
    *("extra_metadata/x.txt", "sub/METADATA", "sub/entry_points.txt"),
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Members:
    return _built(project_in(tmp_path_factory.mktemp("plain")))


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Members:
    """With all that Hatchling writes into the metadata by the project's own tables."""
    project = project_in(tmp_path_factory.mktemp("rich"))
    for path, text in {
        "third/terms.txt": "The terms of Wick.\n",
        "others.cdx.json": '{"bomFormat": "CycloneDX"}\n',
    }.items():
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    file = project / "pyproject.toml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("[project]\n", '[project]\nlicense-files = ["LICENSE", "NOTICE", "third/*"]\n', 1)
    file.write_text(f"{text}{TABLES}", encoding="utf-8")
    return _built(project)


def _built(project: Path) -> Members:
    done = build(project, "-t", "wheel")
    assert 0 == done.returncode, done.stderr
    return members_of(project / "dist" / WHEEL)


def with_right_record(members: Members) -> Members:
    record = archive_path(f"{INFO}/RECORD")
    rows = [(archive_path(path), sha256_of(data), len(data)) for path, data in members.items() if path != record]
    return {**members, record: render_record(record, rows)}


def listed(members: Members) -> list[str]:
    manifest = json.loads(members["lantern_chat/OAML-MANIFEST.json"])
    return [row["path"] for row in manifest["files"] if row["path"].startswith(f"{INFO}/")]


def test_the_manifest_lists_what_nothing_else_tells_of(plain: Members, rich: Members) -> None:
    assert [] == listed(plain)
    assert list(LISTED) == listed(rich)


def test_what_hatchling_writes_by_the_tables_of_the_project_is_no_fault(rich: Members, tmp_path: Path) -> None:
    folder = unpacked(rich, tmp_path / "site-packages")

    assert [] == named_by(packed(rich, tmp_path / WHEEL))
    assert [] == named_by(folder)
    assert [] == named_by(folder / INFO)
    assert [] == named_by(folder / "lantern_chat")


@pytest.mark.parametrize("name", PUT_IN)
def test_a_file_that_was_put_in_with_a_right_record_is_named(name: str, plain: Members, tmp_path: Path) -> None:
    path = f"{INFO}/{name}"
    members = with_right_record({**plain, path: b"[console_scripts]\npip = lantern_chat:evil\n"})

    assert ("extra-member", path) in named_by(packed(members, tmp_path / WHEEL))
    if name not in {"direct_url.json", "REQUESTED"}:  # what an installer puts there
        assert ("extra-member", path) in named_by(unpacked(members, tmp_path / "unpacked"))


@pytest.mark.parametrize("path", LISTED)
def test_a_listed_file_that_was_changed_or_taken_out_is_named(path: str, rich: Members, tmp_path: Path) -> None:
    changed = with_right_record({**rich, path: rich[path].replace(b"e", b"o", 1)})
    without = with_right_record({name: data for name, data in rich.items() if name != path})

    assert ("altered-member", path) in named_by(packed(changed, tmp_path / WHEEL))
    assert ("missing-member", path) in named_by(unpacked(without, tmp_path / "without"))


@pytest.mark.parametrize("name", ["METADATA", "entry_points.txt", "licenses/LICENSE"])
def test_metadata_of_another_project_are_named_though_the_manifest_lists_them(
    name: str, plain: Members, tmp_path: Path
) -> None:
    path = f"zzz-1.0.dist-info/{name}"
    place = "lantern_chat/OAML-MANIFEST.json"
    manifest = json.loads(plain[place])
    row = {"release": None, "role": "complementary", "kind": "other", "mode": "0644"}
    manifest["files"].append({"path": path, **row, "size": 2, "sha256": sha256_of(b"x\n")})
    members = resealed({**plain, path: b"x\n", place: text_of(manifest)})

    assert ("extra-member", path) in named_by(unpacked(members, tmp_path))


@pytest.mark.parametrize("name", ["METADATA", "licenses/LICENSE"])
def test_a_manifest_that_lists_what_is_derived_is_not_ours(name: str, plain: Members, tmp_path: Path) -> None:
    path, place = f"{INFO}/{name}", "lantern_chat/OAML-MANIFEST.json"
    manifest = json.loads(plain[place])
    row = {"path": path, "release": None, "role": "legal", "kind": "license", "size": 1, "mode": "0644", "sha256": ""}
    manifest["files"].append(row)
    manifest["files"].sort(key=lambda one: one["path"])

    members = resealed({**plain, place: text_of(manifest)})

    assert ("contradicted-manifest", path) in named_by(packed(members, tmp_path / WHEEL))


def test_the_commands_that_a_wheel_makes_are_its_publisher_s_to_sign(rich: Members, tmp_path: Path) -> None:
    members = resealed({**rich, ENTRY_POINTS: b"[console_scripts]\nlantern = lantern_chat:other\n"})

    assert [] == named_by(packed(members, tmp_path / WHEEL))
