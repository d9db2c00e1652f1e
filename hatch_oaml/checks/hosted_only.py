"""A finished archive that was made for its publisher's own service is not handed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ARCHIVE, ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release


def _run(release: Release) -> Iterator[Finding]:
    if release.config.profile != "hosted-service":
        return
    yield Finding(
        path=release.held_against_manifest.archive,
        message=Bilingual(
            en="it was built with the profile `hosted-service`: for a service that its publisher runs, and not to be handed"
            " on; whoever was handed it was given a distribution, of which clause 3.1 1) and 3) ask more",
            zh="它以 `hosted-service` 用途构建：供发布者自行提供托管服务，不得交给他人；"
            "将其交给他人即为分发，须履行第 3.1 款第 1）、3）项的义务",
        ),
        fix=Bilingual(
            en="ask its publisher for an archive built with the profile `distribution`; if you run the service yourself, run"
            " `hatch-oaml verify --profile hosted-service`",
            zh="请向发布者索取以 `distribution` 用途构建的归档；如果托管服务由您自己运行，请运行"
            " `hatch-oaml verify --profile hosted-service`",
        ),
    )


CHECK = Check(name="hosted-only", clause="3.1 1)", severity=ERROR, run=_run, asked_of=ARCHIVE)
