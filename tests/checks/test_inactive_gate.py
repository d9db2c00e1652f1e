from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.inactive_gate import CHECK
from hatch_oaml.records.build_facts import InactiveGate

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample


def test_a_hook_that_is_missing_is_told_once_for_all_targets(release_with: ReleaseWith) -> None:
    gates = tuple(InactiveGate(reason="missing", target=target) for target in ("sdist", "wheel"))

    [found] = CHECK.run(release_with(inactive_gates=gates))

    assert "pyproject.toml" == found.path
    assert "in no table for sdist and wheel" in found.message.en
    assert "为 sdist 和 wheel 启用" in found.message.zh
    assert "    [tool.hatch.build.hooks.oaml]" in found.fix.en.splitlines()


def test_a_hook_that_is_off_is_told_by_its_switch(release_with: ReleaseWith) -> None:
    [found] = CHECK.run(release_with(inactive_gates=(InactiveGate(reason="off", target="wheel"),)))

    assert "`enable-by-default = false` turns the hook `oaml` off for wheel" in found.message.en


def test_a_plugin_that_is_not_required_is_told(release_with: ReleaseWith) -> None:
    [found] = CHECK.run(release_with(inactive_gates=(InactiveGate(reason="not required"),)))

    assert '    requires = ["hatchling", "hatch-oaml"]' in found.fix.en.splitlines()


def test_a_project_whose_builds_all_pass_the_gate_is_silent(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
