from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks import all_checks
from hatch_oaml.checks.ungated_archive import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.values.bilingual import Bilingual
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from tests.conftest import PageShows, ReleaseWith, Sample


def test_an_archive_without_a_manifest_is_refused(release_with: ReleaseWith) -> None:
    release = release_with(integrity=Integrity(archive="demo-1.0.tar.gz", has_manifest=False))

    expected = Finding(
        path="demo-1.0.tar.gz",
        message=Bilingual(
            en="there is no `OAML-MANIFEST.json` in it: nobody held this archive to the license, and nothing tells what"
            " it should hold",
            zh="其中没有 `OAML-MANIFEST.json`：没有人依照许可证检查过该归档，也无从得知其中应有什么",
        ),
        fix=Bilingual(
            en="ask its publisher for an archive built through the gate; to publish one yourself, put"
            " `[tool.hatch.build.hooks.oaml]` into pyproject.toml, as `hatch-oaml init` does, and run `hatch build`",
            zh="请向发布者索取经检查构建的归档；若由您自己发布，请如 `hatch-oaml init` 那样在 pyproject.toml 中加入"
            " `[tool.hatch.build.hooks.oaml]`，然后运行 `hatch build`",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_it_is_the_one_check_that_an_ungated_archive_is_put_to(release_with: ReleaseWith) -> None:
    release = release_with(integrity=Integrity(archive="demo-1.0.tar.gz", has_manifest=False), license=None)

    assert [CHECK.name] == [ruling.check for check in all_checks().values() for ruling in check.rulings(release)]


def test_a_project_is_not_asked(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.rulings(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.rulings(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
