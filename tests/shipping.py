"""Files as a release ships them and as a base recorded them, their notices read; and what is judged of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.notices import extract
from hatch_oaml.project.classification import classify
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.base_record import BaseRecord
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.inventory import Inventory, ReleaseFile
from hatch_oaml.retention.counterparts import Counterparts
from hatch_oaml.retention.judgement import judge_retention
from hatch_oaml.terms.annotations import Annotations, read_annotations
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path, sort_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hatch_oaml.records.config import Waiver
    from hatch_oaml.records.modifications import Renaming
    from hatch_oaml.retention.outcomes import Retention

LANTERN = "example-lab/Lantern-7B"
NOTICE_FILES = parse_config({}).notices


def shipped(path: str, data: str | bytes) -> ReleaseFile:
    content = data.encode() if isinstance(data, str) else data
    extraction = extract(archive_path(path), content)
    role, kind = classify(path, parse_config({}))
    return ReleaseFile(
        path=archive_path(path),
        source=f"/project/{path}",
        role=role,
        kind=kind,
        size=len(content),
        sha256=sha256_of(content),
        notices=extraction.notices,
        fingerprint=extraction.fingerprint,
        annotations=read_annotations(path, content),
        unread=extraction.unread,
    )


def recorded(files: Mapping[str, str | bytes], name: str = LANTERN) -> BaseRecord:
    taken = [shipped(path, data) for path, data in sorted(files.items(), key=lambda item: sort_key(item[0]))]
    return BaseRecord(
        name=name,
        version="1.0",
        files=tuple(
            BaseFile(
                path=file.path,
                size=file.size,
                sha256=sha256_of(b"") if file.sha256 is None else file.sha256,
                notices=file.notices,
                fingerprint=file.fingerprint,
            )
            for file in taken
        ),
    )


def judged(
    base: Mapping[str, str | bytes] | Sequence[BaseRecord],
    release: Mapping[str, str | bytes],
    *waivers: Waiver,
    model: bool = True,
    renamings: Sequence[Renaming] = (),
) -> Retention:
    """With a model among the release's files, as every release has one, unless `model` is false."""
    bases = list(base) if not hasattr(base, "items") else [recorded(base)]  # type: ignore[arg-type]
    files = [shipped(path, data) for path, data in release.items()]
    weights = [shipped("model.safetensors", b"new weights")] if model else []
    inventory = Inventory.of([*files, *weights])
    counterparts = Counterparts(bases, inventory, renamings)
    annotations_of = Annotations(inventory).naming
    return judge_retention(bases, inventory, NOTICE_FILES, waivers, counterparts, annotations_of=annotations_of)


def lost(retention: Retention) -> list[str]:
    """The texts of all that is not retained."""
    return [
        *(found.notice.text for found in retention.dropped),
        *(found.notice.text for found in retention.altered),
        *(notice.text for file in retention.dropped_files for notice in file.notices),
    ]
