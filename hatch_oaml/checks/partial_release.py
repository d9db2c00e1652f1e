"""Tells of a folder that is a part of an archive, so that only that part was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import listed
from hatch_oaml.findings import ADVISORY, ARCHIVE, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    integrity = release.held_against_manifest
    unseen = [_METADATA] * integrity.is_part + [_elsewhere(integrity.elsewhere)] * bool(integrity.elsewhere)
    if not unseen:
        return
    yield Finding(
        path=integrity.archive,
        message=Bilingual(
            en=f"a part of a wheel lies here, and this part alone was judged; not seen: {'; '.join(part.en for part in unseen)}",
            zh=f"此处只有 wheel 的一部分，仅对这一部分作了判断；未查看：{'；'.join(part.zh for part in unseen)}",
        ),
        fix=Bilingual(
            en="to have more of it judged, point to the `.dist-info` folder beside the package; to have all of it, to the wheel",
            zh="如需判断更多内容，请指向软件包旁边的 `.dist-info` 文件夹；如需判断全部内容，请指向该 wheel",
        ),
    )


_METADATA = Bilingual(en="the wheel's metadata", zh="wheel 的元数据")


def _elsewhere(paths: tuple[str, ...]) -> Bilingual:
    return Bilingual(
        en=f"what installers put elsewhere: {listed(paths, ', ')}",
        zh=f"安装工具放到别处的文件 {listed(paths, '、')}",
    )


CHECK = Check(name="partial-release", clause="", severity=ADVISORY, run=_run, asked_of=ARCHIVE)
