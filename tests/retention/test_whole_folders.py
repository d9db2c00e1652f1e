"""A folder that went as a whole takes its files along, whatever is left of them; one that gave a few away does not."""

from __future__ import annotations

from tests.shipping import judged, lost

HOLDER = "Copyright 2019 Halloway Loom"
HEADER = f"# {HOLDER}\n"


def code(name: str) -> str:
    return "".join(f"{name}_{line} = weave_the_{name}({line}, depth={line * 3})\n" for line in range(20))


PARTS = [f"part{number}" for number in range(12)]
BASE = {f"loom/{name}.py": code(name) for name in PARTS} | {"loom/__init__.py": HEADER + "from loom.part0 import *\n"}
STUB = "from anchor.chain import *\n"


def test_the_package_file_of_a_folder_that_was_renamed_owes_its_notice() -> None:
    release = {f"kelp/{name}.py": code(name) for name in PARTS[:5]} | {"kelp/__init__.py": STUB}

    assert [HOLDER] == lost(judged(BASE, release))


def test_the_package_file_beside_a_few_files_taken_over_is_another_one() -> None:
    release = {f"kelp/{name}.py": code(name) for name in PARTS[:2]} | {"kelp/__init__.py": STUB}

    assert [] == lost(judged(BASE, release))


def test_a_rewritten_file_among_a_few_taken_over_is_told_by_the_lines_that_are_left() -> None:
    text = code("rest")
    base = BASE | {"loom/rest.py": HEADER + text}
    few = {f"kelp/{name}.py": code(name) for name in PARTS[:2]}
    left = "\n".join(text.splitlines()[:5]) + "\n" + code("anchor")

    assert [HOLDER] == lost(judged(base, few | {"kelp/rest.py": left}))
    assert [] == lost(judged(base, few | {"kelp/rest.py": code("anchor")}))


def test_a_folder_of_one_file_says_nothing_of_its_package_file() -> None:
    base = {"loom/mixins/__init__.py": HEADER, "loom/mixins/mixin.py": code("mixin"), "loom/a.py": code("a")}
    release = {"kelp/tools/__init__.py": STUB, "kelp/tools/mixin.py": code("mixin"), "kelp/tools/other.py": code("o")}

    assert [] == lost(judged(base, release))


def test_a_stub_at_the_old_place_need_not_repeat_what_went_with_the_code() -> None:
    base = {"loom/registry.py": HEADER + code("registry"), "loom/a.py": code("a")}
    release = {"loom/registry.py": "from ._registry import *\n", "loom/a.py": code("a")}
    grown = code("registry") + code("anchor") + code("rope")

    assert [] == lost(judged(base, release | {"loom/_registry.py": HEADER + grown}))
    retention = judged(base, release | {"loom/_registry.py": grown})
    assert [("loom/_registry.py", HOLDER)] == [(found.near, found.notice.text) for found in retention.dropped]


def test_a_vendored_folder_that_moved_deeper_takes_its_notices_along() -> None:
    base = {f"vendor/loom/{name}.py": HEADER + code(name) for name in PARTS}
    release = {f"kelp/_vendor/third/loom/{name}.py": code(name).replace("_1", "_9") for name in PARTS}

    assert [HOLDER] * len(PARTS) == lost(judged(base, release))


def test_a_short_file_inlined_in_a_longer_one_owes_its_notice() -> None:
    short = "".join(code("events").splitlines(keepends=True)[:8])
    inlined = "".join(short.splitlines(keepends=True)[:6]) + code("base") + "x = 1\n"
    base = {"loom/events.py": HEADER + short, "loom/base.py": code("base")}

    assert [HOLDER] == lost(judged(base, {"loom/base.py": inlined}))
