"""In an environment each release is judged, whatever of its metadata is left."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.verification.environments import installed_releases
from tests.building import build, project_in
from tests.finished import members_of, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from click.testing import Result

    from tests.finished import Members

CHAT, TINY = "lantern_chat-0.2.0.dist-info", "lantern_tiny-1.0.0.dist-info"
PARTS = ("RECORD", "METADATA", "WHEEL", "")


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Members]:
    found = {}
    for name in ("derivative-finetune", "original-release"):
        folder = tmp_path_factory.mktemp(name)
        project_in(folder)
        done = build(folder / name, "-t", "wheel")
        assert 0 == done.returncode, done.stderr
        [wheel] = (folder / name / "dist").glob("*.whl")
        found[name] = members_of(wheel)
    return found


@pytest.fixture(params=["site-packages", "target"])
def site(request: pytest.FixtureRequest, wheels: Mapping[str, Members], tmp_path: Path) -> Path:
    site = tmp_path / str(request.param)
    for members in wheels.values():
        unpacked(members, site)
    return site


def verify(*paths: Path) -> Result:
    return CliRunner().invoke(main, ["verify", "--lang", "en", *map(str, paths)])


def take(site: Path, name: str) -> None:
    """A file of the metadata of one release, or all of them."""
    if name:
        (site / TINY / name).unlink()
    else:
        shutil.rmtree(site / TINY)


def test_each_release_is_found(site: Path) -> None:
    assert (site / CHAT, site / TINY) == installed_releases(site)
    assert 0 == verify(site).exit_code


@pytest.mark.parametrize("name", ["RECORD", ""])
def test_a_release_whose_metadata_do_not_tell_of_it_is_judged_by_its_manifest(name: str, site: Path) -> None:
    take(site, name)
    if not name and site.name == "target":
        pytest.skip("one wheel's metadata alone are a wheel that was unpacked")

    assert (site / CHAT, site / "lantern_tiny") == installed_releases(site)
    told = verify(site)
    assert 0 == told.exit_code
    assert "lantern_tiny agrees with its own manifest" in told.stdout
    assert "not seen: the wheel's metadata" in told.stdout


@pytest.mark.parametrize("name", ["METADATA", "WHEEL"])
def test_a_release_that_lost_other_metadata_is_refused(name: str, site: Path) -> None:
    take(site, name)

    told = verify(site)

    assert 1 == told.exit_code
    assert f"{TINY}/{name}: error[missing-member]" in told.stdout


@pytest.mark.parametrize("name", PARTS)
def test_changed_weights_are_seen_whatever_of_the_metadata_is_gone(name: str, site: Path) -> None:
    take(site, name)
    weights = min((site / "lantern_tiny").glob("*.safetensors"))
    weights.write_bytes(weights.read_bytes()[:-1] + b"\xff")

    told = verify(site)

    assert 1 == told.exit_code
    assert f"lantern_tiny/{weights.name}" in told.stdout


def test_a_record_that_tells_of_another_s_manifest_hides_none(site: Path) -> None:
    shutil.copy(site / CHAT / "RECORD", site / TINY / "RECORD")

    found = installed_releases(site)

    assert found is not None
    assert site / "lantern_tiny" in found


def test_a_manifest_that_a_release_lists_among_its_files_is_its_own(site: Path) -> None:
    (site / "lantern_chat" / "data" / "base").mkdir()
    shutil.copy(site / "lantern_tiny" / "OAML-MANIFEST.json", site / "lantern_chat" / "data" / "base")

    assert (site / CHAT, site / TINY) == installed_releases(site)


def test_a_release_below_folders_of_others_is_found(site: Path) -> None:
    shutil.rmtree(site / TINY)
    (site / "org" / "models").mkdir(parents=True)
    (site / "lantern_tiny").rename(site / "org" / "models" / "lantern_tiny")
    (site / "other-1.0.dist-info").mkdir()

    assert (site / CHAT, site / "org" / "models" / "lantern_tiny") == installed_releases(site)
