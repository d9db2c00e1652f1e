"""What a release is cut from agrees: tag, version and changelog; nothing is published that does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).parent.parent.parent
CHECK = ROOT / ".ci" / "check_release.py"

READY = "# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-02-01\n\n- More.\n\n## [1.0.0] - 2026-01-01\n\n- First.\n"


class Said(Protocol):
    """The complaints about a tree of this version and changelog, and about the tag where there is one."""

    def __call__(self, version: str, changelog: str, *tag: str) -> list[str]: ...


@pytest.fixture
def said(tmp_path: Path) -> Said:
    def check(version: str, changelog: str, *tag: str) -> list[str]:
        (tmp_path / ".ci").mkdir()
        (tmp_path / "hatch_oaml").mkdir()
        script = tmp_path / ".ci" / CHECK.name
        script.write_bytes(CHECK.read_bytes())
        (tmp_path / "hatch_oaml" / "__init__.py").write_text(f'__version__ = "{version}"\n')
        (tmp_path / "CHANGELOG.md").write_text(changelog)
        ran = subprocess.run([sys.executable, script, *tag], capture_output=True, encoding="utf-8", check=False)
        assert (1 if ran.stderr else 0) == ran.returncode
        return ran.stderr.splitlines()

    return check


def test_version_and_changelog_of_this_tree_agree() -> None:
    ran = subprocess.run([sys.executable, CHECK], capture_output=True, encoding="utf-8", check=False)

    assert (0, "") == (ran.returncode, ran.stderr)


def test_a_release_whose_tag_version_and_changelog_agree_may_be_cut(said: Said) -> None:
    assert [] == said("1.1.0", READY, "v1.1.0")


@pytest.mark.parametrize(
    ("version", "changelog", "tag", "expected"),
    [
        ("1.1.0", READY, "v1.2.0", "the tag is v1.2.0, and __version__ asks for v1.1.0"),
        ("1.1.0", READY, "1.1.0", "the tag is 1.1.0, and __version__ asks for v1.1.0"),
        ("1.2.0", READY, "v1.2.0", "CHANGELOG.md says nothing of 1.2.0"),
        ("1.1.0", READY.replace("- More.\n", ""), "v1.1.0", "CHANGELOG.md says nothing of 1.1.0"),
        (
            "1.1.0",
            READY.replace("[Unreleased]\n", "[Unreleased]\n\n- Not yet.\n"),
            "v1.1.0",
            "CHANGELOG.md still has changes under `## [Unreleased]`",
        ),
    ],
)
def test_a_release_that_does_not_agree_is_refused(
    said: Said, version: str, changelog: str, tag: str, expected: str
) -> None:
    assert [expected] == said(version, changelog, tag)


@pytest.mark.parametrize(
    ("version", "changelog", "expected"),
    [
        ("1.0.0", READY, "CHANGELOG.md has a section for a version newer than __version__, 1.0.0"),
        ("1.2", READY, "__version__ is 1.2, not X.Y.Z"),
        ("1.1.0", READY.replace(" - 2026-02-01", ""), "CHANGELOG.md: `## [1.1.0]` is not `## [X.Y.Z] - YYYY-MM-DD`"),
        (
            "1.1.0",
            READY.replace("1.0.0", "1.1.0"),
            "CHANGELOG.md: its versions do not fall from one section to the next",
        ),
        ("1.1.0", READY.replace("Unreleased", "1.9.0"), "CHANGELOG.md: its first section is not `## [Unreleased]`"),
    ],
)
def test_a_changelog_that_contradicts_the_version_is_told_at_any_time(
    said: Said,
    version: str,
    changelog: str,
    expected: str,
) -> None:
    assert expected in said(version, changelog)
