from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.escaping_link import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual
from tests.growing import grows_linearly

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


@pytest.mark.parametrize(
    "target", ["/cache/blobs/9f86d081", "/project-two/model.gguf", "/", "relative/is/not/in/the/project"]
)
def test_a_link_that_leads_out_of_the_project_is_refused(
    release_with: ReleaseWith, file_with: FileWith, target: str
) -> None:
    expected = Finding(
        path="notes.md",
        message=Bilingual(
            en=f"the symbolic link leads out of the project, to `{target}`",
            zh=f"该符号链接指向项目之外：`{target}`",
        ),
        fix=Bilingual(
            en=f"put a copy of `{target}` in the link's place, or leave the link out of the release",
            zh=f"用 `{target}` 的副本替换该链接，或将该链接排除在发布之外",
        ),
    )
    assert [expected] == list(CHECK.run(release_with(files=[file_with("notes.md", target=target)])))


def test_weights_in_a_hub_s_cache_are_told_once_with_the_line_that_allows_them(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    files = [file_with(f"model-{number}.safetensors", target=f"/hub/blobs/{number}") for number in range(3)]

    [found] = CHECK.run(release_with(files=files))

    assert "model-0.safetensors" == found.path
    assert "so do, into the same folder, `model-1.safetensors`, `model-2.safetensors`" in found.message.en
    assert "指向同一文件夹的还有 `model-1.safetensors`、`model-2.safetensors`" in found.message.zh
    assert '    blobs = ["../hub/blobs"]' in found.fix.en.splitlines()
    assert '    blobs = ["../hub/blobs"]' in found.fix.zh.splitlines()


@pytest.mark.parametrize("target", ["/project/shared/model.gguf", "/project/..model.gguf", None])
def test_a_link_inside_the_project_is_lawful(
    release_with: ReleaseWith, file_with: FileWith, target: str | None
) -> None:
    assert [] == list(CHECK.run(release_with(files=[file_with("model.gguf", target=target)])))


def test_a_link_into_a_folder_that_was_declared_is_lawful(release_with: ReleaseWith, file_with: FileWith) -> None:
    files = [file_with("model.gguf", target="/cache/blobs/9f86d081")]

    assert [] == list(CHECK.run(release_with(files=files, link_roots=("/project", "/cache/blobs"))))
    assert [] != list(CHECK.run(release_with(files=files, link_roots=("/project", "/cache/other"))))


def test_many_links_into_many_declared_folders_are_judged_in_linear_time(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    def check(count: int) -> None:
        files = [file_with(f"{number}.txt", target=f"/cache/{number}/blobs/1") for number in range(count)]
        roots = tuple(f"/cache/{number}" for number in range(count))
        assert [] == list(CHECK.run(release_with(files=files, link_roots=roots)))

    assert grows_linearly(check, 1600)


def test_the_samples_are_told_apart(gathered: Gathered, sample: Sample) -> None:
    link = sample(CHECK.name, "faulty") / "model.safetensors"
    if not link.is_symlink():
        pytest.skip("this copy of the samples has no symbolic links (an sdist, or Windows)")

    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    [finding] = CHECK.run(gathered(sample(CHECK.name, "faulty")))

    assert f"`{os.path.realpath(link)}`" in finding.message.en


def test_the_page_shows_the_finding(release_with: ReleaseWith, file_with: FileWith, page_shows: PageShows) -> None:
    target = "/home/example/outside/model.safetensors"
    page_shows(CHECK, release_with(files=[file_with("model.safetensors", target=target)]))
