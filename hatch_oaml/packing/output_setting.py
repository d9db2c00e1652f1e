"""Where a release archive is written to, if not onto a disk: what the target's table says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hatch_oaml.archives import archive_formats
from hatch_oaml.stores import store_of
from hatch_oaml.values.addresses import is_address
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.wording import shown_value

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEY = "tool.hatch.build.targets.oaml.output"


def output_address(table: Mapping[str, Any], format_name: str) -> str | None:
    """The prefix in a store that archives go below; None where they go onto a disk.

    :raises ConfigurationError: it is no address, or one of a store that nothing can be written into in parts; or what is to be
        built cannot be made in parts.
    :raises UsageError: as `store_of` does.
    """
    value = table.get("output")
    if value is None:
        return None
    if not isinstance(value, str) or not is_address(value):
        raise _mistake(
            f"expected the address of a store such as `s3://bucket/releases/`, got {shown_value(value)}; a folder on a disk is"
            " named by `directory`",
            f"应为存储的地址，例如 `s3://bucket/releases/`，实为 {shown_value(value)}；磁盘上的目录请用 `directory` 指定",
        )
    if not store_of(value).writable:
        raise _mistake(
            f"{shown_value(value)} can only be read; archives are written into `s3://`",
            f"{shown_value(value)} 只能读取；归档可写入 `s3://`",
        )
    fitting = sorted(form.name for form in archive_formats().values() if form.layout)
    if format_name not in fitting:
        raise _mistake(
            f"the format `{format_name}` cannot be made in parts; a store takes {' '.join(fitting)}: `hatch build -t oaml:{fitting[0]}`",
            f"格式 `{format_name}` 无法分段生成；存储只接受 {' '.join(fitting)}：`hatch build -t oaml:{fitting[0]}`",
        )
    return value


def _mistake(en: str, zh: str) -> ConfigurationError:
    return ConfigurationError(Bilingual(en=f"pyproject.toml: {_KEY}: {en}", zh=f"pyproject.toml: {_KEY}：{zh}"))
