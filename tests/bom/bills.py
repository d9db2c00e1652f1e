"""Bills of materials of small releases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hatch_oaml.bom.document import render_bill
from hatch_oaml.bom.told import Told, retained_copyrights
from hatch_oaml.records.listing import Listed, Written
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hatch_oaml.records.listing import Target
    from hatch_oaml.release import Release
    from hatch_oaml.values.digests import Sha256

ROOT = "example_model-1.0"


def told_of(release: Release, digests: Mapping[str, Sha256] | None = None, target: Target = "oaml") -> Told:
    """Of an archive that holds the release's own files, of the digests that they are known to have if none are said."""
    known = digests if digests is not None else {file.path: file.sha256 for file in release.inventory if file.sha256}
    return Told(
        release=release,
        listed=tuple(
            Listed(
                path=archive_path(f"{ROOT}/{file.path}"),
                release=file.path,
                role=file.role,
                kind=file.kind,
                size=file.size,
            )
            for file in release.inventory
        ),
        written=Written(target=target, root=ROOT, epoch=1_580_601_600),
        digests={archive_path(f"{ROOT}/{path}"): digest for path, digest in known.items()},
        copyrights=retained_copyrights(release),
    )


def bill_of(release: Release) -> Any:
    return json.loads(render_bill(told_of(release)))


def model_of(release: Release) -> Any:
    """The component that is the model."""
    return bill_of(release)["components"][0]
