"""No code, text, picture or data file of well-known packages is taken for weights."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.weight_names import is_weight_name
from hatch_oaml.weights import content, may_be_weights

SITE = Path(sysconfig.get_path("purelib"))
PACKAGES = [
    "click",
    "coverage",
    "cryptography",
    "gguf",
    "h11",
    "h5py",
    "hatch",
    "hatchling",
    "hypothesis",
    "keyring",
    "ml_dtypes",
    "mypy",
    "numpy",
    "onnx",
    "packaging",
    "pathspec",
    "pip",
    "pygments",
    "pypdf",
    "pytest",
    "rich",
    "safetensors",
    "setuptools",
    "trove_classifiers",
    "virtualenv",
    "zstandard",
]
"""Installed for the tests; those that are."""

KNOWN = (
    ".pt",
    ".pth",
    ".onnx",
    ".pb",
    ".npy",
    ".npz",
    ".pkl",
    ".h5",
    ".hdf5",
    ".safetensors",
    ".gguf",
    ".bin",
    ".tflite",
)
"""Samples of weight files and arrays that packages of this field have among their tests."""


def files() -> list[Path]:
    return [file for name in PACKAGES for file in sorted((SITE / name).rglob("*")) if file.is_file()]


def by_content(file: Path) -> bool:
    with file.open("rb") as opened:
        head = opened.read(4096)
    return may_be_weights(head) and content(archive_path(file.name), file) is not None


def test_nothing_of_well_known_packages_is_taken_for_weights() -> None:
    found = files()
    alarms = [file.relative_to(SITE).as_posix() for file in found if is_weight_name(file.name) or by_content(file)]

    assert len(found) > 3000
    assert [] == [path for path in alarms if not path.removesuffix(".gz").endswith(KNOWN)]
