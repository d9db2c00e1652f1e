"""Whatever call fails while an archive is written: under its name is the whole one, the earlier one, or nothing."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.building import build, project_in
from tests.failing import ERRORS, REMOVING, calls_in, temporary_files_in
from tests.signed import key_file

if TYPE_CHECKING:
    from pathlib import Path

    from tests.building import Done
    from tests.failing import Calls

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the calls are those of POSIX")
EARLIER = b"an earlier build's"
NAMES = {
    "wheel": ["lantern_chat-0.2.0-py3-none-any.whl"],
    "sdist": ["lantern_chat-0.2.0.tar.gz"],
    "oaml:tar": ["lantern_chat-0.2.0.oaml.tar"],
    "oaml:tar-zst": ["lantern_chat-0.2.0.oaml.tar.zst"],
    "oaml:zip": ["lantern_chat-0.2.0.oaml.zip"],
    "oaml:oci": ["lantern_chat-0.2.0.oaml.oci.tar"],
}
SOON = ("wheel", "oaml:tar")
"""The others are among the huge tests."""


def outputs(project: Path, target: str) -> Path:
    return project / ("dist-oaml" if target.startswith("oaml") else "dist")


def standing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def built(
    tmp_path: Path, target: str, fails_at: int | None = None, number: int = 0, key: Path | None = None
) -> tuple[Done, Calls]:
    project = tmp_path / "derivative-finetune"
    shutil.rmtree(outputs(project, target), ignore_errors=True)
    shutil.rmtree(tmp_path / "temporary", ignore_errors=True)
    outputs(project, target).mkdir()
    for name in NAMES[target]:
        (outputs(project, target) / name).write_bytes(EARLIER)
    with (
        temporary_files_in(tmp_path / "temporary"),
        calls_in(outputs(project, target), tmp_path / "temporary", fails_at=fails_at, number=number) as calls,
    ):
        environment = {"HATCH_OAML_SIGNING_KEY": str(key)} if key else {}
        return build(project, "-t", target, **environment), calls


@pytest.mark.parametrize("shift", [0, *(pytest.param(shift, marks=pytest.mark.huge) for shift in (1, 2, 3))])
@pytest.mark.parametrize(
    "target", [*SOON, *(pytest.param(name, marks=pytest.mark.huge) for name in NAMES if name not in SOON)]
)
def test_a_call_that_fails_leaves_the_whole_archive_or_the_earlier_one(tmp_path: Path, target: str, shift: int) -> None:
    project_in(tmp_path)
    done, calls = built(tmp_path, target)
    assert 0 == done.returncode, done.stderr
    whole = standing(outputs(tmp_path / "derivative-finetune", target))
    assert NAMES[target] == list(whole)
    assert [] == list((tmp_path / "temporary").iterdir())
    assert 20 < len(calls.names)

    for index, name in enumerate(calls.names):
        number = ERRORS[(index + shift) % len(ERRORS)]
        failed, again = built(tmp_path, target, index, number)
        what = f"{name}, call {index}, {os.strerror(number)}: {again.names[-3:]}\n{failed.stderr}"
        left = standing(outputs(tmp_path / "derivative-finetune", target))
        finished = {path: data for path, data in left.items() if not path.startswith(".")}
        earlier = dict.fromkeys(NAMES[target], EARLIER)
        assert finished in ([whole] if failed.returncode == 0 else [whole, earlier, {}]), what
        assert finished == left or name in REMOVING, what
        kept = list((tmp_path / "temporary").iterdir())
        assert [] == kept or name in REMOVING or failed.returncode == 0, what  # the last: what failed was to remove it
        assert failed.returncode == 0 or "错误" in failed.stderr, what


def test_a_call_that_fails_leaves_no_signature_of_another_archive(tmp_path: Path) -> None:
    project_in(tmp_path)
    key = key_file(tmp_path)
    [archive] = NAMES["oaml:tar"]
    done, calls = built(tmp_path, "oaml:tar", key=key)
    assert 0 == done.returncode, done.stderr
    whole = standing(outputs(tmp_path / "derivative-finetune", "oaml:tar"))
    assert [archive, f"{archive}.sig"] == list(whole)

    for index, name in enumerate(calls.names):
        number = ERRORS[index % len(ERRORS)]
        failed, _ = built(tmp_path, "oaml:tar", index, number, key)
        what = f"{name}, call {index}, {os.strerror(number)}\n{failed.stderr}"
        left = standing(outputs(tmp_path / "derivative-finetune", "oaml:tar"))
        finished = {path: data for path, data in left.items() if not path.startswith(".")}
        assert f"{archive}.sig" not in finished or finished == whole, what
        assert finished.get(archive) in {None, EARLIER, whole[archive]}, what
        assert failed.returncode != 0 or finished == whole, what
        assert failed.returncode == 0 or "错误" in failed.stderr, what
