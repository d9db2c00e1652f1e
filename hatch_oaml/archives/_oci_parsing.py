"""The documents of a layout from a stranger, read as strictly as its own writer writes them, and bounded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hatch_oaml.archives._oci_layout import (
    ARTIFACT_TYPE,
    FILE_FACTS,
    FILE_PATH,
    INDEX_TYPE,
    LAYOUT_TEXT,
    MANIFEST_TYPE,
    TAG,
    TITLE,
    Blob,
    Layer,
    tag_of,
)
from hatch_oaml.values.digests import sha256
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODES = {0o644: False, 0o755: True}
_LARGEST_SIZE = 1 << 60
_OF_INDEX = frozenset({"schemaVersion", "mediaType", "manifests"})
_OF_DESCRIPTOR = frozenset({"mediaType", "artifactType", "digest", "size", "annotations"})


@frozen
class ParsedManifest:
    """`root` is the folder that an archive's members lie below."""

    config: Blob
    root: str
    layers: tuple[Layer, ...]


def parse_layout(data: bytes) -> None:
    """:raises ValueError: it is no image layout of the one version that there is."""
    if _parsed(data) != json.loads(LAYOUT_TEXT):
        raise ValueError("`oci-layout` is of another version")


def parse_index(data: bytes) -> Blob:
    """The one manifest.

    :raises ValueError: there is another number of them, or something else.
    """
    values = _parsed(data)
    _expect(
        values["schemaVersion"] == 2 and values.get("mediaType", INDEX_TYPE) == INDEX_TYPE, "the index is another's"
    )
    found = values["manifests"]
    if not isinstance(found, list) or len(found) != 1:
        raise ValueError("the index names another number of manifests than one")
    _expect(found[0]["mediaType"] == MANIFEST_TYPE, "the index names something else than a manifest")
    return _blob(found[0])


def tag_in(data: bytes) -> str | None:
    """How who copied the layout called the manifest, which nothing else of the layout tells.

    :raises ValueError: the index says something else beside.
    """
    values = _parsed(data)
    [found] = values["manifests"]
    annotations = found.get("annotations", {})
    is_plain = set(values) <= _OF_INDEX and set(found) <= _OF_DESCRIPTOR and set(annotations) <= {TAG}
    _expect(is_plain, "the index tells more of the manifest than its tag")
    _expect(found.get("artifactType", ARTIFACT_TYPE) == ARTIFACT_TYPE, "the index calls the manifest something else")
    return _word(annotations[TAG]) if annotations else None


def is_tag_of(tag: str, version: str) -> bool:
    """May a release of this version be called so? Not by the number of another."""
    plain, own = tag.removeprefix("v"), tag_of(version)
    return not plain[:1].isdigit() or plain == own or own.startswith(f"{plain}.")


def parse_oci_manifest(data: bytes) -> ParsedManifest:
    """:raises ValueError: it is no manifest of a model whose layers are its files."""
    values = _parsed(data)
    annotations = values["annotations"]
    return ParsedManifest(
        config=_blob(values["config"]), root=_word(annotations.get(TITLE, "")), layers=tuple(_layers(values["layers"]))
    )


def _layers(values: Any) -> Iterator[Layer]:
    _expect(isinstance(values, list), "its layers are no list")
    for value in values:
        blob, told = _blob(value), value["annotations"]
        path = archive_path(_word(told[FILE_PATH]))
        _expect(told[TITLE] == path, "a layer has two names")
        _expect(_word(value["mediaType"]).endswith(".raw"), "a layer is packed")
        executable = _MODES[_number(_parsed(_word(told[FILE_FACTS]).encode())["mode"])]
        yield Layer(path=path, size=blob.size, executable=executable, digest=blob.digest)


def _blob(values: Any) -> Blob:
    algorithm, _, digits = _word(values["digest"]).partition(":")
    _expect(algorithm == "sha256", "a digest is not SHA-256")
    return Blob(digest=sha256(digits), size=_number(values["size"]))


def _parsed(data: bytes) -> Any:
    """:raises ValueError: it is no JSON, or tells something twice."""
    try:
        found = json.loads(data.decode(), object_pairs_hook=_without_twins)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    _expect(isinstance(found, dict), "it is no table")
    return found


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    _expect(len(table) == len(pairs), "a key stands in it twice")
    return table


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("what should be a text is none")
    value.encode()  # JSON can escape a lone surrogate, which no text can hold
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _LARGEST_SIZE:
        raise ValueError("what should be a size is none")
    return value


def _expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001  # a fact
    if not holds:
        raise ValueError(otherwise)
