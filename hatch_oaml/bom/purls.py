"""Package URLs, of what has one: https://github.com/package-url/purl-spec."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from packaging.utils import canonicalize_name

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.bom.told import Told
    from hatch_oaml.records.lineage import Ancestor

_HEX = frozenset("0123456789abcdef")
_MODEL = expression(r"(?P<owner>[\w.-]+)/(?P<name>[\w.-]+)")
_HUB = expression(r"https?://(?:www\.)?(?:huggingface\.co|hf\.co)/(?:(?P<owner>[\w.-]+)/)?(?P<name>[\w.-]+)/?")
_GITHUB = expression(r"https?://(?:www\.)?github\.com/(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?")


def purl_of_release(told: Told) -> str:
    """Only a wheel or an sdist is a package of Python's."""
    project = told.release.project
    version = quote(project.version, safe="")
    if told.written.target == "oaml":
        return f"pkg:generic/{quote(project.name, safe='')}@{version}"
    return f"pkg:pypi/{canonicalize_name(project.name)}@{version}"


def purl_of_base(base: Ancestor) -> str | None:
    """By its address and its commit; without an address `owner/name` at a commit is a model on the hub. None of what is neither."""
    commit = base.version.lower()
    if len(commit) not in {40, 64} or not _HEX.issuperset(commit):
        return None
    if found := _HUB.fullmatch(base.url) or (None if base.url else _MODEL.fullmatch(base.name)):
        owner = f"{quote(found['owner'])}/" if found["owner"] else ""
        return f"pkg:huggingface/{owner}{quote(found['name'])}@{commit}"
    if found := _GITHUB.fullmatch(base.url):
        return f"pkg:github/{quote(found['owner'].lower())}/{quote(found['name'].lower())}@{commit}"
    return None
