"""Tells Hatchling our two classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatchling.plugin import hookimpl

if TYPE_CHECKING:
    from hatch_oaml.build_hook import OamlBuildHook
    from hatch_oaml.builder import OamlBuilder

# Hatchling imports this module in every build of every project of an environment: the classes come when asked for.


@hookimpl
def hatch_register_build_hook() -> type[OamlBuildHook]:
    from hatch_oaml.build_hook import OamlBuildHook  # noqa: PLC0415

    return OamlBuildHook


@hookimpl
def hatch_register_builder() -> type[OamlBuilder]:
    from hatch_oaml.builder import OamlBuilder  # noqa: PLC0415

    return OamlBuilder
