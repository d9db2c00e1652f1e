from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.corrupt_weights import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.tensors import ShardIndex, Weights
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample

FAULT = Bilingual(en="the file is empty", zh="文件是空的")
FIX = Bilingual(
    en="fetch the file again, or save the model again, and compare its size and SHA-256 with the source's",
    zh="重新取得该文件或重新保存模型，并与来源核对其大小与 SHA-256",
)


def test_every_fault_of_a_weight_file_refuses_the_release(release_with: ReleaseWith, file_with: FileWith) -> None:
    weights = Weights(format="gguf", faults=(FAULT, FAULT))
    release = release_with(files=[file_with("model.gguf", weights=weights)])

    assert [Finding(path="model.gguf", message=FAULT, fix=FIX)] * 2 == list(CHECK.run(release))


def test_every_fault_of_an_index_refuses_the_release(release_with: ReleaseWith, file_with: FileWith) -> None:
    path = "model.safetensors.index.json"
    release = release_with(files=[file_with(path, shards=ShardIndex(faults=(FAULT,)))])

    assert [Finding(path=path, message=FAULT, fix=FIX)] == list(CHECK.run(release))


def test_what_is_whole_or_could_not_be_read_is_lawful(release_with: ReleaseWith, file_with: FileWith) -> None:
    unread = Weights(format="hdf5", unread=FAULT)
    release = release_with(files=[file_with("a.h5", weights=unread), file_with("b.safetensors"), file_with("c.md")])

    assert [] == list(CHECK.run(release))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
