"""MODIFICATIONS.md tells in two languages, base by base, which files were modified and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
import tomli_w
from hypothesis import given, strategies as st
from markdown_it import MarkdownIt

from hatch_oaml.records.generated import PAGE_MARK
from hatch_oaml.records.lineage import Ancestor
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.rendering.modification_page import render_page
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.conftest import _base, _file, _release
from tests.shipping import LANTERN, recorded, shipped
from tests.values.test_markdown import POISON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.modifications import Change
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, ReleaseWith

HEAD = f"""\
# Modifications 修改说明：example_model 1.0

{PAGE_MARK}
SPDX-License-Identifier: LicenseRef-scancode-openatom-model-1.0 -->

Under clause 3.1 3) of the OpenAtom Model License, Version 1.0, this notice says which files were modified, and how.

本说明依据《开放原子模型许可证 第一版》第 3.1 款第 3）项作出：说明哪些文件经过修改以及如何修改。

"""

ENTRIES = """\
format = 1

[[change]]
files = ["model.safetensors", "demo.py"]
relation = "finetune"
how.en = "LoRA, merged in bf16."
how.zh = "LoRA 微调，并以 bf16 合并。"
date = 2026-11-01
by = "Example Lab"
base = "example-lab/One"

[[change]]
files = ["README.md", "new.gguf"]
relation = "quantized"
how.en = "Quantized to 4 bits."
date = 2026-11-02
"""


def sections(page: bytes) -> dict[str, str]:
    """Each second-level heading with what stands below it."""
    _, *parts = page.decode().split("\n## ")
    return {heading: text for heading, _, text in (part.partition("\n") for part in parts)}


def test_an_original_release_says_that_nothing_was_modified(release_with: ReleaseWith) -> None:
    expected = f"""\
{HEAD}This is an original release: nothing upstream was modified.

本发布为原始发布：没有对任何上游文件作出修改。
"""

    assert expected == render_page(release_with(), {}).decode()


def test_the_whole_page_of_two_bases(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    one = base_with(
        file_with("model.safetensors", "1"),
        file_with("demo.py", "d"),
        name="example-lab/One",
        version="1.0",
        url="https://example.org/one",
    )
    two = base_with(file_with("README.md", "old"), name="example-lab/Two", version="")
    files = [
        *(file_with("model.safetensors", "2"), file_with("demo.py", "d"), file_with("README.md", "new")),
        file_with("new.gguf", "n"),
    ]

    release = release_with(files=files, bases=[one, two], modifications=ENTRIES)

    expected = f"""\
{HEAD}## Modified from 修改自：example-lab/One 1.0

<https://example.org/one>

### 1. finetune 微调, 2026-11-01

**How**: LoRA, merged in bf16.

**修改方式**：LoRA 微调，并以 bf16 合并。

**By 修改者**: Example Lab

| file 文件 | state 状态 |
| --- | --- |
| `demo.py` | unchanged 未修改 |
| `model.safetensors` | modified 已修改  |

### 2. quantized 量化, 2026-11-02

**How**: Quantized to 4 bits.

| file 文件 | state 状态 |
| --- | --- |
| `new.gguf` | new 新增          |

## Modified from 修改自：example-lab/Two

### 1. quantized 量化, 2026-11-02

**How**: Quantized to 4 bits.

| file 文件 | state 状态 |
| --- | --- |
| `README.md` | modified 已修改  |
| `new.gguf` | new 新增          |

"""
    assert expected == render_page(release, {}).decode()


def test_what_a_base_tells_of_itself_is_told_below_generation_by_generation(
    release_with: ReleaseWith, base_with: BaseWith
) -> None:
    vendor = Ancestor(name="vendor/Lantern", version="1.0")
    told = parse_modifications(ENTRIES.encode(), "m").changes
    tuned = Ancestor(name="lab/Chat", version="2.0", changes=told[:1], bases=(vendor,))
    bases = [
        base_with(name="lab/Small", version="3.0", changes=told[1:2], bases=(tuned,)),
        base_with(name="lab/Plain", version="1"),
    ]

    page = render_page(release_with(bases=bases), {}).decode()

    expected = """\
## Earlier modifications 此前的修改：lab/Small 3.0

What its own release, and those that it was made from, say of themselves.

以下为该基础模型的发布及其所基于的发布对自身修改的说明。

### lab/Small 3.0 ← lab/Chat 2.0

#### 1. quantized 量化, 2026-11-02

**How**: Quantized to 4 bits.

**Files 文件**: `README.md`, `new.gguf`

### lab/Chat 2.0 ← vendor/Lantern 1.0

#### 1. finetune 微调, 2026-11-01

**How**: LoRA, merged in bf16.

**修改方式**：LoRA 微调，并以 bf16 合并。

**By 修改者**: Example Lab

**Files 文件**: `model.safetensors`, `demo.py`

"""
    assert expected == page[page.index("## Earlier") :]


def test_a_base_of_which_nothing_was_modified_says_so(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(files=[file_with("a", "a")], bases=[base_with(file_with("a", "a"), name="b", version="1")])

    assert {
        "Modified from 修改自：b 1": "\nNo file of this base was modified. 未修改该基础模型的任何文件。\n\n"
    } == sections(render_page(release, {}))


def test_without_a_changelog_the_page_is_written_all_the_same(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(files=[file_with("a", "2")], bases=[base_with(file_with("a", "1"))], modifications=None)

    [text] = sections(render_page(release, {})).values()
    assert "No file of this base was modified." in text


def test_an_entry_that_names_a_base_stands_in_the_section_of_that_base_alone(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    bases = [base_with(file_with(name), name=f"example-lab/{name}", version="1") for name in ("One", "Two")]

    release = release_with(files=[file_with("model.safetensors", "n")], bases=bases, modifications=ENTRIES)

    one, two = sections(render_page(release, {})).values()
    assert "| `model.safetensors` | new 新增          |" in one
    assert "model.safetensors" not in two


def test_a_moved_file_is_shown_as_moved(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    release = release_with(
        files=[file_with("new.gguf", "m")], bases=[base_with(file_with("old.gguf", "m"))], modifications=ENTRIES
    )

    assert "| `new.gguf` | moved 已移动     |" in render_page(release, {}).decode()


def test_a_renamed_and_edited_file_is_shown_with_what_it_was(release_with: ReleaseWith) -> None:
    text = "\n".join(f"value_{number} = compute_the_thing({number})" for number in range(40))
    entry = '[[change]]\nfiles = ["chat.py"]\nrelation = "modified"\nhow.en = "A flag."\ndate = 2026-11-01\n'
    release = release_with(
        files=[shipped("chat.py", f"{text}\nmore = 1")],
        bases=[recorded({"demo.py": text})],
        modifications=f"format = 1\n{entry}",
    )

    page = render_page(release, {}).decode()
    assert "| `demo.py` → `chat.py` | modified 已修改  |" in page
    assert "removed" not in page


def test_what_is_declared_to_be_renamed_is_shown(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    entries = 'format = 1\n[[change]]\nfiles = ["to.py"]\nrelation = "modified"\nrenamed = {"a|b.py" = "to.py"}\n'
    release = release_with(
        files=[file_with("to.py", "new")],
        bases=[base_with(file_with("a|b.py", "old"))],
        modifications=f"{entries}date = 2026-11-01\n",
    )

    assert "\n**Renamed 改名**: `a|b.py` → `to.py`\n" in render_page(release, {}).decode()


def test_a_state_that_is_not_known_yet_is_left_open(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("new.gguf", "m", sha256=None)],
        bases=[base_with(file_with("new.gguf", "n"))],
        modifications=ENTRIES,
    )

    assert f"| `new.gguf` | {' ' * 19} |" in render_page(release, {}).decode()
    digests = {archive_path("new.gguf"): sha256_of(b"m")}
    assert "| `new.gguf` | modified 已修改  |" in render_page(release, digests).decode()


def test_a_name_cannot_break_the_table(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    release = release_with(
        files=[file_with("a`|b.gguf", "m")],
        bases=[base_with(file_with("x"))],
        modifications=ENTRIES.replace("new", "*"),
    )

    assert "| ``a`\\|b.gguf`` | new 新增          |" in render_page(release, {}).decode()


HOSTED = """\
**For the publisher's own hosted service.** Whoever hands this on distributes it, and owes what clause 3.1 1) and 3) ask.

**供发布者自行提供托管服务。** 将其交给他人即为分发，须履行第 3.1 款第 1）、3）项的义务。

"""

UNSTATED = """
### How not stated 未说明修改方式

Of these files, those that are marked as modified or new were modified; how is not stated: clause 3.1 lifts that for a hosted service.

下列文件中标为已修改或新增的均经过修改；修改方式未作说明：第 3.1 款对托管服务免除了这一义务。

| file 文件 | state 状态 |
| --- | --- |
| `config.json` | modified 已修改  |
| `model.safetensors` | same 相同         |
| `new.gguf` | new 新增          |

"""


@pytest.mark.parametrize("modifications", [None, "format = 1\n"])
def test_a_hosted_service_s_page_never_denies_a_modification(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, modifications: str | None
) -> None:
    files = [file_with("config.json", "2"), file_with("model.safetensors", "m", sha256=None), file_with("a.py", "a")]
    release = release_with(
        files=[*files, file_with("new.gguf", "long", sha256=None)],
        bases=[base_with(file_with("config.json", "1"), file_with("model.safetensors", "m"), file_with("a.py", "a"))],
        modifications=modifications,
        config={"profile": "hosted-service"},
    )

    page = render_page(release, {archive_path("model.safetensors"): sha256_of(b"m")})

    assert HOSTED in page.decode()
    assert UNSTATED == next(iter(sections(page).values()))


def test_a_hosted_service_that_modified_nothing_says_so(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("a", "a")], bases=[base_with(file_with("a", "a"))], config={"profile": "hosted-service"}
    )

    assert "No file of this base was modified." in render_page(release, {}).decode()


def test_a_waived_notice_is_told_with_its_reason(release_with: ReleaseWith) -> None:
    waiver = {"notice": "Ostrava Loom", "base": LANTERN, "reason": "The *demo* | was removed."}
    release = release_with(
        files=[shipped("demo.py", "x")],
        bases=[recorded({"demo.py": "# Copyright 2023 Ostrava Loom\n"})],
        config={"waiver": [waiver]},
    )

    expected = """
By the publisher's own word these pertain to no part of this release (clause 3.1 2)).

发布者声明以下各条与本发布的任何部分均无关（第 3.1 款第 2）项）。

| base 基础模型 | file 文件 | notice 声明 | reason 理由 |
| --- | --- | --- | --- |
| example-lab/Lantern-7B | `demo.py` | Copyright 2023 Ostrava Loom | The \\*demo\\* \\| was removed. |

"""
    assert expected == sections(render_page(release, {}))["Notices left out 未保留的声明"]


def test_the_page_tells_who_says_that_he_holds_the_rights(release_with: ReleaseWith) -> None:
    page = render_page(release_with(config={"own-bases": ["lab/one", "lab/*two*"]}), {}).decode()

    assert "\nThe publisher says that it holds all rights in: lab/one, lab/\\*two\\*.\n" in page
    assert "\n发布者声明其拥有以下模型的全部权利：lab/one, lab/\\*two\\*。\n" in page


def test_parts_under_other_terms_are_told_with_their_texts(release_with: ReleaseWith, file_with: FileWith) -> None:
    part = {"files": ["lib/**", "a|b.py"], "license": "MIT OR LicenseRef-Foam"}
    release = release_with(
        files=[shipped("lib/a.py", "x"), shipped("LICENSES/MIT.txt", ""), file_with("model.safetensors", "m")],
        config={"part": [part]},
    )

    expected = """
| files 文件 | license 许可证 | text 文本 |
| --- | --- | --- |
| `lib/**`, `a\\|b.py` | MIT OR LicenseRef-Foam | `LICENSES/MIT.txt` |

"""
    page = render_page(release, {})
    assert {"Parts under other terms 适用其他条款的部分": expected} == sections(page)
    assert "没有对任何上游文件作出修改。\n\n## Parts" in page.decode()


_PATHS = ("model.safetensors", "new.gguf", "demo.py", "README.md")


@st.composite
def _releases(draw: st.DrawFn) -> Release:
    contents = st.dictionaries(st.sampled_from(_PATHS), st.sampled_from((b"", b"1", b"2", b"22")))
    bases = [
        _base(*(_file(path, data) for path, data in draw(contents).items()), name=name)
        for name in draw(st.lists(st.sampled_from(("example-lab/One", "example-lab/Two")), unique=True))
    ]
    files = [replace(_file(path, data), sha256=None) for path, data in draw(contents).items()]
    profile = draw(st.sampled_from(("distribution", "hosted-service")))
    changelog = ENTRIES if draw(st.booleans()) else None
    return _release(files=files, bases=bases, modifications=changelog, config={"profile": profile})


@given(_releases(), st.dictionaries(st.sampled_from(_PATHS), st.sampled_from((b"", b"1", b"2", b"22", b"x"))))
def test_the_size_does_not_depend_on_the_digests(release: Release, contents: dict[str, bytes]) -> None:
    digests = {archive_path(path): sha256_of(data) for path, data in contents.items()}

    assert len(render_page(release, {})) == len(render_page(release, digests))


@given(_releases())
def test_there_is_one_section_for_each_base_in_their_order(release: Release) -> None:
    assert [f"Modified from 修改自：{base.name} {base.version}" for base in release.bases] == list(
        sections(render_page(release, {}))
    )


@given(_releases())
def test_the_page_is_known_as_ours(release: Release) -> None:
    assert PAGE_MARK.encode() in render_page(release, {})


def structure(page: bytes) -> list[tuple[str, str]]:
    """What a CommonMark parser makes of the page: its blocks, and what is in their lines beside text."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(page.decode())
    return [
        (token.type, ",".join(child.type for child in token.children or () if child.type not in TEXTUAL))
        for token in tokens
    ]


def _backdated(changes: Iterable[Change]) -> Iterator[Change]:
    return (replace(change, date=date(2025, 11, 1)) for change in changes)


TEXTUAL = {"text", "text_special", "hardbreak"}


@pytest.mark.parametrize("words", POISON)
def test_no_word_of_an_author_changes_the_page_s_own_structure(
    words: str, release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    def page(told: str) -> bytes:
        changelog = tomli_w.dumps(
            {
                "format": 1,
                "change": [
                    {
                        "files": ["model.safetensors"],
                        "relation": "finetune",
                        "how": {"en": f"Tuned {told}", "zh": f"微调 {told}"},
                        "by": f"Example Lab {told}",
                        "date": date(2026, 11, 1),
                    }
                ],
            }
        )
        history = parse_modifications(changelog.encode(), "m").changes
        base = base_with(
            file_with("model.safetensors", "0"),
            name=f"lab/one {told}",
            version="1",
            url=f"x {told}",
            bases=(Ancestor(name=f"lab/zero {told}", version=told, changes=tuple(_backdated(history))),),
        )
        release = release_with(files=[file_with("model.safetensors", "2")], bases=[base], modifications=changelog)
        return render_page(release, {})

    assert structure(page("plainly")) == structure(page(words))
