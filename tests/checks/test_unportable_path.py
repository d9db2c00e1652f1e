from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from hatch_oaml.checks.unportable_path import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.records.generated import GENERATED
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.paths import archive_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import FileWith, PageShows, ReleaseWith, Sample

    Findings = Callable[..., list[Finding]]


@pytest.fixture
def run(release_with: ReleaseWith, file_with: FileWith) -> Findings:
    return lambda *paths: list(CHECK.run(release_with(files=[file_with(path) for path in paths])))


def reasons(findings: list[Finding]) -> list[str]:
    return [finding.message.en.partition(": ")[2] for finding in findings]


@pytest.mark.parametrize(
    "name", ["con", "NUL", "aux.json", "Com1.tar.gz", "LPT9", "com¹.txt", "prn .txt", "CONIN$", "nul."]
)
def test_the_name_of_a_windows_device_is_refused(run: Findings, name: str) -> None:
    assert "it is a device on Windows" in reasons(run(f"data/{name}"))


@pytest.mark.parametrize("name", ["console", "com.txt", "com0", "com10.txt", "lpt", "auxiliary.py", ".con", "my.nul"])
def test_a_name_that_only_begins_like_a_device_is_portable(run: Findings, name: str) -> None:
    assert [] == run(f"data/{name}")


def test_what_windows_forbids_is_named(run: Findings) -> None:
    expected = Finding(
        path="docs/what?<1>.md",
        message=Bilingual(
            en="the name `what?<1>.md` cannot be unpacked everywhere: Windows forbids `<` `>` `?`",
            zh="名称 `what?<1>.md` 无法在所有系统上解包：Windows 不允许 `<` `>` `?`",
        ),
        fix=Bilingual(en="rename it", zh="请改名"),
    )
    assert [expected] == run("docs/what?<1>.md")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ab:c.txt", "Windows forbids `:`"),
        ('say "hi".txt', 'Windows forbids `"`'),
        ("a|b*", "Windows forbids `*` `|`"),
        ("tab\there", "it has a control character"),
        ("delete\x7f", "it has a control character"),
        ("notes.", "Windows drops a dot or space at the end"),
        ("plain ", "Windows drops a dot or space at the end"),
        ("caf\udce9.txt", "it is not valid UTF-8"),
        ("长" * 86, "it has 258 bytes of at most 255"),
    ],
)
def test_what_some_system_cannot_hold_is_refused(run: Findings, name: str, reason: str) -> None:
    assert [reason] == reasons(run(f"data/{name}"))


def test_what_cannot_be_printed_is_shown_as_an_escape(run: Findings) -> None:
    message = "the name `a\\nb\\udce9` cannot be unpacked everywhere: "

    assert [f"{message}it has a control character", f"{message}it is not valid UTF-8"] == [
        finding.message.en for finding in run("a\nb\udce9")
    ]


def test_a_folder_is_told_once_whatever_it_holds(run: Findings) -> None:
    assert ["data/aux"] == [finding.path for finding in run("data/aux/a.txt", "data/aux/b.txt")]


@pytest.mark.parametrize(
    "name",
    ["模型权重.safetensors", ".gitattributes", "a b.txt", "e\u0301.txt", "x" * 255, "it's (new) [1] #2.md", "..x"],
)
def test_names_that_every_system_can_hold_are_lawful(run: Findings, name: str) -> None:
    assert [] == run(f"data/{name}")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("README.md", "readme.md"),
        ("a/Data.csv", "A/data.csv"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("CAFÉ.md", "cafe\u0301.md"),
        ("straße", "STRASSE"),
        ("α\u0345\u0301", "α\u0301\u0345"),
    ],
)
def test_two_names_that_are_one_elsewhere_are_refused(run: Findings, one: str, other: str) -> None:
    first, second = sorted((one, other), key=lambda path: path.encode())

    expected = Finding(
        path=second,
        message=Bilingual(
            en=f"is the same name as `{first}` on Windows and macOS: unpacking would keep only one of the two",
            zh=f"在 Windows 和 macOS 上与 `{first}` 同名：解包后只会留下其中一个",
        ),
        fix=Bilingual(en="rename one of the two", zh="请将其中一个改名"),
    )
    assert [expected] == run(one, other)


def test_a_file_in_the_place_of_a_folder_is_refused_once(run: Findings) -> None:
    [finding] = run("data", "Data/one.txt", "Data/two.txt")

    assert ("Data", "is the same name as `data` on Windows and macOS: unpacking would keep only one of the two") == (
        finding.path,
        finding.message.en,
    )


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_a_name_that_is_a_generated_file_s_elsewhere_is_refused(run: Findings, name: str) -> None:
    expected = Finding(
        path=name.swapcase(),
        message=Bilingual(
            en=f"takes the place of `{name}`, which hatch-oaml writes into every archive",
            zh=f"占用了 `{name}` 的位置，而 hatch-oaml 会将该文件写入每个归档",
        ),
        fix=Bilingual(en="rename it", zh="请改名"),
    )
    assert [expected] == run(name.swapcase())
    assert 1 == len(run(name))
    assert 1 == len(run(f"{name}/a.txt", f"{name}/b.txt"))
    assert [] == run(f"docs/{name}")


def test_names_side_by_side_are_lawful(run: Findings) -> None:
    assert [] == run("a/readme.md", "b/README.md", "data/train.csv", "data.csv", "données.md")


@given(strategies.sets(strategies.text("aAßéÉ/.", min_size=1, max_size=6)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # `run` keeps nothing between examples
def test_what_passes_keeps_every_file_apart_where_case_and_accents_do_not_count(run: Findings, paths: set[str]) -> None:
    good = [path for path in paths if not path.startswith("/") and all(part.strip(".") for part in path.split("/"))]

    if not run(*good):
        folded = {unicodedata.normalize("NFC", path).casefold() for path in good}
        assert len(good) == len(folded)
        assert not any(other.startswith(f"{path}/") for path in folded for other in folded)


def test_the_samples_are_told_apart_as_the_page_shows(
    run: Findings, sample: Sample, release_with: ReleaseWith, file_with: FileWith, page_shows: PageShows
) -> None:
    clean = json.loads((sample(CHECK.name, "clean") / "paths.json").read_text(encoding="utf-8"))
    faulty = json.loads((sample(CHECK.name, "faulty") / "paths.json").read_text(encoding="utf-8"))

    assert len(clean) > 5
    assert [] == run(*clean)
    assert len(faulty) > 15
    assert len(faulty) - 3 == len({finding.path for finding in run(*faulty)})  # three are the lawful half of a pair
    page_shows(CHECK, release_with(files=[file_with(archive_path(path)) for path in faulty]))
