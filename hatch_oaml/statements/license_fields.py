"""Files with a field for the license of the whole, which registries, hubs and archives show, beside a model card.

CITATION.cff (https://citation-file-format.github.io), package.json (https://docs.npmjs.com/cli/configuring-npm/package-json),
codemeta.json (https://codemeta.github.io/terms), .zenodo.json (https://developers.zenodo.org), setup.cfg, setup.py, Cargo.toml,
composer.json, *.nuspec, pom.xml, R's DESCRIPTION, ModelScope's configuration.json, and the label `org.opencontainers.image.licenses`
of a Dockerfile.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.records.statement import Statement
from hatch_oaml.statements._contract import Witness
from hatch_oaml.statements._fields import fields
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

_JSON = r"package|composer|codemeta|\.zenodo|config|configuration|model_index|model[-_]?card|metadata"
_NAMES = expression(
    rf"citation\.cff|(?:{_JSON})\.json|setup\.(?:cfg|py)|(?:docker|container)file[^/]*|model\.ya?ml"
    r"|cargo\.toml|[^/]+\.nuspec|(?:pom|package)\.xml|description",
    re.IGNORECASE,
)
"""At the top: what lies deeper speaks of what lies there."""


def _read(text: str) -> Iterator[Statement]:
    for key, name, line in fields(text):
        yield Statement(about="possible-license", key=key, value=name, line=line)


WITNESS = Witness(name="license-fields", claims=lambda path: _NAMES.fullmatch(path) is not None, read=_read)
