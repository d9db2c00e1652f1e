"""Where a model comes from, and how it was changed, stands in its bill of materials generation by generation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.bom.purls import purl_of_base
from hatch_oaml.records.lineage import Ancestor
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.values.digests import sha256_of
from tests.bom.bills import model_of
from tests.shipping import recorded

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, ReleaseWith

COMMIT = "c" * 39 + "F"
CHANGES = """\
format = 1

[[change]]
files = ["model.safetensors"]
relation = "finetune"
how.en = "LoRA, <b>merged</b>."
how.zh = "LoRA 微调后*合并*。"
date = 2026-11-01
by = "Example Lab"

[[change]]
files = ["*.py", "a`b"]
relation = "modified"
how.en = "Renamed the demo."
date = 2026-11-02
renamed = { "old.py" = "new.py" }
"""


def test_a_base_is_told_with_its_digests_its_address_and_its_copyrights(release_with: ReleaseWith) -> None:
    base = recorded({"NOTICE": "Copyright 2023 Kelp.\n", "run.py": "# Copyright 2023 Kelp.\n# Copyright 2024 Wick\n"})
    base = replace(base, version=COMMIT, url="https://huggingface.co/example-lab/Lantern-7B", license="Our own terms")

    [ancestor] = model_of(release_with(bases=[base]))["pedigree"]["ancestors"]

    assert {
        "type": "machine-learning-model",
        "name": "example-lab/Lantern-7B",
        "version": COMMIT,
        "purl": f"pkg:huggingface/example-lab/Lantern-7B@{COMMIT.lower()}",
        "licenses": [{"license": {"name": "Our own terms", "acknowledgement": "declared"}}],
        "externalReferences": [{"type": "distribution", "url": "https://huggingface.co/example-lab/Lantern-7B"}],
        "copyright": "Copyright 2023 Kelp.\nCopyright 2024 Wick",
        "components": [
            {
                "type": "file",
                "name": path,
                "hashes": [{"alg": "SHA-256", "content": next(f.sha256 for f in base.files if f.path == path)}],
            }
            for path in ("NOTICE", "run.py")
        ],
    } == ancestor


def test_each_entry_of_the_changelog_is_a_patch_in_both_languages(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(bases=[base_with(file_with("model.safetensors", b"old"))], modifications=CHANGES)

    first, second = model_of(release)["pedigree"]["patches"]

    assert {
        "type": "unofficial",
        "diff": {
            "text": {
                "contentType": "text/markdown",
                "content": "### 1. finetune 微调, 2026-11-01\n\n**How**: LoRA, \\<b>merged\\</b>.\n\n"
                "**修改方式**：LoRA 微调后\\*合并\\*。\n\n**By 修改者**: Example Lab\n\n**Files 文件**: `model.safetensors`",
            },
            "url": "MODIFICATIONS.md",
        },
    } == first
    assert second["diff"]["text"]["content"].endswith(
        "**Renamed 改名**: `old.py` → `new.py`\n\n**Files 文件**: `*.py`, ``a`b``"
    )


def test_what_a_base_was_made_from_is_told_within_it(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    told = parse_modifications(CHANGES.encode(), "m").changes
    first = Ancestor(name="vendor/First", version="", url="javascript:alert(1)")
    second = Ancestor(name="lab/Second", version="2", changes=told[:1], bases=(first,))
    base = base_with(file_with("model.safetensors", b"old"), bases=(second,))

    [ancestor] = model_of(release_with(bases=[base]))["pedigree"]["ancestors"]

    [grown] = ancestor["pedigree"]["ancestors"]
    assert ("lab/Second", "2") == (grown["name"], grown["version"])
    assert [{"type": "machine-learning-model", "name": "vendor/First"}] == grown["pedigree"]["ancestors"]
    assert grown["pedigree"]["patches"][0]["diff"]["text"]["content"].startswith("### 1. finetune 微调")
    assert "patches" not in ancestor["pedigree"]


def test_an_original_release_has_no_pedigree(release_with: ReleaseWith) -> None:
    assert "pedigree" not in model_of(release_with())


SHA = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("name", "version", "url", "expected"),
    [
        ("vivo-ai/BlueLM-7B-Chat", SHA, "", f"pkg:huggingface/vivo-ai/BlueLM-7B-Chat@{SHA}"),
        ("x", SHA.upper(), "https://huggingface.co/Org/Model_1.5/", f"pkg:huggingface/Org/Model_1.5@{SHA}"),
        ("x", SHA, "https://huggingface.co/gpt2", f"pkg:huggingface/gpt2@{SHA}"),
        ("Org/Model", SHA, "https://github.com/Org/Model.git", f"pkg:github/org/model@{SHA}"),
        ("Org/Model", SHA, "https://modelscope.cn/models/Org/Model", None),
        ("Org/Model", "1.0", "https://huggingface.co/Org/Model", None),
        ("Org/Model", "main", "", None),
        ("Model", SHA, "", None),
        ("a/b/c", SHA, "", None),
        ("Org/Model", SHA, "https://huggingface.co.evil.example/Org/Model", None),
        ("Org/Model", SHA, "https://huggingface.co/datasets/Org/Model", None),
    ],
)
def test_a_base_has_a_package_url_where_its_address_and_its_commit_make_one(
    name: str, version: str, url: str, expected: str | None
) -> None:
    assert expected == purl_of_base(Ancestor(name=name, version=version, url=url))


def test_digests_of_a_base_are_those_of_its_record(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    base = base_with(file_with("a.bin", b"a"), file_with("b.bin", b"b"))

    [ancestor] = model_of(release_with(bases=[base]))["pedigree"]["ancestors"]

    assert [sha256_of(b"a"), sha256_of(b"b")] == [file["hashes"][0]["content"] for file in ancestor["components"]]
