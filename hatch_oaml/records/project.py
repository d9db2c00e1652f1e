"""What Hatchling's metadata says of the project that is released."""

from __future__ import annotations

from hatch_oaml.values.frozen import frozen


@frozen
class Author:
    """One of those who publish the release; one of `name` and `email` may be ""."""

    name: str = ""
    email: str = ""


@frozen
class Project:
    """`root` is absolute, without symbolic links; None of an archive's project. `name` and `version` normalized as in file names; `import_name` is the folder of its data in a wheel, as a POSIX path; `readme` the file that indexes show, "" for none."""

    root: str | None
    name: str
    version: str
    import_name: str
    license_expression: str = ""
    license_files: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()
    readme: str = ""

    @property
    def folder(self) -> str:
        """Its `root`.

        :raises TypeError: of an archive's project, which lies in no folder here; a fault of the caller.
        """
        if self.root is None:
            raise TypeError("an archive's project lies in no folder")
        return self.root
