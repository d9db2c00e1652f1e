"""No code, text, picture or data file of well-known packages is taken for weights: the formats' own libraries judge."""

from __future__ import annotations

import gzip
import io
import pickletools
from importlib.metadata import distributions
from pathlib import Path
from typing import TYPE_CHECKING

import h5py  # type: ignore[import-untyped]
import numpy as np
import onnx
import pytest

from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.weight_names import is_weight_name
from hatch_oaml.weights import content, may_be_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def installed() -> Iterator[Path]:
    """Every file of every package of this environment, those beside the packages' folders too."""
    for distribution in distributions():
        for file in distribution.files or ():
            path = Path(str(file.locate()))
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def format_of(file: Path) -> str | None:
    """None for what is no weight file, "a name alone" for what only its name makes one."""
    with file.open("rb") as opened:
        is_candidate = may_be_weights(opened.read(4096))
        found = content(archive_path(file.name), opened, file.stat().st_size) if is_candidate else None
    if found is not None:
        return found.format
    return "a name alone" if is_weight_name(file.name) else None


def unpacked(file: Path) -> bytes:
    data = file.read_bytes()
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def opens_as_hdf5(data: bytes) -> None:
    with h5py.File(io.BytesIO(data)) as opened:
        list(opened)


def opens_as_arrays(data: bytes) -> None:
    """Arrays of objects are not unpickled: those of Python 2 no longer can be."""
    if data.startswith(b"PK"):
        assert np.load(io.BytesIO(data)).files
    else:
        np.lib.format.read_magic(io.BytesIO(data))


LIBRARIES: dict[str, Callable[[bytes], object]] = {
    "hdf5": opens_as_hdf5,
    "numpy": opens_as_arrays,
    "onnx": onnx.load_model_from_string,
    "pickle": lambda data: list(pickletools.genops(data)),
}
"""They raise for what is not of their format; for a format that is not here, a hit is a false alarm."""


def test_nothing_of_well_known_packages_is_taken_for_weights_that_their_library_would_not_open() -> None:
    files = sorted(set(installed()))
    found = {file: form for file in files if (form := format_of(file)) is not None}

    assert len(files) > 5000
    assert found, "the samples of onnx and numpy at least"
    assert [] == [str(file) for file, form in found.items() if not opens(file, form)]


def opens(file: Path, form: str) -> bool:
    if form not in LIBRARIES:
        return False
    try:
        LIBRARIES[form](unpacked(file))
    except Exception:  # noqa: BLE001  # whatever a library says of what is not its own
        return False
    return True


@pytest.mark.parametrize("form", [*LIBRARIES, "a name alone"])
def test_the_judge_can_say_no(tmp_path: Path, form: str) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"\x0b\0 no weights")

    assert not opens(file, form)
