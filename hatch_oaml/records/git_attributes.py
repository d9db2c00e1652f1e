"""`.gitattributes` of a release folder: what goes to Git LFS, and that git leaves every byte as it is.

https://git-scm.com/docs/gitattributes
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.records.generated import CHECKSUMS, MANIFEST
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.paths import prefix_of, sort_key

if TYPE_CHECKING:
    from hatch_oaml.records.manifest import Manifest

GIT_ATTRIBUTES = ".gitattributes"

_LARGEST = 10_000_000
"""Bytes of a file that hubs take without LFS (https://huggingface.co/docs/hub/repositories-getting-started)."""

_HEAD = "* -text\n"  # or git on Windows writes other line ends, and other digests with them
_WILD = expression(r"[*?\[]")
_QUOTED = expression(r'[\s"\x00-\x1f\x7f]')


def render_git_attributes(manifest: Manifest, checksums_size: int) -> bytes:
    """Of the files that `manifest` lists, itself and the checksums of so many bytes."""
    above = prefix_of(manifest.root)
    sizes = {file.path.removeprefix(above): file.size for file in manifest.files}
    sizes |= {MANIFEST: manifest.data.size, CHECKSUMS: checksums_size}
    models = {file.path.removeprefix(above) for file in manifest.files if file.role == "model"}
    large = sorted((path for path, size in sizes.items() if path in models or size > _LARGEST), key=sort_key)
    return (_HEAD + "".join(f"{_pattern(path)} filter=lfs diff=lfs merge=lfs -text\n" for path in large)).encode()


def _pattern(path: str) -> str:
    """It matches that path alone."""
    plain = "/" + _WILD.sub(r"\\\g<0>", path)
    if not _QUOTED.search(plain):
        return plain
    return '"' + "".join(map(_in_quotes, plain)) + '"'


def _in_quotes(letter: str) -> str:
    """As in C."""
    if letter in '"\\':
        return f"\\{letter}"
    return letter if letter >= " " and letter != "\x7f" else f"\\{ord(letter):03o}"
