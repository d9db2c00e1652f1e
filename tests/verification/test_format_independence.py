"""Nothing in the papers of a release depends on the format that it is written in: one signature serves all formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats
from tests.building import build, project_in
from tests.finished import built, errors_of, members_of, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.finished import Members

    Archives = Mapping[str, Members]

RELEASE_FORMATS = tuple(name for name, form in archive_formats().items() if form.target == "oaml")
IN_ONE_PIECE = "tar"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    """The members of one archive of every format."""
    return {name: members_of(path) for name, path in built(project_in(tmp_path_factory.mktemp("project"))).items()}


def in_volumes(project: Path) -> Members:
    with (project / "pyproject.toml").open("a") as file:
        file.write('\n[tool.hatch.build.targets.oaml]\nvolume-size = "20kB"\n')
    done = build(project, "-t", "oaml:tar")
    assert 0 == done.returncode, done.stderr
    return members_of(next(project.glob("dist-oaml/*.001")))


@pytest.mark.parametrize("name", RELEASE_FORMATS)
def test_manifest_and_checksums_are_the_same_bytes_in_every_format(name: str, archives: Archives) -> None:
    papers = [path for path in archives[name] if path.endswith(("/OAML-MANIFEST.json", "/SHA256SUMS"))]

    assert 2 == len(papers)
    assert [archives[IN_ONE_PIECE][path] for path in papers] == [archives[name][path] for path in papers]


@pytest.mark.parametrize("name", RELEASE_FORMATS)
def test_every_member_is_the_same_in_every_format(name: str, archives: Archives) -> None:
    assert archives[IN_ONE_PIECE] == archives[name]


def test_a_release_in_volumes_is_the_same_release(archives: Archives, tmp_path: Path) -> None:
    assert archives[IN_ONE_PIECE] == in_volumes(project_in(tmp_path))


@pytest.mark.parametrize("name", RELEASE_FORMATS)
def test_what_was_written_in_one_format_may_be_written_again_in_another(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    suffix = archive_formats()[name].suffix

    assert [] == errors_of(packed(archives[IN_ONE_PIECE], tmp_path / f"lantern_chat-0.2.0.oaml{suffix}"))


def test_a_wheel_and_an_sdist_are_releases_of_their_own(archives: Archives) -> None:
    papers = {
        name: next(data for path, data in archives[name].items() if path.endswith("/SHA256SUMS"))
        for name in (IN_ONE_PIECE, "sdist", "wheel")
    }

    assert 3 == len(set(papers.values()))


@pytest.mark.parametrize("name", ["sdist", "wheel"])
def test_what_one_target_holds_is_refused_in_a_format_of_another(name: str, archives: Archives, tmp_path: Path) -> None:
    found = errors_of(packed(archives[name], tmp_path / "lantern_chat-0.2.0.oaml.zip"))

    assert "altered-envelope" in {ruling.check for ruling in found}
    assert [] == errors_of(unpacked(archives[name], tmp_path / "unpacked"))
