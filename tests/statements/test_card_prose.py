"""A model card's sentences name its base where the front matter is silent; what is said of others names none."""

from __future__ import annotations

import pytest

from hatch_oaml.statements import statements_of

HUB = "https://huggingface.co"


def told(text: str, path: str = "README.md") -> list[tuple[str, str, int]]:
    return [(found.about, found.value, found.line) for found in statements_of(path, text.encode())]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            f"This model is a fine-tuned version of [acme/lantern-tiny]({HUB}/acme/lantern-tiny) on an unknown dataset.",
            "link",
        ),
        (f"This model is a fine-tuned version of [/data/x]({HUB}/acme/lantern) on dialogues.", f"{HUB}/acme/lantern"),
        (
            f"This model is a fine-tuned version of [loom-base-16]({HUB}/loom-base-16) on dialogues.",
            f"{HUB}/loom-base-16",
        ),
        (f"This model is a fine-tuned version of [/home/x/Lantern-7B]({HUB}//home/x/Lantern-7B) on x.", "Lantern-7B"),
        ("Our final chat model is finetuned from Lantern-Prover-V1.5-SFT with dialogues.", "Lantern-Prover-V1.5-SFT"),
        ("This repository provides GGUF quantizations of acme/lantern-tiny at four sizes.", ""),
        ("- **Finetuned from model [optional]:** acme/lantern-tiny", ""),
        ("- **Finetuned from model :** acme/lantern-tiny", ""),
        ("This is a GGUF quantization of acme/lantern-tiny.", ""),
        (
            "This model was converted to GGUF format from [`acme/lantern-tiny`](https://hf.co/acme/lantern-tiny) by a tool.",
            "hf",
        ),
        ("The model is based on `acme/lantern-tiny` and was trained on dialogues.", ""),
        ("This repository contains 4-bit AWQ quants of the original model acme/lantern-tiny.", ""),
        ("This LoRA adapter was trained on top of acme/lantern-tiny.", ""),
        ("This is a LoRA adapter for acme/lantern-tiny.", ""),
        ("The weights were initialized from acme/lantern-tiny.", ""),
        ("> This model is a distilled version of **acme/lantern-tiny**.", ""),
        ("本模型基于 acme/lantern-tiny 微调。", ""),
        ("该模型以 Lantern-7B-Base 为基座训练。", "Lantern-7B-Base"),
        ("由 Lantern-7B-Base 微调而来。", "Lantern-7B-Base"),
        ("本仓库提供由 Lantern-7B-Chat 量化得到的权重。", "Lantern-7B-Chat"),
        ("本模型是在 acme/lantern-tiny 基础上继续训练得到的。", ""),
    ],
)
def test_what_is_said_of_this_model_names_its_base(sentence: str, name: str) -> None:
    expected = {"": "acme/lantern-tiny", "link": f"{HUB}/acme/lantern-tiny", "hf": "https://hf.co/acme/lantern-tiny"}

    assert [("base", expected.get(name, name), 3)] == told(f"# Lantern Chat\n\n{sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "Base model: acme/lantern-tiny",
        "| **Source model**: `acme/lantern-tiny`",
        "基座模型：acme/lantern-tiny",
        "Quantized from `acme/lantern-tiny` with AWQ",
        "Fine-tuned on top of acme/lantern-tiny",
        "基于 acme/lantern-tiny 微调",
    ],
)
def test_what_may_be_said_of_another_names_a_possible_one(sentence: str) -> None:
    assert [("possible-base", "acme/lantern-tiny", 1)] == told(sentence)


def test_each_of_several_is_named() -> None:
    sentence = "This is a merge of acme/lantern-tiny, acme/ember-2 and [acme/spark](https://hf.co/acme/spark)."

    assert ["acme/lantern-tiny", "acme/ember-2", "https://hf.co/acme/spark"] == [name for _, name, _ in told(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "This model is trained from scratch on and/or data.",
        "This model was fine-tuned on acme/dialogues-200k.",
        f"This model was fine-tuned on [dialogues]({HUB}/datasets/acme/dialogues-200k).",
        "Compared with acme/lantern-tiny, it is better.",
        f"Download the weights from {HUB}/acme/lantern-tiny",
        "This model is based on the GPT/Lantern architecture.",
        f"This model is based on the work of [Acme]({HUB}/acme).",
        "The tokenizer is that of acme/lantern-tiny.",
        "This model can be fine-tuned with scripts from acme/finetune-lora.",
        "This model was converted with the script of tools/convert-1.",
        "This model is not derived from acme/lantern-tiny.",
        "The model was built from src/model-2.",
        "从 acme/lantern-tiny 下载模型",
        "与 acme/lantern-tiny 相比，本模型更小",
        "训练数据来自 acme/dialogues-200k",
        "本模型可由 acme/lantern-tiny 的脚本微调",
        "<!-- This is a merge of acme/lantern-tiny and acme/ember-2. -->",
        "```\nThis is a merge of acme/lantern-tiny and acme/ember-2.\n```",
    ],
)
def test_what_is_said_of_others_or_denied_names_none(sentence: str) -> None:
    assert [] == told(sentence)


@pytest.mark.parametrize("path", ["MODEL_CARD.md", "README_zh.md", "readme.markdown"])
def test_the_card_of_the_whole_is_asked(path: str) -> None:
    assert 1 == len(told("This is a merge of acme/lantern-tiny", path))


@pytest.mark.parametrize("path", ["docs/README.md", "lantern/README.md", "NEWS.md", "README.txt"])
def test_what_is_no_card_of_the_whole_is_not(path: str) -> None:
    assert [] == told("This is a merge of acme/lantern-tiny", path)


def test_the_front_matter_is_read_as_such_and_lines_are_counted_on() -> None:
    text = "---\nlicense: other\nnote: this is a merge of acme/ember-2\n---\n\nThis is a merge of acme/lantern-tiny\n"

    assert [("base", "acme/lantern-tiny", 6)] == told(text)
