from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.dropped_notice_file import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample

BASE = {"LICENSE-MIT": "MIT License\n\nCopyright (c) 2020 Mina Halloway\n"}


def test_a_notice_file_that_is_gone_is_refused_with_what_is_lost(release_with: ReleaseWith) -> None:
    release = release_with(files=[shipped("model.safetensors", b"1")], bases=[recorded(BASE)])

    addition = "\n\n    LICENSE-MIT:\n\n        Copyright (c) 2020 Mina Halloway"
    expected = Finding(
        path="LICENSE-MIT",
        message=Bilingual(
            en="the notice file `LICENSE-MIT` of example-lab/Lantern-7B is gone, and nothing else keeps the notice in it"
            "\n\n    Copyright (c) 2020 Mina Halloway",
            zh="example-lab/Lantern-7B 的声明文件 `LICENSE-MIT` 不见了，其中 1 条声明也没有保留在别处"
            "\n\n    Copyright (c) 2020 Mina Halloway",
        ),
        fix=Bilingual(
            en=f"copy the file from the base as it is, or add to `NOTICE`{addition}",
            zh=f"从基础模型原样复制该文件，或加入 `NOTICE`{addition}",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_the_fix_for_notice_itself_names_it_once(release_with: ReleaseWith) -> None:
    base = recorded({"NOTICE": "Copyright (c) 2020 Mina Halloway\n"})
    [finding] = CHECK.run(release_with(files=[shipped("model.safetensors", b"1")], bases=[base]))

    assert Bilingual(en="copy the file from the base as it is", zh="从基础模型原样复制该文件") == finding.fix


@pytest.mark.parametrize("line", ["NOTICE", "/NOTICE\n", "NOTI*", "*"])
def test_the_line_by_which_version_control_keeps_it_out_is_named(release_with: ReleaseWith, line: str) -> None:
    base = recorded({"NOTICE": "Copyright (c) 2020 Mina Halloway\n"})
    files = [shipped("model.safetensors", b"1")]
    [finding] = CHECK.run(release_with(files=files, bases=[base], ignored=("*.log\n", line, "!x\n")))

    shown = line.strip()
    assert finding.fix.en.startswith(f"take the line `{shown}` out of `.gitignore`, or add `!/NOTICE` below it: ")
    assert finding.fix.zh.startswith(f"请从 `.gitignore` 中删去 `{shown}` 一行，")


@pytest.mark.parametrize("lines", [("*.log",), ("NOTICE", "!NOTICE"), ("NOTICES",)])
def test_other_lines_are_not(release_with: ReleaseWith, lines: tuple[str, ...]) -> None:
    base = recorded({"NOTICE": "Copyright (c) 2020 Mina Halloway\n"})
    [finding] = CHECK.run(release_with(files=[shipped("model.safetensors", b"1")], bases=[base], ignored=lines))

    assert "copy the file from the base as it is" == finding.fix.en


def test_a_notice_file_whose_notices_are_all_kept_elsewhere_may_go(release_with: ReleaseWith) -> None:
    notice = shipped("NOTICE", "From Lantern-7B:\n\nCopyright (c) 2020 Mina Halloway\n")

    assert [] == list(CHECK.run(release_with(files=[notice], bases=[recorded(BASE)])))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
