from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unexplained_modification import CHECK
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.findings import Finding
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

    Findings = Callable[..., list[Finding]]


@pytest.fixture
def findings(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> Findings:
    """What the check says of one entry, which covers `files`."""

    def run(
        en: str = "", zh: str = "", files: tuple[str, ...] = ("demo/cli_demo.py",), relation: str = "modified"
    ) -> list[Finding]:
        changelog = (
            "format = 1\n\n[[change]]\n"
            f"files = {json.dumps(files)}\n"
            f'relation = "{relation}"\n'
            f"how.en = {json.dumps(en)}\n"
            f"how.zh = {json.dumps(zh)}\n"
            "date = 2026-11-01\n"
        )
        release = release_with(
            files=[file_with("demo/cli_demo.py", "new"), file_with("demo/web_demo.py", "new")],
            bases=[base_with(file_with("demo/cli_demo.py", "old"))],
            modifications=changelog,
        )
        return list(CHECK.run(release))

    return run


def test_an_entry_whose_how_is_empty_is_refused(findings: Findings) -> None:
    [finding] = findings("", "  ")

    assert ("MODIFICATIONS.toml", 3) == (finding.path, finding.line)
    assert finding.message == Bilingual(
        en="the entry for `demo/cli_demo.py` does not say how the files were modified: `how` is empty",
        zh="`demo/cli_demo.py` 的条目没有说明如何修改：`how` 为空",
    )
    assert finding.fix.en == (
        "write what was done to the files, with what and to what end; for example\n\n"
        '    how.en = "LoRA (r=16) on 12k support dialogues, merged into the weights in bf16."\n'
        '    how.zh = "以 LoRA（r=16）在一万二千条客服对话上微调，并以 bf16 合并入权重。"'
    )


@pytest.mark.parametrize(
    "text",
    [
        *("TODO", "todo.", "T.B.D.", "FIXME", "XXX", "xxxx", "n/a", "N / A", "None", "-", "...", "…", "???", "WIP"),
        *("TODO: say how", "FIXME(alice)", "To be done", "fill me in", "Placeholder"),
        *("待补", "待补。", "待定", "待 填", "待补充", "待补：训练细节", "无", "暂无", "略", "ＴＯＤＯ", "（无）"),
    ],
)
def test_a_placeholder_in_either_language_explains_nothing(findings: Findings, text: str) -> None:
    assert [1, 1, 1] == [len(findings(text)), len(findings("", text)), len(findings(text, text))]


def test_the_placeholder_is_quoted(findings: Findings) -> None:
    [finding] = findings("", "待补")

    assert finding.message == Bilingual(
        en="the entry for `demo/cli_demo.py` does not say how the files were modified:"
        ' `how.zh` is only a placeholder, "待补"',
        zh="`demo/cli_demo.py` 的条目没有说明如何修改：`how.zh` 只是占位文字“待补”",
    )


@pytest.mark.parametrize(
    ("text", "files", "relation"),
    [
        ("Modified demo/cli_demo.py.", ["demo/cli_demo.py"], "modified"),
        ("We changed the file cli_demo.py", ["demo/cli_demo.py"], "modified"),
        ("cli_demo updated", ["/demo/cli_demo.py"], "modified"),
        ("updated demo/*.py", ["demo/*.py"], "modified"),
        ("Changes to cli_demo.py and web_demo.py", ["demo/*.py"], "modified"),
        ("Fine-tuned the model.", ["*"], "finetune"),
        ("QUANTIZED WEIGHTS", ["*"], "quantized"),
        ("修改了 cli_demo.py 文件。", ["demo/cli_demo.py"], "modified"),
        ("对cli_demo.py进行了更新", ["demo/cli_demo.py"], "modified"),
        ("对模型进行了微调", ["*"], "finetune"),
        ("量化模型权重。", ["*"], "quantized"),
        ("a fine-tuned model", ["*"], "modified"),
        ("對模型進行了微調", ["*"], "modified"),
        ("Modell quantisiert.", ["*"], "quantized"),
    ],
)
def test_a_text_that_only_repeats_names_and_relation_explains_nothing(
    findings: Findings, text: str, files: list[str], relation: str
) -> None:
    assert 1 == len(findings(text, "", tuple(files), relation))
    assert 1 == len(findings("", text, tuple(files), relation))


@pytest.mark.parametrize(
    "text", ["Modified version of halloway/loomnet.", "loomnet, changed", "Mina Halloway changed this"]
)
def test_whose_base_it_was_and_by_whom_stand_beside_it(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, text: str
) -> None:
    changelog = (
        'format = 1\n\n[[change]]\nfiles = ["a.py"]\nrelation = "modified"\n'
        f'how.en = {json.dumps(text)}\ndate = 2026-11-01\nby = "Mina Halloway <mina@example.org>"\n'
    )
    release = release_with(
        files=[file_with("a.py", "new")],
        bases=[base_with(file_with("a.py", "old"), name="halloway/loomnet")],
        modifications=changelog,
    )

    assert 1 == len(list(CHECK.run(release)))


def test_the_repetition_is_quoted(findings: Findings) -> None:
    [finding] = findings("Modified cli_demo.py.", "修改了文件")

    assert finding.message == Bilingual(
        en="the entry for `demo/cli_demo.py` says that the files were modified, but not how:"
        ' `how.en` only repeats their names, "Modified cli_demo.py."',
        zh="`demo/cli_demo.py` 的条目只说明文件经过修改，没有说明如何修改：`how.en` 只是重复其名称，“Modified cli_demo.py.”",
    )


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("LoRA (r=16) on 12k support dialogues, merged into the weights in bf16.", "finetune"),
        ("Q4_K_M", "quantized"),
        ("Quantized to 4 bits.", "quantized"),
        ("Greeting changed.", "modified"),
        ("TODO comments removed.", "modified"),
        ("None of the layers is kept but the first.", "pruned"),
        ("Modified cli_demo.py: the greeting", "modified"),
        ("以 LoRA 微调。", "finetune"),
        ("修改问候语。", "modified"),
        ("量化为 int4", "quantized"),
        ("剪去后八层", "pruned"),
    ],
)
def test_a_text_that_says_something_is_enough_in_one_language(findings: Findings, text: str, relation: str) -> None:
    assert [] == findings(text, "", ("demo/cli_demo.py",), relation)
    assert [] == findings("", text, ("demo/cli_demo.py",), relation)


def test_a_placeholder_beside_a_real_text_is_left_to_untranslated_modification(findings: Findings) -> None:
    assert [] == findings("The greeting names the support model.", "待补")


def test_a_changelog_without_entries_explains_all_it_must(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))
    assert [] == list(CHECK.run(release_with(modifications=None)))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
