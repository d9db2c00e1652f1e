"""What is signed: an in-toto statement of a release's files and their digests.

https://github.com/ossf/model-signing-spec, version 1.0
"""

from __future__ import annotations

import json
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from hatch_oaml.values.digests import Sha256, sha256, sha256_of
from hatch_oaml.values.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

PASSED_OVER = (".git", ".gitattributes", ".github", ".gitignore")
"""At the top of a release, files or folders: by the specification no statement tells of them."""

PACKED = "."
"""The name of the one resource of a statement about a file."""

_TYPE = "https://in-toto.io/Statement/v1"
_PREDICATE = "https://model_signing/signature/v1.0"
_METHOD = {"method": "files", "hash_type": "sha256", "allow_symlinks": False}


@frozen
class Statement:
    """The `digests` of a release's files by their paths below its folder `name`.

    `ignored` are paths, of files or folders, that whoever signed left out by name.
    """

    name: str
    digests: Mapping[str, Sha256]
    ignored: tuple[str, ...] = ()

    @property
    def root_digest(self) -> Sha256:
        return _root_digest(self.digests.values())

    @property
    def left_out(self) -> frozenset[str]:
        """The files and folders that it need not tell of."""
        return frozenset((*PASSED_OVER, *self.ignored))


def is_below(path: str, tops: Container[str]) -> bool:
    """Is `path` one of `tops`, or in one of them?"""
    above = accumulate(path.split("/"), lambda folder, name: f"{folder}/{name}")
    return any(top in tops for top in above)


def statement_of(name: str, digests: Mapping[str, Sha256]) -> Statement:
    """Of all the files at `digests` that a statement tells of, sorted by their names."""
    told = {path: digests[path] for path in sorted(digests) if not is_below(path, PASSED_OVER)}
    return Statement(name=name, digests=told)


def render_statement(statement: Statement) -> bytes:
    """`parse_statement(render_statement(statement)) == statement`, but for the order of its files."""
    values = {
        "_type": _TYPE,
        "subject": [{"name": statement.name, "digest": {"sha256": statement.root_digest}}],
        "predicateType": _PREDICATE,
        "predicate": {
            "serialization": _METHOD | ({"ignore_paths": list(statement.ignored)} if statement.ignored else {}),
            "resources": [
                {"name": path, "algorithm": "sha256", "digest": digest} for path, digest in statement.digests.items()
            ],
        },
    }
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


def parse_statement(data: bytes) -> Statement:
    """:raises ValueError: `data` states something else, or by other digests than SHA-256 of whole files."""
    try:
        return _parse(json.loads(data))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _parse(values: Any) -> Statement:
    if values["_type"] != _TYPE or values["predicateType"] != _PREDICATE:
        raise ValueError("it is no statement of version 1.0")
    [subject] = values["subject"]
    method, resources = values["predicate"]["serialization"], values["predicate"]["resources"]
    if method["method"] != "files" or method.get("hash_type", "sha256") != "sha256":
        raise ValueError("it does not tell the SHA-256 of whole files")
    digests = {_text(resource["name"]): sha256(_text(resource["digest"])) for resource in resources}
    if len(digests) < len(resources) or any(resource["algorithm"] != "sha256" for resource in resources):
        raise ValueError("it tells of a file twice, or by other digests than SHA-256")
    if _root_digest(digests.values()) != subject["digest"]["sha256"]:
        raise ValueError("its digests do not make the one that it names the whole by")
    ignored = tuple(_text(path).rstrip("/") for path in method.get("ignore_paths", ()))
    return Statement(name=_text(subject["name"]), digests=digests, ignored=ignored)


def _root_digest(digests: Iterable[Sha256]) -> Sha256:
    return sha256_of(b"".join(map(bytes.fromhex, digests)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("expected a text")
    value.encode()  # JSON can escape a lone surrogate, which no text can hold
    return value
