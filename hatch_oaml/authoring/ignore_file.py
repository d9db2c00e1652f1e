"""Version control does not take what builds write."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from hatch_oaml.authoring.init import NewText
from hatch_oaml.authoring.said_already import build_options
from hatch_oaml.values.output_folders import DISTRIBUTIONS, release_folder
from hatch_oaml.values.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PATH = ".gitignore"


def ignore_outputs(
    values: Mapping[str, object] | None, hatch: Mapping[str, object] | None, text: str | None
) -> NewText | None:
    """The lines that the project's ignore file lacks; None if it lacks none.

    :param values: pyproject.toml parsed, None if there is none.
    :param hatch: hatch.toml likewise.
    :param text: the ignore file's, None if there is none.
    """
    ignored = Patterns(tuple((text or "").splitlines()))
    missing = [f"/{folder}/\n" for folder in _folders(values, hatch) if not ignored.match(f"{folder}/x")]
    if not missing:
        return None
    return NewText(path=_PATH, text=("\n" if text else "") + "".join(missing), appended=text is not None)


def _folders(values: Mapping[str, object] | None, hatch: Mapping[str, object] | None) -> Iterator[str]:
    """Those in the project that wheels and sdists, and then releases, are written into."""
    common, of_release = (build_options(values, hatch, *keys).get("directory") for keys in ((), ("targets", "oaml")))
    folder = common if isinstance(common, str) else DISTRIBUTIONS
    for path in (folder, of_release if isinstance(of_release, str) else release_folder(folder)):
        name = posixpath.normpath(path.replace("\\", "/"))
        if name != "." and not name.startswith(("../", "/")):
            yield name
