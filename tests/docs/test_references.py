"""The references are true: each table has the keys that the code reads or writes, no more and no less."""

from __future__ import annotations

import json
import re
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any, get_args

import pytest

from hatch_oaml.notices import sources
from hatch_oaml.records.base_record import parse_base
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.manifest import FORMAT
from hatch_oaml.records.modifications import RELATIONS, parse_modifications
from hatch_oaml.records.notice import KINDS, VISIBILITIES
from hatch_oaml.values import exit_statuses
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.roles import ROLES, Kind
from hatch_oaml.values.toml_tables import Table, parse_toml
from tests.docs.pages import CHINESE, ENGLISH, ROOT, keys, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONFIGURATION = b"""
bases = ["b.toml"]
roles = {}
part = [{files = ["a"], license = "MIT"}]
waiver = [{notice = "n", base = "b", reason = "r"}]
"""
CHANGELOG = (
    b'format = 1\n[[change]]\nfiles = ["a"]\nrelation = "merge"\ndate = 2026-11-01\nhow.en = "x"\nrenamed = {}\n'
)
RECORD = b"""
format = 1
name = "a"
version = "1"
digest = ""
[[file]]
path = "a"
size = 1
sha256 = ""
[[file.notice]]
kind = "license"
line = 1
text = "a"
[[file.tensor]]
name = "a"
dtype = "f32"
sha256 = ""
"""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], set[str]]:
    """The dotted keys that are asked for while something is parsed; tables of free keys ask for none."""
    found: set[str] = set()
    get = Table._get

    def noted(self: Table, key: str, *rest: Any) -> Any:
        where = re.sub(r"\[\d+\]", "", self._below(key)).rpartition(": ")[2]
        found.add(where.removeprefix("tool.oaml."))
        return get(self, key, *rest)

    def run(parse: Callable[[], object]) -> set[str]:
        monkeypatch.setattr(Table, "_get", noted)
        with suppress(ConfigurationError):  # what is asked for does not depend on what is right
            parse()
        return found

    return run


def reference(name: str) -> str:
    return (ENGLISH / "reference" / name).read_text(encoding="utf-8")


def test_the_configuration_has_every_key(asked: Callable[[Callable[[], object]], set[str]]) -> None:
    read = asked(lambda: parse_config(parse_toml(CONFIGURATION, "x")))
    page = reference("configuration.md")

    assert {key for key in read if "." not in key} | {"roles"} == set(keys(page))
    for key in ("part", "waiver"):
        [meaning] = [row[-1] for row in rows(page) if row[0] == f"`{key}`"]
        of_one = re.findall(r"\w+", meaning.partition("}")[0])
        assert {name.partition(".")[2] for name in read if name.startswith(f"{key}.")} == set(of_one)


def test_the_changelog_has_every_key(asked: Callable[[Callable[[], object]], set[str]]) -> None:
    read = asked(lambda: parse_modifications(CHANGELOG, "x"))

    assert read - {"change.how"} == set(keys(reference("modifications.md")))
    assert all(f"`{relation}`" in reference("modifications.md") for relation in RELATIONS)


def test_the_base_record_has_every_key(asked: Callable[[Callable[[], object]], set[str]]) -> None:
    page = reference("base-record.md")

    assert asked(lambda: parse_base(RECORD, "x")) == set(keys(page))
    assert all(f"`{word}`" in page for word in (*KINDS, *VISIBILITIES))


def test_the_manifest_has_every_key() -> None:
    [wheel] = (ROOT / "fixtures" / "formats" / str(FORMAT)).glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        [name] = [name for name in archive.namelist() if name.endswith("/OAML-MANIFEST.json")]
        manifest: dict[str, Any] = json.loads(archive.read(name))
    page = reference("manifest.md")

    assert [*manifest, *(f"files.{key}" for key in manifest["files"][0])] == keys(page)
    assert all(f"`{word}`" in page for word in (*ROLES, *get_args(Kind)))
    for key in ("tool", "project", "publisher", "bases", "notices", "writer"):
        [meaning] = [row[1] for row in rows(page) if row[0] == f"`{key}`"]
        of_one = manifest[key][0] if isinstance(manifest[key], list) else manifest[key]
        assert [] == [inner for inner in of_one if f"`{inner}`" not in meaning]


def test_the_exit_statuses_are_those_of_the_code() -> None:
    statuses = [row[0] for row in rows(reference("exit-statuses.md"))]
    known = [value for name, value in vars(exit_statuses).items() if name.isupper()]

    assert ["0", *map(str, sorted(known))] == statuses


@pytest.mark.parametrize("folder", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_sources_of_notices_are_those_of_the_code(folder: Path) -> None:
    page = (folder / "reference" / "notice-sources.md").read_text(encoding="utf-8")
    told = {row[0].strip("`"): set(re.findall(r"`(\.[a-z0-9]+)`", row[1])) for row in rows(page)}

    assert {source.name for source in sources()} == told.keys()
    for source in sources():
        if source.name not in {"code", "rows"}:  # of too many suffixes
            assert source.suffixes - {""} == told[source.name]


@pytest.mark.parametrize("folder", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_page_on_json_tells_the_present_format(folder: Path) -> None:
    assert '{"format": 1, "reports"' in (folder / "reference" / "json-report.md").read_text(encoding="utf-8")
