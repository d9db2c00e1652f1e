from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.partial_release import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.values.bilingual import Bilingual
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from tests.conftest import PageShows, ReleaseWith, Sample

FIX = Bilingual(
    en="to have more of it judged, point to the `.dist-info` folder beside the package; to have all of it, to the wheel",
    zh="如需判断更多内容，请指向软件包旁边的 `.dist-info` 文件夹；如需判断全部内容，请指向该 wheel",
)


def test_what_of_a_wheel_was_not_seen_is_told(release_with: ReleaseWith) -> None:
    integrity = Integrity(archive="demo", has_manifest=True, is_part=True, elsewhere=("demo-1.0.data/scripts/run",))

    expected = Finding(
        path="demo",
        message=Bilingual(
            en="a part of a wheel lies here, and this part alone was judged; not seen: the wheel's metadata; "
            "what installers put elsewhere: `demo-1.0.data/scripts/run`",
            zh="此处只有 wheel 的一部分，仅对这一部分作了判断；未查看：wheel 的元数据；安装工具放到别处的文件"
            " `demo-1.0.data/scripts/run`",
        ),
        fix=FIX,
    )
    assert [expected] == list(CHECK.run(release_with(integrity=integrity)))


def test_a_project_is_not_asked(release_with: ReleaseWith) -> None:
    assert [] == list(CHECK.rulings(release_with()))


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
