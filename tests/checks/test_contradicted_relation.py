from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.contradicted_relation import CHECK
from hatch_oaml.records.modifications import RELATIONS
from hatch_oaml.statements import statements_of

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

ENTRY = "format = 1\n[[change]]\nfiles = ['*.safetensors']\nrelation = '{}'\nhow.en = 'x'\ndate = 2026-11-01\n"


@pytest.mark.parametrize(
    ("card", "relations"),
    [
        ("finetune", {"finetune", "distilled", "pruned", "modified", "converted"}),
        ("quantized", {"quantized", "converted"}),
        ("adapter", {"adapter"}),
        ("merge", {"merge"}),
        ("of another hub", set(RELATIONS)),
    ],
)
def test_a_card_s_relation_agrees_with_the_changelog_s_or_is_told(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, card: str, relations: set[str]
) -> None:
    text = f"---\nbase_model: example-lab/Lantern\nbase_model_relation: {card}\n---\n"
    readme = file_with("README.md", text, statements=statements_of("README.md", text.encode()))
    base = base_with(file_with("model.safetensors", "1"), name="example-lab/Lantern")
    files = [readme, file_with("model.safetensors", "2")]

    silent = {
        relation
        for relation in RELATIONS
        if not list(CHECK.run(release_with(files=files, bases=[base], modifications=ENTRY.format(relation))))
    }

    assert relations == silent


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
