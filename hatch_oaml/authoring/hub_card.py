"""What hubs would read in a model card, and it does not say: told, and never written into a card that somebody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.authoring.card import asked_of_card, card_lacks, head_of_card, is_bare, license_lines, scalar
from hatch_oaml.license.versions import CURRENT, names_license
from hatch_oaml.values.front_matter import front_matter
from hatch_oaml.values.model_names import model_name, same_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hatch_oaml.authoring.card import Facts
    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.values.front_matter import Value


def said_to_hubs(facts: Facts, text: str | None) -> Iterator[Bilingual]:
    """:param text: of the card at the top; None where there is none."""
    if text is None:
        yield asked_of_card(
            "there is none, so that hubs show neither license nor bases; begin it with",
            "没有此文件，模型平台因而无法显示许可证与基础模型；请以下列内容开头",
            head_of_card(facts).splitlines(),
        )
        return
    if is_bare(text):
        yield asked_of_card(
            "it has no front matter, from which hubs take license and bases; put above all else",
            "没有 front matter，而模型平台从中读取许可证与基础模型；请在最前面加入",
            head_of_card(facts).splitlines(),
        )
        return
    keys = front_matter(text)
    if lacking := card_lacks(facts, text):
        yield lacking
    if _is_read_otherwise(facts, keys):
        yield asked_of_card(
            "hubs show this license, and link its text, only where the front matter says",
            "只有 front matter 写明以下内容，模型平台才会显示该许可证并链接到其文本",
            license_lines(facts),
        )
    if unnamed := _unnamed(facts, keys):
        yield asked_of_card(
            "its `base_model` lacks what has a record; add",
            "`base_model` 缺少有记录的基础模型；请加入",
            ["base_model:", *(f"- {scalar(base)}" for base in unnamed)],
        )


def _is_read_otherwise(facts: Facts, keys: Mapping[str, Sequence[Value]]) -> bool:
    """A license of another name is an error of its own, or an author's choice."""
    license_, name, link = (
        next((value.text for value in keys.get(key, ())), "") for key in ("license", "license_name", "license_link")
    )
    if license_.casefold() != "other":
        return names_license(license_) or license_.casefold() == CURRENT.hub_name
    return not name or (link.removeprefix("./") != facts.license and "://" not in link)


def _unnamed(facts: Facts, keys: Mapping[str, Sequence[Value]]) -> list[str]:
    """Of a card that names a base; of one that names none it is told already."""
    named = [model_name(value.text) or value.text for value in keys.get("base_model", ())]
    return [base for base in facts.bases if named and not any(same_model(base, name) for name in named)]
