"""An archive that was rewritten so that it agrees with itself: what its receiver sees is derived again, not believed.

Each field of the manifest, and each line of the small files that a receiver goes by, is changed, with every digest, RECORD,
SHA256SUMS and the bill of materials made right again; and each value of the bill, with the digests. What passes all the same stands in `SIGNATURE_ALONE` and in SECURITY.md.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.bom.layout import laid_out
from hatch_oaml.rendering.manifest_text import text_of
from hatch_oaml.signing.trust import trust_in
from hatch_oaml.values.errors import SourceError
from hatch_oaml.verification.signature import Asked
from tests.building import project_in
from tests.finished import FORMATS, built, errors_of, members_of, resealed, unpacked, with_right_digests
from tests.signed import public_file, signature_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tests.finished import Members

    Archives = Mapping[str, Members]
    Key = tuple[str | int, ...]

SIGNATURE_ALONE = {
    "which version of hatch-oaml wrote it": r"manifest tool\.version",
    "who published a release that is no wheel and no sdist": r"manifest publisher",
    "what a release that is no wheel would be imported as": r"manifest project\.import_name",
    "the moment that its times are set to, once it is unpacked": r"manifest writer\.epoch",
    "what the publisher itself adds to NOTICE": r"NOTICE: (Lantern-Chat|Copyright 2026 Beacon Works|版权所有 2026 灯塔工坊|"
    r"This release is derived from .*|Lantern-Tiny|From lantern_tiny/__init__.py .*|Copyright 2024 Wick .*|Modified from .*)",
    "what the core metadata say beside name, version and terms": r"(PKG-INFO|METADATA): "
    r"(Metadata-Version|Summary|Requires-Python|Description-Content-Type): .*",
    "the description": r"(PKG-INFO|METADATA): (---|license.*: .*|base_model.*: .*|language: .*|# .*|Lantern-Tiny, .*)",
    "how an sdist would be built": r"pyproject\.toml: (\[build-system\]|requires = .*|build-backend = .*|description = .*|"
    r"readme = .*|requires-python = .*|#.*|\[tool\.hatch.*|exclude = .*)",
    "which Hatchling wrote a wheel, and whether it is pure": r"WHEEL: (Generator|Root-Is-Purelib): .*",
}
"""What → expression for what was changed."""

JUDGED = (
    *("LICENSE", "NOTICE", "MODIFICATIONS.md", "MODIFICATIONS.toml", "bases/lantern-tiny.toml"),
    *("METADATA", "WHEEL", "PKG-INFO", "pyproject.toml"),
)
"""The small files that a receiver goes by; weights, code, data and prose as a whole are the publisher's to sign."""

_PASSES = re.compile("|".join(SIGNATURE_ALONE.values()))


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    """The members of one archive of every format."""
    made = built(project_in(tmp_path_factory.mktemp("project")))
    return {name: members_of(path) for name, path in made.items()}


def is_refused(members: Members, folder: Path) -> bool:
    try:
        return bool(errors_of(unpacked(members, folder)))
    except SourceError:
        return True
    finally:
        shutil.rmtree(folder)


def leaves(value: object, key: Key = ()) -> Iterator[tuple[Key, Any]]:
    if key:
        yield key, value
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, (*key, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, (*key, number))


def others(value: Any) -> Iterator[Any]:
    """Other values in the place of `value`, of its own kind and of another."""
    if isinstance(value, str):
        yield from (f"{value}x", "", None)
    elif isinstance(value, list):
        yield from ([*value, *value[:1]], value[1:], value[:-1]) if value else (["x"],)
    elif isinstance(value, dict):
        yield {**value, "x": 1}
        yield from ({name: value[name] for name in value if name != gone} for gone in value)
    else:
        yield from (value + 1,) if isinstance(value, int) else ("x",)


def with_value(manifest: Any, key: Key, value: object) -> Any:
    changed = copy.deepcopy(manifest)
    place = changed
    for part in key[:-1]:
        place = place[part]
    place[key[-1]] = value
    return changed


def manifests(members: Members) -> Iterator[tuple[str, Members]]:
    """Each with what was changed in it; digests and sizes of files are not asked, since they are made right again."""
    place = min((path for path in members if path.endswith("OAML-MANIFEST.json")), key=len)
    manifest = json.loads(members[place])
    for key, value in leaves(manifest):
        is_sealed = key[0] == "files" and key[2:] in {("size",), ("sha256",)}
        for other in () if is_sealed else others(value):
            changed = with_value(manifest, key, other)
            if text_of(changed) != members[place] and _keeps_rows(changed):
                yield f"manifest {'.'.join(map(str, key))} = {other!r}"[:150], {**members, place: text_of(changed)}


def _keeps_rows(manifest: Any) -> bool:
    """Can the digests be made right again? A row without a path, a size or a digest is another test's."""
    rows = manifest.get("files")
    is_whole = isinstance(rows, list) and all(
        isinstance(row, dict) and isinstance(row.get("path"), str) and {"size", "sha256"} <= row.keys() for row in rows
    )
    return is_whole and isinstance(manifest.get("root"), str)


def lines(members: Members) -> Iterator[tuple[str, Members]]:
    """Each line of each judged file gone, and changed; every place of the same file alike."""
    for name in JUDGED:
        places = [path for path in members if path.endswith(f"/{name}")]
        data = members[places[0]] if places else b""
        old = data.decode().split("\n")
        step = 1 + len(old) // 50
        for number in range(0, len(old), step):
            line = old[number]
            if not line.strip():
                continue
            for new in ([], [line.replace("a", "e", 1) if "a" in line else line[len(line) // 2 :]]):
                text = "\n".join([*old[:number], *new, *old[number + 1 :]])
                yield f"{name}: {line}", {**members, **dict.fromkeys(places, text.encode())}


def bills(members: Members) -> Iterator[tuple[str, Members]]:
    """Each with what was changed in the bill of materials, all digests made right again."""
    place = next(path for path in members if path.endswith(".cdx.json"))
    bill = json.loads(members[place])
    for key, value in leaves(bill):
        for other in others(value):
            changed = laid_out(with_value(bill, key, other)).encode()
            if changed != members[place]:
                told = f"bill {'.'.join(map(str, key))} = {other!r}"[:150]
                yield told, with_right_digests({**members, place: changed})
    for what, text in (
        ("its layout", json.dumps(bill)),
        ("a key twice", members[place].decode().replace("{", '{"bomFormat": "x",', 1)),
    ):
        yield f"bill {what}", with_right_digests({**members, place: text.encode()})


def silent_bills(rewritten: Iterable[tuple[str, Members]], folder: Path) -> tuple[int, list[str]]:
    """How many were tried, and what was changed in those that are not refused for their bill."""
    tried, silent = 0, []
    for number, (what, members) in enumerate(rewritten):
        tried += 1
        checks = {ruling.check for ruling in errors_of(unpacked(members, folder / str(number)))}
        shutil.rmtree(folder / str(number))
        if checks != {"altered-bill-of-materials"}:
            silent.append(f"{what}: {checks}")
    return tried, silent


def passed(rewritten: Iterator[tuple[str, Members]], folder: Path) -> tuple[int, list[str]]:
    """How many were tried, and what was changed in those that nothing is said of, and only a signature could tell."""
    tried, silent = 0, []
    for number, (what, members) in enumerate(rewritten):
        tried += 1
        if not is_refused(resealed(members), folder / str(number)) and not _PASSES.match(what):
            silent.append(what)
    return tried, silent


@pytest.mark.huge
@pytest.mark.parametrize("name", ["tar", "sdist", "wheel"])  # unpacked, the others are the tar's
def test_what_a_recipient_would_see_otherwise_is_refused_or_told_in_security(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    tried, silent = passed(manifests(archives[name]), tmp_path)
    tried_lines, silent_lines = passed(lines(archives[name]), tmp_path)

    assert [] == [*silent, *silent_lines]
    assert tried > 300
    assert tried_lines > 120


@pytest.mark.huge
@pytest.mark.parametrize("name", ["tar", "sdist", "wheel"])
def test_whatever_else_a_bill_of_materials_says_is_refused(name: str, archives: Archives, tmp_path: Path) -> None:
    tried, silent = silent_bills(bills(archives[name]), tmp_path)

    assert [] == silent
    assert tried > 400


@pytest.mark.parametrize("name", ["tar", pytest.param("wheel", marks=pytest.mark.huge)])
def test_a_sample_of_rewritten_bills_of_materials_is_refused(name: str, archives: Archives, tmp_path: Path) -> None:
    every = list(bills(archives[name]))

    tried, silent = silent_bills([*every[::29], *every[-2:]], tmp_path)

    assert [] == silent
    assert tried > 15


@pytest.mark.parametrize("name", ["tar", "sdist", "wheel"])
def test_a_manifest_that_was_changed_without_its_bill_of_materials_is_refused(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    changed = [
        (told, with_right_digests(members))
        for told, members in manifests(archives[name])
        if re.match(r"manifest (?:tool\.version|publisher|writer\.epoch)", told)
    ]

    silent = [told for number, (told, members) in enumerate(changed) if not is_refused(members, tmp_path / str(number))]

    assert [] == silent
    assert len(changed) > 5


@pytest.mark.parametrize("name", ["tar", "wheel"])
def test_a_sample_of_rewritten_archives_is_refused(name: str, archives: Archives, tmp_path: Path) -> None:
    changed = [
        item for number, item in enumerate((*manifests(archives[name]), *lines(archives[name]))) if number % 23 == 0
    ]

    tried, silent = passed(iter(changed), tmp_path)

    assert [] == silent
    assert tried > 15


@pytest.mark.parametrize("name", ["tar", "zip", "tar-zst", "wheel"])
def test_a_folder_that_tells_of_another_project_is_refused(name: str, archives: Archives, tmp_path: Path) -> None:
    tops = ("lantern_chat-0.2.0.dist-info/",) if name == "wheel" else ("lantern_chat-0.2.0/",)
    renamed = {
        next((path.replace("0.2.0", "9.9.9", 1) for top in tops if path.startswith(top)), path): data
        for path, data in archives[name].items()
    }
    place = next(path for path in renamed if path.endswith("OAML-MANIFEST.json"))
    manifest = json.loads(renamed[place])
    root = manifest["root"].replace("0.2.0", "9.9.9")

    assert is_refused(resealed({**renamed, place: text_of({**manifest, "root": root})}), tmp_path / "renamed")


@pytest.mark.parametrize("name", FORMATS)
def test_what_nobody_changed_is_not_refused_for_having_been_sealed_again(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    assert not is_refused(resealed(archives[name]), tmp_path / "same")


def one_edit(what: str, path: str, before: bytes, after: bytes, members: Members) -> tuple[str, Members]:
    places = [place for place in members if place.endswith(path)]
    assert before in members[places[0]]
    return what, {**members, **{place: members[place].replace(before, after) for place in places}}


def whole_rewrites(archives: Archives) -> Iterator[tuple[str, str, Members]]:
    """Each with the format, what was changed, and members that agree with each other again."""
    for name in ("tar", "sdist", "wheel"):
        for told, members in (*manifests(archives[name]), *lines(archives[name])):
            yield name, told, members
    wheel = one_edit("WHEEL: Root-Is-Purelib: true", "/WHEEL", b"Purelib: true", b"Purelib: false", archives["wheel"])
    yield "wheel", *wheel


def told_by_a_signature(members: Members, original: Members, folder: Path) -> list[str]:
    """The errors of an unpacked archive that has the signature of another."""
    top = unpacked(members, folder / "signed")
    (top / "model.sig").write_bytes(signature_over(original, folder))
    asked = Asked(trust=trust_in([public_file(folder)], []))
    return [ruling.check for ruling in errors_of(top, asked)]


@pytest.mark.parametrize("what", SIGNATURE_ALONE)
def test_what_only_a_signature_can_tell_is_told_by_one(what: str, archives: Archives, tmp_path: Path) -> None:
    fitting = re.compile(SIGNATURE_ALONE[what])
    silent = (
        (name, told, right)
        for number, (name, told, members) in enumerate(whole_rewrites(archives))
        if fitting.match(told) and not is_refused(right := resealed(members), tmp_path / str(number))
    )

    name, told, members = next(silent)

    assert ["foreign-signature"] == told_by_a_signature(members, archives[name], tmp_path), told


WHOLES = {
    "weights": ("/model-00002-of-00002.safetensors", b"\x00", b"\x01"),
    "code": ("/lantern_chat/__init__.py", b"folder", b"folded"),
    "prose": ("/README.md", b"chat", b"talk"),
    "the changelog with its page": ("/MODIFICATIONS.", b"200 support", b"900 support"),
}
"""What → files, by a part of their paths, and what is written in the place of what there."""


@pytest.mark.parametrize("what", WHOLES)
def test_what_was_replaced_with_all_its_papers_is_told_by_a_signature(
    what: str, archives: Archives, tmp_path: Path
) -> None:
    part, before, after = WHOLES[what]
    original = archives["tar"]
    changed = {
        path: after.join(data.rsplit(before, 1)) for path, data in original.items() if part in path and before in data
    }
    assert changed
    members = resealed({**original, **changed})

    assert not is_refused(members, tmp_path / "unsigned")
    assert ["foreign-signature"] == told_by_a_signature(members, original, tmp_path)


def test_what_only_a_signature_can_tell_stands_in_security() -> None:
    security = (Path(__file__).parents[2] / "SECURITY.md").read_text(encoding="utf-8")

    assert [] == [what for what in SIGNATURE_ALONE if f"- {what}" not in security]
