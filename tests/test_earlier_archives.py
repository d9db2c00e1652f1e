"""What a build that fails takes away: what it wrote itself, and what must not pass for what was refused; no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.builder import OamlBuilder
from tests.building import build, project_in
from tests.hooks import add_hook_before, add_hook_behind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hatch_oaml.findings import Report

SDIST = "lantern_chat-0.2.0.tar.gz"
WHEEL = "lantern_chat-0.2.0-py3-none-any.whl"
NAMES = {"sdist": SDIST, "wheel": WHEEL}
every_target = pytest.mark.parametrize("target", NAMES)
RELEASE = "lantern_chat-0.2.0.oaml.tar"


@pytest.fixture
def derivative(tmp_path: Path) -> Path:
    """A copy of the example, with its base beside it."""
    return project_in(tmp_path)


def left(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "dist").iterdir())


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


# a refusal


@pytest.mark.parametrize(
    "tag",
    [
        "build_data['pure_python'], build_data['infer_tag'] = False, True",
        "build_data['tag'] = 'cp311-cp311-linux_x86_64'",
        "build_data['tag'] = 'py3-none-win_amd64' if os.environ.get('SECOND') else 'py3-none-any'",
    ],
)
def test_a_refused_wheel_leaves_none_of_its_version_whatever_hook_tags_it(derivative: Path, tag: str) -> None:
    add_hook_behind(derivative, initialize=tag)
    assert 0 == build(derivative, "-t", "wheel").returncode
    assert 0 == build(derivative, "-t", "wheel", SECOND="1").returncode
    for name in ("lantern_chat-0.2.1-py3-none-any.whl", "lantern_chat_2-0.2.0-py3-none-any.whl", SDIST):
        (derivative / "dist" / name).touch()
    (derivative / "LICENSE").unlink()

    assert 1 == build(derivative, "-t", "wheel").returncode

    others = [SDIST, "lantern_chat-0.2.1-py3-none-any.whl", "lantern_chat_2-0.2.0-py3-none-any.whl"]
    assert others == left(derivative)


@every_target
def test_what_another_process_has_finished_meanwhile_is_not_removed_by_a_refusal(derivative: Path, target: str) -> None:
    (derivative / "dist").mkdir()
    (derivative / "dist" / NAMES[target]).write_bytes(b"earlier")
    meanwhile = (
        f"Path(self.directory, 'x').write_bytes(b'of another process')\n"
        f"os.replace(Path(self.directory, 'x'), Path(self.directory, {NAMES[target]!r}))\n"
        "Path(self.root, 'config.json').write_text('{}')"
    )
    add_hook_behind(derivative, initialize=meanwhile)

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert "[unlisted-modification]" in built.stderr
    assert b"of another process" == (derivative / "dist" / NAMES[target]).read_bytes()


# a fault that is not the release's


def _mistake_in_the_configuration(project: Path) -> None:
    edit(project / "pyproject.toml", "[tool.oaml]\n", "[tool.oaml]\nlicence = 'L'\n")


def _mistake_in_the_changelog(project: Path) -> None:
    (project / "MODIFICATIONS.toml").write_text("format = 1\n[[change]\n", encoding="utf-8")


@every_target
@pytest.mark.parametrize("fault", [_mistake_in_the_configuration, _mistake_in_the_changelog])
def test_an_earlier_archive_outlives_what_says_nothing_against_it(
    derivative: Path, target: str, fault: Callable[[Path], None]
) -> None:
    assert 0 == build(derivative, "-t", target).returncode
    archive = derivative / "dist" / NAMES[target]
    before = archive.read_bytes()
    fault(derivative)

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert before == archive.read_bytes()
    assert f"{archive}: of an earlier build, left as it was; nothing of this build is in it\n" in built.stderr
    assert f"{archive}：此前构建的归档，保持原样；其中没有本次构建的内容\n" in built.stderr


@every_target
def test_an_earlier_archive_outlives_a_wrong_environment(derivative: Path, target: str) -> None:
    assert 0 == build(derivative, "-t", target).returncode

    assert 1 == build(derivative, "-t", target, SOURCE_DATE_EPOCH="yesterday").returncode

    assert [NAMES[target]] == left(derivative)


# release archives


def _in_volumes(project: Path, size: str = "20kB") -> None:
    edit(
        project / "pyproject.toml",
        "[tool.oaml]\n",
        f'[tool.hatch.build.targets.oaml]\nvolume-size = "{size}"\n\n[tool.oaml]\n',
    )


def released(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "dist-oaml").iterdir()}


def test_a_refused_release_leaves_none_of_its_version_in_whatever_format(derivative: Path) -> None:
    assert 0 == build(derivative, "-t", "oaml:tar,zip").returncode
    _in_volumes(derivative)
    assert 0 == build(derivative, "-t", "oaml:tar-zst").returncode
    others = ["lantern_chat-0.2.1.oaml.tar", "lantern_chat-0.2.0.oaml.tar.gz", "notes.txt"]
    for name in others:
        (derivative / "dist-oaml" / name).touch()
    (derivative / "LICENSE").unlink()

    assert 1 == build(derivative, "-t", "oaml").returncode

    assert sorted(others) == sorted(released(derivative))


@pytest.mark.parametrize("in_volumes", [False, True])
@pytest.mark.parametrize("fault", [_mistake_in_the_configuration, _mistake_in_the_changelog])
def test_an_earlier_release_outlives_what_says_nothing_against_it(
    derivative: Path,
    fault: Callable[[Path], None],
    in_volumes: bool,  # noqa: FBT001  # a parameter
) -> None:
    if in_volumes:
        _in_volumes(derivative)
    assert 0 == build(derivative, "-t", "oaml").returncode
    before = released(derivative)
    fault(derivative)

    built = build(derivative, "-t", "oaml")

    assert 1 == built.returncode
    assert before == released(derivative)
    assert f"{RELEASE}.001, " * in_volumes in built.stderr
    assert "of an earlier build, left as it was; nothing of this build is in it" in built.stderr


def test_an_earlier_release_outlives_a_file_that_changed_at_the_wrong_moment(
    derivative: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 0 == build(derivative, "-t", "oaml").returncode
    before = released(derivative)
    judged = OamlBuilder._judged

    def late(builder: OamlBuilder) -> Report:
        report = judged(builder)
        with (derivative / "README.md").open("a", encoding="utf-8") as file:
            file.write("more\n")
        return report

    monkeypatch.setattr(OamlBuilder, "_judged", late)
    built = build(derivative, "-t", "oaml")

    assert 1 == built.returncode
    assert "[changed-while-reading]" in built.stderr
    assert "of an earlier build, left as it was" in built.stderr
    assert before == released(derivative)


# other hooks


@every_target
def test_a_hook_before_ours_finds_the_finished_archive(derivative: Path, target: str) -> None:
    add_hook_before(derivative, finalize="Path(self.root, 'copy').write_bytes(Path(artifact).read_bytes())")

    built = build(derivative, "-t", target)

    assert 0 == built.returncode, built.stderr
    assert (derivative / "dist" / NAMES[target]).read_bytes() == (derivative / "copy").read_bytes()


@every_target
def test_a_hook_that_asks_what_will_be_in_the_archive_is_answered(derivative: Path, target: str) -> None:
    ask = (
        "with self.build_config.set_build_data(build_data):\n"
        "    names = [file.distribution_path for file in self.build_config.builder.recurse_included_files()]\n"
        "assert 'lantern_chat/__init__.py' in names"
    )
    add_hook_behind(derivative, initialize=ask)

    built = build(derivative, "-t", target)

    assert 0 == built.returncode, built.stderr
    assert [NAMES[target]] == left(derivative)


@every_target
@pytest.mark.parametrize(
    "change",
    [
        "Path(artifact).write_bytes(Path(artifact).read_bytes() + b'more')",
        "Path(artifact).write_bytes(b'something else')",
    ],
)
def test_what_a_hook_changes_in_the_finished_archive_refuses_it(derivative: Path, target: str, change: str) -> None:
    add_hook_before(derivative, finalize=change)

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert "错误" in built.stderr
    assert [] == left(derivative)


@every_target
def test_a_finished_archive_that_is_gone_is_told(derivative: Path, target: str) -> None:
    add_hook_before(derivative, finalize="Path(artifact).unlink()")

    built = build(derivative, "-t", target)

    assert 1 == built.returncode
    assert "错误" in built.stderr
    assert [] == left(derivative)


@every_target
def test_a_hook_that_puts_back_the_same_archive_is_let_be(derivative: Path, target: str) -> None:
    add_hook_before(derivative, finalize="Path(artifact).write_bytes(Path(artifact).read_bytes())")

    assert 0 == build(derivative, "-t", target).returncode
    assert [NAMES[target]] == left(derivative)


def test_a_wheel_and_an_editable_wheel_of_one_call_do_not_take_each_other_for_their_own(derivative: Path) -> None:
    for versions in ("standard,editable", "editable,standard"):
        built = build(derivative, "-t", f"wheel:{versions}")

        assert 0 == built.returncode, built.stderr
        assert [WHEEL] == left(derivative)
