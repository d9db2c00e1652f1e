"""Sources that lie where their paths say are not kept, and told all the same."""

from __future__ import annotations

import os
import sys

from hatch_oaml.project.sources import Sources

ROOT = os.path.join(os.sep, "loom")


def test_it_is_a_table_from_path_to_source() -> None:
    known = {"a/b.txt": os.path.join(ROOT, "a", "b.txt"), "LICENSE": os.path.join(os.sep, "elsewhere", "LICENSE")}

    sources = Sources(ROOT, known.items())
    sources["c"] = os.path.join(ROOT, "c")
    sources["c"] = os.path.join(ROOT, "d")

    assert {**known, "c": os.path.join(ROOT, "d")} == dict(sources)
    assert sources.get("e") is None
    del sources["c"]
    assert list(sources) == list(known)


def test_a_hundred_thousand_take_no_more_room_than_their_paths() -> None:
    paths = [f"data/part-{number:06}.jsonl" for number in range(1000)]

    sources = Sources(ROOT, ((path, os.path.join(ROOT, *path.split("/"))) for path in paths))

    assert sys.getsizeof(vars(sources)["_elsewhere"]) <= sys.getsizeof(dict.fromkeys(paths)) * 2
    assert set(vars(sources)["_elsewhere"].values()) == {None}
