from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.missing_model import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.build_facts import LeftOutWeights
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample

NAMED = '\n\n    [tool.oaml]\n    model = ["/weights/*.dat"]'


def test_a_release_without_a_model_file_is_refused(release_with: ReleaseWith, file_with: FileWith) -> None:
    expected = Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="the release holds no model file: no file has the name of a known weight format",
            zh="本发布中没有模型文件：没有文件的名称属于已知的权重格式",
        ),
        fix=Bilingual(
            en="put the weights into the project; name them if they go by other names, or if version control ignores"
            f" them{NAMED}",
            zh=f"将权重放入项目；如果权重使用其他名称，或被版本控制忽略，请写明{NAMED}",
        ),
    )
    assert [expected] == list(CHECK.run(release_with(files=[file_with("README.md")])))


def test_each_pattern_that_matches_nothing_is_refused(release_with: ReleaseWith, file_with: FileWith) -> None:
    release = release_with(
        files=[file_with("README.md")], config={"model": ["*.dat", "*.raw"]}, idle_patterns=("*.dat", "*.raw")
    )

    no_model, dat, raw = CHECK.run(release)

    assert no_model.message == Bilingual(
        en="the release holds no model file: `tool.oaml.model` matches none",
        zh="本发布中没有模型文件：`tool.oaml.model` 没有匹配到任何文件",
    )
    assert dat == Finding(
        path="pyproject.toml",
        message=Bilingual(
            en="`tool.oaml.model`: `*.dat` matches no file of the release",
            zh="`tool.oaml.model`：`*.dat` 不匹配本发布中的任何文件",
        ),
        fix=Bilingual(
            en="put these files into the project, or correct or delete the pattern",
            zh="将这些文件放入项目，或更正、删除该模式",
        ),
    )
    assert raw.message.en == "`tool.oaml.model`: `*.raw` matches no file of the release"


def test_weights_that_version_control_ignores_are_named_with_the_setting_that_takes_them(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    ignored = tuple(LeftOutWeights(path=archive_path(path)) for path in ("a.gguf", "b.gguf"))

    [found] = CHECK.run(release_with(files=[file_with("README.md")], left_out_weights=ignored))

    assert "version control ignores all 2 weight files of the project: `a.gguf`, `b.gguf`" in found.message.en
    assert "2 个权重文件全部被版本控制忽略：`a.gguf`、`b.gguf`" in found.message.zh
    assert '    model = ["*.gguf"]' in found.fix.en.splitlines()


@pytest.mark.parametrize("kind", ["weights", "checkpoint", "optimizer", "adapter"])
def test_any_kind_of_model_file_is_a_model(release_with: ReleaseWith, file_with: FileWith, kind: str) -> None:
    assert [] == list(CHECK.run(release_with(files=[file_with("model.pt", kind=kind)])))


def test_formats_that_the_release_does_not_use_are_no_fault_of_the_default(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with(idle_patterns=("*.gguf",))))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
