"""Every file of a release gets its place in an archive, and no two files the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.packing.assembly import assemble_tree, assemble_wheel
from hatch_oaml.records.listing import Written
from hatch_oaml.records.manifest import parse_manifest
from hatch_oaml.records.members import BytesContent, FileContent, LateContent, Member
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import UNKNOWN, sha256_of
from hatch_oaml.values.errors import ChangedWhileReadingError, SourceError
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.packing.assembly import Assembly
    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath
    from tests.conftest import FileWith, ReleaseWith

TREE = Written(target="oaml", root="x-1", epoch=1)
WHEEL = Written(target="wheel", root="", epoch=1)
METADATA = Member(path=archive_path("x-1.dist-info/METADATA"), content=BytesContent(data=b"M"))
GENERATED = ("MODIFICATIONS.md", "OAML-BOM.cdx.json", "OAML-MANIFEST.json", "SHA256SUMS")


@pytest.fixture
def files(file_with: FileWith) -> list[ReleaseFile]:
    return [
        file_with("LICENSE", "L"),
        file_with("MODIFICATIONS.toml", "format = 1\noriginal = true\n"),
        file_with("model.safetensors", "weights", sha256=None, mtime_ns=5),
        file_with("example_model/run.sh", "#!", executable=True),
    ]


@pytest.fixture
def release(release_with: ReleaseWith, files: list[ReleaseFile]) -> Release:
    return release_with(files=files)


def packed(path: str, source: str, data: bytes) -> Member:
    """As Hatchling packed it from the tree."""
    content = FileContent(source=source, size=len(data), expected=sha256_of(data))
    return Member(path=archive_path(path), content=content)


def made(path: str) -> Member:
    return Member(path=archive_path(path), content=BytesContent(data=path.encode()))


def names(assembly: Assembly) -> list[str]:
    return [str(member.path) for member in assembly.members]


def rendered(assembly: Assembly) -> dict[str, bytes]:
    """The late members as a writer would have them, in order."""
    digests: dict[ArchivePath, Sha256] = {}
    for member in assembly.members:
        if isinstance(member.content, BytesContent):
            digests[member.path] = sha256_of(member.content.data)
        elif isinstance(member.content, FileContent):
            digests[member.path] = member.content.expected or sha256_of(b"weights")
    found = {}
    for member in assembly.members:
        if isinstance(member.content, LateContent):
            found[str(member.path)] = data = member.content.render(digests)
            assert member.content.size == len(data)
            digests[member.path] = sha256_of(data)
    return found


def wheel(release: Release, hatchling_members: Sequence[Member] = (METADATA,), **places: str) -> Assembly:
    """A file is where `places` say, else below the import name."""
    paths = {
        file.path: archive_path(
            places.get(
                file.path,
                file.path if file.path.startswith("example_model/") else f"example_model/{file.path}",
            )
        )
        for file in release.inventory
    }
    return assemble_wheel(release, hatchling_members, paths, WHEEL)


# below one folder


def test_a_tree_keeps_the_release_s_paths_and_gets_four_files_in_byte_order(release: Release) -> None:
    assembly = assemble_tree(release, (), TREE)

    assert [
        *("x-1/LICENSE", "x-1/MODIFICATIONS.md", "x-1/MODIFICATIONS.toml", "x-1/OAML-BOM.cdx.json"),
        *("x-1/OAML-MANIFEST.json", "x-1/SHA256SUMS", "x-1/example_model/run.sh", "x-1/model.safetensors"),
    ] == names(assembly)
    assert {file.path: f"x-1/{file.path}" for file in release.inventory} == assembly.member_paths


def test_each_file_is_read_from_its_source_and_must_be_what_was_judged(release: Release) -> None:
    by_path = {str(member.path): member for member in assemble_tree(release, (), TREE).members}

    assert [
        Member(
            path=archive_path("x-1/model.safetensors"),
            content=FileContent(source="/project/model.safetensors", size=7, mtime_ns=5),
        ),
        Member(
            path=archive_path("x-1/example_model/run.sh"),
            content=FileContent(source="/project/example_model/run.sh", size=2, expected=sha256_of(b"#!")),
            executable=True,
        ),
    ] == [by_path["x-1/model.safetensors"], by_path["x-1/example_model/run.sh"]]


def test_what_hatchling_made_stays_and_what_we_made_before_goes(release: Release) -> None:
    small = [made("x-1/PKG-INFO"), *(made(f"x-1/{name}") for name in GENERATED), made("x-1/sub/SHA256SUMS")]

    assembly = assemble_tree(release, small, TREE)

    by_path = {str(member.path): member for member in assembly.members}
    assert made("x-1/PKG-INFO") == by_path["x-1/PKG-INFO"]
    assert made("x-1/sub/SHA256SUMS") == by_path["x-1/sub/SHA256SUMS"]
    assert all(isinstance(by_path[f"x-1/{name}"].content, LateContent) for name in GENERATED)


def test_the_manifest_lists_all_but_itself_and_the_checksums(release: Release) -> None:
    ours_of_before = (made(f"x-1/{name}") for name in GENERATED)
    assembly = assemble_tree(release, [made("x-1/PKG-INFO"), made("x-1/setup.py"), *ours_of_before], TREE)

    manifest = parse_manifest(rendered(assembly)["x-1/OAML-MANIFEST.json"])

    assert [
        ("x-1/LICENSE", "LICENSE", "legal", "license"),
        ("x-1/MODIFICATIONS.md", None, "legal", "modifications"),
        ("x-1/MODIFICATIONS.toml", "MODIFICATIONS.toml", "legal", "modifications"),
        ("x-1/OAML-BOM.cdx.json", None, "legal", "bill-of-materials"),
        ("x-1/PKG-INFO", None, "complementary", "configuration"),
        ("x-1/example_model/run.sh", "example_model/run.sh", "complementary", "code"),
        ("x-1/model.safetensors", "model.safetensors", "model", "weights"),
        ("x-1/setup.py", None, "complementary", "code"),
    ] == [(file.path, file.release, file.role, file.kind) for file in manifest.files]
    assert UNKNOWN not in {file.sha256 for file in manifest.files}


def test_the_checksums_are_of_all_other_members(release: Release) -> None:
    found = rendered(assemble_tree(release, (), TREE))

    lines = {line[66:]: line[:64] for line in found["x-1/SHA256SUMS"].decode().splitlines()}
    assert [
        *("LICENSE", "MODIFICATIONS.md", "MODIFICATIONS.toml", "OAML-BOM.cdx.json", "OAML-MANIFEST.json"),
        *("example_model/run.sh", "model.safetensors"),
    ] == list(lines)
    assert sha256_of(found["x-1/OAML-MANIFEST.json"]) == lines["OAML-MANIFEST.json"]
    assert sha256_of(b"weights") == lines["model.safetensors"]


def test_the_legal_members_are_the_legal_files_and_what_we_write(release: Release) -> None:
    expected = {f"x-1/{name}" for name in ("LICENSE", "MODIFICATIONS.toml", *GENERATED)}

    assert expected == assemble_tree(release, (), TREE).legal


def test_digests_of_members_are_digests_of_release_files(release: Release) -> None:
    assembly = assemble_tree(release, (), TREE)
    digests = {archive_path("x-1/model.safetensors"): sha256_of(b"w"), archive_path("x-1/PKG-INFO"): sha256_of(b"p")}

    assert {"model.safetensors": sha256_of(b"w")} == assembly.release_digests(digests)


def test_a_file_that_hatchling_packed_otherwise_than_it_was_judged_has_changed(release: Release) -> None:
    small = [packed("x-1/example_model/run.sh", "/project/example_model/run.sh", b"#?")]

    with pytest.raises(ChangedWhileReadingError) as caught:
        assemble_tree(release, small, TREE)
    assert "example_model/run.sh" == caught.value.path


@pytest.mark.parametrize(
    "member",
    [
        packed("x-1/example_model/run.sh", "/project/example_model/run.sh", b"#!"),
        packed("x-1/example_model/run.sh", "/elsewhere/run.sh", b"#?"),
        packed("x-1/model.safetensors", "/project/model.safetensors", b"anything"),
        made("x-1/example_model/run.sh"),
    ],
    ids=["the same bytes", "another source", "not yet judged", "no file"],
)
def test_what_cannot_be_compared_or_is_equal_has_not_changed(release: Release, member: Member) -> None:
    assert "x-1/model.safetensors" in names(assemble_tree(release, [member], TREE))


# wheels


def test_a_wheel_has_the_release_below_the_import_name_and_the_legal_files_in_dist_info(release: Release) -> None:
    assembly = wheel(release)

    assert [
        *("example_model/LICENSE", "example_model/MODIFICATIONS.md", "example_model/MODIFICATIONS.toml"),
        *("example_model/OAML-MANIFEST.json", "example_model/SHA256SUMS", "example_model/model.safetensors"),
        *("example_model/run.sh", "x-1.dist-info/METADATA", "x-1.dist-info/licenses/LICENSE"),
        *("x-1.dist-info/licenses/MODIFICATIONS.md", "x-1.dist-info/licenses/MODIFICATIONS.toml"),
        "x-1.dist-info/sboms/example_model.cdx.json",
    ] == names(assembly)
    assert {"LICENSE", "MODIFICATIONS.toml", "model.safetensors", "example_model/run.sh"} == set(assembly.member_paths)


def test_the_bill_of_materials_tells_of_what_the_manifest_lists_but_of_itself(release: Release) -> None:
    for assembly, root, bill in (
        (assemble_tree(release, [made("x-1/PKG-INFO")], TREE), "x-1/", "x-1/OAML-BOM.cdx.json"),
        (wheel(release), "", "x-1.dist-info/sboms/example_model.cdx.json"),
    ):
        found = rendered(assembly)
        manifest = parse_manifest(next(data for path, data in found.items() if path.endswith("/OAML-MANIFEST.json")))
        told = {
            file["name"]: file["hashes"][0]["content"]
            for file in json.loads(found[bill])["components"][0]["components"]
        }

        assert {file.path.removeprefix(root): file.sha256 for file in manifest.files if file.path != bill} == told


def test_another_bill_of_materials_in_its_place_is_refused(release: Release) -> None:
    with pytest.raises(SourceError) as caught:
        wheel(release, [METADATA, made("x-1.dist-info/sboms/example_model.cdx.json")])
    message = caught.value.messages[0]
    assert message.en.startswith("x-1.dist-info/sboms/example_model.cdx.json: every wheel gets a bill of materials")
    assert "`sbom-files`" in message.zh


def test_both_pages_of_a_wheel_are_the_same(release: Release) -> None:
    found = rendered(wheel(release))

    assert found["example_model/MODIFICATIONS.md"] == found["x-1.dist-info/licenses/MODIFICATIONS.md"]


def test_what_hatchling_placed_stays_where_it_is(release: Release) -> None:
    small = [METADATA, packed("other/place.lic", "/project/LICENSE", b"L"), made("x-1.data/scripts/tool")]

    assembly = wheel(release, small, LICENSE="other/place.lic")

    assert "other/place.lic" == assembly.member_paths[archive_path("LICENSE")]
    assert "example_model/LICENSE" not in names(assembly)
    assert "x-1.data/scripts/tool" in names(assembly)


def test_a_license_that_hatchling_put_into_dist_info_is_kept_as_it_is(release: Release) -> None:
    own = made("x-1.dist-info/licenses/LICENSE")

    assert own in wheel(release, [METADATA, own]).members


def test_the_manifest_and_the_checksums_of_a_wheel_leave_dist_info_to_record(release: Release) -> None:
    found = rendered(wheel(release))

    listed = [entry["path"] for entry in json.loads(found["example_model/OAML-MANIFEST.json"])["files"]]
    assert [f"example_model/{name}" for name in ("LICENSE", "MODIFICATIONS.md", "MODIFICATIONS.toml")] == listed[:3]
    assert not [path for path in listed if ".dist-info/" in path]
    assert b"dist-info" not in found["example_model/SHA256SUMS"]


def test_another_file_at_a_release_file_s_place_is_refused(release: Release) -> None:
    small = [METADATA, packed("example_model/LICENSE", "/project/src/other", b"other")]

    with pytest.raises(SourceError) as caught:
        wheel(release, small)
    expected = Bilingual(
        en="LICENSE: goes to `example_model/LICENSE` in the wheel, where another file lies already; rename that one, or"
        " take it out of the wheel",
        zh="LICENSE：在 wheel 中应放到 `example_model/LICENSE`，但该处已有另一个文件；请将后者改名，或将其移出 wheel",
    )
    assert (expected,) == caught.value.messages


def test_the_same_bytes_at_a_release_file_s_place_are_not_refused(release: Release) -> None:
    small = [METADATA, packed("example_model/LICENSE", "/project/src/LICENSE", b"L")]

    assert "example_model/LICENSE" in names(wheel(release, small))


def test_a_file_that_a_hook_made_in_memory_is_not_overwritten(release: Release) -> None:
    generated = Member(path=archive_path("example_model/LICENSE"), content=BytesContent(data=b"made by a hook"))

    with pytest.raises(
        SourceError, match="LICENSE: goes to `example_model/LICENSE` in the wheel, where another file lies"
    ):
        wheel(release, [METADATA, generated])


def test_what_hatchling_put_into_the_metadata_is_never_executable(release: Release) -> None:
    entry_points = Member(
        path=archive_path("x-1.dist-info/entry_points.txt"), content=BytesContent(data=b"[x]"), executable=True
    )

    executable = {str(member.path): member.executable for member in wheel(release, (METADATA, entry_points)).members}

    assert not executable["x-1.dist-info/entry_points.txt"]
    assert executable["example_model/run.sh"]
