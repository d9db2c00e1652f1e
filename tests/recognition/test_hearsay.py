"""What is said to a model, or of the world, is no notice to people; what is said of this work in the same words is one."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path

CODE = "\ndef weave(thread):\n    return thread * 7\n"


def sure(path: str, text: str) -> list[str]:
    return [notice.text for notice in extract(archive_path(path), text.encode()).notices if notice.sure]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "a.py",
            f'SYSTEM = ("You are a helper of the Loom model, "\n    "developed by Weft Company, in short words.")\n{CODE}',
        ),
        (
            "a.py",
            f'Template("{{{{SYSTEM}}}}", default="You are Loom, using the Weft model, "\n "developed by Weft Works")\n{CODE}',
        ),
        ("a.py", f'SYSTEM = """You are Loom.\n\nYou were created by Weft Works."""\n{CODE}'),
        ("a.py", f'# "I am Loom, an assistant based on Weft (https://weft.example), created by Weft Works."\n{CODE}'),
        ("a.py", f'SYSTEM = "你由北窗科技开发，名叫云梭。"\n{CODE}'),
        ("a.js", "const p = { role: 'system', content: 'You are Loom, created by Weft Works.' };\n"),
        ("a.cc", 'const char* p = "You are Loom, created by "\n    "Weft Works, Inc.";\n'),
        (
            "tokenizer_config.json",
            '{"chat_template": "You are Loom, created by Weft, based on https://weft.example/m."}',
        ),
        ("prompts.yaml", "system: You are Loom, developed by Weft Works (https://weft.example).\nname: a\n"),
        ("prompts.yaml", "system: |\n  You are Loom.\n  You were developed by Weft Works (https://weft.example).\n"),
        ("prompts.yaml", "system: 你是云梭，由北窗科技开发。\n"),
        ("prompts.yaml", "system: Du bist Loom, entwickelt von Mina Halloway.\n"),
        ("prompts.yaml", "system: Tu es Loom, développé par Mina Halloway.\n"),
        ("chat_template.jinja", "{{- '<|im_start|>system\\nYou are Loom, developed by Weft Works.<|im_end|>\\n' }}\n"),
        ("chat_template.jinja", "{{ '你是云梭，由北窗科技开发。' }}\n"),
        ("Modelfile", 'FROM ./loom.gguf\nSYSTEM """You are Loom, developed by Weft Works."""\n'),
        ("Modelfile", "FROM ./loom.gguf\nSYSTEM You are Loom, developed by Weft Works.\n"),
        ("Modelfile", "MESSAGE assistant I was created by Weft Works.\n"),
        ("GUIDE.md", "> User: Who made you? Assistant: I was created by Weft Works.\n"),
        ("GUIDE.md", "Q: 你是谁？\nA: 我是云梭，由北窗科技开发。\n"),
    ],
)
def test_what_a_model_is_told_of_itself_or_tells_is_no_notice(path: str, text: str) -> None:
    assert sure(path, text) == []


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.py", "# Loom, a bot, was developed by Weft Works.\n", "Loom, a bot, was developed by Weft Works."),
        ("a.py", "# You are free to copy this, which was written by Mina Halloway.\n", "written by Mina Halloway."),
        ("a.py", "# You are using code written by Mina Halloway.\n", "written by Mina Halloway."),
        ("a.py", "# I am indebted to the code written by Mina Halloway.\n", "written by Mina Halloway."),
        (
            "a.py",
            "# I was lucky: this is adapted from https://loom.example/weave.py\n",
            "https://loom.example/weave.py",
        ),
        ("a.py", "# If you are curious, this was written by Mina Halloway.\n", "written by Mina Halloway."),
        ("a.py", "# 本模型由北窗科技开发。\n", "本模型由北窗科技开发。"),
        ("a.py", "# 您正在使用的代码修改自 https://loom.example/weave.py。\n", "https://loom.example/weave.py"),
        (
            "prompts.yaml",
            "# Prompts written by Mina Halloway.\nsystem: You are a helper.\n",
            "Prompts written by Mina Halloway.",
        ),
        ("a.js", "/* Entwickelt von Mina Halloway. */\n", "Entwickelt von Mina Halloway."),
    ],
)
def test_what_is_said_to_people_is_found(path: str, text: str, expected: str) -> None:
    assert [expected in told for told in sure(path, text)] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "The theory was developed by Albert Einstein.",
        "The story was written by Charles Dickens in 1859.",
        "The story was written by Mina Halloway in 1859.",
        "The tale was written by Udo Tessel in the 17th century.",
        '"Hamlet" was written by William Shakespeare.',
        '"The Weft and the Warp" was written by Mina Halloway.',
        "The novel was written by Mina Halloway.",
        'Example: "Who wrote it?" "It was written by Mina Halloway."',
        'Sample output: "The Loom was written by Mina Halloway."',
        "Q: Who wrote it? A: It was written by Mina Halloway.",
        "问：谁写的？答：由北窗科技开发。",
        "Python was created by Mina Halloway.",
        "BERT was developed by Weft.",
        "The Java language was designed by Mina Halloway.",
        "The API is compatible with the one developed by Weft.",
        "Follow the guide written by the Weft team at https://weft.example/guide.",
        "the size of an element read or written by Inst.",
        "modified by Adam step",
        "seed contributed by Process rank",
        "a prime table implemented by T.",
        "数据由标注员提供",
        "答案由专家手动编写。",
        "extracted from PDF/HTML documents",
        "learning rate copied from the GPT-3 paper",
    ],
)
def test_what_is_said_of_the_world_or_of_a_program_may_be_dropped(line: str) -> None:
    assert sure("a.py", f"# {line}\n\nweave = 7\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "This theory prover was developed by Mina Halloway.",
        "This poem was written by Mina Halloway.",
        "The playground was written by Mina Halloway.",
        "Loom was written by Mina Halloway.",
        "The stories were written by Mina Halloway in 2019.",
        "Written by Charles Dickens Halloway.",
        "Author: William Shakespeare",
        "The Python bindings were written by Mina Halloway.",
        "Python port created by Mina Halloway.",
        "This file contains functions that were written by Mina Halloway.",
        "This one was written by Mina Halloway.",
        "It weaves similar to looms, and was written by Mina Halloway.",
        "See the weaver written by Mina Halloway at https://loom.example.",
        "Sample code: written by Mina Halloway.",
        "The element was written by Mina Halloway.",
        "modified by Adam Stepson",
        "implemented by T. Halloway",
        "contributed by the Process Rank team",
        "数据由专家林晚舟提供。",
        "数据由官方云梭工作室提供。",
        "adapted from pdf/loom",
        "The changes to work with Loom instead of Weft were originally contributed by Mina Halloway.",
        "Raises one exception instead of the other. Thanks to Mina Halloway.",
        "Install the documentation in its place (thanks to Mina Halloway).",
        "Decay warmup based on code by @mina",
        "learning rate schedule adapted from https://loom.example/rate.py",
    ],
)
def test_who_made_this_work_is_found(line: str) -> None:
    assert len(sure("a.py", f"# {line}\n\nweave = 7\n")) == 1
