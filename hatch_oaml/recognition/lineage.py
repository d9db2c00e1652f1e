"""Finds what model cards and research code say of whose code, model and data they were made from: `built upon`, `quantized version of`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.recognition.evidence import attribution
from hatch_oaml.recognition.sentences import sentence_around
from hatch_oaml.recognition.words.lineage import ASIDE, LINEAGE
from hatch_oaml.recognition.words.lineage_zh import LINEAGE_ZH
from hatch_oaml.recognition.words.nobody import TO_A_MODEL
from hatch_oaml.recognition.words.shared import is_template
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.words import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.recognition.passage import Found
    from hatch_oaml.recognition.reading import Reading

_LINEAGE = expression(LINEAGE.either, re.IGNORECASE)
_LINEAGE_ZH = expression(LINEAGE_ZH.either)
_TO_A_MODEL = expression(TO_A_MODEL.either)
_ASIDE = expression(ASIDE.either, re.IGNORECASE)
_TOLD_BY = (
    *(
        "built",
        "builds",
        "developed ",
        "written at",
        "borrow",
        "thank",
        "acknowledge",
        "appreciate",
        "shout",
        "kudos",
        "props",
    ),
    *("credit", "hats off", "grateful", "indebted", "possible without", "code of", "code from", "code by", "codes "),
    *(
        "portions ",
        "snippets ",
        "weights ",
        "checkpoint",
        "top of",
        "come from",
        "comes from",
        "came from",
        "originate",
    ),
    *("zed from", "sed from", "ged from", "led from", "ned from", "anded from", "ended from", "curated from"),
    *("arted from", "erated from", "nued from", "directly from", "original model", "original weights", "original repo"),
    *("source model", "model creator", "model author", "ized by", "ised by", "merged by", "trained by", "converted by"),
    *("quanti", "prun", "merge", "distill", "convert", "compressed", "gguf", "ggml", "gptq", "awq", "exl2", "exl3"),
    *("mlx", "onnx", "fp8", "int4", "int8", "-bit", "lora", "uncensored", "abliterated", "safetensors"),
    *("2bit", "3bit", "4bit", "5bit", "6bit", "8bit", "unofficial", "coreml", "tflite", "openvino", "tensorrt"),
)
"""Looked for first, white space as a single space: an expression costs more."""


def find(reading: Reading) -> Iterator[Found]:
    """The sentences that tell of it, each with the work or whose it is named."""
    said = reading.lower.replace("\n", " ")
    if holds_any(said, _TOLD_BY):
        yield from _sentences(reading.folded, _LINEAGE)


def find_chinese(reading: Reading) -> Iterator[Found]:
    """As `find`, for Chinese."""
    yield from _sentences(reading.folded, _LINEAGE_ZH)


def _sentences(text: str, lineage: re.Pattern[str]) -> Iterator[Found]:
    for match in lineage.finditer(text):
        anchor = match.start() + len(match[0]) - len(match[0].lstrip())
        start, end = sentence_around(text, anchor, match.end())
        if not (_ASIDE.search(text[start:end]) or _TO_A_MODEL.match(text, start) or is_template(text[start:end])):
            yield attribution(start, end, match, sure=_is_sure(match))


def _is_sure(match: re.Match[str]) -> bool:
    """By an address, an owner or a verb of copying: a model's name alone tells what a card says of its own model, and may change with it."""
    groups = match.groupdict()
    return "whose" not in groups or "/" in match[0] or bool(groups["taken"] or groups["whose"])
