"""`OAML-BOM.cdx.json` as it is written: CycloneDX 1.6."""

from __future__ import annotations

import datetime
import json
import uuid
from itertools import chain
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from hatch_oaml.bom.card import card_facts
from hatch_oaml.bom.files import data, files_of_model, references_of_data
from hatch_oaml.bom.layout import Rows, pieces_laid_out, quoted
from hatch_oaml.bom.pedigree import pedigree
from hatch_oaml.bom.purls import purl_of_release
from hatch_oaml.bom.terms import contacts, license_of_model, licenses, supplier
from hatch_oaml.license.canonical import canonical_text
from hatch_oaml.license.versions import CURRENT
from hatch_oaml.records.checksums import below, checksum_lines
from hatch_oaml.records.generated import BILL_MARK, MODIFICATIONS_PAGE
from hatch_oaml.values.digests import digest_for_uuid
from hatch_oaml.values.many import column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.bom.told import Told

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://cyclonedx.org/schema/bom-1.6.schema.json")
_NO_SERIAL_NUMBER = f"urn:uuid:{uuid.UUID(int=0)}"
_RELEASE, _MODEL = "release", "model"


def render_bill(told: Told) -> bytes:
    """The bill as JSON. Its size does not depend on the digests, so that room can be kept before they are known."""
    return b"".join(pieces_of_bill(told))


def pieces_of_bill(told: Told) -> Iterator[bytes]:
    """`render_bill(told)`, bit by bit."""
    for piece in pieces_laid_out(_values(told), canonical_text(CURRENT)):
        yield piece.encode()


def _values(told: Told) -> dict[str, Any]:
    metadata = _metadata(told)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": _serial_number(told, metadata),
        "version": 1,
        "metadata": metadata,
        "components": [_model(told), data(told)],
        "dependencies": [
            {"ref": _RELEASE, "dependsOn": Rows(lambda: chain([quoted(_MODEL)], references_of_data(told)))},
            {"ref": _MODEL},
        ],
        "compositions": [{"aggregate": "complete", "assemblies": [_MODEL]}],
    }


def _serial_number(told: Told, metadata: dict[str, Any]) -> str:
    """Of the metadata and of all digests: whatever else the bill says comes of these files."""
    if not told.digests:
        return _NO_SERIAL_NUMBER
    sums = checksum_lines(told.written.root, column(told.listed, "path"), told.digests)
    named = chain([_NAMESPACE.bytes, json.dumps(metadata).encode()], sums)
    return f"urn:uuid:{uuid.UUID(bytes=digest_for_uuid(named), version=5)}"


def _metadata(told: Told) -> dict[str, Any]:
    release, at = told.release, datetime.datetime.fromtimestamp(told.written.epoch, datetime.timezone.utc)
    named = supplier(release.project)
    return {
        "tools": {"components": [{**BILL_MARK, "version": told.version}]},
        "timestamp": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "lifecycles": [{"phase": "build"}],
        **({"manufacturer": named, "supplier": named} if named else {}),
        "component": {
            "type": "application",
            "bom-ref": _RELEASE,
            "name": release.project.name,
            "version": release.project.version,
            **(
                {"licenses": licenses(release.project.license_expression)} if release.project.license_expression else {}
            ),
            "purl": purl_of_release(told),
        },
        "properties": [
            {"name": "hatch-oaml:profile", "value": release.config.profile},
            {"name": "hatch-oaml:target", "value": told.written.target},
        ],
    }


def _model(told: Told) -> dict[str, Any]:
    project = told.release.project
    named = supplier(project)
    facts = card_facts(told)
    return {
        "type": "machine-learning-model",
        "bom-ref": _MODEL,
        **({"supplier": named, "authors": contacts(project)} if named else {}),
        "name": project.name,
        "version": project.version,
        **facts,
        "licenses": [license_of_model()],
        **pedigree(told.release),
        "externalReferences": list(_references(told)),
        "components": files_of_model(told),
        **({"evidence": {"copyright": [{"text": text} for text in told.copyrights]}} if told.copyrights else {}),
    }


def _references(told: Told) -> Iterator[dict[str, str]]:
    """Where in the archive one reads on."""
    card = None if told.card_file is None else told.card_file.path
    each = zip(column(told.listed, "release"), column(told.listed, "path"), strict=True)
    places = {release or below(told.written.root, path): path for release, path in each}
    config = told.release.config
    for kind, path in (("license", config.license), ("model-card", card), ("release-notes", MODIFICATIONS_PAGE)):
        if path is not None and path in places:
            yield {"type": kind, "url": quote(below(told.written.root, places[path]))}
