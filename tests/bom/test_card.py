"""What a model card says has its place in the bill of materials; what it does not say has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.bom.card import card_facts
from hatch_oaml.project.model_card import read_model_card
from tests.bom.bills import bill_of, told_of
from tests.project.test_model_card import CARD

if TYPE_CHECKING:
    from tests.conftest import FileWith, ReleaseWith


def test_each_fact_has_its_place_in_the_bill(release_with: ReleaseWith, file_with: FileWith) -> None:
    card = file_with("README.md", CARD, card=read_model_card(CARD.encode()))
    release = release_with(files=[file_with("model.safetensors", b"w"), card])

    model = bill_of(release)["components"][0]

    assert {
        "description": "A model that answers. 会回答问题。",
        "tags": ["chat"],
        "modelCard": {
            "modelParameters": {
                "task": "text-generation",
                "datasets": [{"type": "dataset", "name": "lab/one"}, {"type": "dataset", "name": "lab/two"}],
            },
            "quantitativeAnalysis": {"performanceMetrics": [{"type": "bleu"}]},
            "considerations": {
                "users": ["Support staff."],
                "useCases": ["For support.\n\nAt night too."],
                "technicalLimitations": ["不会算术。"],
            },
            "properties": [
                {"name": "hatch-oaml:library", "value": "transformers"},
                {"name": "hatch-oaml:language", "value": "zh"},
                {"name": "hatch-oaml:language", "value": "en"},
            ],
        },
    } == {key: model.get(key) for key in ("description", "tags", "modelCard")}
    assert {"type": "model-card", "url": "README.md"} in model["externalReferences"]
    assert {} == card_facts(told_of(release_with()))
