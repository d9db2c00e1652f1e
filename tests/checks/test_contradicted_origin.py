from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.contradicted_origin import CHECK
from hatch_oaml.records.base_record import render_base
from hatch_oaml.statements import statements_of, statements_of_header

if TYPE_CHECKING:
    from hatch_oaml.findings import Finding
    from hatch_oaml.records.inventory import ReleaseFile
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

CARD = "---\nbase_model: example-lab/Lantern\n---\n"
ADAPTER = '{"base_model_name_or_path": "%s"}'


def saying(file_with: FileWith, path: str, text: str) -> ReleaseFile:
    return file_with(path, text, statements=statements_of(path, text.encode()))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", CARD),
        ("lora/adapter_config.json", ADAPTER % "example-lab/Lantern"),
        ("adapter_config.json", ADAPTER % "/data/models/lantern"),
        ("Modelfile", "FROM example-lab/Lantern:7b\nPARAMETER temperature 1\n"),
        ("mergekit_config.yml", "merge_method: slerp\nbase_model: example-lab/Lantern\n"),
    ],
)
def test_an_original_that_names_its_base_is_refused(
    release_with: ReleaseWith, file_with: FileWith, path: str, text: str
) -> None:
    assert [path] == [finding.path for finding in CHECK.run(release_with(files=[saying(file_with, path, text)]))]


def test_how_it_was_made_of_another_is_told_where_no_base_is_named(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    def findings(card: str, **more: str | bool | list[str]) -> list[Finding]:
        file = saying(file_with, "README.md", f"---\n{card}\n---\n")
        return list(CHECK.run(release_with(files=[file], config={"original": True, **more})))

    [finding] = findings("base_model_relation: quantized")

    assert (2, "README.md") == (finding.line, finding.path)
    assert finding.message.en == (
        "`tool.oaml.original` says that nothing is upstream, but `base_model_relation` says that another model was: quantized"
    )
    assert [] == findings("base_model_relation: none")
    assert [] == findings("base_model_relation: quantized", **{"own-bases": ["example-lab/Lantern"]})
    assert 1 == len(findings("base_model_relation: quantized\nbase_model: example-lab/Lantern"))


def test_a_base_that_a_file_names_twice_is_told_once(release_with: ReleaseWith, file_with: FileWith) -> None:
    card = saying(
        file_with, "README.md", f"{CARD}\nThis model is a merge of example-lab/Lantern and example-lab/ember-2.\n"
    )

    assert [2, 5] == [finding.line for finding in CHECK.run(release_with(files=[card]))]


def test_the_header_of_weights_is_asked_too(release_with: ReleaseWith, file_with: FileWith) -> None:
    header = {"general.base_model.0.repo_url": "https://huggingface.co/example-lab/Lantern"}
    file = file_with("model.gguf", "x", statements=statements_of_header(header))

    assert ["model.gguf"] == [finding.path for finding in CHECK.run(release_with(files=[file]))]


def test_a_base_record_that_lies_there_tells_of_a_base(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    record = render_base(base_with(file_with("a", "a"), name="example-lab/Lantern"))
    [finding] = CHECK.run(release_with(files=[saying(file_with, "bases/lantern.toml", record)]))

    assert "but this is the record of a base, example-lab/Lantern" in finding.message.en


def findings(release_with: ReleaseWith, file: ReleaseFile, *others: ReleaseFile, **config: object) -> list[Finding]:
    return list(CHECK.run(release_with(files=[file, *others], config=config)))


@pytest.mark.parametrize(
    "own", ["example-lab/Lantern", "Example-Lab/lantern", "https://huggingface.co/example-lab/Lantern"]
)
def test_who_holds_the_rights_in_the_base_owes_himself_nothing(
    release_with: ReleaseWith, file_with: FileWith, own: str
) -> None:
    assert [] == findings(release_with, saying(file_with, "README.md", CARD), **{"own-bases": [own]})


@pytest.mark.parametrize("base", [".", "..", "base", "../base", "./base/", "example-lab/example-model"])
def test_a_base_inside_of_the_release_is_no_upstream(release_with: ReleaseWith, file_with: FileWith, base: str) -> None:
    adapter = saying(file_with, "lora/adapter_config.json", ADAPTER % base)

    assert [] == findings(release_with, adapter, file_with("base/model.safetensors", "w"))


def test_where_a_model_was_loaded_from_proves_nothing(release_with: ReleaseWith, file_with: FileWith) -> None:
    assert [] == findings(release_with, saying(file_with, "config.json", '{"_name_or_path": "example-lab/Lantern"}'))


def test_a_part_under_other_terms_speaks_of_itself(release_with: ReleaseWith, file_with: FileWith) -> None:
    part = [{"files": ["third_party/**"], "license": "MIT"}]

    assert [] == findings(release_with, saying(file_with, "third_party/README.md", CARD), part=part)
    everything = [{"files": ["*"], "license": "MIT"}]
    assert 1 == len(findings(release_with, saying(file_with, "README.md", CARD), part=everything))


def test_a_derivative_is_asked_elsewhere(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    release = release_with(files=[saying(file_with, "README.md", CARD)], bases=[base_with(file_with("a", "a"))])

    assert [] == list(CHECK.run(release))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
