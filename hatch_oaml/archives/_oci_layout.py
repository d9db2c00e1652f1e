"""The documents of an OCI image layout that holds a model, after the CNCF ModelPack specification.

https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md
https://github.com/modelpack/model-spec/blob/main/docs/spec.md
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from hatch_oaml.values.digests import UNKNOWN, sha256_of
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import file_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.archives._oci_facts import Facts
    from hatch_oaml.values.digests import Sha256
    from hatch_oaml.values.paths import ArchivePath

BLOBS = "blobs/sha256/"
LAYOUT_TEXT = b'{"imageLayoutVersion":"1.0.0"}'

INDEX_TYPE = "application/vnd.oci.image.index.v1+json"
MANIFEST_TYPE = "application/vnd.oci.image.manifest.v1+json"
ARTIFACT_TYPE = "application/vnd.cncf.model.manifest.v1+json"
CONFIG_TYPE = "application/vnd.cncf.model.config.v1+json"
FILE_PATH, FILE_FACTS = "org.cncf.model.filepath", "org.cncf.model.file.metadata+json"
_UNTESTED = "org.cncf.model.file.mediatype.untested"
_IMAGE = "org.opencontainers.image"
TITLE, TAG = f"{_IMAGE}.title", f"{_IMAGE}.ref.name"
_BASES = "io.github.hatch-oaml.bases"

LARGEST_MANIFEST = 4 << 20
"""Bytes: more no registry need take
(https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#pushing-manifests)."""

_REGULAR = ord("0")
"""What a tar calls a file, and ModelPack with it."""

_NOT_IN_TAGS = expression(r"[^\w.-]", re.ASCII)


@frozen
class Layer:
    """A file, as a blob of its own that nothing packs: its digest is the file's.

    `path` is that of the release. `digest` is `UNKNOWN` as long as nobody has read the file.
    """

    path: ArchivePath
    size: int
    executable: bool
    digest: Sha256 = UNKNOWN


@frozen
class Blob:
    """A document of the layout that is addressed by its digest."""

    digest: Sha256
    size: int


@frozen
class Documents:
    """What a layout says of its layers; each is called by its digest in the next."""

    config: bytes
    manifest: bytes
    index: bytes

    @property
    def blobs(self) -> tuple[Blob, Blob]:
        """Of the config, and of the manifest."""
        return _blob_of(self.config), _blob_of(self.manifest)


def documents_of(layers: Sequence[Layer], facts: Facts, root: str, epoch: int) -> Documents:
    """Their sizes do not depend on the layers' digests.

    :param root: the one folder that an archive's members lie below, and layers do not tell of; "" where there is none.
    """
    config = _render_config(facts, layers, epoch)
    manifest = _render_manifest(facts, root, layers, _blob_of(config), epoch)
    return Documents(config=config, manifest=manifest, index=_render_index(facts, _blob_of(manifest)))


def _blob_of(data: bytes) -> Blob:
    return Blob(digest=sha256_of(data), size=len(data))


def _render_config(facts: Facts, layers: Sequence[Layer], epoch: int) -> bytes:
    descriptor = {
        "createdAt": _time(epoch),
        **({"name": facts.name, "version": facts.version} if facts.name else {}),
        **({"licenses": [facts.license]} if facts.license else {}),
        **({"authors": list(facts.authors)} if facts.authors else {}),
    }
    return _text(
        {
            "descriptor": descriptor,
            "config": {"format": facts.format} if facts.format else {},
            "modelfs": {"type": "layers", "diffIds": [_named(layer.digest) for layer in layers]},
        }
    )


def _render_manifest(facts: Facts, root: str, layers: Sequence[Layer], config: Blob, epoch: int) -> bytes:
    told = {
        f"{_IMAGE}.created": _time(epoch),
        f"{_IMAGE}.licenses": facts.license,
        TITLE: root,
        f"{_IMAGE}.version": facts.version,
        _BASES: json.dumps(facts.bases, ensure_ascii=False) if facts.bases else "",
    }
    return _text(
        {
            "schemaVersion": 2,
            "mediaType": MANIFEST_TYPE,
            "artifactType": ARTIFACT_TYPE,
            "config": {"mediaType": CONFIG_TYPE, "digest": _named(config.digest), "size": config.size},
            "layers": [_layer(facts, layer, epoch) for layer in layers],
            "annotations": {key: value for key, value in told.items() if value},
        }
    )


def _render_index(facts: Facts, manifest: Blob) -> bytes:
    tag = tag_of(facts.version)
    return _text(
        {
            "schemaVersion": 2,
            "mediaType": INDEX_TYPE,
            "manifests": [
                {
                    "mediaType": MANIFEST_TYPE,
                    "artifactType": ARTIFACT_TYPE,
                    "digest": _named(manifest.digest),
                    "size": manifest.size,
                    **({"annotations": {TAG: tag}} if tag else {}),
                }
            ],
        }
    )


def tag_of(version: str) -> str:
    """What a registry can call the version: a tag has no `+`."""
    return _NOT_IN_TAGS.sub("_", version)


def blob_path(digest: Sha256) -> str:
    return f"{BLOBS}{digest}"


def _layer(facts: Facts, layer: Layer, epoch: int) -> dict[str, Any]:
    metadata = {
        "name": file_name(layer.path),
        "mode": 0o755 if layer.executable else 0o644,
        "uid": 0,
        "gid": 0,
        "size": layer.size,
        "mtime": _time(epoch),
        "typeflag": _REGULAR,
    }
    return {
        "mediaType": f"application/vnd.cncf.model.{facts.kind_of(layer.path)}.v1.raw",
        "digest": _named(layer.digest),
        "size": layer.size,
        "annotations": {
            FILE_PATH: layer.path,
            TITLE: layer.path,
            FILE_FACTS: json.dumps(metadata, ensure_ascii=False, separators=(",", ":")),
            _UNTESTED: "false",
        },
    }


def _named(digest: Sha256) -> str:
    return f"sha256:{digest}"


def _time(epoch: int) -> str:
    """By RFC 3339."""
    return datetime.fromtimestamp(epoch, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
