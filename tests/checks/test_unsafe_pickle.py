from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unsafe_pickle import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.tensors import Weights
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_imports_beyond_tensors_are_named(release_with: ReleaseWith, file_with: FileWith) -> None:
    imports = ("collections.OrderedDict", "os.system", "torch.FloatStorage")
    release = release_with(files=[file_with("model.pt", weights=Weights(format="pytorch", imports=imports))])

    expected = Finding(
        path="model.pt",
        message=Bilingual(
            en="loading this file runs what it imports, beyond tensors: `os.system`",
            zh="加载该文件会运行其导入的内容，而不只是读取张量：`os.system`",
        ),
        fix=Bilingual(
            en="save the tensors as safetensors, which can run nothing, or tell your users what these imports are for",
            zh="将张量另存为无法执行代码的 safetensors，或向使用者说明这些导入的用途",
        ),
    )
    assert [expected] == list(CHECK.run(release))


@pytest.mark.parametrize(
    "name",
    [
        *("collections.OrderedDict", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_parameter"),
        *(
            "torch.BFloat16Storage",
            "torch.storage.UntypedStorage",
            "torch.Size",
            "torch.float8_e4m3fn",
            "torch.bfloat16",
        ),
        *("torch.nn.parameter.Parameter", "_codecs.encode", "torch.serialization._get_layout", "torch.device"),
        *("__torch__.torch.nn.modules.container.Sequential", "torch.jit._pickle.restore_type_tag"),
    ],
)
def test_what_loads_with_weights_only_is_lawful(release_with: ReleaseWith, file_with: FileWith, name: str) -> None:
    release = release_with(files=[file_with("model.pt", weights=Weights(format="pytorch", imports=(name,)))])

    assert [] == list(CHECK.run(release))


@pytest.mark.parametrize(
    "name",
    [
        *("builtins.eval", "posix.system", "torch.load", "torch.hub.load", "torch.float32.system", "numpy.load"),
        *("xtorch.FloatStorage", "collections.OrderedDict.x", "keras.layers.Lambda", "copyreg.extension.5", "?.?"),
        *("torch.nn.modules.linear.Linear", "torch._utils._rebuild_tensor_v2.x", "torch.int_repr.x"),
    ],
)
def test_everything_else_is_told(release_with: ReleaseWith, file_with: FileWith, name: str) -> None:
    release = release_with(files=[file_with("model.pt", weights=Weights(format="pytorch", imports=(name,)))])

    assert len(list(CHECK.run(release))) == 1


def test_many_imports_are_counted_and_escapes_are_not_shown(release_with: ReleaseWith, file_with: FileWith) -> None:
    imports = ("a.\x1b[2J", *(f"a.b{number}" for number in range(10)))
    release = release_with(files=[file_with("model.pt", weights=Weights(format="pytorch", imports=imports))])

    (finding,) = CHECK.run(release)

    assert finding.message.en.endswith("`a.\\x1b[2J`, `a.b0`, `a.b1`, `a.b2`, `a.b3`, `a.b4`, `a.b5`, `a.b6`, … (+3)")


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
