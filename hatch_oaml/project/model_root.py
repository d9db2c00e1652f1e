"""Where the model files lie that are not in the tree: the option `model-root` of the target `oaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hatch_oaml.records.build_facts import MODEL_ROOT
from hatch_oaml.values.addresses import is_address
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.wording import shown_value

if TYPE_CHECKING:
    from hatchling.metadata.core import ProjectMetadata

_NAME = f"pyproject.toml: tool.hatch.build.targets.oaml.{MODEL_ROOT}"


def model_root(metadata: ProjectMetadata[Any]) -> str | None:
    """The address that the project names; None where its model files lie in the tree.

    It stands in no table that travels with a release: where weights lie is nobody's business but the publisher's.

    :raises ConfigurationError: what stands there is no address.
    """
    value = metadata.hatch.build_config.get("targets", {}).get("oaml", {}).get(MODEL_ROOT)
    if value is None or (isinstance(value, str) and is_address(value)):
        return value
    raise ConfigurationError(
        Bilingual(
            en=f'{_NAME}: expected an address such as "s3://bucket/prefix", got {shown_value(value)}',
            zh=f'{_NAME}：应为地址，例如 "s3://存储桶/前缀"，实为 {shown_value(value)}',
        )
    )


def refuse_sdist(metadata: ProjectMetadata[Any]) -> None:
    """:raises ConfigurationError: the model files lie in a store, and an sdist's pyproject.toml would tell where."""
    if model_root(metadata) is None:
        return
    raise ConfigurationError(
        Bilingual(
            en=f"{_NAME}: an sdist carries pyproject.toml, and this address in it, and could not be built again beside the model"
            " files that it holds; build `hatch build -t oaml` or `-t wheel`, or fetch the model files into the project",
            zh=f"{_NAME}：sdist 会带上 pyproject.toml 及其中的地址，且无法与其所含的模型文件一起重新构建；"
            "请改用 `hatch build -t oaml` 或 `-t wheel`，或将模型文件取回项目中",
        )
    )
