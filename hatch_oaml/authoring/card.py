"""What a model card says of license and bases, and a REUSE.toml of the license: written where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.license.versions import CURRENT
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.front_matter import front_matter, front_matter_block
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.markdown import escaped_line
from hatch_oaml.values.wording import printable, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hatch_oaml.records.annotation import Precedence
    from hatch_oaml.records.modifications import Modifications

CARD, REUSE = "README.md", "REUSE.toml"
_HUB_RELATIONS = ("finetune", "adapter", "quantized", "merge")
"""What hubs know (https://huggingface.co/docs/hub/model-cards#specifying-a-base-model)."""


@frozen
class Facts:
    """What a card is written from: `name` is the project's, `bases` those of the records, `license` the text's path."""

    name: str
    license: str
    bases: tuple[str, ...] = ()
    modifications: Modifications | None = None


def new_card(facts: Facts) -> str:
    return f"{head_of_card(facts)}\n# {escaped_line(facts.name)}\n"


def head_of_card(facts: Facts) -> str:
    """The front matter."""
    return "\n".join(("---", *license_lines(facts), *_base_lines(facts), "---")) + "\n"


def card_lacks(facts: Facts, text: str) -> Bilingual | None:
    """What a card that has front matter does not say in it; only a person can tell where it goes."""
    keys = front_matter(text)
    lines = [] if "license" in keys else list(license_lines(facts))
    if facts.bases and "base_model" not in keys:
        lines += _base_lines(facts)
    if not lines:
        return None
    return asked_of_card(
        "add to its front matter, which hubs show", "请在其 front matter 中加入以下内容，模型平台会显示它们", lines
    )


def asked_of_card(en: str, zh: str, lines: Iterable[str]) -> Bilingual:
    """What is to be done with the `lines`."""
    shown = "".join(f"\n    {line}" for line in lines)
    return Bilingual(en=f"{CARD}: {en}:{shown}", zh=f"{CARD}：{zh}：{shown}")


def is_bare(text: str) -> bool:
    """Is there no front matter, so that one can stand above all that is there?"""
    return front_matter_block(text) is None and not text.lstrip().startswith("---")


def license_lines(facts: Facts) -> Iterator[str]:
    yield "license: other"
    yield f"license_name: {CURRENT.hub_name}"
    yield f"license_link: {scalar(facts.license)}"


def _base_lines(facts: Facts) -> Iterator[str]:
    if not facts.bases:
        return
    if len(facts.bases) == 1:
        yield f"base_model: {scalar(facts.bases[0])}"
    else:
        yield "base_model:"
        yield from (f"- {scalar(base)}" for base in facts.bases)
    relation = _relation(facts)
    if relation:
        yield f"base_model_relation: {relation}"
    else:
        yield f"# base_model_relation: one of 其中之一：{', '.join(_HUB_RELATIONS)}"


def _relation(facts: Facts) -> str:
    """Where the changelog tells one that hubs know, or several bases leave no other."""
    changes = facts.modifications.changes if facts.modifications else ()
    told = {change.relation for change in changes if change.relation in _HUB_RELATIONS}
    if len(told) == 1:
        return told.pop()
    return "merge" if len(facts.bases) > 1 and not told else ""


def scalar(text: str) -> str:
    """As YAML: plain where nothing in it can be read as anything else."""
    is_plain = text.isascii() and text[:1].isalpha() and all(letter.isalnum() or letter in "._/-" for letter in text)
    return (
        text
        if is_plain and text.casefold() not in {"null", "true", "false", "yes", "no", "on", "off"}
        else toml_string(text)
    )


def reuse_table(
    license_path: str = "LICENSE", parts: Sequence[tuple[Sequence[str], str]] = (), quoting: Sequence[str] = ()
) -> str:
    """REUSE.toml (https://reuse.software/spec-3.3/#reusetoml): the license of all that says no other itself.

    :param license_path: where the text lies that REUSE wants a copy of; we write none, since two can come to differ.
    :param parts: gitignore patterns, and the SPDX expression that what they match is under.
    :param quoting: patterns of REUSE; these files quote the tags of others, which there are not theirs.
    """
    written = (([path for line in lines for path in _globs(line)], terms) for lines, terms in parts)
    tables = [_annotation(["**"], CURRENT.id), *(_annotation(paths, terms) for paths, terms in written if paths)]
    if quoting:
        tables.append(_annotation(quoting, CURRENT.id, precedence="override"))
    return _LINT.format(license=printable(license_path), id=CURRENT.id) + "version = 1\n" + "".join(tables)


_LINT = """\
# `reuse lint` passes once the holders of the copyright stand in the lines below that begin with `# SPDX`, and a copy of
# `{license}` lies at `LICENSES/{id}.txt`.
# 在下文以 `# SPDX` 开头的行中写明著作权人，并将 `{license}` 复制到 `LICENSES/{id}.txt` 后，
# 即可通过 `reuse lint`。
"""


def _globs(line: str) -> Iterator[str]:
    """A gitignore pattern as REUSE writes it: from the top, and a folder with all below it."""
    if line.startswith(("!", "#")):
        return  # REUSE takes nothing back
    path = line.strip().strip("/")
    above = "" if "/" in line.strip().rstrip("/") else "**/"
    for start in dict.fromkeys(("", above)):
        if not line.rstrip().endswith("/"):
            yield f"{start}{path}"
        if not path.endswith("*"):
            yield f"{start}{path}/**"


def _annotation(files: Sequence[str], license_id: str, precedence: Precedence = "closest") -> str:
    paths = ", ".join(toml_string(path) for path in files)
    said = "" if precedence == "closest" else f"precedence = {toml_string(precedence)}\n"
    return (
        f"\n[[annotations]]\npath = [{paths}]\n{said}"
        '# SPDX-FileCopyrightText = "YEAR NAME"  # who holds the copyright 著作权人\n'
        f"SPDX-License-Identifier = {toml_string(license_id)}\n"
    )
