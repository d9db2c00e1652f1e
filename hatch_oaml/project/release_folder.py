"""Where the target `oaml` writes when nobody says otherwise."""

from __future__ import annotations

import os

from hatchling.builders.config import BuilderConfig

from hatch_oaml.values.output_folders import release_folder


class ReleaseConfig(BuilderConfig):
    """Hatch's own options of a target, with a default folder that no other target writes into."""

    @property
    def directory(self) -> str:
        """`dist-oaml`, or what another folder of all targets is called with `-oaml` behind it."""
        folder = str(super().directory)
        if "directory" in self.target_config:
            return folder
        root = os.path.normpath(self.root)
        return os.path.join(root, release_folder("")) if folder == root else release_folder(folder)
