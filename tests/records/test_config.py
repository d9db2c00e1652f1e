"""`[tool.oaml]` becomes a Config, or all that is wrong with it is told at once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.records.config import NOTICE_PATTERNS, Config, Part, RoleRule, Waiver, parse_config
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.profiles import PROFILES
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS

CLAUSES = ("", "1.1", "1.2", "1.3", "1.7", "3.1 1)", "3.1 2)", "3.1 3)", "3.1 4)", "3.2", "4.7")


def told(values: dict[str, Any]) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        parse_config(values)
    return [message.en.removeprefix("pyproject.toml: tool.oaml") for message in caught.value.messages]


def told_bilingually(values: dict[str, Any]) -> list[Bilingual]:
    with pytest.raises(ConfigurationError) as caught:
        parse_config(values)
    return list(caught.value.messages)


def test_an_empty_table_has_the_defaults_of_the_readme() -> None:
    expected = Config(
        values={},
        license=archive_path("LICENSE"),
        notices=Patterns(NOTICE_PATTERNS),
        modifications=archive_path("MODIFICATIONS.toml"),
        bases=(),
        original=False,
        profile="distribution",
        model=Patterns(WEIGHT_PATTERNS),
        model_is_default=True,
    )

    assert expected == parse_config({})
    assert ("NOTICE*", "LICENSES/**", "AUTHORS*", "COPYRIGHT*") == NOTICE_PATTERNS


def test_a_whole_table_is_read() -> None:
    values: dict[str, object] = {
        "license": "legal/LICENSE",
        "notices": ["legal/*"],
        "modifications": "CHANGES.toml",
        "bases": ["bases/a.toml", "bases/b.toml"],
        "original": False,
        "own-bases": ["a/c"],
        "profile": "hosted-service",
        "model": ["weights/*"],
        "roles": {"*.bin": "complementary", "vocab.txt": "model"},
        "part": [{"files": ["third_party/**"], "license": "MIT OR Apache-2.0"}],
        "waiver": [
            {"notice": "Copyright 2020 A", "base": "a/b", "reason": "its code is gone", "expect": 3},
            {"notice": "B", "base": "a/b", "reason": "likewise"},
        ],
    }

    expected = Config(
        values=values,
        license=archive_path("legal/LICENSE"),
        notices=Patterns(("legal/*",)),
        modifications=archive_path("CHANGES.toml"),
        bases=(archive_path("bases/a.toml"), archive_path("bases/b.toml")),
        original=False,
        own_bases=("a/c",),
        profile="hosted-service",
        model=Patterns(("weights/*",)),
        model_is_default=False,
        notices_are_own=True,
        roles=(
            RoleRule(pattern=Patterns(("*.bin",)), role="complementary"),
            RoleRule(pattern=Patterns(("vocab.txt",)), role="model"),
        ),
        parts=(Part(files=Patterns(("third_party/**",)), license="MIT OR Apache-2.0"),),
        waivers=(
            Waiver(notice="Copyright 2020 A", base="a/b", reason="its code is gone", expect=3),
            Waiver(notice="B", base="a/b", reason="likewise", expect=1),
        ),
    )
    assert expected == parse_config(values)


def test_the_default_patterns_when_written_out_are_a_choice() -> None:
    assert not parse_config({"model": list(WEIGHT_PATTERNS)}).model_is_default


def test_every_mistake_is_told_at_once_with_its_dotted_name() -> None:
    values = {
        "profile": "hosted",
        "licence": "LICENSE",
        "model": "*.bin",
        "bases": ["../base.toml"],
        "part": [{"files": ["x/**"]}],
        "waiver": [{"notice": "x", "base": "y", "reason": "z", "expect": 0, "resaon": "w"}],
        "roles": {"*.x": "weights"},
    }

    path = "expected a path inside the project with forward slashes"
    assert [
        f'.bases[1]: {path}; "../base.toml" has an empty, `.` or `..` part',
        '.profile: expected "distribution" or "hosted-service", got "hosted"; did you mean `hosted-service`?',
        ".model: expected an array of strings, got a string",
        '.roles."*.x": expected "model" or "complementary" or "legal", got "weights"',
        ".part[1].license: is missing",
        ".waiver[1].expect: expected 1 or more, got 0",
        ".waiver[1].resaon: unknown key; did you mean `reason`?",
        ".licence: unknown key; did you mean `license`?",
    ] == told(values)


def test_an_original_release_with_a_base_is_a_contradiction() -> None:
    expected = Bilingual(
        en="pyproject.toml: tool.oaml.original: `original = true` says that nothing is upstream, but `bases` names"
        " something; keep one of the two",
        zh="pyproject.toml: tool.oaml.original：`original = true` 表示没有上游，但 `bases` 又列出了上游；两者只能保留其一",
    )

    assert [expected] == told_bilingually({"original": True, "bases": ["bases/a.toml"]})


def test_a_base_that_is_listed_twice_is_told() -> None:
    expected = Bilingual(
        en='pyproject.toml: tool.oaml.bases[3]: "a.toml" is listed twice',
        zh='pyproject.toml: tool.oaml.bases[3]："a.toml" 重复列出',
    )

    assert [expected] == told_bilingually({"bases": ["a.toml", "b.toml", "a.toml"]})


def test_the_license_cannot_be_the_changelog() -> None:
    expected = Bilingual(
        en="pyproject.toml: tool.oaml.modifications: is the same file as `license`",
        zh="pyproject.toml: tool.oaml.modifications：与 `license` 是同一个文件",
    )

    assert [expected] == told_bilingually({"license": "LEGAL", "modifications": "LEGAL"})


def test_a_role_for_what_is_no_pattern_is_told() -> None:
    expected = Bilingual(
        en="pyproject.toml: tool.oaml.roles.\"!\": not a gitignore pattern: Invalid git pattern: '!'",
        zh="pyproject.toml: tool.oaml.roles.\"!\"：不是有效的 gitignore 模式：Invalid git pattern: '!'",
    )

    assert [expected] == told_bilingually({"roles": {"!": "model"}})


def test_a_part_needs_an_spdx_expression() -> None:
    [message] = told_bilingually({"part": [{"files": ["x"], "license": "the usual"}]})

    assert message.en.startswith("pyproject.toml: tool.oaml.part[1].license: not an SPDX expression: ")
    assert message.zh.startswith("pyproject.toml: tool.oaml.part[1].license：不是有效的 SPDX 许可表达式：")


@pytest.mark.parametrize("expression", ["MIT", "Apache-2.0 AND (MIT OR BSD-3-Clause)", "LicenseRef-Vendor-1.0"])
def test_any_spdx_expression_will_do_for_a_part(expression: str) -> None:
    assert expression == parse_config({"part": [{"files": ["x"], "license": expression}]}).parts[0].license


def test_a_waiver_says_what_of_which_base_and_why() -> None:
    assert [".waiver[1].notice: is missing", ".waiver[1].base: is missing", ".waiver[1].reason: is missing"] == told(
        {"waiver": [{}]}
    )


def test_the_license_lifts_two_duties_from_a_hosted_service_and_no_others() -> None:
    hosted = parse_config({"profile": "hosted-service"})

    assert ["3.1 1)", "3.1 3)"] == [clause for clause in CLAUSES if hosted.waives(clause)]


def test_no_duty_is_lifted_from_a_distribution() -> None:
    assert [] == [clause for clause in CLAUSES if parse_config({"profile": "distribution"}).waives(clause)]


_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_KEYS = ("license", "notices", "modifications", "bases", "original", "profile", "model", "roles", "part", "waiver", "x")


@given(st.dictionaries(st.sampled_from(_KEYS), _ANYTHING))
def test_any_table_is_a_config_or_a_list_of_mistakes(values: dict[str, object]) -> None:
    try:
        config = parse_config(values)
    except ConfigurationError:
        assert all(message.startswith(".") for message in told(values))
        return
    assert values.keys() <= set(_KEYS) - {"x"}
    assert config.profile in PROFILES


@pytest.mark.parametrize("folder", ["/", "//", "/.", "/../.."])
def test_the_whole_file_system_is_no_folder_of_blobs(folder: str) -> None:
    assert [".blobs[2]: the whole file system is no folder of blobs; name the folder that the links lead into"] == told(
        {"blobs": ["../blobs", folder]}
    )


def test_very_many_patterns_with_wildcards_are_refused_before_one_is_read() -> None:
    patterns = [f"a{number}*b*c*" for number in range(600)]

    parse_config({"notices": patterns})
    with pytest.raises(ConfigurationError) as refused:
        parse_config({"notices": patterns, "part": [{"files": patterns, "license": "MIT"}]})

    assert "1,200 patterns with wildcards, and 1,000 are read at most" in refused.value.messages[0].en
    assert "含通配符的模式有 1,200 个，最多读取 1,000 个" in refused.value.messages[0].zh
    with pytest.raises(ConfigurationError, match="1,001 patterns"):
        parse_config({"roles": {f"x/*/{number}": "complementary" for number in range(1001)}})


def test_as_many_paths_names_and_endings_as_one_likes_are_read() -> None:
    lines = [
        *(f"notices/{number}.txt" for number in range(3000)),
        *(f"*.n{number}" for number in range(3000)),
        "NOTICE",
    ]

    config = parse_config({"notices": lines})

    assert config.notices.match("notices/2999.txt")
    assert config.notices.match("a/b.n2999")
    assert not config.notices.match("notices/3000.txt")
