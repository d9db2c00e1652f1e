"""What a model card says of license and bases: written where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.license.versions import CURRENT
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.front_matter import front_matter, front_matter_block
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.markdown import escaped_line
from hatch_oaml.values.wording import toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hatch_oaml.records.modifications import Modifications

CARD = "README.md"
_HUB_RELATIONS = ("finetune", "adapter", "quantized", "merge")
"""What hubs know (https://huggingface.co/docs/hub/model-cards#specifying-a-base-model)."""


@frozen
class Facts:
    """What a card is written from: `name` is the project's, `bases` those of the records, `license` the text's path."""

    name: str
    license: str
    bases: tuple[str, ...] = ()
    modifications: Modifications | None = None


def new_card(facts: Facts) -> str:
    return f"{head_of_card(facts)}\n# {escaped_line(facts.name)}\n"


def head_of_card(facts: Facts) -> str:
    """The front matter."""
    return "\n".join(("---", *license_lines(facts), *_base_lines(facts), "---")) + "\n"


def card_lacks(facts: Facts, text: str) -> Bilingual | None:
    """What a card that has front matter does not say in it; only a person can tell where it goes."""
    keys = front_matter(text)
    lines = [] if "license" in keys else list(license_lines(facts))
    if facts.bases and "base_model" not in keys:
        lines += _base_lines(facts)
    if not lines:
        return None
    return asked_of_card(
        "add to its front matter, which hubs show", "请在其 front matter 中加入以下内容，模型平台会显示它们", lines
    )


def asked_of_card(en: str, zh: str, lines: Iterable[str]) -> Bilingual:
    """What is to be done with the `lines`."""
    shown = "".join(f"\n    {line}" for line in lines)
    return Bilingual(en=f"{CARD}: {en}:{shown}", zh=f"{CARD}：{zh}：{shown}")


def is_bare(text: str) -> bool:
    """Is there no front matter, so that one can stand above all that is there?"""
    return front_matter_block(text) is None and not text.lstrip().startswith("---")


def license_lines(facts: Facts) -> Iterator[str]:
    yield "license: other"
    yield f"license_name: {CURRENT.hub_name}"
    yield f"license_link: {scalar(facts.license)}"


def _base_lines(facts: Facts) -> Iterator[str]:
    if not facts.bases:
        return
    if len(facts.bases) == 1:
        yield f"base_model: {scalar(facts.bases[0])}"
    else:
        yield "base_model:"
        yield from (f"- {scalar(base)}" for base in facts.bases)
    relation = _relation(facts)
    if relation:
        yield f"base_model_relation: {relation}"
    else:
        yield f"# base_model_relation: one of 其中之一：{', '.join(_HUB_RELATIONS)}"


def _relation(facts: Facts) -> str:
    """Where the changelog tells one that hubs know, or several bases leave no other."""
    changes = facts.modifications.changes if facts.modifications else ()
    told = {change.relation for change in changes if change.relation in _HUB_RELATIONS}
    if len(told) == 1:
        return told.pop()
    return "merge" if len(facts.bases) > 1 and not told else ""


def scalar(text: str) -> str:
    """As YAML: plain where nothing in it can be read as anything else."""
    is_plain = text.isascii() and text[:1].isalpha() and all(letter.isalnum() or letter in "._/-" for letter in text)
    return (
        text
        if is_plain and text.casefold() not in {"null", "true", "false", "yes", "no", "on", "off"}
        else toml_string(text)
    )
