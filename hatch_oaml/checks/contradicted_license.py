"""Card and classifiers name no other license for the whole release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks._declared_licenses import is_of_what_is_declared, is_shown_card
from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.license import CURRENT
from hatch_oaml.license.versions import may_name_license
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.spdx import always_holds, license_ids
from hatch_oaml.values.wording import abbreviated, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.release import Release

_SAYS_NOTHING = frozenset({"other", "unknown", ""})
_CLASSIFIER = "License :: "
_NO_LICENSE = frozenset({"License :: Other/Proprietary License", "License :: OSI Approved"})
"""They name none."""


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory.telling:
        if is_shown_card(release, file.path):
            for statement in file.statements:
                if statement.about == "license" and _names_another(release, statement.value):
                    yield _card(file.path, statement.line, statement.key, statement.value)
    for classifier in release.project.classifiers:
        names_one = classifier.startswith(_CLASSIFIER) and classifier not in _NO_LICENSE
        if names_one and not is_of_what_is_declared(release, classifier):
            yield _classifier(classifier)


def _names_another(release: Release, name: str) -> bool:
    if name.strip().casefold() in _SAYS_NOTHING or (may_name_license(name) and not _offers_another(release, name)):
        return False
    chosen = {known.casefold() for known in license_ids(release.project.license_expression)}
    return not (release.config.original and name.strip().casefold() in chosen)  # an author may offer several


def _offers_another(release: Release, name: str) -> bool:
    """Who has the model from others cannot leave a recipient the choice of other terms for it."""
    has_choice = "or" in name.casefold().split() and not release.config.original
    return has_choice and not always_holds(name, may_name_license)


def _card(path: str, line: int, key: str, value: str) -> Finding:
    name = CURRENT.hub_name
    lines = block("license: other", f"license_name: {name}", "license_link: LICENSE")
    return Finding(
        path=path,
        line=line,
        message=Bilingual(
            en=f"`{key}: {abbreviated(value)}` names another license for the whole: hubs show it as the license of this release",
            zh=f"`{key}: {abbreviated(value)}` 为整个发布写明了另一个许可证：模型平台会将其显示为本发布的许可证",
        ),
        fix=Bilingual(
            en=f"write in the card's front matter, and name what is under other terms as `part`{lines}",
            zh=f"在模型卡的 front matter 中写明以下内容，并将适用其他条款的内容列为 `part`{lines}",
        ),
    )


def _classifier(classifier: str) -> Finding:
    lines = block("[project]", f"license = {toml_string(CURRENT.id)}")
    return Finding(
        path="pyproject.toml",
        message=Bilingual(
            en=f"the classifier `{abbreviated(classifier)}` names another license: indexes show it as the license of this release",
            zh=f"分类标识 `{abbreviated(classifier)}` 写明了另一个许可证：软件包索引会将其显示为本发布的许可证",
        ),
        fix=Bilingual(
            en=f"delete the classifier: `project.license` names the license; a part under other terms is a `part`{lines}",
            zh=f"删除该分类标识：许可证由 `project.license` 写明；适用其他条款的部分应列为 `part`{lines}",
        ),
    )


CHECK = Check(name="contradicted-license", clause="3.1 1)", severity=ERROR, run=_run)
