"""What a build of the project wrote is no content of the next, wherever it was put."""

from __future__ import annotations

import shutil
import tarfile
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from hatch_oaml.archives import archive_formats
from hatch_oaml.project.own_archives import own_archives
from tests.building import PROJECTS, build
from tests.project.test_hatchling_selection import configure

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("wheels/pkg-1.0-py3-none-any.whl", True),
        ("out/pkg-1.0.tar.gz", True),
        ("PKG-2.0.1rc1.tar.gz", True),
        ("a/b/pkg-1.0.oaml.tar", True),
        ("pkg-1.0.oaml.tar.zst", True),
        ("pkg-1.0.oaml.zip.003", True),
        ("pkg-1.0.oaml.oci.tar", True),
        ("pkg-1.0.oaml.tar.sig", True),
        ("out/pkg-1.0.oaml.tar.zst.sig", True),
        ("out/pkg-1.0.oaml.zip.sig", True),
        ("wheels/pkg-1.0-py3-none-any.whl.sig", True),
        ("pkg-1.0.tar.gz.sig", True),
        ("pkg-1.0.oaml/model.safetensors", True),
        ("out/pkg-1.0.oaml/data/a.json", True),
        ("pkg-1.0.oaml", False),
        ("other-1.0.oaml/model.safetensors", False),
        ("model.sig", False),
        ("pkg-1.0.sig", False),
        ("wheels/other-1.0-py3-none-any.whl", False),
        ("pkg-data.tar.gz", False),
        ("pkg-tools-1.0.tar.gz", False),
        ("pkg.tar.gz", False),
        ("pkg-1.0/model.safetensors", False),
        ("data/pkg-1.0.zip", False),
    ],
)
def test_an_archive_of_the_project_is_known_by_its_name(tmp_path: Path, path: str, expected: bool) -> None:  # noqa: FBT001  # a truth table
    assert expected == own_archives(configure(tmp_path, {}))(path)


def test_an_archive_of_every_format_is_known_for_one(tmp_path: Path) -> None:
    """Of a wheel and an sdist by their own names."""
    is_own = own_archives(configure(tmp_path, {}))

    assert [] == [
        form.name
        for form in archive_formats().values()
        if form.target == "oaml" and not is_own(f"out/pkg-1.0.oaml{form.suffix}")
    ]


def test_what_was_built_into_a_package_s_folder_is_no_content_of_what_is_built_next(tmp_path: Path) -> None:
    root = tmp_path / "original-release"
    shutil.copytree(PROJECTS / root.name, root, ignore=shutil.ignore_patterns("dist*"))
    package = root / "lantern_tiny"
    for target in ("wheel", "sdist", "oaml", "oaml:folder", "wheel", "sdist"):
        built = build(root, "-t", target, "-d", "lantern_tiny/out")
        assert 0 == built.returncode, built.stderr

    [wheel], [sdist] = ([*(package / "out").glob(pattern)] for pattern in ("*.whl", "*.tar.gz"))
    with ZipFile(wheel) as zipped, tarfile.open(sdist) as packed:
        members = [*zipped.namelist(), *packed.getnames()]
    assert [] == [name for name in members if "/out/" in name]
    assert [name for name in members if name.endswith("lantern_tiny/__init__.py")]
