"""Texts that lie beside the package's modules."""

from __future__ import annotations

import pkgutil


def resource(package: str, name: str) -> str:
    """The text of the file `name` in the folder of `package`, wherever that was imported from, its lines ended by line feeds.

    `importlib.resources` gives the same, and takes longer to import than to read all of them.

    :raises OSError: there is no such file.
    """
    data = pkgutil.get_data(package, name)
    if data is None:
        raise FileNotFoundError(f"{package}: what it was imported by can give no files")
    return data.decode().replace("\r\n", "\n")
