from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unrecorded_base import CHECK
from hatch_oaml.records.base_record import render_base
from hatch_oaml.statements import statements_of, statements_of_header

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hatch_oaml.records.inventory import ReleaseFile
    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample

    Derivative = Callable[..., Release]

OTHER = "---\nbase_model: [example-lab/Lantern, someone/Other]\n---\n"
KEPT = f"{OTHER}# The base's own card\n"
ENTRY = "format = 1\n[[change]]\nfiles = ['*.safetensors']\nrelation = 'finetune'\nhow.en = 'x'\ndate = 2026-11-01\n"


@pytest.fixture
def derivative(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> Derivative:
    """A derivative of example-lab/Lantern that holds one file with this text, and a model."""

    def made(path: str, text: str, config: Mapping[str, object] | None = None) -> Release:
        file = file_with(path, text, statements=statements_of(path, text.encode()))
        base = base_with(file_with("model.safetensors", "1"), file_with("kept.md", KEPT), name="example-lab/Lantern")
        files = [file, file_with("model.safetensors", "2")]
        return release_with(files=files, bases=[base], config=config, modifications=ENTRY)

    return made


def said(release: Release) -> list[tuple[str, int | None]]:
    return [(finding.path, finding.line) for finding in CHECK.run(release)]


def test_a_base_that_the_card_names_and_no_record_has_is_told(derivative: Derivative) -> None:
    [finding] = CHECK.run(derivative("README.md", OTHER))

    assert "`base_model` names someone/Other as a base, of which there is no record" in finding.message.en
    assert "recorded are: example-lab/Lantern" in finding.message.en


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("adapter_config.json", '{"base_model_name_or_path": "someone/Other"}'),
        ("config.json", '{"_name_or_path": "someone/Other"}'),
        ("config.json", '{"_name_or_path": "bert-base-uncased"}'),
        ("merge.yaml", "merge_method: ties\nmodels:\n- model: someone/Other\n- model: example-lab/Lantern\n"),
    ],
)
def test_every_file_that_names_one_is_asked(derivative: Derivative, path: str, text: str) -> None:
    assert [path] == [where for where, _ in said(derivative(path, text))]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("README.md", "---\nbase_model: Example-Lab/lantern\n---\n"),
        ("README.md", "---\nbase_model: https://modelscope.cn/models/example-lab/Lantern\n---\n"),
        ("adapter_config.json", '{"base_model_name_or_path": "/data/Lantern"}'),
        ("adapter_config.json", '{"base_model_name_or_path": "/data/x/checkpoints"}'),
        ("config.json", '{"_name_or_path": "output/checkpoint-500"}'),
        ("config.json", '{"_name_or_path": "/home/me/x"}'),
        ("config.json", '{"_name_or_path": "someone/example_model"}'),
        ("kept.md", KEPT),
        ("README.md", KEPT),
    ],
)
def test_recorded_bases_paths_and_the_base_s_own_words_are_none(derivative: Derivative, path: str, text: str) -> None:
    assert [] == said(derivative(path, text))


def test_a_base_of_one_s_own_needs_no_record(derivative: Derivative) -> None:
    assert [] == said(derivative("README.md", OTHER, {"own-bases": ["someone/Other"]}))


def test_a_record_that_is_not_wired_is_told(derivative: Derivative, base_with: BaseWith, file_with: FileWith) -> None:
    record = render_base(base_with(file_with("a", "a"), name="someone/Other"))
    [finding] = CHECK.run(derivative("bases/other.toml", record))

    assert "add `bases/other.toml` to `tool.oaml.bases`" in finding.fix.en


def test_an_original_is_told_of_where_its_configuration_came_from(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    text = '{"_name_or_path": "someone/Other"}'
    file = file_with("config.json", text, statements=statements_of("config.json", text.encode()))

    assert [("config.json", 1)] == said(release_with(files=[file]))


def test_weights_that_may_be_the_base_s_are_asked_once_they_are_read(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    def header(data: str, **changes: object) -> ReleaseFile:
        facts = statements_of_header({"general.base_model.0.name": "someone/Grand"})
        return file_with("model.gguf", data, statements=facts, **changes)

    base = base_with(header("1"), name="example-lab/Lantern")

    assert [] == said(release_with(files=[header("1", sha256=None)], bases=[base]))
    assert [] == said(release_with(files=[header("1")], bases=[base]))
    assert [("model.gguf", 1)] == said(release_with(files=[header("2")], bases=[base]))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
