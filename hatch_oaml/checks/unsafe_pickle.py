"""Loading a model runs no code but the loader's own: what a pickle would import is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.findings import ADVISORY, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.wording import abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.release import Release

_WEIGHTS_ONLY = expression(
    r"collections\.(OrderedDict|Counter)"
    r"|torch\._utils\._rebuild_\w+|torch\._tensor\._rebuild_from_type_v2"
    r"|torch(\.storage)?\.\w*Storage|torch\.(Size|Tensor|device|strided|sparse_\w+|per_\w+)"
    r"|torch\.(float|bfloat|complex|u?int|q?u?int|bool|half|double|long|short)\w*"
    r"|torch\.nn\.parameter\.Parameter|torch\.serialization\._get_layout"
    r"|_codecs\.encode|builtins\.(bytearray|set|complex)|__builtin__\.(bytearray|set|complex)"
    r"|__torch__\..+|torch\.jit\._pickle\.\w+"
)
"""What `torch.load(weights_only=True)` lets pass, and what TorchScript resolves inside its own archive."""
_MOST_NAMED = 8


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        imports = [name for name in file.weights.imports if not _WEIGHTS_ONLY.fullmatch(name)] if file.weights else []
        if imports:
            names = _listed(imports)
            yield Finding(
                path=file.path,
                message=Bilingual(
                    en=f"loading this file runs what it imports, beyond tensors: {names}",
                    zh=f"加载该文件会运行其导入的内容，而不只是读取张量：{names}",
                ),
                fix=Bilingual(
                    en="save the tensors as safetensors, which can run nothing, or tell your users what these imports are for",
                    zh="将张量另存为无法执行代码的 safetensors，或向使用者说明这些导入的用途",
                ),
            )


def _listed(imports: Sequence[str]) -> str:
    shown = [abbreviated(name, 80) for name in imports[:_MOST_NAMED]]
    rest = len(imports) - _MOST_NAMED
    return ", ".join(f"`{name}`" for name in shown) + (f", … (+{rest})" if rest > 0 else "")


_FIX_FOR_RECEIVER = Bilingual(
    en="load the file only where its code may run, or ask the publisher for safetensors, which can run nothing",
    zh="仅在可以运行其代码的环境中加载该文件，或向发布者索取无法执行代码的 safetensors",
)

CHECK = Check(name="unsafe-pickle", clause="1.2", severity=ADVISORY, run=_run, fix_for_receiver=_FIX_FOR_RECEIVER)
