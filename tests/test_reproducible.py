"""The same tree makes the same bytes, whatever surrounds the build; another tree, or another date, makes others."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats
from tests.conftest import FIXTURES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Digests = dict[str, str]
    """The digest of each archive, by its name."""

EXAMPLE = FIXTURES / "projects" / "derivative-finetune"
EXPECTED = sorted(
    [
        *("lantern_chat-0.2.0-py3-none-any.whl", "lantern_chat-0.2.0.tar.gz"),
        *(f"lantern_chat-0.2.0.oaml{form.suffix}" for form in archive_formats().values() if form.target == "oaml"),
    ]
)
RELEASE_FORMATS = ",".join(name for name, form in archive_formats().items() if form.target == "oaml")
CHINESE = "数据/评测 集.jsonl"
INTERPRETERS = ("python3.10", "python3.11", "python3.12", "python3.13", "python3.14")

posix = pytest.mark.skipif(sys.platform == "win32", reason="there is nothing like it on Windows")


def lay_out(project: Path, *, backwards: bool = False) -> Path:
    """The example, with names in Chinese, an executable and two equal files, made one after the other."""
    ignored = ("dist", "dist-oaml", "__pycache__")
    files = sorted(file for file in EXAMPLE.rglob("*") if file.is_file() and not set(ignored) & set(file.parts))
    for file in files[::-1] if backwards else files:
        target = project / file.relative_to(EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    for name in (CHINESE, "twin-a.txt", "twin-b.txt", "serve.sh"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text("{}\n", encoding="utf-8")
    (project / "serve.sh").chmod(0o755)
    return project


def build(project: Path, python: str = sys.executable, **environment: str) -> Digests:
    kept = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "LANG", "LC_ALL"}}
    done = subprocess.run(
        [python, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist", "-t", f"oaml:{RELEASE_FORMATS}"],
        cwd=project,
        env=kept | environment,
        capture_output=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr.decode()
    made = sorted(file for file in project.glob("dist*/**/*") if file.is_file())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in made}


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Digests:
    return build(lay_out(tmp_path_factory.mktemp("reference")))


def test_there_is_something_to_compare(reference: Digests) -> None:
    assert EXPECTED == sorted(reference)


def test_another_folder_changes_nothing(tmp_path: Path, reference: Digests) -> None:
    assert reference == build(lay_out(tmp_path / "模型" / "a folder" / ("deep" * 20)))


@posix
def test_a_folder_that_is_reached_by_a_link_changes_nothing(tmp_path: Path, reference: Digests) -> None:
    lay_out(tmp_path / "real")
    (tmp_path / "link").symlink_to("real")

    assert reference == build(tmp_path / "link")


@pytest.mark.end_to_end
@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "EST5EDT"},
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "LANG": "zh_CN.GB18030"},
        {"LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4294967295"},
        {"PYTHONOPTIMIZE": "2"},
        {"SOURCE_DATE_EPOCH": "1580601600"},
        {"HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody"},
    ],
    ids=lambda environment: ",".join(f"{name}={value}" for name, value in environment.items()),
)
def test_the_environment_changes_nothing(tmp_path: Path, reference: Digests, environment: dict[str, str]) -> None:
    assert reference == build(lay_out(tmp_path / "project"), **environment)


@posix
@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_a_umask_changes_nothing(tmp_path: Path, reference: Digests, mask: int) -> None:
    before = os.umask(mask)
    try:
        assert reference == build(lay_out(tmp_path / "project"))
    finally:
        os.umask(before)


@posix
def test_permissions_other_than_the_owner_s_right_to_run_change_nothing(tmp_path: Path, reference: Digests) -> None:
    project = lay_out(tmp_path / "project")
    for file in project.rglob("*"):
        file.chmod(file.stat().st_mode & 0o700)

    assert reference == build(project)


@pytest.mark.parametrize("seconds", [0, 1, 2_000_000_000, 5_000_000_000])
def test_times_of_files_change_nothing(tmp_path: Path, reference: Digests, seconds: int) -> None:
    project = lay_out(tmp_path / "project")
    for file in project.rglob("*"):
        os.utime(file, (seconds, seconds))

    assert reference == build(project)


def test_the_order_in_which_files_were_made_changes_nothing(tmp_path: Path, reference: Digests) -> None:
    assert reference == build(lay_out(tmp_path / "project", backwards=True))


def test_hard_links_change_nothing(tmp_path: Path, reference: Digests) -> None:
    project = lay_out(tmp_path / "project")
    (project / "twin-b.txt").unlink()
    os.link(project / "twin-a.txt", project / "twin-b.txt")

    assert reference == build(project)


@posix
def test_a_file_that_is_a_link_inside_the_project_changes_nothing(tmp_path: Path, reference: Digests) -> None:
    project = lay_out(tmp_path / "project")
    (project / "twin-b.txt").unlink()
    (project / "twin-b.txt").symlink_to("twin-a.txt")

    assert reference == build(project)


def test_building_a_second_time_in_the_same_place_changes_nothing(tmp_path: Path, reference: Digests) -> None:
    project = lay_out(tmp_path / "project")
    build(project)

    assert reference == build(project)


@pytest.mark.parametrize("name", INTERPRETERS)
def test_another_python_changes_nothing(tmp_path: Path, reference: Digests, name: str) -> None:
    python = shutil.which(name)
    needed = "import hatchling.cli, hatch_oaml.cli, hatch_oaml.builder, hatch_oaml.build_hook"
    if python is None or subprocess.run([python, "-c", needed], capture_output=True, check=False).returncode:
        pytest.skip(f"there is no {name} that has hatch-oaml")

    assert reference == build(lay_out(tmp_path / "project"), python)


# the control arm: what must make a difference, does in every archive


def _one_byte(project: Path) -> None:
    (project / CHINESE).write_text("[]\n", encoding="utf-8")


def _one_name(project: Path) -> None:
    (project / CHINESE).rename(project / "数据" / "评测集.jsonl")


def _one_right_to_run(project: Path) -> None:
    (project / "serve.sh").chmod(0o644)


def _nothing(project: Path) -> None:
    assert project.is_dir()


@pytest.mark.parametrize(
    ("change", "environment"),
    [
        (_one_byte, {}),
        (_one_name, {}),
        pytest.param(_one_right_to_run, {}, marks=posix),
        (_nothing, {"SOURCE_DATE_EPOCH": "1700000000"}),
    ],
)
def test_what_must_make_a_difference_does(
    tmp_path: Path, reference: Digests, change: Callable[[Path], None], environment: dict[str, str]
) -> None:
    project = lay_out(tmp_path / "project")
    change(project)

    made = build(project, **environment)

    assert EXPECTED == sorted(made)
    assert [] == [name for name in EXPECTED if made[name] == reference[name]]
