from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.altered_notice import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

BASE = {"demo.py": "# Copyright 2023 Ostrava Loom.\nprint(1)\n"}


def test_an_altered_holder_is_shown_beside_what_it_was(release_with: ReleaseWith) -> None:
    changed = shipped("demo.py", '"""Demo."""\n# Copyright 2023 Evil Ostrava Loom.\n')
    release = release_with(files=[changed], bases=[recorded(BASE)])

    addition = "\n\n    demo.py:\n\n        Copyright 2023 Ostrava Loom."
    expected = Finding(
        path="demo.py",
        line=2,
        message=Bilingual(
            en="a copyright notice of example-lab/Lantern-7B was altered\n\n"
            "    the base  demo.py:1  Copyright 2023 Ostrava Loom.\n"
            "    here      demo.py:2  Copyright 2023 Evil Ostrava Loom.",
            zh="example-lab/Lantern-7B 的一条著作权声明被改动\n\n"
            "    基础模型  demo.py:1  Copyright 2023 Ostrava Loom.\n"
            "    此处      demo.py:2  Copyright 2023 Evil Ostrava Loom.",
        ),
        fix=Bilingual(
            en=f"put it back into `demo.py` beside what stands there, or add to `NOTICE`{addition}",
            zh=f"将其放回 `demo.py`，与现有内容并列，或加入 `NOTICE`{addition}",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_what_nobody_sees_is_shown(release_with: ReleaseWith) -> None:
    changed = shipped("demo.py", "# Copyright 2023 Ostrava\u200b Loom.\n")

    [finding] = CHECK.run(release_with(files=[changed], bases=[recorded(BASE)]))

    assert finding.message.en.endswith("here      demo.py:1  Copyright 2023 Ostrava\\u200b Loom.")


@pytest.mark.parametrize(
    ("path", "base", "text", "said"),
    [
        (
            "a.py",
            "# Copyright 2023 Loom",
            'X = "Copyright 2023 Loom"',
            "stands in a string literal, which is no notice",
        ),
        ("a.md", "Copyright 2023 Loom", "<!-- Copyright 2023 Loom -->", "stands where no reader sees it"),
    ],
)
def test_a_notice_put_out_of_sight_is_told_as_such(
    release_with: ReleaseWith, path: str, base: str, text: str, said: str
) -> None:
    [finding] = CHECK.run(release_with(files=[shipped(path, text)], bases=[recorded({path: base})]))

    assert finding.message.en.startswith(f"a copyright notice of example-lab/Lantern-7B {said}\n\n")


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
