"""A text in another form of its language is what became of it, though no line of it is left."""

from __future__ import annotations

import pytest

from hatch_oaml.retention.forms import stem_of
from tests.shipping import judged, lost

HOLDER = "Copyright 2023 Ostrava Loom."
SCRIPT = f"// {HOLDER}\n" + "\n".join(f"export function weave{n}(thread) {{ return thread * {n}; }}" for n in range(20))
TYPED = "\n".join(f"export function weave{n}(thread: number): number {{ return thread * {n}; }}" for n in range(20))
SHORT = "".join(f"function a{n}(b){{return b*{n}}}" for n in range(20))


@pytest.mark.parametrize("path", ["src/loom.ts", "src/loom.min.js", "src/loom-min.js", "src/loom.mjs", "src/loom.tsx"])
@pytest.mark.parametrize("now", [TYPED, SHORT], ids=["typed", "minified"])
def test_a_script_in_another_form_keeps_its_notices(path: str, now: str) -> None:
    base = {"src/loom.js": SCRIPT}

    assert [HOLDER] == lost(judged(base, {path: now}))
    assert [] == lost(judged(base, {path: f"/*! {HOLDER} */\n{now}"}))


@pytest.mark.parametrize(
    ("old", "text", "new"),
    [
        ("weave.json", f'{{"copyright": "{HOLDER}", "a": 1}}', "weave.yaml"),
        ("weave.yaml", f"copyright: {HOLDER}\na: 1\n", "weave.toml"),
    ],
)
def test_settings_in_another_form_keep_theirs(old: str, text: str, new: str) -> None:
    assert [f"copyright: {HOLDER}"] == lost(judged({old: text}, {new: "a = 1\n"}))
    assert [] == lost(judged({old: text}, {new: f"# {HOLDER}\na = 1\n"}))


@pytest.mark.parametrize(
    "release",
    [
        {"src/cutter.ts": TYPED},
        {"lib/loom.ts": TYPED},
        {"src/loom.py": "x = 1\n"},
        {"src/loom.css": ".loom { margin: 0 }\n"},
        {"src/loom.js": SCRIPT, "src/loom.min.js": SHORT},
    ],
    ids=["another name", "another folder", "another language", "a style", "beside it"],
)
def test_a_file_that_only_looks_alike_is_none(release: dict[str, str]) -> None:
    assert [] == lost(judged({"src/loom.js": SCRIPT}, release))


def test_what_surely_came_of_another_file_is_not_of_one_of_its_name() -> None:
    base = {"loom.js": SCRIPT, "loom.jsx": "// Copyright 2019 Udo Tessel\nexport const unlike = 1;\n"}

    assert [] == lost(judged(base, {"loom.mjs": SCRIPT}))


def test_a_name_that_any_folder_has_tells_nothing() -> None:
    assert [] == lost(judged({"config.json": f'{{"copyright": "{HOLDER}"}}'}, {"config.yaml": "threads: 12\n"}))


def test_a_file_that_another_one_became_is_no_second_one_s() -> None:
    base = {"loom.js": SCRIPT, "loom.jsx": f"// Copyright 2019 Udo Tessel\n{TYPED}"}

    assert ["Copyright 2019 Udo Tessel"] == lost(judged(base, {"loom.ts": TYPED, "loom.mjs": SCRIPT}))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/loom.min.js", ("a/loom", 0)),
        ("a/loom.d.TS", ("a/loom.d", 0)),
        ("loom", None),
        (".js", None),
        ("loom.png", None),
        ("a.b/loom", None),
    ],
)
def test_the_stem_of_a_path(path: str, expected: tuple[str, int] | None) -> None:
    assert expected == stem_of(path)
