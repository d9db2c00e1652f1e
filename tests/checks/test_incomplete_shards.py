from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.incomplete_shards import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.tensors import ShardIndex
from hatch_oaml.shards import problems

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_every_problem_across_files_refuses_the_release(release_with: ReleaseWith, file_with: FileWith) -> None:
    index = ShardIndex(weight_map={"a": "one.safetensors", "b": "two.safetensors"})
    release = release_with(files=[file_with("model.safetensors.index.json", shards=index)])

    found = list(CHECK.run(release))

    assert len(found) == 2
    assert [
        Finding(path=problem.path, message=problem.message, fix=problem.fix) for problem in problems(release.inventory)
    ] == found


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
