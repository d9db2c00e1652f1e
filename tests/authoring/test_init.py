"""`init` writes what a model repository lacks, and never touches what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.authoring.init import Found, NewText, plan, wanted
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.toml_tables import parse_toml
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS

if TYPE_CHECKING:
    from hatch_oaml.authoring.init import Plan

EXCLUDE = ", ".join(f'"{pattern}"' for pattern in (*WEIGHT_PATTERNS, "/dist-oaml"))

GATE = f"""
# Weights enter an archive through the gate of hatch-oaml only; without it, an archive holds none.
# 权重只能经由 hatch-oaml 的关口进入归档；绕过它构建的归档不含权重。
[tool.hatch.build]
exclude = [{EXCLUDE}]
"""
HOOK = "\n[tool.hatch.build.hooks.oaml]\n"
OPTIONS = """
[tool.oaml]
# Keep one of the two lines. 二者择一：
# original = true              # nothing upstream 没有上游
# bases = ["bases/NAME.toml"]  # made by `hatch-oaml record` 由 `hatch-oaml record` 生成
"""
CHANGELOG = """\
# What was modified and how: clause 3.1 3) of the OpenAtom Model License. `hatch-oaml draft` adds entries.
# 修改了哪些文件、如何修改：《开放原子模型许可证》第 3.1 款第 3）项。可用 `hatch-oaml draft` 添加条目。
# For an original release, nothing upstream, write `original = true`. 若为原始发布，请写 `original = true`。
format = 1
"""
SAY = Bilingual(
    en="pyproject.toml: say in `[tool.oaml]` what the model is made from: run `hatch-oaml init --base SOURCE`, once for all of"
    " its bases, or `hatch-oaml init --original` if there is none",
    zh="pyproject.toml：请在 `[tool.oaml]` 中说明模型由何而来：运行 `hatch-oaml init --base SOURCE`（一次列出全部基础模型）；"
    "如果没有上游，则运行 `hatch-oaml init --original`",
)
REQUIRE = Bilingual(
    en='pyproject.toml: add "hatch-oaml" to `build-system.requires`',
    zh='pyproject.toml：请在 `build-system.requires` 中加入 "hatch-oaml"',
)
DECLARE = Bilingual(
    en='pyproject.toml: add `license = "LicenseRef-scancode-openatom-model-1.0"` to `[project]`',
    zh='pyproject.toml：请在 `[project]` 中加入 `license = "LicenseRef-scancode-openatom-model-1.0"`',
)
GUARD = Bilingual(
    en=f"pyproject.toml: add to `exclude` of `[tool.hatch.build]`: {EXCLUDE}",
    zh=f"pyproject.toml：请在 `[tool.hatch.build]` 的 `exclude` 中加入：{EXCLUDE}",
)
COMPLETE: dict[str, Any] = {
    "build-system": {"requires": ["hatchling", "hatch-oaml"]},
    "project": {"license": "LicenseRef-scancode-openatom-model-1.0"},
    "tool": {
        "hatch": {"build": {"exclude": list(WEIGHT_PATTERNS), "hooks": {"oaml": {}}}},
        "oaml": {"bases": ["bases/b.toml"]},
    },
}
PRESENT = frozenset({"LICENSE", "MODIFICATIONS.toml", "pyproject.toml"})


def planned(
    values: dict[str, Any] | None,
    present: frozenset[str] = PRESENT,
    folder: str = "Model",
    hatch: dict[str, Any] | None = None,
) -> Plan:
    return plan(values, hatch, present, folder, "the license")


def test_an_empty_folder_gets_a_project_a_license_and_a_changelog() -> None:
    project = """\
[build-system]
requires = [
    "hatchling",
    "hatch-oaml",
]
build-backend = "hatchling.build"

[project]
name = "my-model-7b"
version = "0.1.0"
license = "LicenseRef-scancode-openatom-model-1.0"
requires-python = ">=3.10"
"""

    begun = planned(None, frozenset(), "My Model_7B!")

    assert (
        NewText(path="LICENSE", text="the license", appended=False),
        NewText(path="MODIFICATIONS.toml", text=CHANGELOG, appended=False),
        NewText(path="pyproject.toml", text=f"{project}{GATE}{HOOK}{OPTIONS}", appended=False),
    ) == begun.additions
    assert (SAY,) == begun.advice


def test_what_lies_there_already_is_wired() -> None:
    found = Found(readme="README.md", records=("bases/a.toml", "bases/b.toml"))

    begun = plan(None, None, frozenset(), "kelp", "the license", found)

    project = parse_toml(begun.additions[-1].text.encode(), "pyproject.toml")
    assert {"bases": ["bases/a.toml", "bases/b.toml"]} == project["tool"]["oaml"]  # type: ignore[index]
    assert "README.md" == project["project"]["readme"]  # type: ignore[index]
    assert () == begun.advice


@pytest.mark.parametrize(
    ("table", "advised"),
    [
        ({"bases": ["bases/a.toml"]}, False),
        ({"bases": ["bases/z.toml"]}, True),
        ({"bases": []}, True),
        ({"original": True}, True),
    ],
)
def test_of_a_table_that_is_there_the_line_is_told(table: dict[str, Any], advised: bool) -> None:  # noqa: FBT001
    values = {**COMPLETE, "tool": {**COMPLETE["tool"], "oaml": table}}
    found = Found(records=("bases/a.toml",))

    said = plan(values, None, frozenset(), "kelp", "the license", found).advice

    lines = [
        advice for advice in said if 'bases = ["bases/a.toml"]' in advice.en and 'bases = ["bases/a.toml"]' in advice.zh
    ]
    assert advised == bool(lines)


def test_an_existing_project_gets_only_the_tables_that_it_lacks() -> None:
    begun = planned({"project": {"name": "x"}})

    assert (NewText(path="pyproject.toml", text=f"{GATE}{HOOK}{OPTIONS}", appended=True),) == begun.additions
    assert (REQUIRE, DECLARE, SAY) == begun.advice


def test_a_complete_project_gets_nothing() -> None:
    begun = planned(COMPLETE)

    assert () == begun.additions
    assert () == begun.advice


@pytest.mark.parametrize(
    ("build", "text", "advice"),
    [
        ({"exclude": ["*.gguf"]}, HOOK, ()),
        ({"exclude": ["*.md"]}, HOOK, (GUARD,)),
        ({"hooks": {"oaml": {}}}, "", (GUARD,)),
        ({"targets": {"wheel": {}}}, HOOK, (GUARD,)),
    ],
)
def test_a_build_table_of_one_s_own_is_completed_by_advice(
    build: dict[str, Any], text: str, advice: tuple[Bilingual, ...]
) -> None:
    begun = planned({**COMPLETE, "tool": {"hatch": {"build": build}, "oaml": {"original": True}}})

    assert ([text] if text else []) == [addition.text for addition in begun.additions]
    assert advice == begun.advice


@pytest.mark.parametrize(
    "requires", [["hatchling", "hatch-oaml>=0.1"], ["hatch-oaml"], ["hatch-oaml ; python_version>'3'"]]
)
def test_a_requirement_that_is_there_is_not_asked_for(requires: list[str]) -> None:
    assert () == planned({**COMPLETE, "build-system": {"requires": requires}}).advice


@pytest.mark.parametrize("build_system", [{}, {"requires": []}, {"requires": "hatchling"}])
def test_a_requirement_that_is_not_there_is_asked_for(build_system: dict[str, Any]) -> None:
    assert (REQUIRE,) == planned({**COMPLETE, "build-system": build_system}).advice


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        ({}, (SAY,)),
        ({"original": False}, (SAY,)),
        ({"original": True}, ()),
        ({"bases": ["b"]}, ()),
        ({"bases": []}, (SAY,)),
    ],
)
def test_whether_there_is_an_upstream_is_for_the_person_to_say(
    options: dict[str, Any], advice: tuple[Bilingual, ...]
) -> None:
    tool = {**COMPLETE["tool"], "oaml": options}

    assert advice == planned({**COMPLETE, "tool": tool}).advice


def test_the_changelog_of_an_original_release_says_so() -> None:
    values = {**COMPLETE, "tool": {**COMPLETE["tool"], "oaml": {"original": True}}}

    begun = planned(values, PRESENT - {"MODIFICATIONS.toml"})

    assert (
        NewText(path="MODIFICATIONS.toml", text="format = 1\noriginal = true\n", appended=False),
    ) == begun.additions


@pytest.mark.parametrize("text", [CHANGELOG, "format = 1\noriginal = true\n"])
def test_the_changelog_can_be_read(text: str) -> None:
    assert () == parse_modifications(text.encode(), "MODIFICATIONS.toml").changes


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("model", "model"),
        ("Qwen 2.5 (7B)", "qwen-2-5-7b"),
        ("模型", "model"),
        ("模型-7B", "7b"),
        ("", "model"),
        ("__x__", "x"),
    ],
)
def test_a_new_project_is_named_after_its_folder(folder: str, name: str) -> None:
    text = planned(None, frozenset(), folder).additions[-1].text

    assert name == parse_toml(text.encode(), "f")["project"]["name"]  # type: ignore[index]


@given(st.text(max_size=20), st.sets(st.sampled_from(sorted(PRESENT - {"pyproject.toml"}))).map(frozenset))
def test_what_is_written_is_complete_but_for_what_a_person_must_say(folder: str, present: frozenset[str]) -> None:
    first = planned(None, present, folder)
    written = parse_toml(first.additions[-1].text.encode(), "pyproject.toml")

    again = plan(written, None, present | {addition.path for addition in first.additions}, folder, "the license")

    assert () == again.additions
    assert (SAY,) == again.advice
    assert not present & {addition.path for addition in first.additions}


def test_license_and_changelog_go_where_the_options_have_them() -> None:
    options = {"license": "legal/LICENSE.txt", "modifications": "docs/changes.toml", "original": True}
    values = {**COMPLETE, "tool": {**COMPLETE["tool"], "oaml": options}}

    assert ("legal/LICENSE.txt", "docs/changes.toml") == wanted(values)
    assert ["legal/LICENSE.txt", "docs/changes.toml"] == [addition.path for addition in planned(values).additions]
    assert () == planned(values, PRESENT | frozenset(wanted(values))).additions


@pytest.mark.parametrize("values", [None, {}, {"tool": {}}, {"tool": {"oaml": 1}}])
def test_without_options_they_go_to_the_usual_places(values: dict[str, Any] | None) -> None:
    assert ("LICENSE", "MODIFICATIONS.toml") == wanted(values)


def test_mistakes_in_the_options_are_told_before_anything_is_written() -> None:
    values = {**COMPLETE, "tool": {**COMPLETE["tool"], "oaml": {"license": "../LICENSE", "licence": 1}}}

    with pytest.raises(ConfigurationError) as caught:
        planned(values)
    assert 2 == len(caught.value.messages)


BUILD = {"exclude": list(WEIGHT_PATTERNS), "hooks": {"oaml": {}}}


def test_the_build_table_of_a_hatch_toml_counts_in_place_of_the_project_s() -> None:
    bare = {**COMPLETE, "tool": {"oaml": {"original": True}}}

    assert () == planned(bare, hatch={"build": BUILD}).additions
    assert () == planned(bare, hatch={"build": BUILD}).advice
    assert () == planned(COMPLETE, hatch={"envs": {}}).additions


def test_what_the_build_table_of_a_hatch_toml_lacks_goes_there() -> None:
    begun = planned(COMPLETE, hatch={"build": {"exclude": ["*.md"]}})

    assert (NewText(path="hatch.toml", text="\n[build.hooks.oaml]\n", appended=True),) == begun.additions
    assert (
        Bilingual(
            en=f"hatch.toml: add to `exclude` of `[build]`: {EXCLUDE}",
            zh=f"hatch.toml：请在 `[build]` 的 `exclude` 中加入：{EXCLUDE}",
        ),
    ) == begun.advice
