"""The receiver's side: what was built is clean, and nothing that was changed since ever is."""

from __future__ import annotations

import json
import random
import re
import tarfile
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import pytest
from click.testing import CliRunner, Result
from onnx import helper, numpy_helper

from hatch_oaml.archives import archive_formats
from hatch_oaml.cli import main
from hatch_oaml.findings import ERROR
from hatch_oaml.records.config import parse_config
from hatch_oaml.storage.draft import drafted
from hatch_oaml.storage.volumes import drafted_volumes
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path
from hatch_oaml.verification.archived_release import read_archive
from hatch_oaml.verification.opening import opened
from hatch_oaml.verification.places import places_of
from hatch_oaml.verification.released_files import released_files
from hatch_oaml.verification.unpacking import HashedArchive
from hatch_oaml.verification.verdict import verify_archive
from tests.building import build, project_in
from tests.finished import (
    BELOW_ONE_FOLDER,
    FORMATS,
    Members,
    built,
    errors_of,
    members_of,
    named_by,
    packed,
    resealed,
    unpacked,
)
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    Archives = Mapping[str, Path]
    Forge = Callable[[Members], Members]

ROOT = "lantern_chat-0.2.0"
TAR = f"{ROOT}.oaml.tar"
CHANGELOG = f"{ROOT}/MODIFICATIONS.toml"
CODE = f"{ROOT}/lantern_chat/__init__.py"
RECORD = f"{ROOT}/bases/lantern-tiny.toml"
every_format = pytest.mark.parametrize("name", FORMATS)
every_format_below_one_folder = pytest.mark.parametrize("name", BELOW_ONE_FOLDER)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    """One of every format, as `hatch build` leaves them."""
    found = built(project_in(tmp_path_factory.mktemp("project")))
    assert set(FORMATS) == set(found)
    return found


def is_caught(archive: Path) -> bool:
    """By errors, or because it cannot be read, told in both languages; any other exception fails the test."""
    try:
        return bool(errors_of(archive))
    except SourceError as error:
        return all(
            re.search(r"[a-z]{3}", said.en) and re.search(r"[\u4e00-\u9fff]", said.zh) for said in error.messages
        )


@every_format
def test_what_was_built_is_clean(name: str, archives: Archives) -> None:
    report = verify_archive(archives[name], silent)

    assert () == report.rulings
    assert 11 == len(report.release.inventory.files)
    assert all(file.sha256 for file in report.release.inventory)


@every_format
def test_what_was_unpacked_is_clean_whatever_the_folder_is_called(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    folder = unpacked(members_of(archives[name]), tmp_path / "unpacked")

    assert [] == named_by(folder)
    assert [] == named_by(tmp_path / "unpacked")
    assert [] == named_by(folder.rename(tmp_path / "renamed"))


@every_format
def test_the_release_in_an_archive_is_the_release_in_every_other(name: str, archives: Archives) -> None:
    release, other = (verify_archive(archives[form], silent).release for form in (name, "tar"))

    def told(file: Any) -> tuple[Any, ...]:
        return (file.path, file.role, file.kind, file.size, file.sha256, file.notices, file.weights, file.shards)

    assert [told(file) for file in other.inventory] == [told(file) for file in release.inventory]
    assert (other.bases, other.modifications, other.config) == (release.bases, release.modifications, release.config)
    assert other.retention.retained == release.retention.retained


@pytest.mark.parametrize("name", ["wheel", "sdist"])
def test_what_the_metadata_say_of_the_license_is_asked_of_the_receiver_too(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    members = members_of(archives[name])
    path = next(path for path in members if path.endswith((".dist-info/METADATA", f"{ROOT}/PKG-INFO")))
    changed = members[path].replace(
        b"\nLicense-File", b"\nClassifier: License :: OSI Approved :: MIT License\nLicense-File", 1
    )
    folder = unpacked(resealed({**members, path: changed}), tmp_path)

    assert changed != members[path]
    assert "contradicted-license" in {ruling.check for ruling in verify_archive(folder, silent).errors}


@every_format
@pytest.mark.parametrize(
    ("old", "new", "check"),
    [
        (b"license: other\nlicense_name: openatom-model-license-1.0", b"license: apache-2.0", "contradicted-license"),
        (b"base_model: example-lab/Lantern-Tiny", b"base_model: someone/Other", "unrecorded-base"),
        (b"base_model_relation: finetune", b"base_model_relation: merge", "contradicted-relation"),
    ],
)
def test_what_the_card_says_is_asked_of_the_receiver_too(
    name: str, old: bytes, new: bytes, check: str, archives: Archives, tmp_path: Path
) -> None:
    members = members_of(archives[name])
    path = min((path for path in members if path.endswith("README.md")), key=len)
    assert old in members[path]
    folder = unpacked(resealed({**members, path: members[path].replace(old, new)}), tmp_path)

    assert check in {ruling.check for ruling in verify_archive(folder, silent).rulings}


def test_volumes_are_verified_as_they_lie(archives: Archives, tmp_path: Path) -> None:
    whole = archives["tar"].read_bytes()
    with drafted_volumes(tmp_path / TAR, 20_000) as volumes:
        volumes.reserve(len(whole))
        volumes.write_at(0, whole)
        volumes.truncate(len(whole))
    first = tmp_path / f"{TAR}.001"

    assert [] == named_by(first)
    data = first.read_bytes()
    first.write_bytes(data[:9000] + bytes([data[9000] ^ 1]) + data[9001:])
    assert is_caught(first)


def structural_places(whole: bytes, names: Iterable[str]) -> set[int]:
    """Both ends, and around each member's name, wherever it stands: in headers, directories and lists."""
    around = {
        found.start() - 30 + offset
        for name in names
        for found in re.finditer(re.escape(name.encode()), whole)
        for offset in range(0, 200, 7)
    }
    places = {*range(40), *range(len(whole) - 60, len(whole)), *around}
    return {place for place in places if 0 <= place < len(whole)}


@pytest.mark.parametrize(("anywhere", "structural"), [(20, 20), pytest.param(70, 60, marks=pytest.mark.huge)])
@every_format
def test_no_bit_can_be_flipped_unseen(
    name: str, archives: Archives, tmp_path: Path, anywhere: int, structural: int
) -> None:
    whole = archives[name].read_bytes()
    chance = random.Random(name)  # noqa: S311  # reproducible
    structure = sorted(structural_places(whole, members_of(archives[name])))
    places = {chance.randrange(len(whole)) for _ in range(anywhere)} | set(chance.sample(structure, structural))
    flipped = tmp_path / archives[name].name
    flipped.write_bytes(whole)
    assert not is_caught(flipped)

    for place in sorted(places):
        data = bytearray(whole)
        data[place] ^= 1 << chance.randrange(8)
        flipped.write_bytes(data)
        assert is_caught(flipped), place


@every_format
def test_no_bit_can_be_flipped_unseen_in_an_unpacked_archive(name: str, archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives[name])
    folder = unpacked(members, tmp_path)
    chance = random.Random(name)  # noqa: S311  # reproducible

    for path, data in members.items():
        place = chance.randrange(len(data))
        flipped = bytearray(data)
        flipped[place] ^= 1 << chance.randrange(8)
        (tmp_path / path).write_bytes(flipped)
        assert is_caught(folder), (path, place)
        (tmp_path / path).write_bytes(data)
    assert [] == named_by(folder)


@every_format
def test_an_archive_cut_short_anywhere_is_seen(name: str, archives: Archives, tmp_path: Path) -> None:
    whole = archives[name].read_bytes()
    chance = random.Random(name)  # noqa: S311  # reproducible
    lengths = {chance.randrange(len(whole)) for _ in range(60)} | {0, 1, 20, 600, len(whole) - 1, len(whole) - 1024}
    short = tmp_path / archives[name].name

    for length in sorted(lengths):
        short.write_bytes(whole[:length])
        assert is_caught(short), length


@every_format
def test_an_archive_that_goes_on_behind_its_end_is_seen(name: str, archives: Archives, tmp_path: Path) -> None:
    whole = archives[name].read_bytes()
    long = tmp_path / archives[name].name

    for more in (b"\0", b"more", bytes(1024), whole):
        long.write_bytes(whole + more)
        assert is_caught(long), more[:10]


@every_format
def test_a_file_that_was_put_in_is_named(name: str, archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives[name])
    above = next(path for path in members if path.endswith("OAML-MANIFEST.json")).rpartition("/")[0]
    archive = packed({**members, f"{above}/setup.py": b"print()\n"}, tmp_path / archives[name].name)

    assert [("extra-member", f"{above}/setup.py")] == named_by(archive)


@every_format
def test_a_file_that_was_taken_out_is_named(name: str, archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives[name])
    gone = next(path for path in members if path.endswith("config.json"))
    del members[gone]
    archive = packed(members, tmp_path / archives[name].name)

    assert [("missing-member", gone)] == named_by(archive)


@every_format
def test_a_file_that_was_replaced_is_named(name: str, archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives[name])
    other = next(path for path in members if path.endswith("lantern_chat/__init__.py"))
    members[other] = b"print()\n"
    archive = packed(members, tmp_path / archives[name].name)

    assert [("altered-member", other)] == named_by(archive)


@every_format
@pytest.mark.parametrize("generated", ["OAML-MANIFEST.json", "SHA256SUMS", "MODIFICATIONS.md"])
def test_a_generated_file_that_is_gone_or_changed_is_seen(
    generated: str, name: str, archives: Archives, tmp_path: Path
) -> None:
    members = members_of(archives[name])
    path = min((path for path in members if path.endswith(f"/{generated}")), key=len)
    suffix = archive_formats()[name].suffix
    gone = packed({other: data for other, data in members.items() if other != path}, tmp_path / f"gone{suffix}")
    changed = packed({**members, path: members[path] + b"\n"}, tmp_path / f"changed{suffix}")

    assert is_caught(gone)
    assert is_caught(changed)


def test_an_archive_made_anew_with_other_tools_is_altered_around_its_files(archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives["tar"])
    folder = unpacked(members, tmp_path)
    with tarfile.open(tmp_path / TAR, "w") as tar:
        tar.add(folder, ROOT)
    with zipfile.ZipFile(tmp_path / "a.oaml.zip", "w", zipfile.ZIP_DEFLATED) as zipped:
        for path, data in members_of(archives["zip"]).items():
            zipped.writestr(path, data)

    assert [("altered-envelope", TAR)] == named_by(tmp_path / TAR)
    assert [("altered-envelope", "a.oaml.zip")] == named_by(tmp_path / "a.oaml.zip")


def test_an_sdist_compressed_anew_is_altered_around_its_files(archives: Archives, tmp_path: Path) -> None:
    path = tmp_path / f"{ROOT}.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        tar.add(unpacked(members_of(archives["sdist"]), tmp_path), ROOT)

    assert [("altered-envelope", path.name)] == named_by(path)


def test_an_archive_of_another_target_than_it_was_written_for_is_altered(archives: Archives, tmp_path: Path) -> None:
    archive = packed(members_of(archives["sdist"]), tmp_path / f"{ROOT}.oaml.zip")

    said = [ruling.finding.message for ruling in errors_of(archive) if ruling.check == "altered-envelope"]

    assert [
        Bilingual(
            en=f"{archive.name}: is called a `zip`, and what is in it was written for the target `sdist`",
            zh=f"{archive.name}：名称所示格式为 `zip`，而其内容是为构建目标 `sdist` 写出的",
        )
    ] == said


def test_a_wheel_under_the_name_of_a_zip_is_altered(archives: Archives, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(archives["wheel"].read_bytes())

    assert [("altered-envelope", "a.zip")] == named_by(path)


METADATA = f"{ROOT}.dist-info"


def test_the_metadata_of_a_wheel_is_held_against_its_record(archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives["wheel"])
    record = members[f"{METADATA}/RECORD"]
    faults = {
        ("altered-member", f"{METADATA}/METADATA"): {f"{METADATA}/METADATA": b"Name: other\n"},
        ("altered-member", f"{METADATA}/licenses/LICENSE"): {f"{METADATA}/licenses/LICENSE": b"mine\n"},
        ("extra-member", f"{METADATA}/entry_points.txt"): {f"{METADATA}/entry_points.txt": b"[x]\n"},
    }

    for number, (expected, change) in enumerate(faults.items()):
        folder = unpacked({**members, **change}, tmp_path / str(number))
        assert [expected] == named_by(folder)
    without = {path: data for path, data in members.items() if path != f"{METADATA}/WHEEL"}
    assert [("missing-member", f"{METADATA}/WHEEL")] == named_by(unpacked(without, tmp_path / "without"))
    sizes = {**members, f"{METADATA}/RECORD": re.sub(rb",(\d+)\n", rb",1\1\n", record, count=1)}
    (ruling,) = errors_of(unpacked(sizes, tmp_path / "sizes"))
    assert ("altered-envelope", "sizes") == (ruling.check, ruling.finding.path)
    assert f"sizes: `{METADATA}/RECORD` does not tell of just the files that are there" == ruling.finding.message.en
    assert f"sizes：`{METADATA}/RECORD` 所列与实际文件不一致" == ruling.finding.message.zh


@pytest.mark.parametrize("record", [None, b"", b"\xff,,", b'"', b"a,b\n", f"{METADATA}/METADATA,sha256=%,1\n".encode()])
def test_a_wheel_whose_record_is_gone_or_makes_no_sense_is_refused(
    record: bytes | None, archives: Archives, tmp_path: Path
) -> None:
    members = members_of(archives["wheel"])
    place = f"{METADATA}/RECORD"
    changed = {path: data for path, data in members.items() if path != place} | ({place: record} if record else {})

    assert is_caught(unpacked(changed, tmp_path))


def test_a_wheel_without_its_record_lacks_it(archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives["wheel"])
    del members[f"{METADATA}/RECORD"]

    assert ("missing-member", f"{METADATA}/RECORD") in named_by(unpacked(members, tmp_path))


@pytest.mark.parametrize(
    ("form", "name"), [("wheel", "x.dist-info/WHEEL"), ("wheel", "x.dist-info/METADATA"), ("sdist", "PKG-INFO")]
)
def test_an_archive_that_no_installer_would_take_is_not_whole(
    form: str, name: str, archives: Archives, tmp_path: Path
) -> None:
    """Without what each wheel and each sdist has, however well its other papers agree."""
    members = members_of(archives[form])
    place = f"{METADATA}/{name.rpartition('/')[2]}" if form == "wheel" else f"{ROOT}/{name}"
    without = resealed({path: data for path, data in members.items() if path != place})

    assert ("missing-member", place) in named_by(packed(without, tmp_path / archives[form].name))


def test_the_legal_texts_in_the_metadata_of_a_wheel_are_those_of_the_release_whatever_its_record_says(
    archives: Archives, tmp_path: Path
) -> None:
    members = members_of(archives["wheel"])
    place = f"{METADATA}/licenses/LICENSE"
    gone = packed({path: data for path, data in members.items() if path != place}, tmp_path / "a-1-py3-none-any.whl")
    other = packed({**members, place: b"mine\n"}, tmp_path / "b-1-py3-none-any.whl")

    assert [("missing-member", place)] == named_by(gone)
    assert [("altered-member", place)] == named_by(other)


def test_while_the_records_of_what_is_upstream_are_damaged_nothing_false_is_said(
    archives: Archives, tmp_path: Path
) -> None:
    members = members_of(archives["tar"])
    damaged = {RECORD: members[RECORD][:-2], CHANGELOG: b"\xff"}

    for path, data in damaged.items():
        archive = packed({**members, path: data}, tmp_path / TAR)
        assert [("altered-member", path)] == named_by(archive)
    without = {path: data for path, data in members.items() if path != RECORD}
    assert [("missing-member", RECORD)] == named_by(packed(without, tmp_path / TAR))
    assert [("missing-member", RECORD)] == named_by(packed(resealed(without), tmp_path / TAR))


def test_all_faults_are_told_at_once(archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives["tar"])
    del members[f"{ROOT}/config.json"]
    members |= {f"{ROOT}/data/eval.jsonl": b"{}\n", f"{ROOT}/new": b"", f"{ROOT}/LICENSE": b"mine\n"}

    named = named_by(packed(members, tmp_path / TAR))

    assert {
        ("missing-license", "LICENSE"),
        ("altered-member", f"{ROOT}/LICENSE"),
        ("missing-member", f"{ROOT}/config.json"),
        ("altered-member", f"{ROOT}/data/eval.jsonl"),
        ("extra-member", f"{ROOT}/new"),
    } <= set(named)


def replaced(path: str, pattern: str, replacement: str) -> Forge:
    def forge(members: Members) -> Members:
        before = members[path].decode()
        after = re.sub(pattern, replacement, before, flags=re.DOTALL)
        assert before != after
        return {**members, path: after.encode()}

    return forge


def without(path: str) -> Forge:
    return lambda members: {other: data for other, data in members.items() if other != path}


def _without_chinese(members: Members) -> Members:
    paragraphs = members[f"{ROOT}/LICENSE"].decode().split("\n\n")
    kept = [text for text in paragraphs if not re.search("[\u4e00-\u9fff]", text)]
    return {**members, f"{ROOT}/LICENSE": "\n\n".join(kept).encode()}


FORGERIES: dict[str, tuple[str, Forge]] = {
    "a notice dropped": ("dropped-notice", replaced(f"{ROOT}/NOTICE", r"Lantern is a trademark.*?\n\n", "")),
    "a holder replaced": ("lost-notice", replaced(f"{ROOT}/NOTICE", "Example Lab", "Beacon Works")),
    "the notice file gone": ("dropped-notice-file", without(f"{ROOT}/NOTICE")),
    "one word of the license changed": ("altered-license", replaced(f"{ROOT}/LICENSE", "You must retain", "You may")),
    "no Chinese edition": ("missing-license-edition", _without_chinese),
    "the license gone": ("missing-license", without(f"{ROOT}/LICENSE")),
    "the changelog gone": ("missing-modifications", without(CHANGELOG)),
    "an entry taken out": ("unlisted-modification", replaced(CHANGELOG, r"\[\[change\]\].*?(?=\[\[change\]\])", "")),
    "an entry emptied": ("unexplained-modification", replaced(CHANGELOG, r'how\.(en|zh) = ".*?"', r'how.\1 = ""')),
    "the page of modifications gone": ("missing-member", without(f"{ROOT}/MODIFICATIONS.md")),
    "the base record gone": ("missing-member", without(RECORD)),
    "the model gone": ("incomplete-shards", without(f"{ROOT}/model-00001-of-00002.safetensors")),
}
"""What was done, with manifest and checksums made to fit → a check that names it."""


@every_format_below_one_folder
@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forgery_that_fits_its_own_manifest_is_refused_by_the_gates(
    forgery: str, name: str, archives: Archives, tmp_path: Path
) -> None:
    check, forge = FORGERIES[forgery]
    archive = packed(resealed(forge(members_of(archives[name]))), tmp_path / archives[name].name)

    checks = {found for found, _ in named_by(archive)}

    assert check in checks
    assert not {"altered-member", "extra-member", "altered-envelope"} & checks


def test_resealing_alone_changes_no_judgement(archives: Archives, tmp_path: Path) -> None:
    assert [] == named_by(packed(resealed(members_of(archives["tar"])), tmp_path / TAR))


def test_records_that_were_sealed_as_nonsense_are_told_with_the_archives_name(
    archives: Archives, tmp_path: Path
) -> None:
    forged = resealed({**members_of(archives["tar"]), CHANGELOG: b"format = 1\nchange = 3\n"})
    archive = packed(forged, tmp_path / TAR)

    with pytest.raises(SourceError) as caught:
        verify_archive(archive, silent)
    assert caught.value.messages[0].en.startswith(f"{TAR}: MODIFICATIONS.toml: ")
    assert caught.value.messages[0].zh.startswith(f"{TAR}：MODIFICATIONS.toml: ")


def test_settings_that_were_sealed_as_nonsense_are_told(archives: Archives, tmp_path: Path) -> None:
    archive = packed(resealed(members_of(archives["tar"]), settings={"bases": 3, "rolls": {}}), tmp_path / TAR)

    with pytest.raises(SourceError) as caught:
        verify_archive(archive, silent)
    assert 2 == len(caught.value.messages)


@every_format
def test_an_archive_without_a_manifest_is_ungated_and_nothing_else(
    name: str, archives: Archives, tmp_path: Path
) -> None:
    members = {
        path: data for path, data in members_of(archives[name]).items() if not path.endswith("OAML-MANIFEST.json")
    }
    archive = packed(members, tmp_path / archives[name].name)

    assert [("ungated-archive", archive.name)] == named_by(archive)


def test_a_plain_archive_that_hatchling_built_past_the_gate_is_ungated(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    assert 0 == build(project, "-t", "wheel", "-t", "sdist", "--no-hooks").returncode

    plain = sorted((project / "dist").iterdir())

    assert 2 == len(plain)
    assert [[("ungated-archive", path.name)] for path in plain] == [named_by(path) for path in plain]


def test_a_folder_without_a_manifest_is_ungated(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"weights")

    assert [("ungated-archive", tmp_path.name)] == named_by(tmp_path)


@every_format
def test_an_empty_archive_is_refused(name: str, tmp_path: Path) -> None:
    form = archive_formats()[name]
    path = tmp_path / f"a{form.suffix}"
    with drafted(path) as file:
        if name == "wheel":
            file.write(b"PK\5\6" + bytes(18))
        else:
            form.write(file, [], epoch=0, progress=silent)

    assert is_caught(path)


def run(*arguments: object, **environment: str) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)], env={"LC_ALL": "en_US.UTF-8", **environment})


@pytest.fixture
def altered(archives: Archives, tmp_path: Path) -> Path:
    members = members_of(archives["tar"])
    return packed({**members, CODE: b"print()\n"}, tmp_path / TAR)


@pytest.fixture
def cut_short(archives: Archives, tmp_path: Path) -> Path:
    path = tmp_path / f"{ROOT}.oaml.zip"
    path.write_bytes(archives["zip"].read_bytes()[:1000])
    return path


def test_the_command_answers_zero_for_what_is_whole_and_lawful(archives: Archives) -> None:
    told = run(*archives.values())

    assert 0 == told.exit_code
    assert len(FORMATS) == told.stdout.count("no signature was checked\n0 errors, 0 advisories; 11 files, 1 base")
    assert "" == told.stderr


def test_the_command_answers_one_for_findings(altered: Path, archives: Archives) -> None:
    told = run(altered, archives["zip"])

    assert 1 == told.exit_code
    assert f"{CODE}: error[altered-member]" in told.stdout
    assert f"\n\n{archives['zip'].name} agrees with its own manifest" in told.stdout


def test_the_command_answers_two_for_what_cannot_be_read_and_judges_the_others(
    cut_short: Path, altered: Path, archives: Archives
) -> None:
    told = run(cut_short, archives["tar"], altered)

    assert 2 == told.exit_code
    assert f"hatch-oaml: error: {cut_short.name}: is damaged: " in told.stderr
    assert f"{TAR} agrees with its own manifest" in told.stdout
    assert "error[altered-member]" in told.stdout
    assert "Traceback" not in told.output


def test_the_command_answers_two_for_what_is_not_there(tmp_path: Path) -> None:
    assert 2 == run(tmp_path / "none.tar").exit_code
    assert 2 == run().exit_code


def test_the_command_speaks_chinese(altered: Path, cut_short: Path) -> None:
    told = run("--lang", "zh", altered, cut_short)

    assert f"{CODE}: 错误[altered-member]" in told.stdout
    assert f"{TAR} 验证未通过：1 个错误" in told.stdout
    assert f"hatch-oaml: 错误: {cut_short.name}：文件已损坏" in told.stderr
    assert told.output == run(altered, cut_short, LC_ALL="zh_CN.UTF-8").output


def test_names_that_a_stranger_chose_cannot_move_the_cursor(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as tar:
        tar.addfile(tarfile.TarInfo("../\x1b[2Jx"))

    told = run(tmp_path / "a.tar")

    assert 2 == told.exit_code
    assert "`../\\x1b[2Jx`" in told.stderr
    assert "\x1b" not in told.output


def reports_in(told: Result) -> list[dict[str, Any]]:
    answer = json.loads(told.stdout)
    assert ["format", "reports"] == list(answer)
    return list(answer["reports"])


def test_one_archive_is_one_report_of_json(altered: Path) -> None:
    told = run("--format", "json", altered)
    (report,) = reports_in(told)

    assert 1 == told.exit_code
    assert {"path": TAR, "name": "lantern_chat", "version": "0.2.0"} == report["archive"]
    keys = "format tool archive signature profile license bases own_bases files waived findings parts unread summary"
    assert keys.split() == list(report)
    assert (1, "verbatim", 11) == (report["format"], report["license"]["state"], len(report["files"]))
    assert [("altered-member", ERROR, "", CODE, None)] == [
        tuple(finding[key] for key in ("check", "severity", "clause", "path", "line")) for finding in report["findings"]
    ]
    assert {"errors": 1, "advisories": 0}.items() <= report["summary"].items()


def test_several_archives_are_reports_of_one_document(altered: Path, archives: Archives) -> None:
    told = run("--format", "json", archives["zip"], altered)
    alone = [reports_in(run("--format", "json", path))[0] for path in (archives["zip"], altered)]

    assert 1 == told.exit_code
    assert alone == reports_in(told)


def test_the_archive_that_cannot_be_read_is_among_the_others_with_its_error(
    cut_short: Path, archives: Archives
) -> None:
    told = run("--format", "json", cut_short, archives["tar"])
    unread, read = reports_in(told)

    assert 2 == told.exit_code
    assert ({"path": cut_short.name}, TAR) == (unread["archive"], read["archive"]["path"])
    assert f"error: {unread['error']['en']}" in told.stderr
    assert unread["error"]["zh"] in run("--lang", "zh", cut_short).stderr
    assert [unread] == reports_in(run("--format", "json", cut_short))


@every_format
def test_the_report_is_the_same_on_every_run(name: str, archives: Archives) -> None:
    assert run("--format", "json", archives[name]).stdout == run("--format", "json", archives[name]).stdout


def digested_tensors(archive: Path) -> set[bool]:
    inventory = read_archive(archive, silent).inventory
    return {tensor.sha256 is not None for file in inventory if file.weights for tensor in file.weights.tensors}


def test_tensors_are_digested_where_any_base_tells_of_its_own_and_nowhere_else(tmp_path: Path) -> None:
    derivative = project_in(tmp_path)
    original = tmp_path / "original-release"
    without = [digested_tensors(built(project)["tar"]) for project in (original, derivative)]
    record = derivative / "bases" / "again.toml"
    named = ("--name", "example-lab/Lantern-Again", "--version", "2", "--output", str(record))
    recorded = CliRunner().invoke(main, ["record", "--tensors", str(original), *named])
    assert 0 == recorded.exit_code, recorded.output
    table = derivative / "pyproject.toml"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("bases = [", 'bases = ["bases/again.toml", '), encoding="utf-8")

    told_of_by_one = digested_tensors(built(derivative)["tar"])

    assert [{False}, {False}] == without
    assert {True} == told_of_by_one


def test_data_of_a_model_are_the_model_whatever_the_manifest_s_own_settings_call_them(tmp_path: Path) -> None:
    project = project_in(tmp_path).with_name("original-release")
    values = numpy_helper.from_array(np.arange(300, dtype=np.float32), "a")
    model = helper.make_model(helper.make_graph([], "loom", [], [], [values]))
    onnx.save(model, project / "loom.onnx", save_as_external_data=True, location="loom.dat", size_threshold=0)
    table = project / "pyproject.toml"
    text = table.read_text(encoding="utf-8").replace("exclude = [", 'exclude = ["/loom.dat", ')
    table.write_text(f'{text}\n[tool.oaml.roles]\n"/loom.dat" = "model"\n', encoding="utf-8")

    with opened(built(project)["tar"], silent) as one:
        assert one.manifest is not None
        places = places_of(one.manifest[1], {member.path: member for member in one.reading.members})
        contents = HashedArchive(one.reading, one.digests)
        roles = {file.path: file.role for file in released_files(contents, places, parse_config({})).values()}

    found = {path: roles[archive_path(path)] for path in ("loom.onnx", "loom.dat", "NOTICE", "config.json")}
    assert {"loom.onnx": "model", "loom.dat": "model", "NOTICE": "legal", "config.json": "complementary"} == found
