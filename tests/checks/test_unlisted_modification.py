from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unlisted_modification import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.modifications import RELATIONS, parse_modifications
from hatch_oaml.values.bilingual import Bilingual
from tests.shipping import recorded, shipped

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

MODIFIED = 1793534400_000_000_000
"""Noon of 2026-11-01 in nanoseconds."""
CHANGE = 'format = 1\n[[change]]\nfiles = ["cli_demo.py"]\nrelation = "modified"\ndate = 2026-11-01\n'


def test_a_file_that_was_modified_and_that_no_entry_names_is_refused(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("cli_demo.py", "print(2)\n", mtime_ns=MODIFIED)],
        bases=[base_with(file_with("cli_demo.py", "print(1)\n"))],
    )

    entry = (
        "\n\n"
        "    [[change]]\n"
        '    files = ["/cli_demo.py"]\n'
        '    relation = "modified"\n'
        '    how.en = ""\n'
        '    how.zh = ""\n'
        "    date = 2026-11-01"
    )
    expected = Finding(
        path="cli_demo.py",
        message=Bilingual(
            en="the file was modified: in vivo-ai/BlueLM-7B-Chat 2024-12-25 it has the SHA-256 cc42155088fc…,"
            " here 0111afd387e1…; no entry of `MODIFICATIONS.toml` names it",
            zh="该文件经过修改：vivo-ai/BlueLM-7B-Chat 2024-12-25 中其 SHA-256 为 cc42155088fc…，此处为 0111afd387e1…；"
            "`MODIFICATIONS.toml` 中没有条目提到它",
        ),
        fix=Bilingual(
            en=f"add to `MODIFICATIONS.toml` and fill in, or have `hatch-oaml draft` add it{entry}",
            zh=f"将以下条目加入 `MODIFICATIONS.toml` 并填写完整，或由 `hatch-oaml draft` 加入{entry}",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_another_size_is_enough_to_tell_while_the_digest_is_not_known(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("model.gguf", b"12345", sha256=None)], bases=[base_with(file_with("model.gguf", b"123"))]
    )

    [finding] = CHECK.run(release)

    assert finding.message == Bilingual(
        en="the file was modified: in vivo-ai/BlueLM-7B-Chat 2024-12-25 it has 3 bytes, here 5;"
        " no entry of `MODIFICATIONS.toml` names it",
        zh="该文件经过修改：vivo-ai/BlueLM-7B-Chat 2024-12-25 中为 3 字节，此处为 5 字节；"
        "`MODIFICATIONS.toml` 中没有条目提到它",
    )


def test_a_file_that_may_still_be_the_base_is_not_judged(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("model.gguf", b"321", sha256=None)], bases=[base_with(file_with("model.gguf", b"123"))]
    )

    assert [] == list(CHECK.run(release))


def test_a_model_file_that_no_base_has_must_be_explained(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(files=[file_with("model-q4.gguf", b"4")], bases=[base_with(file_with("model.gguf", b"16"))])

    [finding] = CHECK.run(release)

    assert finding.path == "model-q4.gguf"
    assert finding.message == Bilingual(
        en="no base has this model file, and no entry of `MODIFICATIONS.toml` says how it came about",
        zh="所有基础模型中都没有这个模型文件，而 `MODIFICATIONS.toml` 中没有条目说明它如何得来",
    )


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("adapter_model.safetensors", 'relation = "adapter"'),
        ("model.gguf", f'relation = ""  # {", ".join(RELATIONS)}'),
        ("demo.py", 'relation = "modified"'),
    ],
)
def test_the_entry_to_paste_names_a_relation_only_where_it_is_certain(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, path: str, line: str
) -> None:
    release = release_with(files=[file_with(path, "new")], bases=[base_with(file_with(path, "old"))])

    [finding] = CHECK.run(release)

    assert line in [fixed.strip() for fixed in finding.fix.en.splitlines()]


def test_the_entry_once_filled_in_names_the_file_whatever_it_is_called(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    path = 'weird [1] "*".py'
    files, bases = [file_with(path, "new", mtime_ns=MODIFIED)], [base_with(file_with(path, "old"))]
    [finding] = CHECK.run(release_with(files=files, bases=bases))

    entry = finding.fix.en.partition("\n\n")[2]

    assert [] == list(CHECK.run(release_with(files=files, bases=bases, modifications=f"format = 1\n{entry}\n")))
    assert not parse_modifications(f"format = 1\n{entry}\n".encode(), "").changes[0].files.match('weird 1 "x".py')


def test_a_modified_file_that_an_entry_names_is_lawful(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("cli_demo.py", "new")],
        bases=[base_with(file_with("cli_demo.py", "old"))],
        modifications=CHANGE,
    )

    assert [] == list(CHECK.run(release))


def test_what_is_unchanged_or_moved_or_new_complementary_material_needs_no_entry(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("a.py", "a"), file_with("weights/model.gguf", b"1"), file_with("new.py", "new")],
        bases=[base_with(file_with("a.py", "a"), file_with("model.gguf", b"1"))],
    )

    assert [] == list(CHECK.run(release))


def test_without_a_changelog_missing_modifications_says_it_all(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("cli_demo.py", "new")],
        bases=[base_with(file_with("cli_demo.py", "old"))],
        modifications=None,
    )

    assert [] == list(CHECK.run(release))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    faulty = gathered(sample(CHECK.name, "faulty"))
    files = (replace(file, mtime_ns=MODIFIED) for file in faulty.inventory)
    page_shows(CHECK, replace(faulty, inventory=faulty.inventory.with_files(files)))


@pytest.mark.parametrize("mtime", [MODIFIED, None, 1 << 70, -1])
def test_the_suggested_entry_can_be_pasted_as_it_is(
    mtime: int | None, release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    names = ("a.py", "model.safetensors")
    release = release_with(
        files=[file_with(name, "new", mtime_ns=mtime) for name in names],
        bases=[base_with(*(file_with(name, "old") for name in names))],
    )

    for finding in CHECK.run(release):
        for fix in (finding.fix.en, finding.fix.zh):
            [change] = tomllib.loads("\n".join(line.strip() for line in fix.split("\n")[2:]))["change"]
            assert [f"/{finding.path}"] == change["files"]
            assert (date(2026, 11, 1) if mtime == MODIFIED else change.get("date")) == change.get("date")


def test_a_renamed_and_edited_file_is_told_with_both_paths(release_with: ReleaseWith) -> None:
    text = "\n".join(f"value_{number} = compute_the_thing({number})" for number in range(40))
    release = release_with(
        files=[shipped("chat.py", f"{text}\nmore = 1")],
        bases=[recorded({"demo.py": text})],
        modifications="format = 1\n",
    )

    [found] = CHECK.run(release)

    assert "chat.py" == found.path
    assert found.message.en.startswith(
        "the file was made from `demo.py` of example-lab/Lantern-7B 1.0: there it has the SHA-256"
    )
    assert found.message.zh.startswith("该文件由 example-lab/Lantern-7B 1.0 的 `demo.py` 修改而来")
