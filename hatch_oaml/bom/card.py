"""What the model card says, where CycloneDX has a place for it; nothing that it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hatch_oaml.bom.told import Told
    from hatch_oaml.records.model_card import ModelCard


def card_facts(told: Told) -> dict[str, Any]:
    """Keys of the model's component."""
    card = told.card
    if card is None:
        return {}
    facts = {"description": card.description, "modelCard": _model_card(card), "tags": list(card.tags)}
    return {key: value for key, value in facts.items() if value}


def _model_card(card: ModelCard) -> dict[str, Any]:
    parts = {
        "modelParameters": _parameters(card),
        "quantitativeAnalysis": _list("performanceMetrics", [{"type": metric} for metric in card.metrics]),
        "considerations": _considerations(card),
        "properties": [
            *_properties("library", (card.library,)),
            *_properties("language", card.languages),
        ],
    }
    return {key: value for key, value in parts.items() if value}


def _parameters(card: ModelCard) -> dict[str, Any]:
    task = {"task": card.task} if card.task else {}
    return task | _list("datasets", [{"type": "dataset", "name": name} for name in card.datasets])


def _considerations(card: ModelCard) -> dict[str, Any]:
    return {
        **_list("users", _text(card.users)),
        **_list("useCases", _text(card.uses)),
        **_list("technicalLimitations", _text(card.limitations)),
        **_list("ethicalConsiderations", [{"name": name} for name in _text(card.ethics)]),
    }


def _properties(name: str, values: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"name": f"hatch-oaml:{name}", "value": value} for value in values if value]


def _text(text: str) -> list[str]:
    return [text] if text else []


def _list(key: str, values: list[Any]) -> dict[str, Any]:
    return {key: values} if values else {}
