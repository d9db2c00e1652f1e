"""What Hatchling wrote is taken apart into members that lie in the tree, and members that we must keep ourselves."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from hatch_oaml.packing.hatchling_archives import sdist_members, set_aside, wheel_members, without
from hatch_oaml.records.members import BytesContent, FileContent, Member
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.members import members
from tests.project.test_hatchling_selection import configure, plant

if TYPE_CHECKING:
    from collections.abc import Callable

links = pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")
LARGE = 9 << 20


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    folder = tmp_path / "spool"
    folder.mkdir()
    return folder


def a_wheel(path: Path, contents: dict[str, bytes], *, executable: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in contents.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (0o100755 if name == executable else 0o100644) << 16
            archive.writestr(info, data)
    return path


def an_sdist(path: Path, fill: Callable[[tarfile.TarFile], None]) -> Path:
    with gzip.open(path, "wb") as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        fill(archive)
    return path


def plain(archive: tarfile.TarFile, name: str, data: bytes, mode: int = 0o644) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(data), mode
    archive.addfile(info, io.BytesIO(data))


# wheels


def test_a_wheel_s_members_come_in_their_order_without_record(tmp_path: Path, spool: Path) -> None:
    wheel = a_wheel(
        tmp_path / "x.whl",
        {"pkg/a.py": b"code", "pkg/gen.py": b"made", "x-1.dist-info/METADATA": b"M", "x-1.dist-info/RECORD": b"R"},
        executable="pkg/gen.py",
    )

    assert [
        Member(
            path=archive_path("pkg/a.py"),
            content=FileContent(source="/tree/a.py", size=4, expected=sha256_of(b"code")),
        ),
        Member(path=archive_path("pkg/gen.py"), content=BytesContent(data=b"made"), executable=True),
        Member(path=archive_path("x-1.dist-info/METADATA"), content=BytesContent(data=b"M")),
    ] == list(wheel_members(wheel, {"pkg/a.py": "/tree/a.py"}, spool))


def test_a_file_that_is_merely_called_record_stays(tmp_path: Path, spool: Path) -> None:
    wheel = a_wheel(tmp_path / "x.whl", {"pkg/RECORD": b"mine"})

    assert ["pkg/RECORD"] == [member.path for member in wheel_members(wheel, {}, spool)]


def test_the_record_of_what_is_vendored_stays(tmp_path: Path, spool: Path) -> None:
    wheel = a_wheel(tmp_path / "a.whl", {"vendor/b-1.dist-info/RECORD": b"b", "a-1.dist-info/RECORD": b""})

    assert ["vendor/b-1.dist-info/RECORD"] == [member.path for member in wheel_members(wheel, {}, spool)]


@pytest.mark.parametrize("size", [(8 << 20) - 1, 8 << 20])
def test_what_is_small_and_nowhere_on_disk_is_kept_in_memory(tmp_path: Path, spool: Path, size: int) -> None:
    wheel = a_wheel(tmp_path / "x.whl", {"gen.bin": bytes(size)})

    [member] = wheel_members(wheel, {}, spool)

    assert BytesContent(data=bytes(size)) == member.content
    assert [] == list(spool.iterdir())


def test_what_is_large_and_nowhere_on_disk_is_put_aside(tmp_path: Path, spool: Path) -> None:
    data = {name: os.urandom(1024) * (LARGE >> 10) for name in ("a/gen.bin", "b/gen.bin")}
    wheel = a_wheel(tmp_path / "x.whl", data)

    found = list(wheel_members(wheel, {}, spool))

    contents = {str(member.path): member.content for member in found}
    assert all(isinstance(content, FileContent) and content.size == LARGE for content in contents.values())
    assert data == {
        name: Path(content.source).read_bytes()
        for name, content in contents.items()
        if isinstance(content, FileContent)
    }
    assert 2 == len(list(spool.iterdir()))


def test_the_members_of_hatchling_s_own_wheel_are_what_it_packed(tmp_path: Path, spool: Path) -> None:
    plant(tmp_path, "pkg/__init__.py", "pkg/data.txt")
    (tmp_path / "README.md").write_text("x" * LARGE, encoding="utf-8")
    metadata = configure(tmp_path, {}, readme="README.md")
    small = Path(next(WheelBuilder(metadata.root, None, None, metadata).build(directory=str(tmp_path / "out"))))

    held = members(small)
    found = {str(member.path): member for member in wheel_members(small, {}, spool)}

    assert held.keys() - {"pkg-1.0.dist-info/RECORD"} == found.keys()
    description = found["pkg-1.0.dist-info/METADATA"].content
    assert isinstance(description, FileContent)
    assert held["pkg-1.0.dist-info/METADATA"] == Path(description.source).read_bytes()


# sdists


def test_an_sdist_s_files_come_in_their_order_and_nothing_else(tmp_path: Path, spool: Path) -> None:
    def fill(archive: tarfile.TarFile) -> None:
        plain(archive, "x-1/a.py", b"code", 0o755)
        folder = tarfile.TarInfo("x-1/folder")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
        stray = tarfile.TarInfo("x-1/stray")
        stray.type, stray.linkname = tarfile.SYMTYPE, "a.py"
        archive.addfile(stray)
        plain(archive, "x-1/PKG-INFO", b"made")

    sdist = an_sdist(tmp_path / "x.tar.gz", fill)

    assert [
        Member(
            path=archive_path("x-1/a.py"),
            content=FileContent(source="/tree/a.py", size=4, expected=sha256_of(b"code")),
            executable=True,
        ),
        Member(path=archive_path("x-1/PKG-INFO"), content=BytesContent(data=b"made")),
    ] == list(sdist_members(sdist, {"a.py": "/tree/a.py"}, spool))


@links
def test_links_in_hatchling_s_sdist_become_what_they_lead_to(tmp_path: Path, spool: Path) -> None:
    root = tmp_path / "project"
    plant(tmp_path, "elsewhere")
    plant(root, "a.txt")
    (root / "a.txt").chmod(0o755)
    (root / "link.txt").symlink_to("../elsewhere")
    os.link(root / "a.txt", root / "twin.txt")
    metadata = configure(root, {})
    small = next(SdistBuilder(metadata.root, None, None, metadata).build(directory=str(tmp_path / "out")))
    with tarfile.open(small) as archive:
        kinds = {info.name: info.type for info in archive}
    assert {tarfile.SYMTYPE, tarfile.LNKTYPE} < set(kinds.values())

    placed = {name: str(root / name) for name in ("a.txt", "link.txt", "twin.txt", "pyproject.toml")}
    found = {str(member.path): member for member in sdist_members(Path(small), placed, spool)}

    assert ["pkg-1.0/PKG-INFO", *sorted(f"pkg-1.0/{name}" for name in placed)] == sorted(found)
    content = found["pkg-1.0/link.txt"].content
    assert FileContent(source=str(root / "link.txt"), size=len("at elsewhere")) == content
    assert [True, True, False] == [found[f"pkg-1.0/{name}"].executable for name in ("a.txt", "twin.txt", "link.txt")]


# what builds wrote


def never(_path: str) -> bool:
    return False


def test_what_lies_below_an_output_folder_of_the_archive_is_dropped() -> None:
    paths = ("x-1/out/a.whl", "x-1/out", "x-1/outer/b", "out/c", "x-1/sub/out/d")
    found = [Member(path=archive_path(path), content=BytesContent(data=b"")) for path in paths]

    assert ["x-1/out", "x-1/outer/b", "out/c", "x-1/sub/out/d"] == [
        member.path for member in without(found, ("out", "dist"), "x-1", never)
    ]
    assert ["x-1/out/a.whl", "x-1/out", "x-1/outer/b", "x-1/sub/out/d"] == [
        member.path for member in without(found, ("out",), "", never)
    ]


# setting aside


def test_while_the_archive_is_made_none_has_its_name_and_afterwards_nothing_is_left(tmp_path: Path) -> None:
    artifact = tmp_path / "x.whl"
    artifact.write_bytes(b"small")

    with set_aside(artifact) as (small, spool):
        assert not artifact.exists()
        assert b"small" == small.read_bytes()
        (spool / "large").write_bytes(b"x")

    assert [] == list(tmp_path.iterdir())


def test_a_failure_leaves_nothing_either(tmp_path: Path) -> None:
    artifact = tmp_path / "x.whl"
    artifact.write_bytes(b"small")

    with pytest.raises(ZeroDivisionError), set_aside(artifact):
        raise ZeroDivisionError

    assert [] == list(tmp_path.iterdir())


@links
def test_what_a_killed_process_left_behind_is_removed_and_what_a_living_one_holds_is_not(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from hatch_oaml.packing.hatchling_archives import set_aside\n"
        "with set_aside(Path(sys.argv[1])): print('ready', flush=True); time.sleep(60)"
    )
    owners = []
    for _ in range(2):
        (tmp_path / "x.whl").write_bytes(b"small")
        owner = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "x.whl")], stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert owner.stdout is not None
        assert "ready\n" == owner.stdout.readline()
        owners.append(owner)
    killed, living = owners
    killed.kill()
    killed.communicate()
    try:
        assert 2 == len(list(tmp_path.iterdir()))
        (tmp_path / "x.whl").write_bytes(b"small")
        with set_aside(tmp_path / "x.whl"):
            assert 2 == len(list(tmp_path.iterdir()))
        assert 1 == len(list(tmp_path.iterdir()))
    finally:
        living.kill()
        living.communicate()
