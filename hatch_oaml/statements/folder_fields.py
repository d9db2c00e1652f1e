"""Files below the top with a field for the license of the folder that they lie in: those of packages and of data sets.

Of packages what registries read (see `license_fields`); of data sets dataset_infos.json (https://huggingface.co/docs/datasets),
croissant.json (https://docs.mlcommons.org/croissant/docs/croissant-spec.html), datapackage.json
(https://datapackage.org/standard/data-package/) and dataset-metadata.json (https://github.com/Kaggle/kaggle-cli).
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

_OF_PACKAGES = r"(?:package|composer|codemeta|\.zenodo|bower)\.json|setup\.(?:cfg|py)|(?:cargo|pyproject)\.toml|[^/]+\.nuspec|(?:pom|package)\.xml|description"
_OF_DATA = r"(?:dataset_infos?|[^/]*croissant|datapackage|dataset-metadata)\.json|citation\.cff"
_NAMES = expression(rf".+/(?:{_OF_PACKAGES}|{_OF_DATA})", re.IGNORECASE)


def _read(text: str) -> Iterator[Statement]:
    for key, name, line in fields(text):
        yield Statement(about="folder-license", key=key, value=name, line=line)


WITNESS = Witness(name="folder-fields", claims=lambda path: _NAMES.fullmatch(path) is not None, read=_read)
