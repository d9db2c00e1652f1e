from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.unguarded_weights import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.release import Unguarded
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample


def unguarded(path: str, *targets: str) -> tuple[Unguarded, ...]:
    return tuple(Unguarded(path=archive_path(path), target=target) for target in targets)


def test_a_model_file_that_hatchling_picks_up_by_itself_is_refused_once_for_all_targets(
    release_with: ReleaseWith,
) -> None:
    release = release_with(unguarded=unguarded("weights/model.safetensors", "wheel", "sdist"))

    exclude = '\n\n    [tool.hatch.build]\n    exclude = ["*.safetensors"]'
    expected = Finding(
        path="weights/model.safetensors",
        message=Bilingual(
            en="Hatchling would put this model file into sdist and wheel by itself, unchecked;"
            " a build without hooks would give it out without license, notices and manifest",
            zh="Hatchling 会自行将该模型文件放入 sdist、wheel 而不经检查；"
            "不启用钩子的构建会在没有许可证、声明和清单的情况下将其发出",
        ),
        fix=Bilingual(
            en="have Hatchling leave it out: add to `exclude` (`hatch-oaml init` writes this; a hatch.toml has `[build]`"
            f" in its place, and a line of `force-include` for the file must go){exclude}",
            zh="让 Hatchling 将其排除：加入 `exclude`（`hatch-oaml init` 会写入下列内容；在 hatch.toml 中则为 `[build]`；"
            f"`force-include` 中涉及该文件的行须删除）{exclude}",
        ),
    )
    assert [expected] == list(CHECK.run(release))


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("model.gguf", "*.gguf"),
        ("onnx/model.onnx_data", "*.onnx_data"),
        ("weights/part.dat", "/weights/part.dat"),
        ("a[1].dat", "/a\\\\[1].dat"),
    ],
)
def test_the_line_to_exclude_is_the_format_s_or_else_the_file_s(
    release_with: ReleaseWith, path: str, pattern: str
) -> None:
    [finding] = CHECK.run(release_with(unguarded=unguarded(path, "sdist")))

    lines = finding.fix.en.splitlines()
    assert f'    exclude = ["{pattern}"]' in lines
    assert path.endswith(".dat") == (f'    "{pattern}" = "model"' in lines), "a name that tells nothing must be named"


def test_model_files_that_hatchling_leaves_out_are_lawful(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.run(release_with()))


def test_the_clean_sample_is_the_faulty_one_once_the_fix_is_applied(sample: Sample, gathered: Gathered) -> None:
    [finding] = CHECK.run(gathered(sample(CHECK.name, "faulty")))
    lines = finding.fix.en.partition("\n\n")[2].splitlines()

    clean = (sample(CHECK.name, "clean") / "pyproject.toml").read_text(encoding="utf-8")
    faulty = (sample(CHECK.name, "faulty") / "pyproject.toml").read_text(encoding="utf-8")

    assert clean == "\n".join([faulty, *(line.strip() for line in lines), ""])


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
