"""Archives of anybody's are read as trees: nothing is unpacked, nothing in them can harm, and each says what its folder says."""

from __future__ import annotations

import gzip
import io
import shutil
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
import zstandard

from hatch_oaml.published.reading import tree_at
from hatch_oaml.values.errors import SourceError
from tests.building import project_in
from tests.comparing import comparison, found_in, paths
from tests.conftest import FIXTURES, LICENSE
from tests.finished import FORMATS, built
from tests.members import silent
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from hatch_oaml.compared import Comparison

PROJECTS = FIXTURES / "projects"
BASE, DERIVATIVE = PROJECTS / "original-release", PROJECTS / "derivative-finetune"

Members = dict[str, bytes]


def members_in(folder: Path, above: str = "") -> Members:
    found = sorted(file for file in folder.rglob("*") if file.is_file() and "dist" not in file.parts)
    return {f"{above}{file.relative_to(folder).as_posix()}": file.read_bytes() for file in found}


def tar_of(members: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def zip_of(members: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def streamed(data: bytes) -> bytes:
    """As `zstd` writes what it is given through a pipe: frames that do not tell their size."""
    compressor = zstandard.ZstdCompressor(write_content_size=False).compressobj()
    return compressor.compress(data) + compressor.flush()


WRITERS: dict[str, Callable[[Mapping[str, bytes]], bytes]] = {
    "a.tar": tar_of,
    "a.tar.gz": lambda members: gzip.compress(tar_of(members)),
    "a.tgz": lambda members: gzip.compress(tar_of(members)),
    "two-members.tgz": lambda members: gzip.compress(tar_of(members)[:512]) + gzip.compress(tar_of(members)[512:]),
    "a.tar.zst": lambda members: streamed(tar_of(members)),
    "a.zip": zip_of,
    "a.whl": zip_of,
    "no-name-tells": tar_of,
}
every_kind = pytest.mark.parametrize("name", WRITERS)


def packed(folder: Path, name: str, members: Mapping[str, bytes]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(WRITERS[name](members))
    return folder / name


def told(found: Comparison) -> tuple[object, ...]:
    """All of a comparison but what the sides are called."""
    files = [(file.path, file.state, file.role, file.was, file.must_be_told, file.told) for file in found.files]
    notices = [(one.path, one.notice, one.state, one.here, one.line, one.now) for one in found.notices]
    return found.license, found.license_path, files, notices


@every_kind
@pytest.mark.parametrize("above", ["", "lantern-0.2.0/"])
def test_an_archive_says_what_its_folder_says(tmp_path: Path, name: str, above: str) -> None:
    release = packed(tmp_path / "ours", name, members_in(DERIVATIVE, above))
    base = packed(tmp_path / "theirs", name, members_in(BASE, above))

    assert told(comparison(DERIVATIVE, BASE)) == told(comparison(release, base))
    assert [] == found_in(release, base)


@every_kind
def test_tensors_are_compared_in_an_archive_too(tmp_path: Path, name: str) -> None:
    release = packed(tmp_path / "ours", name, members_in(DERIVATIVE))
    base = packed(tmp_path / "theirs", name, members_in(BASE))

    [expected] = comparison(DERIVATIVE, BASE, tensors=True).bases
    [found] = comparison(release, base, tensors=True).bases
    assert expected.tensors is not None
    assert expected.tensors.changed
    assert expected.tensors == found.tensors


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Path]]:
    """An archive of every format of ours, of the derivative and of its base."""
    folder = tmp_path_factory.mktemp("ours")
    (folder / "base").mkdir()
    base = shutil.copytree(BASE, folder / "base" / "project", ignore=shutil.ignore_patterns("dist*"))
    return {"release": built(project_in(folder)), "base": built(base)}


@pytest.mark.parametrize("name", FORMATS)
def test_an_archive_of_ours_is_held_against_one_of_ours(ours: dict[str, dict[str, Path]], name: str) -> None:
    release, base = ours["release"][name], ours["base"][name]

    assert [] == found_in(release, base)
    found = comparison(release, base)
    assert ["MODIFICATIONS.toml", "NOTICE", "README.md", "model-00002-of-00002.safetensors"] == paths(found, "modified")


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"oci", "wheel"}))
def test_an_archive_of_ours_that_was_changed_is_read_as_anybody_s(
    tmp_path: Path, ours: dict[str, dict[str, Path]], name: str
) -> None:
    form = {"zip": "a.zip", "sdist": "a.tgz"}.get(name, "a.tar")
    top = "lantern_chat-0.2.0"
    members = members_in(DERIVATIVE, f"{top}/") | {f"{top}/config.json": b"{}"}
    release = packed(tmp_path, form, members)

    assert [("silent-modification", "config.json")] == found_in(release, ours["base"][name])


@every_kind
@pytest.mark.parametrize("member", ["../outside.py", "/etc/passwd", "a/../../b", "a//b"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str, member: str) -> None:
    release = packed(tmp_path, name, {"LICENSE": LICENSE, member: b"x"})

    answer = run("compare", BASE, release)

    assert (2, "") == (answer.exit_code, answer.stdout)
    assert "do not unpack it" in answer.stderr


def test_a_name_that_comes_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tar_of({"a.py": b"1"})[:1024] + tar_of({"a.py": b"2"}))

    with pytest.raises(SourceError, match="another file of the same name"):
        tree_at(tmp_path / "a.tar", silent)


BOMBS: dict[str, Callable[[], bytes]] = {
    "a.tgz": lambda: gzip.compress(tar_of({"LICENSE": LICENSE, "weights.bin": bytes(200 << 20)})),
    "a.tar.zst": lambda: streamed(tar_of({"LICENSE": LICENSE, "weights.bin": bytes(200 << 20)})),
    "a.zip": lambda: zip_of({"LICENSE": LICENSE, "weights.bin": bytes(200 << 20)}),
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("side", ["release", "base"])
def test_a_bomb_is_not_unpacked(tmp_path: Path, name: str, side: str) -> None:
    (tmp_path / name).write_bytes(BOMBS[name]())
    sides = (BASE, tmp_path / name) if side == "release" else (tmp_path / name, BASE)

    answer = run("compare", *sides)

    assert 2 == answer.exit_code
    assert "as only a bomb does" in answer.stderr


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", ["empty", "letters", "gzip of no tar", "beginning of a ZIP", "Zstandard of no tar"])
def test_what_is_no_archive_ends_with_two_and_says_so(tmp_path: Path, kind: str, language: str) -> None:
    data = {
        "empty": b"",
        "letters": b"x" * 5000,
        "gzip of no tar": gzip.compress(b"no tar" * 200),
        "beginning of a ZIP": b"PK\x03\x04" + b"x" * 100,
        "Zstandard of no tar": streamed(b"x" * 4000),
    }
    (tmp_path / "model.bin").write_bytes(data[kind])

    answer = run("compare", BASE, tmp_path / "model.bin", "--lang", language)

    assert (2, "") == (answer.exit_code, answer.stdout)
    assert "model.bin" in answer.stderr
    assert "Traceback" not in answer.stderr


@every_kind
def test_an_archive_that_is_cut_short_ends_with_two(tmp_path: Path, name: str) -> None:
    release = packed(tmp_path, name, members_in(DERIVATIVE))
    release.write_bytes(release.read_bytes()[: release.stat().st_size // 2])

    assert 2 == run("compare", BASE, release).exit_code


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_packed_in_another_way_is_refused_with_what_to_do(tmp_path: Path, language: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("LICENSE", LICENSE)

    answer = run("compare", BASE, tmp_path / "a.zip", "--lang", language)

    assert (2, "") == (answer.exit_code, answer.stdout)
    told = {
        "en": "a.zip: `LICENSE` is encrypted or compressed in another way, which is not read here; unpack it and point to the folder",
        "zh": "a.zip：`LICENSE` 已加密或采用了其他压缩方式，此处不予读取；请解包后指向其文件夹",
    }
    assert told[language] in answer.stderr


def test_links_are_told_of_and_not_followed(tmp_path: Path) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for path, content in members_in(DERIVATIVE).items():
            info = tarfile.TarInfo(path)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("latest")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    (tmp_path / "a.tar").write_bytes(data.getvalue())

    answer = run("compare", BASE, tmp_path / "a.tar", "--lang", "en")

    assert 0 == answer.exit_code
    assert "1 link in it was not followed, such as `latest`" in answer.stderr


def test_a_wheel_s_metadata_are_no_content_but_its_legal_texts_are(tmp_path: Path) -> None:
    notice = b"Lantern\nCopyright 2025 Example Lab\n"
    wheel = {"lantern/chat.py": b"print('the lantern is lit')\n", "lantern-1.0.dist-info/METADATA": b"Name: lantern\n"}
    base = packed(tmp_path / "1", "a.whl", wheel | {"lantern-1.0.dist-info/licenses/NOTICE": notice})
    release = packed(
        tmp_path / "2",
        "a.whl",
        wheel
        | {"lantern-1.0.dist-info/METADATA": b"Name: lantern\nVersion: 2\n", "lantern-1.0.dist-info/LICENSE": LICENSE},
    )

    found = comparison(release, base)

    assert ["LICENSE"] == paths(found, "added")
    assert ["NOTICE"] == paths(found, "gone")
    assert [("dropped-notice-file", "NOTICE")] == found_in(release, base)


def test_a_release_somewhere_in_an_archive_of_anybody_s_is_not_the_whole(
    tmp_path: Path, ours: dict[str, dict[str, Path]]
) -> None:
    with tarfile.open(ours["base"]["tar"]) as archive:
        inner = {
            f"samples/{member.name}": archive.extractfile(member).read()  # type: ignore[union-attr]
            for member in archive.getmembers()
            if member.isfile()
        }
    base = packed(tmp_path, "a.tar", {"chat.py": b"print('the lantern is lit')\n", **inner})

    assert "chat.py" in [file.path for file in comparison(base, base).files]


def test_many_files_in_one_compressed_piece_are_read_in_one_go(tmp_path: Path) -> None:
    """Ten times as many take about ten times as long: going back to the start for each would take a hundred times."""
    members = {f"src/file{number}.py": b"print(%d)\n" % number for number in range(3000)}
    release = packed(tmp_path, "a.tgz", members)

    assert 3000 == len(tree_at(release, silent).inventory.files)
