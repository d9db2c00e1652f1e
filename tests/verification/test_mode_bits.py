"""The mode bits of every member are those that were written: a receiver's unpacker sets them."""

from __future__ import annotations

import io
import json
import struct
import tarfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.rendering.manifest_text import text_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import prefix_of
from hatch_oaml.verification.opening import open_archive
from tests.building import build, project_in
from tests.finished import FORMATS, built, errors_of, members_of, named_by, packed, resealed, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.finished import Members

    Archives = Mapping[str, Path]

PERMISSIONS = range(12)
ALL_OF = ("0.2.0/LICENSE", "lantern_chat/LICENSE", "METADATA")
"""Of these members each bit is flipped, of the others the one that makes them executable."""
_DIRECTORY_ENTRY = b"PK\x01\x02"
_EXECUTABLE = 6


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    project = project_in(tmp_path_factory.mktemp("project"))
    (project / "run.sh").write_text("#!/bin/sh\nexec python3 -m lantern_chat\n", encoding="utf-8")
    (project / "run.sh").chmod(0o755)
    return built(project)


def is_seen(archive: Path) -> bool:
    try:
        return bool(errors_of(archive))
    except SourceError:
        return True


def flips(name: str) -> Iterator[int]:
    yield from PERMISSIONS if name.endswith(ALL_OF) else (_EXECUTABLE,)


def flipped_tars(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each with the checksum of the header made right again."""
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for info in archive:
            head = info.offset_data - tarfile.BLOCKSIZE
            for bit in flips(info.name):
                header = bytearray(data[head : head + tarfile.BLOCKSIZE])
                header[100:108] = b"%07o\0" % (info.mode ^ 1 << bit)
                header[148:156] = b" " * 8
                header[148:156] = b"%06o\0 " % sum(header)
                yield f"{info.name} bit {bit}", data[:head] + bytes(header) + data[head + tarfile.BLOCKSIZE :]


def flipped_zips(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each bit of the external attributes, and of the system that is said to have made them."""
    place = data.find(_DIRECTORY_ENTRY)
    while place >= 0:
        size = struct.unpack_from("<H", data, place + 28)[0]
        name = data[place + 46 : place + 46 + size].decode()
        wanted = range(32) if name.endswith(ALL_OF) else (16 + _EXECUTABLE,)
        for offset, bit in [*((38, bit) for bit in wanted), *((5, bit) for bit in range(8) if len(wanted) > 1)]:
            changed = bytearray(data)
            changed[place + offset + bit // 8] ^= 1 << bit % 8
            yield f"{name} offset {offset} bit {bit}", bytes(changed)
        place = data.find(_DIRECTORY_ENTRY, place + 46)


@pytest.mark.parametrize("name", ["zip", "wheel"])
def test_no_attribute_of_a_zip_can_be_flipped_unseen(name: str, archives: Archives, tmp_path: Path) -> None:
    target = tmp_path / archives[name].name
    tried = 0
    for what, data in flipped_zips(archives[name].read_bytes()):
        target.write_bytes(data)
        assert is_seen(target), what
        tried += 1

    assert tried > 50


@pytest.mark.parametrize("name", ["tar", "oci"])
def test_no_mode_of_a_tar_can_be_flipped_unseen(name: str, archives: Archives, tmp_path: Path) -> None:
    target = tmp_path / archives[name].name
    tried = 0
    for what, data in flipped_tars(archives[name].read_bytes()):
        target.write_bytes(data)
        assert is_seen(target), what
        tried += 1

    assert tried > (20 if name == "tar" else 12)


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_executable_and_is_not_any_more_is_named(name: str, archives: Archives, tmp_path: Path) -> None:
    plain = packed(members_of(archives[name]), tmp_path / archives[name].name)

    assert [("contradicted-manifest", "run.sh")] == [
        (check, path.rpartition("/")[2]) for check, path in named_by(plain)
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_folder_has_the_modes_that_its_file_system_gives(name: str, archives: Archives, tmp_path: Path) -> None:
    folder = unpacked(members_of(archives[name]), tmp_path)
    (next(folder.rglob("LICENSE"))).chmod(0o755)

    assert [] == named_by(folder)


NEVER_EXECUTABLE = (
    *("LICENSE", "NOTICE", "MODIFICATIONS.md", "MODIFICATIONS.toml", "lantern-tiny.toml"),
    *("model-00001-of-00002.safetensors", ".cdx.json", "OAML-MANIFEST.json", "SHA256SUMS", "METADATA", "WHEEL"),
)
"""By the end of their names."""


@pytest.mark.parametrize("name", FORMATS)
def test_a_model_a_legal_text_and_a_paper_are_not_executable_wherever_all_files_are(name: str, tmp_path: Path) -> None:
    project = project_in(tmp_path)
    for path in project.rglob("*"):
        path.chmod(0o755)
    target = name if name in {"wheel", "sdist"} else f"oaml:{name}"
    done = build(project, "-t", target)
    assert 0 == done.returncode, done.stderr
    [archive] = [path for path in project.glob("dist*/*") if path.name.startswith("lantern")]

    with closing(open_archive(archive)) as reading:
        modes = {member.path: member.executable for member in reading.members}

    assert [] == [path for path, executable in modes.items() if executable and path.endswith(NEVER_EXECUTABLE)]
    assert [True, True] == [
        executable for path, executable in modes.items() if path.endswith(("/__init__.py", "/eval.jsonl"))
    ]
    assert [] == named_by(archive)


@pytest.mark.parametrize("ending", NEVER_EXECUTABLE)
@pytest.mark.parametrize("name", FORMATS)
def test_what_is_never_executable_is_refused_though_mode_and_manifest_say_the_same(
    name: str, ending: str, archives: Archives, tmp_path: Path
) -> None:
    members = members_of(archives[name])
    marked = {path for path in members if path.endswith((ending, "/run.sh"))}
    target = tmp_path / archives[name].name

    forged = packed(with_modes(members, marked), target, marked)

    assert is_seen(forged) == any(path.endswith(ending) for path in marked)


@pytest.mark.parametrize("name", FORMATS)
def test_which_complementary_files_are_executable_is_the_publisher_s_to_say(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    members = members_of(archives[name])
    marked = {path for path in members if path.endswith(("/run.sh", "/eval.jsonl"))}

    assert [] == named_by(packed(with_modes(members, marked), tmp_path / archives[name].name, marked))


def with_modes(members: Members, executable: set[str]) -> Members:
    """As a manifest that tells of these modes has them."""
    place = min((path for path in members if path.endswith("OAML-MANIFEST.json")), key=len)
    manifest = json.loads(members[place])
    above = prefix_of(manifest["root"])
    for row in manifest["files"]:
        row["mode"] = "0755" if above + row["path"] in executable else "0644"
    return resealed({**members, place: text_of(manifest)})
