"""A compressed tar is read to its end, as far as its size lets it be."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import sys
import tarfile
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.values.paths import archive_path
from hatch_oaml.weights import Content, _unpacking, content
from tests.growing import grows_linearly

if TYPE_CHECKING:
    from collections.abc import Callable

if sys.version_info >= (3, 14):
    from compression.zstd import compress as zstandard
else:
    import zstandard as _zstandard

    zstandard = _zstandard.compress

_HEADER = b'{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}'
WEIGHTS = len(_HEADER).to_bytes(8, "little") + _HEADER + bytes(8)
LARGE = random.Random(7).randbytes(1 << 18)  # noqa: S311  # reproducible noise, no secret
TEXT = LARGE.hex().encode()
COMPRESSIONS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard,
}


def tar_of(**members: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in members.items():
            entry = tarfile.TarInfo(name.replace("_", "."))
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return file.getvalue()


def content_of(data: bytes, name: str = "bundle") -> Content | None:
    return content(archive_path(name), io.BytesIO(data), len(data))


BEHIND = tar_of(tokenizer_json=TEXT, model_safetensors=WEIGHTS)


@pytest.mark.parametrize("compress", COMPRESSIONS.values(), ids=COMPRESSIONS)
def test_weights_far_behind_the_start_are_found(compress: Callable[[bytes], bytes]) -> None:
    assert Content("tar", "box") == content_of(compress(BEHIND))
    assert Content("tar", "box") == content_of(compress(tar_of(tokenizer_json=TEXT, part=WEIGHTS)))
    assert Content("tar", "container") == content_of(compress(tar_of(tokenizer_json=TEXT, model_pt=TEXT)))


@pytest.mark.parametrize("compress", COMPRESSIONS.values(), ids=COMPRESSIONS)
def test_a_large_archive_without_weights_is_none(compress: Callable[[bytes], bytes]) -> None:
    assert content_of(compress(tar_of(tokenizer_json=TEXT, notes_txt=TEXT, photo_jpg=LARGE))) is None


@pytest.mark.parametrize("compress", COMPRESSIONS.values(), ids=COMPRESSIONS)
def test_streams_one_behind_the_other_are_one(compress: Callable[[bytes], bytes]) -> None:
    middle = len(BEHIND) // 2

    assert Content("tar", "box") == content_of(compress(BEHIND[:middle]) + compress(BEHIND[middle:]))


@pytest.mark.parametrize("compress", COMPRESSIONS.values(), ids=COMPRESSIONS)
def test_what_is_cut_is_read_as_far_as_it_goes(compress: Callable[[bytes], bytes]) -> None:
    data = compress(tar_of(tokenizer_json=TEXT, model_safetensors=WEIGHTS, photo_jpg=LARGE * 8))

    assert Content("tar", "box") == content_of(data[:-1000])
    assert content_of(data[: len(data) // 20]) is None


def test_of_what_is_longer_than_is_read_somebody_has_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_unpacking, "_MOST", 3 << 17)

    assert Content("tar", "container") == content_of(gzip.compress(tar_of(notes_txt=TEXT, more_txt=TEXT)))


def test_a_bomb_takes_time_of_its_own_size() -> None:
    bombs = {size: gzip.compress(tar_of(a_txt=bytes(size), b_txt=b"")) for size in (4 << 20, 32 << 20)}

    assert Content("tar", "container") == content_of(bombs[32 << 20])
    assert grows_linearly(lambda size: content_of(bombs[size]), 32 << 20)


def test_a_name_that_is_longer_than_is_read_is_not_read() -> None:
    first, name = tarfile.TarInfo("a.txt"), tarfile.TarInfo("././@LongLink")
    first.size, name.type, name.size = len(TEXT), tarfile.GNUTYPE_LONGNAME, 1 << 30

    assert Content("tar", "container") == content_of(
        gzip.compress(first.tobuf() + TEXT + name.tobuf() + bytes(9 << 20))
    )
