"""Through every frontend a lawful project is built, and an unlawful one is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults import FAULTS, SHARD
from tests.members import members

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.end_to_end.conftest import Frontend

pytestmark = pytest.mark.end_to_end

FRONTENDS = ("hatch build", "python -m build", "uv build", "pip wheel")
SDIST = "lantern_chat-0.2.0.tar.gz"
WHEEL = "lantern_chat-0.2.0-py3-none-any.whl"


@pytest.mark.parametrize("name", FRONTENDS)
def test_a_lawful_project_is_built(frontends: Mapping[str, Frontend], derivative: Path, name: str) -> None:
    built = frontends[name].build(derivative)

    assert 0 == built.returncode, built.stdout
    made = {path.name for path in (derivative / "dist").iterdir() if path.suffix in {".gz", ".whl"}}
    assert ({WHEEL} if name == "pip wheel" else {WHEEL, SDIST}) == made
    assert (derivative / SHARD).read_bytes() == members(derivative / "dist" / WHEEL)[f"lantern_chat/{SHARD}"]


def test_all_frontends_make_the_same_bytes(frontends: Mapping[str, Frontend], derivative: Path) -> None:
    made = {}
    for name in FRONTENDS:
        built = frontends[name].build(derivative)
        assert 0 == built.returncode, built.stdout
        made[name] = (derivative / "dist" / WHEEL).read_bytes()
        (derivative / "dist" / WHEEL).unlink()

    assert 1 == len(set(made.values()))


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", FRONTENDS)
def test_a_fault_is_refused(frontends: Mapping[str, Frontend], derivative: Path, name: str, fault: str) -> None:
    check, do = FAULTS[fault]
    do(derivative)

    built = frontends[name].build(derivative)

    assert 0 != built.returncode
    assert f"[{check}]" in built.stdout
    assert [] == [path for path in derivative.rglob("*") if path.suffix in {".gz", ".whl"}]


def test_pip_refuses_an_sdist_whose_license_was_changed_on_the_way(
    frontends: Mapping[str, Frontend], derivative: Path
) -> None:
    frontends["python -m build"].build(derivative, "--sdist")
    FAULTS["one word of the license changed"][1](derivative)
    (derivative / "PKG-INFO").write_text("Metadata-Version: 2.4\nName: lantern-chat\nVersion: 0.2.0\n")

    built = frontends["pip wheel"].build(derivative)

    assert 0 != built.returncode
    assert "[altered-license]" in built.stdout
