"""What is read from an archive, and what is refused."""

from __future__ import annotations

import gzip
import hashlib
import io
import random
import struct
import tarfile
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats, digests_of, format_of
from hatch_oaml.records.members import BytesContent, Member
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path
from tests.members import content_of, silent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from hatch_oaml.records.members import Digests

    Written = Callable[..., tuple[Path, Digests]]

every_format = pytest.mark.parametrize("name", list(archive_formats()))


def is_whole(name: str, path: Path, digests: Digests, epoch: int) -> bool:
    """Whether the archive is told to have the very bytes that were written."""
    try:
        with closing(archive_formats()[name].read(path)) as reading:
            found = digests_of(reading, silent)
            return found == digests and reading.deviation(found, epoch=epoch) is None
    except SourceError:
        return False


@pytest.fixture
def few_members(file_member: Callable[..., Member]) -> list[Member]:
    return [
        file_member("demo-1.0/模型.bin", 200_000),
        file_member("demo-1.0/run.py", 300, executable=True),
        Member(path=archive_path("demo-1.0.dist-info/METADATA"), content=BytesContent(data=b"Name: demo\n")),
    ]


@every_format
def test_what_was_written_is_read(name: str, mixed_members: Sequence[Member], written: Written, epoch: int) -> None:
    path, digests = written(name, mixed_members)

    assert archive_formats()[name] is format_of(path)
    with closing(archive_formats()[name].read(path)) as reading:
        stored = [member for member in reading.members if not member.path.endswith("/RECORD")]
        assert sorted((member.path, member.content.size, member.executable) for member in mixed_members) == sorted(
            (member.path, member.size, member.executable) for member in stored
        )
        assert digests == digests_of(reading, silent)
        assert reading.deviation(digests, epoch=epoch) is None
        assert reading.deviation(digests, epoch=epoch + 2) is not None


@every_format
def test_progress_is_told_of_every_byte_read(name: str, mixed_members: Sequence[Member], written: Written) -> None:
    path, _ = written(name, mixed_members)
    counts: dict[str, int] = {}

    def progress(member: str, count: int) -> None:
        counts[member] = counts.get(member, 0) + count

    with closing(archive_formats()[name].read(path)) as reading:
        digests_of(reading, progress)

        assert {member.path: member.size for member in reading.members if member.size} == counts


@every_format
def test_no_bit_can_be_flipped_unseen(name: str, few_members: Sequence[Member], written: Written, epoch: int) -> None:
    path, digests = written(name, few_members)
    whole = path.read_bytes()
    chance = random.Random(name)  # noqa: S311  # reproducible
    outside = max(whole.find(few_members[1].path.encode()), 100)
    places = (
        {chance.randrange(len(whole)) for _ in range(150)} | set(range(40)) | set(range(len(whole) - 60, len(whole)))
    )
    assert is_whole(name, path, digests, epoch)

    for place in places | {outside - chance.randrange(40) for _ in range(20)}:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        assert not is_whole(name, path, digests, epoch), place


@every_format
def test_an_archive_cut_short_anywhere_is_seen(
    name: str, few_members: Sequence[Member], written: Written, epoch: int
) -> None:
    path, digests = written(name, few_members)
    whole = path.read_bytes()
    chance = random.Random(name)  # noqa: S311  # reproducible
    lengths = {chance.randrange(len(whole)) for _ in range(150)} | set(range(30)) | {len(whole) - 1, len(whole) - 600}

    for length in lengths:
        path.write_bytes(whole[:length])
        assert not is_whole(name, path, digests, epoch), length


@every_format
def test_an_archive_that_goes_on_behind_its_end_is_seen(
    name: str, few_members: Sequence[Member], written: Written, epoch: int
) -> None:
    path, digests = written(name, few_members)
    whole = path.read_bytes()

    for more in (b"\0", b"more", bytes(1024), whole):
        path.write_bytes(whole + more)
        assert not is_whole(name, path, digests, epoch), more[:10]


@every_format
@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06", bytes(10_000), b"\x1f\x8b\x08\x00" + bytes(99)])
def test_what_is_no_archive_is_refused_or_empty(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"a{archive_formats()[name].suffix}"
    path.write_bytes(data)

    try:
        with closing(archive_formats()[name].read(path)) as reading:
            assert reading.members == ()
            assert reading.deviation({}, epoch=0) is not None
    except SourceError as error:
        assert error.messages[0].en.startswith(path.name)  # noqa: PT017  # both outcomes are right
        assert error.messages[0].zh.startswith(path.name)  # noqa: PT017


@every_format
def test_a_file_that_does_not_exist_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"cannot be read \(No such file or directory\)"):
        archive_formats()[name].read(tmp_path / "none")


def test_the_format_is_known_by_the_name(tmp_path: Path) -> None:
    def name_of(file: str) -> str | None:
        form = format_of(tmp_path / file)
        return form.name if form else None

    assert [name_of(file) for file in ("a.oaml.tar", "a-1.0.tar.gz", "a-1.0-py3-none-any.whl", "a.oaml.zip")] == [
        "tar",
        "sdist",
        "wheel",
        "zip",
    ]
    assert [name_of(file) for file in ("a.oaml.tar.001", "a.zip.012", "a.bin", "tar", "a.001")] == [
        "tar",
        "zip",
        None,
        None,
        None,
    ]


def tar_of(path: Path, *infos: tarfile.TarInfo, form: int = tarfile.PAX_FORMAT) -> Path:
    with tarfile.open(path, "w", format=form) as archive:
        for info in infos:
            archive.addfile(info, io.BytesIO(bytes(info.size)))
    return path


def info_of(name: str, size: int = 3, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size = size
    info.type = kind
    info.linkname = "/etc/passwd" if kind in {tarfile.SYMTYPE, tarfile.LNKTYPE} else ""
    return info


HOSTILE_NAMES = ["/etc/passwd", "../up", "a/../../up", "a//b", "C:/x", "a\\b", "a/.", "./../b"]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_tar_member_that_would_leave_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    path = tar_of(tmp_path / "a.tar", info_of("fine"), info_of(name))

    with pytest.raises(SourceError, match="do not unpack it"):
        archive_formats()["tar"].read(path)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_zip_member_that_would_leave_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, b"x")

    with pytest.raises(SourceError, match="do not unpack it"):
        archive_formats()["zip"].read(path)


def test_a_member_with_a_longer_path_than_any_system_opens_is_refused(tmp_path: Path) -> None:
    """To look at each of its folders takes as long as the square of their number."""
    tar = tar_of(tmp_path / "a.tar", info_of("a/" * 200_000 + "f"))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a/" * 30_000 + "f", b"x")

    for path, form in ((tar, "tar"), (tmp_path / "a.zip", "zip")):
        with pytest.raises(SourceError, match="characters, more than any system opens"):
            archive_formats()[form].read(path)


@pytest.mark.parametrize("offset", [2**63 - 1, 2**63, 2**64 - 1, 1 << 40])
def test_a_zip_member_that_is_said_to_lie_outside_is_refused(offset: int, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ab", b"x")
    data = path.read_bytes()
    entry, end = data.rindex(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    extra = struct.pack("<HHQ", 1, 8, offset)
    head = bytearray(data[entry:end])
    head[30:32], head[42:46] = len(extra).to_bytes(2, "little"), b"\xff" * 4
    tail = bytearray(data[end:])
    tail[12:16] = (len(head) + len(extra)).to_bytes(4, "little")
    path.write_bytes(data[:entry] + bytes(head) + extra + bytes(tail))

    with pytest.raises(SourceError, match="`ab` lies outside of it"):
        archive_formats()["zip"].read(path)


def test_a_zip_whose_directory_is_said_to_lie_behind_its_end_is_damaged(tmp_path: Path) -> None:
    """Each member would lie before the beginning."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("ab", b"x")
    data = bytearray(path.read_bytes())
    data[-6:-2] = (1 << 20).to_bytes(4, "little")
    path.write_bytes(bytes(data))

    with pytest.raises(SourceError, match="`ab` lies outside of it"):
        archive_formats()["zip"].read(path)


def test_a_zip_directory_longer_than_its_entries_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(40):
            info = zipfile.ZipInfo(f"a{number}")
            info.comment = bytes(0xFFFF)
            archive.writestr(info, b"x")

    with pytest.raises(
        SourceError, match=r"its directory of 2,6\d\d,\d{3} bytes is longer than that of 40 files can be"
    ):
        archive_formats()["zip"].read(path)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (tarfile.SYMTYPE, "a symbolic link"),
        (tarfile.LNKTYPE, "a hard link"),
        (tarfile.CHRTYPE, "a device"),
        (tarfile.BLKTYPE, "a device"),
        (tarfile.FIFOTYPE, "a pipe"),
    ],
)
def test_a_tar_member_that_is_no_file_is_refused(kind: bytes, said: str, tmp_path: Path) -> None:
    path = tar_of(tmp_path / "a.tar", info_of("x", 0, kind))

    with pytest.raises(SourceError) as caught:
        archive_formats()["tar"].read(path)
    assert f"a.tar: holds `x`, {said}; do not unpack it" == caught.value.messages[0].en
    assert caught.value.messages[0].zh.endswith("；请勿解压")


def test_a_zip_member_that_is_a_link_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    info = zipfile.ZipInfo("link")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/passwd")

    with pytest.raises(SourceError, match="`link`, a link or a device; do not unpack it"):
        archive_formats()["zip"].read(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("names", "said"), [(("a", "a"), "of the same name"), (("a", "a/b/c"), "as if it were a folder")]
)
def test_two_members_that_cannot_both_be_unpacked_are_refused(names: Sequence[str], said: str, tmp_path: Path) -> None:
    tar = tar_of(tmp_path / "a.tar", *map(info_of, names))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in names:
            archive.writestr(name, b"x")

    with pytest.raises(SourceError, match=said):
        archive_formats()["tar"].read(tar)
    with pytest.raises(SourceError, match=said):
        archive_formats()["zip"].read(tmp_path / "a.zip")


def test_members_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("aa", bytes(1000))
        archive.writestr("ab", bytes(1000))
    data = path.read_bytes()
    second = data.rindex(b"PK\x01\x02")
    path.write_bytes((data[: second + 42] + bytes(4) + data[second + 46 :]).replace(b"ab", b"aa").replace(b"aa", b"ab"))

    with pytest.raises(SourceError):
        archive_formats()["zip"].read(path)


def test_a_member_that_grows_beyond_its_declared_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", bytes(50_000_000))
    data = path.read_bytes().replace((50_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path.write_bytes(data)

    reading = archive_formats()["zip"].read(path)
    with closing(reading), pytest.raises(SourceError, match="`bomb` is not what it should be"):
        digests_of(reading, silent)


@pytest.mark.parametrize("form", [tarfile.GNU_FORMAT, tarfile.PAX_FORMAT, tarfile.USTAR_FORMAT])
def test_tars_of_others_are_read_and_told_from_ours(form: int, tmp_path: Path) -> None:
    long = "d" * 90 + "/" + ("e" * 90 if form == tarfile.USTAR_FORMAT else "中" * 90)
    path = tar_of(
        tmp_path / "a.tar", info_of("d" * 90, 0, tarfile.DIRTYPE), info_of(long), info_of("./b", 0), form=form
    )

    with closing(archive_formats()["tar"].read(path)) as reading:
        assert [long, "b"] == [member.path for member in reading.members]
        digests = digests_of(reading, silent)
        assert hashlib.sha256(bytes(3)).hexdigest() == digests[archive_path(long)]
        assert reading.deviation(digests, epoch=0) is not None


@pytest.mark.parametrize("pax", [{"GNU.sparse.major": "1"}, {"size": "-1"}, {"size": "9" * 30}])
def test_extended_headers_that_mislead_are_refused(pax: Mapping[str, str], tmp_path: Path) -> None:
    info = info_of("x")
    info.pax_headers = dict(pax)

    with pytest.raises(SourceError):
        archive_formats()["tar"].read(tar_of(tmp_path / "a.tar", info))


def test_a_tar_that_promises_more_than_it_has_is_refused(tmp_path: Path) -> None:
    info = info_of("x")
    info.pax_headers = {"size": str(10**15)}

    with pytest.raises(SourceError, match="ends too early, before byte 1,000,000,0"):
        archive_formats()["tar"].read(tar_of(tmp_path / "a.tar", info))


@pytest.mark.parametrize("level", [0, 6])
def test_sdists_of_others_are_read_and_told_from_ours(level: int, tmp_path: Path) -> None:
    noise = random.Random(0).randbytes(3_000_000)  # noqa: S311  # reproducible
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for name, data in {"a": noise, "b": bytes(3_000_000), "c": b"c"}.items():
            archive.addfile(info_of(name, len(data)), io.BytesIO(data))
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(content.getvalue(), level))

    with closing(archive_formats()["sdist"].read(path)) as reading:
        digests = digests_of(reading, silent)
        assert hashlib.sha256(noise).hexdigest() == digests[archive_path("a")]
        assert content_of(reading, reading.members[2]) == b"c"
        assert noise == content_of(reading, reading.members[0])
        assert reading.deviation(digests, epoch=0) is not None


def test_wheels_of_others_are_read_and_told_from_ours(tmp_path: Path) -> None:
    path = tmp_path / "a.whl"
    data = b"print()\n" * 500_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("folder") if hasattr(archive, "mkdir") else None
        archive.writestr("a.py", data)
        archive.writestr("empty", b"")
        archive.writestr("a.dist-info/RECORD", b"a.py,,\n")

    with closing(archive_formats()["wheel"].read(path)) as reading:
        digests = digests_of(reading, silent)
        assert [member.path for member in reading.members] == ["a.py", "empty", "a.dist-info/RECORD"]
        assert hashlib.sha256(data).hexdigest() == digests[archive_path("a.py")]
        assert reading.deviation(digests, epoch=0) is not None


def test_encrypted_members_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", b"")
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    with pytest.raises(SourceError, match="`a` is encrypted or compressed in another way"):
        archive_formats()["zip"].read(path)


def test_a_record_that_lies_is_seen(few_members: Sequence[Member], written: Written, epoch: int) -> None:
    path, _ = written("wheel", few_members)
    data = path.read_bytes()
    lying = data.replace(b",11\n", b",12\n")
    assert data != lying
    path.write_bytes(lying)

    with closing(archive_formats()["wheel"].read(path)) as reading:
        assert reading.deviation(digests_of(reading, silent), epoch=epoch) is not None


def test_damage_in_one_of_many_ends_the_reading(file_member: Callable[..., Member], written: Written) -> None:
    members = [file_member(f"demo.dist-info/{number}", 3_000_000) for number in range(6)]
    path, _ = written("sdist", members)
    data = bytearray(path.read_bytes())
    data[10 + 65540 * 200] ^= 1  # the mark of a stored block
    path.write_bytes(data)

    reading = archive_formats()["sdist"].read(path)
    with closing(reading), pytest.raises(SourceError, match="what stands at byte 13,108,010 makes no sense"):
        digests_of(reading, silent)


@every_format
def test_a_member_is_read_by_itself(name: str, few_members: Sequence[Member], written: Written) -> None:
    path, _ = written(name, few_members)

    with closing(archive_formats()[name].read(path)) as reading:
        by_path = {member.path: member for member in reading.members}
        assert content_of(reading, by_path[archive_path("demo-1.0.dist-info/METADATA")]) == b"Name: demo\n"
