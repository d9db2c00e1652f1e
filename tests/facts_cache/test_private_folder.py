"""What others could have put into the cache is nothing, and nothing is put where others own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.facts_cache.private_folder import create_private, is_private, make_private, open_private

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")

as_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
STRANGER = 4321


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "above" / "cache"

    assert make_private(str(folder))
    assert make_private(str(folder)), "and is found again"
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o701])
def test_a_folder_that_others_may_enter_is_left_and_not_believed(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(mode)
    (folder / "facts").write_bytes(b"all is well")

    assert not make_private(str(folder))
    assert open_private(str(folder), "facts") is None
    assert folder.stat().st_mode & 0o777 == mode


def test_a_link_to_a_private_folder_is_none(tmp_path: Path) -> None:
    real = tmp_path / "real"
    assert make_private(str(real))
    (tmp_path / "link").symlink_to(real)

    assert not make_private(str(tmp_path / "link"))


def test_a_file_is_read_if_it_is_a_file_and_no_link(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert make_private(str(folder))
    with create_private(str(folder / "facts")) as file:
        file.write(b"facts")
    (folder / "link").symlink_to(folder / "facts")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")

    found = open_private(str(folder), "facts")
    assert found is not None
    with found:
        assert found.read() == b"facts"
    assert (folder / "facts").stat().st_mode & 0o777 == 0o600
    assert open_private(str(folder), "pipe") is None
    for name in ("link", "folder", "missing"):
        with pytest.raises(OSError):  # noqa: PT011  # which one is the system's word for it
            open_private(str(folder), name)
    with pytest.raises(FileExistsError):
        create_private(str(folder / "facts"))


@as_root
def test_what_belongs_to_somebody_else_is_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    assert make_private(str(folder))
    (folder / "facts").write_bytes(b"all is well")

    os.chown(folder / "facts", STRANGER, STRANGER)
    assert open_private(str(folder), "facts") is None

    os.chown(folder / "facts", 0, 0)
    os.chown(folder, STRANGER, STRANGER)
    assert not is_private(str(folder))
    assert open_private(str(folder), "facts") is None


@as_root
def test_root_makes_nothing_in_the_home_of_somebody_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, STRANGER, STRANGER)

    assert not make_private(str(home / ".cache" / "hatch-oaml"))
    assert [] == list(home.iterdir())
