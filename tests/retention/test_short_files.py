"""A short file that was renamed is known by all its lines, or by lines that nothing else has."""

from __future__ import annotations

import pytest

from tests.shipping import judged, lost

HOLDER = "Copyright 2021 Dogwood Code GmbH"
HEADER = f"# {HOLDER}\n"
MAIN = """import sys

def main():
    print("running the kelp model with these arguments", sys.argv)
    return 0

if __name__ == "__main__":
    raise SystemExit(main())
"""
SCRIPT = '#!/bin/sh\nset -e\nexec python -m lantern "$@"\n'
FOUR = "".join(f"{name} = weave('{name}', width=3)\n" for name in ("warp", "weft", "selvedge", "heddle"))


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("run.py", "cli.py", MAIN),
        ("run.sh", "bin/start.sh", SCRIPT),
        ("deep/in/run.py", "cli.ipynb.py", MAIN),
        ("weave.py", "loom.py", FOUR),
    ],
)
def test_a_short_file_that_was_renamed_owes_its_notice(old: str, new: str, text: str) -> None:
    assert [HOLDER] == lost(judged({old: HEADER + text}, {new: text}))
    assert [] == lost(judged({old: HEADER + text}, {new: HEADER + text + "\n\n"}))


@pytest.mark.parametrize(
    "text",
    [
        MAIN.replace("import sys\n", "import sys\nimport os\n"),
        FOUR.replace("heddle', width=3", "heddle', width=4"),
        FOUR + "treadle_at_last = weave('treadle', width=5)\n",
    ],
)
def test_a_line_more_or_changed_does_not_hide_it(text: str) -> None:
    old = MAIN if "main" in text else FOUR

    assert [HOLDER] == lost(judged({"run.py": HEADER + old}, {"cli.py": text}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (MAIN, MAIN.replace("running the kelp model with these arguments", "an anchor is carried")),
        ('__version__ = "1.2.3"\n', '__version__ = "1.2.3"\n'),
        ('"""A package."""\n', '"""A package."""\n'),
        (FOUR, FOUR.replace("weave", "carry")),
        (FOUR, "\n".join(FOUR.splitlines()[:2]) + "\nanchor = carry('anchor')\nrope = carry('rope', far=1)\n"),
        ("x = 1\ny = 2\n", "x = 1\ny = 2\n"),
    ],
)
def test_what_any_short_file_may_hold_tells_nothing(old: str, new: str) -> None:
    assert [] == lost(judged({"run.py": HEADER + old}, {"cli.py": new}))


def test_lines_that_others_of_the_base_have_too_tell_nothing() -> None:
    base = {"run.py": HEADER + FOUR, "two.py": FOUR + "another_one = weave('another one')\n"}
    release = {"cli.py": FOUR.replace("heddle', width=3", "heddle', width=4"), "two.py": base["two.py"]}

    assert [] == lost(judged(base, release))


def test_a_stub_that_lies_everywhere_tells_nothing() -> None:
    base = {f"{number}.py": (HEADER if number else "") + SCRIPT for number in range(3)}

    assert [] == lost(judged(base, {f"{letter}/start.sh": SCRIPT for letter in "abcdefgh"}))


def test_a_file_that_lay_there_before_was_not_made_from_the_one_that_went() -> None:
    base = {"run.py": HEADER + MAIN, "cli.py": MAIN}

    assert [] == lost(judged(base, {"cli.py": MAIN + "\n"}))


def test_a_package_file_that_is_alike_but_for_a_line_is_the_new_package_s_own() -> None:
    changed = FOUR.replace("heddle', width=3", "heddle', width=4")

    assert [] == lost(judged({"loom/__init__.py": HEADER + FOUR}, {"kelp/__init__.py": changed}))
    assert [HOLDER] == lost(judged({"loom/__init__.py": HEADER + FOUR}, {"kelp/__init__.py": FOUR}))
