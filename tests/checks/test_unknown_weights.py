from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.unknown_weights import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.inventory import LfsPointer
from hatch_oaml.records.tensors import ShardIndex, Tensor, Weights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample

FIX = Bilingual(
    en="test yourself that the file loads; safetensors, GGUF and ONNX are read in full here",
    zh="请自行验证该文件可以加载；safetensors、GGUF 与 ONNX 可在此完整读取",
)


def test_what_a_reader_could_not_read_is_said(release_with: ReleaseWith, file_with: FileWith) -> None:
    unread = Bilingual(en="GGUF version 9 is unknown", zh="未知的 GGUF 版本 9")
    release = release_with(files=[file_with("model.gguf", weights=Weights(format="gguf", unread=unread))])

    expected = Finding(
        path="model.gguf",
        message=Bilingual(
            en="it is released as part of the Model, and could not be checked: GGUF version 9 is unknown",
            zh="该文件作为模型的一部分发布，但未能检查：未知的 GGUF 版本 9",
        ),
        fix=FIX,
    )
    assert [expected] == list(CHECK.run(release))


def test_a_model_file_of_no_known_format_is_said(release_with: ReleaseWith, file_with: FileWith) -> None:
    release = release_with(files=[file_with("tokens.bin", role="model")])

    (finding,) = CHECK.run(release)

    assert finding.message == Bilingual(
        en="it is released as part of the Model, and could not be checked: neither its name nor its first bytes tell a weight format that we know",
        zh="该文件作为模型的一部分发布，但未能检查：无论从文件名还是文件开头，都看不出是已知的权重格式",
    )


def test_what_was_read_what_is_no_model_and_what_stands_elsewhere_is_not_said(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    external = Tensor(name="a", dtype="float", shape=(1,), file="data/model.onnx_data")
    release = release_with(
        files=[
            file_with("a.safetensors", weights=Weights(format="safetensors")),
            file_with("model.py"),
            file_with("b.gguf", pointer=LfsPointer(sha256=sha256_of(b""), size=0)),
            file_with("model.safetensors.index.json", role="model", shards=ShardIndex()),
            file_with("onnx/model.onnx", weights=Weights(format="onnx", tensors=(external,))),
            file_with("onnx/data/model.onnx_data", role="model"),
        ]
    )

    assert [] == list(CHECK.run(release))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
