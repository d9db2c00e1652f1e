"""Every command on a page that builds in isolation does what the page says, in an environment that an index filled."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from docs.transcripts import builds_with
from tests.docs.running import pages, told_otherwise
from tests.end_to_end.conftest import environment_with
from tests.end_to_end.test_registries import PULL_BY_ORAS, needed, registry_in

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(os.name == "nt", reason="the pages' commands are a POSIX shell's"),
]


@pytest.mark.parametrize("name", pages(isolated=True))
def test_every_command_does_what_the_page_says(name: str, tmp_path: Path, wheelhouse: Path) -> None:
    assert [] == told_otherwise(name, tmp_path, builds_with(wheelhouse))


@pytest.mark.parametrize("name", ["en/registries.md", "zh/registries.md"])
def test_what_the_page_on_registries_says_is_so_of_a_registry_on_this_machine(name: str, tmp_path: Path) -> None:
    needed("skopeo", "docker-registry")
    python = environment_with(tmp_path / "environment", "oras==0.2.43") / "python"
    script = tmp_path / "pull.py"
    script.write_text(PULL_BY_ORAS, encoding="utf-8")
    archive = "oci-archive:dist-oaml/lantern_chat-0.2.0.oaml.oci.tar"

    with registry_in(tmp_path) as address:
        others = {
            f"skopeo copy --quiet {archive} docker://registry.example.org": (
                f"skopeo copy --quiet --dest-tls-verify=false {archive} docker://{address}"
            ),
            "skopeo copy --quiet docker://registry.example.org": (
                f"skopeo copy --quiet --src-tls-verify=false docker://{address}"
            ),
            "oras pull registry.example.org/lantern/chat:0.2.0 -o": f"{python} {script} {address}/lantern/chat:0.2.0",
        }

        assert [] == told_otherwise(name, tmp_path, {}, others)
