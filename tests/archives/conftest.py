from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats
from hatch_oaml.records.members import BytesContent, FileContent, LateContent, Member
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hatch_oaml.records.members import Digests

EPOCH = 1580601600  # 2020-02-02, a Sunday


@pytest.fixture
def epoch() -> int:
    return EPOCH


@pytest.fixture
def file_member(tmp_path: Path) -> Callable[..., Member]:
    """Makes a file of reproducible noise, and the member that ships it."""
    folder = tmp_path / "sources"
    folder.mkdir()

    def make(path: str, size: int, *, executable: bool = False) -> Member:
        source = folder / str(len(list(folder.iterdir())))
        source.write_bytes(random.Random(path).randbytes(size))  # noqa: S311  # noise, not a secret
        content = FileContent(source=str(source), size=size)
        return Member(path=archive_path(path), content=content, executable=executable)

    return make


@pytest.fixture
def mixed_members(file_member: Callable[..., Member]) -> list[Member]:
    """All kinds of contents, names and sizes, so that each format has to show what it can."""
    sizes = (0, 1, 511, 512, 513, 65535, 65536, 131072, (1 << 20) - 512, 1 << 20, (1 << 20) + 1, 3_000_000)
    names = ("README.md", "模型/权重.bin", "with space, and comma", "d/" * 60 + "deep", 'quo"te', "l" * 100, "l" * 101)
    return [
        *(file_member(f"demo-1.0/{size}.bin", size, executable=size == 1) for size in sizes),
        late("demo-1.0/MANIFEST", lambda digests: digests[archive_path("demo-1.0/SUMMARY.txt")].encode()),
        *(Member(path=archive_path(f"demo-1.0/{name}"), content=BytesContent(data=name.encode())) for name in names),
        Member(path=archive_path("demo-1.0/large.json"), content=BytesContent(data=b"[0]" * 1_000_000)),
        Member(path=archive_path("demo-1.0/SUMMARY.txt"), content=BytesContent(data=b"sum")),
        late("demo-1.0/SUMS", lambda digests: digests[archive_path("demo-1.0/MANIFEST")].encode()),
        Member(path=archive_path("demo-1.0.dist-info/METADATA"), content=BytesContent(data=b"Name: demo\n")),
    ]


def late(path: str, render: Callable[[Digests], bytes]) -> Member:
    return Member(path=archive_path(path), content=LateContent(size=64, pieces=lambda digests: [render(digests)]))


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., tuple[Path, Digests]]:
    """Writes an archive of a format, known by its name, and answers where it is and what the writer learnt."""

    def write(name: str, members: Sequence[Member], *, at: int = EPOCH) -> tuple[Path, Digests]:
        form = archive_formats()[name]
        path = tmp_path / f"archive{form.suffix}"
        with drafted(path) as file:
            digests = form.write(file, members, epoch=at, progress=silent)
        return path, digests

    return write


@pytest.fixture
def contents(mixed_members: Sequence[Member]) -> Mapping[str, bytes]:
    """What a reader must find for the mixed members, late ones aside."""
    return {
        member.path: member.content.data
        if isinstance(member.content, BytesContent)
        else Path(member.content.source).read_bytes()
        for member in mixed_members
        if not isinstance(member.content, LateContent)
    }
