"""Names that promise weights, in any case, packed, kept, or cut into parts; and names that come near."""

from __future__ import annotations

import pytest

from hatch_oaml.values.weight_names import is_named_as_data, is_weight_name, lies_among_data
from tests.growing import grows_linearly

WEIGHTS = [
    *("net.ptd", "chat.rkllm", "llm.mnn.weight", "net.ort", "gemma.litertlm", "net.kmodel", "net.bmodel"),  # boards
    *("frozen_inference_graph.pb", "frozen_graph.pb", "detector_frozen.pb", "model.ckpt-90.meta"),  # TensorFlow
    *("net_variables/data_0", "sub/net_variables/data_12"),  # MindSpore, beside a large MindIR
    *("inference/__params__", "trees.ubj", "trees.cbm", "lid.ftz", "forest.skops", "flux.dduf"),
    *("step/ocdbt.process_0/d/4f8c", "step/manifest.ocdbt", "state/d/0ab1c2d3e4f5a6b7c8d9e0f1a2b3c4d5"),  # Orbax
    *("checkpoint_9/target.decoder.kernel/0.0", "checkpoint_9/state.param_states.decoder.m/1.0"),  # T5X
    *(
        "init_net.pb",
        "face_init_net.pb",
        "model.pb",
        "retrained_graph.pb",
        "llm.tensors",
    ),  # Caffe2, TensorFlow, CoreWeave
    *("m.gguf.1", "m.safetensors.2", "m.pt~", "m.pt.~3~", "m.safetensors.sz"),
    *("m.safetensors.zstd", "m.pt.tzst", "m.bin.lzma", "m.bin.Z", "model.joblib.z"),  # compressed
    *("m.safetensors.part1", "m.gguf.part2of3", "m.gguf.part-aa", "m.gguf-split-a", "m.gguf-00001-of-00002"),
    *("m.safetensors.001", "m.safetensors.ab", "m.onnx.data.01"),
    *("m.safetensors.bak", "m.pth.old", "m.gguf.incomplete", "m.bin.crdownload", "m.pt.tar.gz.enc", "m.pth.gpg"),
]
OTHERS = [
    *("m.safetensors.index.json", "m.safetensors.md", "m.pt.py", "notes.part1.txt", "report.2024", "frozen_lake.py"),
    *("graph_pb2.py", "messages.ab", "data.tar.gz", "archive.part1.zip", "page.old", "v1.01", "meta.ckpt.json"),
    *(
        "._m.safetensors",
        "split.py",
        "README.part2",
        "notes.1",
        "notes~",
        "hatch.1",
        "d/notes",
        "d/configuration.json",
        "d/0ab1c2d3.txt",
        "predict_net.pb.txt",
        "input_0.pb",
        "label_map.pbtxt",
        "targets/0.0",
        "target.py",
        "plan.nb",
        "variables/data.csv",
        "params.yaml",
        "__params__.py",
    ),
    *("_editable_impl_lantern.pth", "distutils-precedence.pth"),  # Python's own
]


@pytest.mark.parametrize("path", WEIGHTS)
def test_a_name_promises_weights_in_any_case(path: str) -> None:
    assert is_weight_name(path)
    assert is_weight_name(path.upper())


@pytest.mark.parametrize("path", OTHERS)
def test_a_name_that_comes_near_promises_none(path: str) -> None:
    assert not is_weight_name(path)


@pytest.mark.parametrize("folder", ["data", "datasets", "dataset-v2", "eval", "eval_2024", "Corpus"])
def test_a_folder_of_data_speaks_for_containers_alone(folder: str) -> None:
    assert lies_among_data(f"{folder}/first.bin")
    assert is_named_as_data(f"{folder}/first.npy")
    assert not is_named_as_data(f"{folder}/first.safetensors")


@pytest.mark.parametrize("path", ["model_data/yolo.h5", "database.npy", "metadata/w.npz", "evaluator.h5"])
def test_a_word_in_a_longer_word_is_no_folder_of_data(path: str) -> None:
    assert not lies_among_data(path)


@pytest.mark.parametrize("packing", [".gz", ".~3~", "-part-1-of-2", ".1", "~"])
def test_a_name_packed_over_and_over_is_told_in_linear_time(packing: str) -> None:
    assert is_weight_name(f"model.safetensors{packing * 5}")
    assert grows_linearly(lambda count: is_weight_name(f"model{packing * count}x.gz"), 8000)
