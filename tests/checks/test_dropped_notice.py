from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.dropped_notice import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

BASE = {"demo.py": "# Copyright 2023 Ostrava Loom.\nprint(1)\n"}
ADDITION = "\n\n    demo.py:\n\n        Copyright 2023 Ostrava Loom."


def test_a_notice_that_is_gone_is_refused_with_where_it_stood_and_where_it_may_go(release_with: ReleaseWith) -> None:
    release = release_with(files=[shipped("demo.py", "print(2)\n")], bases=[recorded(BASE)])

    expected = Finding(
        path="demo.py",
        message=Bilingual(
            en="a copyright notice of example-lab/Lantern-7B is gone; in its `demo.py`, line 1, it reads"
            "\n\n    Copyright 2023 Ostrava Loom.",
            zh="example-lab/Lantern-7B 的一条著作权声明不见了；它在其 `demo.py` 第 1 行，内容为"
            "\n\n    Copyright 2023 Ostrava Loom.",
        ),
        fix=Bilingual(
            en=f"put it back into `demo.py` beside what stands there, or add to `NOTICE`{ADDITION}",
            zh=f"将其放回 `demo.py`，与现有内容并列，或加入 `NOTICE`{ADDITION}",
        ),
    )
    assert [expected] == list(CHECK.run(release))


@pytest.mark.parametrize("path", ["NOTICE", "LICENSES/MIT.txt", "AUTHORS"])
def test_what_is_gone_from_a_notice_file_goes_back_there_and_the_fix_says_it_once(
    release_with: ReleaseWith, path: str
) -> None:
    base = {path: "Copyright 2023 Ostrava Loom.\n\nCopyright 2020 Ada Fern.\n", "demo.py": "x"}
    here = [shipped(path, "Copyright 2020 Ada Fern.\n"), shipped("demo.py", "x")]
    [finding] = CHECK.run(release_with(files=here, bases=[recorded(base)]))

    assert (
        Bilingual(
            en=f"put it back into `{path}` beside what stands there\n\n    Copyright 2023 Ostrava Loom.",
            zh=f"将其放回 `{path}`，与现有内容并列\n\n    Copyright 2023 Ostrava Loom.",
        )
        == finding.fix
    )


def test_the_lines_to_add_keep_the_notice(release_with: ReleaseWith) -> None:
    [finding] = CHECK.run(release_with(files=[shipped("demo.py", "x")], bases=[recorded(BASE)]))

    notice = shipped("NOTICE", finding.fix.en.partition("`NOTICE`")[2])

    assert [] == list(CHECK.run(release_with(files=[shipped("demo.py", "x"), notice], bases=[recorded(BASE)])))


def test_where_the_file_is_gone_the_finding_stands_at_the_notice_file(release_with: ReleaseWith) -> None:
    base = {"README.md": "# Lantern\n\nCopyright 2023 Ostrava Loom.\n"}
    release = release_with(files=[shipped("model.safetensors", b"1")], bases=[recorded(base)])

    [finding] = CHECK.run(release)

    assert "NOTICE" == finding.path
    assert finding.fix.en.startswith("add to `NOTICE`; only what pertains to no part of this release may be waived\n\n")


def test_a_notice_file_that_does_not_say_what_it_speaks_of_is_told_so(release_with: ReleaseWith) -> None:
    notice = shipped("NOTICE", "Ours.\n\nCopyright 2023 Ostrava Loom.\n")
    release = release_with(files=[shipped("demo.py", "x"), notice], bases=[recorded(BASE)])

    [finding] = CHECK.run(release)

    assert finding.fix == Bilingual(
        en="`NOTICE` has it in line 3, but does not say of what: name `demo.py` or example-lab/Lantern-7B there",
        zh="`NOTICE` 第 3 行有这条声明，但没有写明它属于什么：请在那里写上 `demo.py` 或 example-lab/Lantern-7B",
    )


def test_what_may_be_a_notice_never_refuses(release_with: ReleaseWith) -> None:
    base = {"demo.py": "# License: MIT\n# Modified from torch.nn.Linear\n"}
    assert all(not notice.sure for file in recorded(base).files for notice in file.notices)

    assert [] == list(CHECK.run(release_with(files=[shipped("demo.py", "x")], bases=[recorded(base)])))


def test_an_original_release_has_nothing_to_retain(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
