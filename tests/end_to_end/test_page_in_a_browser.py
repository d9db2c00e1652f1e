"""The page as a reader has it: in a real browser, narrow and wide, light and dark, on paper, by keyboard and without scripts."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from tests.building import project_in
from tests.end_to_end.browser import CHROMIUM, Browser
from tests.finished import built
from tests.pages import Page
from tests.showcase import showcase
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Seen = Mapping[str, dict[str, Any]]

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed"),
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]

MARKUP = "x<script>document.title='kelp'</script><img src=x onerror=\"document.title='kelp'\"><svg onload=\"document.title='kelp'\">"
NARROW, WIDE = 390, 1280
WIDTHS = [320, NARROW, 768, WIDE]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A refused project, a lawful archive, several archives of which one is damaged, and a project of whose author nobody knows what he wants."""
    folder = tmp_path_factory.mktemp("pages")
    lawful = project_in(folder / "lawful")
    archives = built(lawful)
    broken = folder / "broken.oaml.tar"
    broken.write_bytes(b"x")
    hostile = showcase(folder / "hostile")
    long = f"{'Incomprehensibilities' * 12} {MARKUP}"
    (hostile / "NOTICE").write_text(f"Lantern-Chat\n\n{long}\nCopyright 2026 {long}\n", encoding="utf-8")
    changelog = hostile / "MODIFICATIONS.toml"
    text = changelog.read_text(encoding="utf-8")
    changelog.write_text(text.replace("缓存可以清空", MARKUP.replace('"', '\\"') + "长" * 200), encoding="utf-8")
    refused = showcase(folder / "refused")
    calls = {
        "refused": ("check", "--root", refused),
        "compared": ("compare", refused.parent / "upstream", refused, "--tensors"),
        "lawful": ("verify", archives["wheel"]),
        "several": ("verify", archives["zip"], broken, archives["tar"]),
        "hostile": ("check", "--root", hostile),
    }
    made = {name: folder / f"{name}.html" for name in calls}
    for name, call in calls.items():
        run(*call, "--output", f"html={made[name]}", "--lang", "en")
        assert made[name].exists(), name
    return made


def jobs_on(pages: Mapping[str, Path], folder: Path) -> dict[str, dict[str, Any]]:
    """All that is looked at: one start of the browser takes as long as five looks."""
    url = {name: page.as_uri() for name, page in pages.items()}
    wrong = folder / "wrong.html"
    text = pages["refused"].read_text(encoding="utf-8")
    wrong.write_text(text.replace("<main ", "<div ").replace("</main>", "</div>"), encoding="utf-8")
    opened = {
        f"{name} {language}": {
            "url": url[name],
            "click": f"label[for=show-{language}]",
            "unfold": True,
            "widths": WIDTHS,
        }
        for name, language in (*((name, "both") for name in url), ("refused", "en"), ("refused", "zh"))
    }
    judged = {
        f"axe {name} {scheme}": {
            **opened[f"{name} both"],
            "widths": [width],
            "scheme": scheme,
            "axe": True,
        }
        for name in url
        for scheme, width in (("light", WIDE), ("dark", NARROW))
    }
    without = {
        f"without scripts {language}": {
            "url": url["refused"],
            "withoutScripts": True,
            "click": f"label[for=show-{language}]",
        }
        for language in ("en", "zh", "both")
    }
    return {
        **opened,
        **judged,
        **without,
        "axe wrong": {"url": wrong.as_uri(), "axe": True},
        "first tab": {"url": url["refused"], "keys": ["Tab"]},
        "skipped": {"url": url["refused"], "keys": ["Tab", "Enter"]},
        "switched": {"url": url["refused"], "keys": ["Tab", "Tab", "ArrowRight"]},
        "printed": {"url": url["refused"], "pdf": str(folder / "page.pdf")},
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("seen")


@pytest.fixture(scope="module")
def seen(pages: Mapping[str, Path], folder: Path) -> Seen:
    """What the browser showed, by the name of the job."""
    jobs = jobs_on(pages, folder)
    return dict(zip(jobs, Browser(folder).look(*jobs.values()), strict=True))


def test_nothing_stands_out_of_a_window_however_narrow(seen: Seen) -> None:
    assert {} == {name: found["wide"] for name, found in seen.items() if found["wide"]}


def test_axe_finds_nothing_that_keeps_anybody_from_reading(seen: Seen) -> None:
    found = {name: one for name, one in seen.items() if "violations" in one and name != "axe wrong"}

    assert {} == {name: one["violations"] for name, one in found.items() if one["violations"]}
    assert min(one["passes"] for one in found.values()) > 20
    assert 10 == len(found)


def test_axe_would_have_said_so(seen: Seen) -> None:
    assert [] != seen["axe wrong"]["violations"]


def test_the_colors_follow_the_reader_s(seen: Seen) -> None:
    found = tuple(seen[f"axe lawful {scheme}"]["background"] for scheme in ("light", "dark"))

    assert ("rgb(244, 245, 247)", "rgb(16, 20, 26)") == found


def test_without_scripts_one_reads_in_either_language_or_in_both(seen: Seen) -> None:
    titles = ("The conditions of clause 3.1", "第 3.1 款的各项条件")

    assert {"en": (True, False), "zh": (False, True), "both": (True, True)} == {
        language: tuple(title in seen[f"without scripts {language}"]["text"] for title in titles)
        for language in ("en", "zh", "both")
    }


def test_the_keyboard_leads_to_the_report_and_through_the_languages(seen: Seen) -> None:
    assert ("skip", True) == (seen["first tab"]["focus"], seen["first tab"]["hasOutline"])
    assert "report" == seen["skipped"]["focus"]
    assert ("show-zh", True) == (seen["switched"]["focus"], seen["switched"]["hasOutline"])
    assert "不得发布" in seen["switched"]["text"]


def test_nothing_is_asked_of_anybody_and_nothing_of_a_stranger_runs(seen: Seen, pages: Mapping[str, Path]) -> None:
    for name, page in pages.items():
        found = seen[f"{name} both"]
        assert [page.as_uri()] == found["requests"], name
        assert [] == found["said"], name
        assert found["title"].startswith("License report: "), name
    assert "<script>document.title='kelp'</script>" in seen["hostile both"]["text"]


def test_a_reader_sees_all_that_the_page_says(seen: Seen, pages: Mapping[str, Path]) -> None:
    shown = "".join(seen["refused both"]["text"].split())
    hidden = [
        text
        for text in Page(pages["refused"].read_text(encoding="utf-8")).texts
        if "".join(text.split()) not in shown and "License report: lantern_chat" not in text
    ]

    in_drawings = {text for text in hidden if ": " in text and text.endswith("%")}
    assert [] == [text for text in hidden if text not in in_drawings]


def test_on_paper_everything_is_unfolded_on_sheets_of_a4(seen: Seen, folder: Path) -> None:
    assert seen["printed"]
    reader = PdfReader(folder / "page.pdf")
    text = "".join("".join(sheet.extract_text().split()) for sheet in reader.pages)

    assert {(595, 842)} == {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in reader.pages}
    for folded in (
        "Youmustretainallcopyright,patent,trademark",  # the license's own words
        "Copyright2019OstravaLooms.r.o.",  # a notice whose file is gone
        "model.layers.12.self_attn.q_proj.weight",  # a tensor
        "Eightof32layersweretakenout.",  # what the base says of itself
        "unlisted-modification",
    ):
        assert folded in text, folded
    assert 4 <= len(reader.pages) <= 30
