"""What is removed is what was seen, and nothing that came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.storage.standing import identity_of, remove_if_unchanged, standing
from hatch_oaml.values.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path


def test_what_matches_is_seen_once_and_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.whl").write_bytes(b"a")
    (tmp_path / "b.tar").write_bytes(b"b")

    seen = standing(tmp_path, ["*.whl", "a.*"])

    assert [tmp_path / "a.whl"] == list(seen)
    assert identity_of(tmp_path / "a.whl") == seen[tmp_path / "a.whl"]
    assert identity_of(tmp_path / "c") is None
    assert {} == standing(tmp_path / "nowhere", ["*"])


def test_what_is_unchanged_is_removed_and_what_took_its_place_is_not(tmp_path: Path) -> None:
    for name in ("a.whl", "b.whl", "c.whl"):
        (tmp_path / name).write_bytes(b"earlier")
    seen = standing(tmp_path, ["*.whl"])
    (tmp_path / "new").write_bytes(b"another's")
    (tmp_path / "new").replace(tmp_path / "b.whl")
    (tmp_path / "c.whl").unlink()

    remove_if_unchanged(seen)

    assert [tmp_path / "b.whl"] == list(tmp_path.iterdir())


def test_what_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.whl").write_bytes(b"a")
    seen = standing(tmp_path, ["a.whl"])

    def refusing(_path: Path, *, missing_ok: bool = False) -> None:
        raise OSError(5, "Input/output error", f"{missing_ok}")

    monkeypatch.setattr(type(tmp_path), "unlink", refusing)

    with pytest.raises(WriteError, match=r"a\.whl: cannot be written \(Input/output error\)"):
        remove_if_unchanged(seen)
