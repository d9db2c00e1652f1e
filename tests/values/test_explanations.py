"""A sentence says how, or why, or it says nothing: by samples drawn before the rule was written, in two languages and in all.

A third of the samples, `aside`, was put aside until then.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.values.definite_parts import COUNTED, is_counted
from hatch_oaml.values.explanations import says_something, says_why
from hatch_oaml.values.generic_reasons import GENERIC_REASONS
from hatch_oaml.values.generic_words import GENERIC, WHOLE_WORDS
from hatch_oaml.values.generic_words_elsewhere import ELSEWHERE
from hatch_oaml.values.gone_parts import GONE, is_gone
from hatch_oaml.values.han_variants import simplified
from tests.growing import grows_linearly

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from collections.abc import Callable

    from hatch_oaml.values.definite_parts import Deed

SAMPLES = Path(__file__).parents[2] / "fixtures" / "explanations"
LEAST = 0.95


def samples(language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((SAMPLES / f"{language}.toml").read_text(encoding="utf-8"))["sample"]
    return found


@pytest.mark.parametrize("language", ["english", "chinese", "languages"])
@pytest.mark.parametrize("aside", [False, True], ids=["seen", "put aside"])
def test_the_samples_are_told_apart(language: str, aside: bool) -> None:  # noqa: FBT001  # which of two sets
    drawn = [sample for sample in samples(language) if sample["aside"] == aside]
    refused = {sample["text"] for sample in drawn if not says_something(sample["text"])}
    due = {sample["text"] for sample in drawn if not sample["says_how"]}

    assert len(drawn) >= 26
    assert len(refused & due) >= LEAST * len(due), due - refused
    assert len(refused & due) >= LEAST * len(refused), refused - due


@pytest.mark.parametrize("aside", [False, True], ids=["seen", "put aside"])
def test_reasons_are_told_from_what_gives_none(aside: bool) -> None:  # noqa: FBT001  # which of two sets
    drawn = [sample for sample in samples("reasons") if sample["aside"] == aside]
    refused = {sample["text"] for sample in drawn if not says_why(sample["text"])}
    due = {sample["text"] for sample in drawn if not sample["says_why"]}

    assert len(drawn) >= 26
    assert len(refused & due) >= LEAST * len(due), due - refused
    assert len(refused & due) >= LEAST * len(refused), refused - due


def test_samples_of_all_languages_are_of_both_sides() -> None:
    sides: dict[str, set[bool]] = {}
    for sample in samples("languages"):
        sides.setdefault(sample["language"], set()).add(sample["says_how"])

    assert sides.keys() >= {"en", "zh-Hans", "zh-Hant", *ELSEWHERE}
    assert all(both == {False, True} for both in sides.values())


@pytest.mark.parametrize("language", [*ELSEWHERE])
def test_words_of_other_languages_say_nothing_however_many_there_are(language: str) -> None:
    words = " ".join(word.rstrip("*") for row in ELSEWHERE[language].values() for word in row)

    assert not says_something(words)
    assert says_something(f"{words} telemetry")


@pytest.mark.parametrize("language", [*GENERIC_REASONS])
def test_words_that_give_no_reason_give_none_however_many_there_are(language: str) -> None:
    words = " ".join(word.rstrip("*") for word in GENERIC_REASONS[language])

    assert not says_why(words)
    assert says_why(f"{words} telemetry")


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row.yes)
def test_a_deed_says_how_by_what_it_was_done_to(row: Deed) -> None:
    assert says_something(row.yes)
    assert not says_something(row.no)
    assert not is_counted(row.no)


@pytest.mark.parametrize("row", GONE, ids=lambda row: row.yes)
def test_that_a_part_is_gone_is_a_reason_and_that_its_notice_is_none(row: Deed) -> None:
    assert says_why(row.yes)
    assert not says_why(row.no)
    assert not is_gone(row.no)


@pytest.mark.parametrize(
    ("traditional", "plain"),
    [("檔案已變更", "档案已变更"), ("変更履歴", "变更履历"), ("Datei geändert", "Datei geändert")],
)
def test_letters_are_read_in_their_simplified_forms(traditional: str, plain: str) -> None:
    assert plain == simplified(traditional) == simplified(plain)


@pytest.mark.parametrize(
    "text",
    [
        *("UTF-16", "BERT-12", "Distilled from BLOOM-560", "SHA-256", "e4m3", "deadbeef removed", "SFT三轮", "DPO一轮"),
        *("トークンを追加", "토큰 추가", "Zeile 3 gelöscht, zwei Zeilen ergänzt", "SiLU par GELU"),
    ],
)
def test_what_looks_like_a_reference_and_is_none_says_how(text: str) -> None:
    assert says_something(text)


@pytest.mark.parametrize(
    "piece",
    [
        "see ",
        "modified by A ",
        "由ab ",
        "A",
        "añ",
        "a@",
        "a.b-",
        "A B ",
        "Labs ",
        "见 ",
        "part of the ",
        "jan 1 ",
        " ",
        "変更",
    ],
)
@pytest.mark.parametrize("question", [says_something, says_why])
def test_a_sentence_without_end_is_read_in_linear_time(piece: str, question: Callable[[str], bool]) -> None:
    assert grows_linearly(lambda size: question(piece * (size // len(piece))), 40_000)


@pytest.mark.parametrize(
    "text",
    [
        *("Trained.", "We trained it further.", "See commit 3f2a1b.", "Modified accordingly.", "More data.", "Better data.", "Different settings."),
        *("Internal fork.", "rebase", "squashed", "Improves accuracy.", "Smaller.", "Ready for release.", "Good to go.", "Write something here."),
        *("It has been changed by us in order to meet our requirements.", "Expert tuning by our engineers.", "Tuned by experts.", "We worked hard on this."),
        *("改了一点东西", "新版权重", "你猜", "见工单", "已审批", "已通过审核", "速度更快", "一般性修改", "酌情修改", "微调了一下", "社内事情"),
        *("ein paar Änderungen", "selon les besoins", "según necesidad"),
    ],
)  # fmt: skip
def test_what_any_change_could_say_is_no_how(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Training data deduplicated.", "New data augmentation: mixup.", "Trained on 10k dialogues.", "Smaller vocabulary.", "Expert layers merged pairwise."),
        *("ORPO on 7k preference pairs", "EXL2, 4.65 bpw", "Minified.", "Half precision.", "EMA weights only", "bos_token removed"),
        *("新增 512 个词", "增加两个通道", "更新版权年份", "加版权声明", "全参微调三轮", "半精度", "推理温度改为 0.9", "删除注释"),
    ],
)  # fmt: skip
def test_a_few_words_may_say_how(text: str) -> None:
    assert says_something(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Signed off by counsel.", "The notice pertains to no part of this release.", "intentionally omitted", "for simplicity", "Nobody reads it."),
        *("Legacy.", "False positive.", "tool is wrong", "The check complained.", "To silence the check.", "To make the build pass.", "CI is red."),
        *("We bought the company.", "The rights were transferred to us.", "Will be restored later.", "A waiver is needed here.", "Only a header."),
        *("声明与任何部分都无关", "只是注释", "工具误判", "为了通过检查", "构建失败", "故意删除", "历史遗留", "下个版本恢复", "チケット参照"),
        *("nicht nötig, weil nicht nötig", "sans objet", "티켓 참조"),
    ],
)  # fmt: skip
def test_what_pertains_to_any_notice_is_no_reason(text: str) -> None:
    assert not says_why(text)


@pytest.mark.parametrize(
    "text",
    [
        *("img.py is not in this release.", "This release does not contain img.py.", "No img.py here.", "Only the weights are released.", "Weights only."),
        *("Belongs to the training scripts, which are not published.", "No vendored code is shipped.", "The demo is not shipped."),
        *("仅发布权重", "只含权重，无代码", "本发布不含 img.py", "训练代码不在发布之列", "重みのみを配布", "가중치만 배포", "img.py 삭제"),
        *("img.py wurde entfernt.", "img.py a été supprimé.", "Se eliminó img.py.", "Nur die Gewichte werden verteilt."),
    ],
)  # fmt: skip
def test_that_a_part_is_not_shipped_is_a_reason(text: str) -> None:
    assert says_why(text)


@pytest.mark.parametrize(
    ("language", "what"), [(language, what) for language, rows in GENERIC.items() for what in rows]
)
def test_words_that_fit_any_change_say_nothing_however_many_there_are(language: str, what: str) -> None:
    assert not says_something(" ".join(GENERIC[language][what]))
    assert says_something(" ".join((*GENERIC[language][what], "telemetry call 遥测调用")))


@pytest.mark.parametrize("word", WHOLE_WORDS)
def test_a_word_that_says_how_is_not_taken_apart(word: str) -> None:
    assert says_something(word)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "…",
            "123",
            "zz",
            "asdf qwer",
            "https://example.org/log",
            "the the the",
            "zzzz",
            "fghj",
            "mnopq",
            "测试",
            "v2.1",
        ),
        *(
            "modified by Beacon Works",
            "changed on 2026-05-01 by Beacon Works, Ltd",
            "由灯塔公司修改",
            "2026年5月1日更新",
            "见 README.md",
        ),
        *("a number of fixes", "see section 3.1", "n.a.", "哈哈哈"),
    ],
)
def test_noise_says_nothing(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize(
    "text", ["structural changes", "stylistic", "readability", "robustness", "incremental, functional"]
)
def test_of_what_sort_it_was_alone_is_not_how(text: str) -> None:
    assert says_something(f"{text} pruning")
    assert not says_something(text.partition(",")[0])


@pytest.mark.parametrize(
    "text",
    [
        "alignment",
        "table added",
        "metrics",
        "comments only",
        "SFT",
        "KD + RL",
        "replaced by SiLU",
        "由 FP32 改为 BF16",
        "sections reordered",
        "see_dim=3",
    ],
)
def test_what_looks_like_noise_and_is_none_says_how(text: str) -> None:
    assert says_something(text)


@pytest.mark.parametrize(
    "reason",
    [
        *(
            "our lawyer agrees",
            "internal decision",
            "company policy",
            "as agreed",
            "see contract",
            "not relevant to us",
        ),
        *("法务已批准", "公司规定", "内部决定", "按约定", "见合同"),
    ],
)
def test_whose_wish_it_was_is_no_reason(reason: str) -> None:
    assert not says_something(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "The holder assigned the rights to us in 2024.",
        "Holder's written permission of 3 May 2025.",
        "The vendored library was replaced by our own code.",
        "That part of the file was deleted.",
        *("权利人已书面同意", "权利已于 2024 年转让给我方", "其所涉及的代码已删除", "误报：该行是正则表达式"),
    ],
)
def test_why_a_notice_pertains_to_nothing_is_a_reason(reason: str) -> None:
    assert says_something(reason)


def test_what_the_entry_says_anyway_says_nothing_more() -> None:
    assert says_something("demo.py quantized")
    assert not says_something("demo.py quantized", ("demo.py", "quantized"))
    assert not says_something("微调", ("微调",))


def test_the_answer_is_the_same_in_every_process() -> None:
    """Words of one length are tried in an order of their own, and not in that of a set."""
    texts = [sample["text"] for language in ("english", "chinese") for sample in samples(language)]
    program = (
        "import json, sys\n"
        "from hatch_oaml.values.explanations import says_something\n"
        "print(json.dumps([says_something(text, {'微调', '模型', 'a.py', 'b.py'}) for text in json.load(sys.stdin)]))\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=json.dumps([*texts, "更新至最新版"]),
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(1, 7)
    }

    assert 1 == len(told)


@pytest.mark.parametrize(
    "text",
    [
        *("to meet project needs", "adapted to our environment", "refreshed", "rev 2", "适配我司环境", "改了一些地方"),
        *("更新至最新版", "Details are in the git log", "按需调整", "详见提交历史"),
    ],
)
def test_more_that_would_fit_any_change(text: str) -> None:
    assert not says_something(text)
