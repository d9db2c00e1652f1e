"""The report as a page: whole in one file, in both languages, and made of our own elements alone."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.findings import ADVISORY, ERROR, Finding, Report, Ruling, Unread
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.records.signature import Signature
from hatch_oaml.reports.html import render_html, render_html_of_archives
from hatch_oaml.values.bilingual import LANGUAGES, Bilingual
from hatch_oaml.values.errors import ConfigurationError, SourceError
from tests.building import build, project_in
from tests.finished import members_of, unpacked
from tests.pages import Page, faults_of
from tests.poison import POISON, SOURCES, poisoned, unseen
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.values.bilingual import Language
    from tests.conftest import ReleaseWith

DROPPED = Ruling(
    check="dropped-notice",
    clause="3.1 2)",
    severity=ERROR,
    finding=Finding(
        path="a<b.py",
        line=2,
        message=Bilingual(en="a notice & more is gone:\n\n    Copyright", zh="声明缺失：\n\n    Copyright"),
        fix=Bilingual(en="put `NOTICE` back", zh="请恢复 `NOTICE`"),
    ),
)


def ruling_of(text: str) -> Ruling:
    said = Bilingual(en=text, zh=text)
    return Ruling(
        check="unclassified-file", clause="", severity=ADVISORY, finding=Finding(path=text, message=said, fix=said)
    )


def test_a_page_is_one_file_that_asks_for_nothing_and_runs_nothing(release_with: ReleaseWith) -> None:
    document = render_html(Report.of(release_with(), [DROPPED]), "en")

    page = Page(document)

    assert document.startswith("<!DOCTYPE html>\n<html")
    assert [] == faults_of(page)
    assert 1 == page.tags.count("style")
    assert "url(" not in document
    assert "@import" not in document


def test_its_policy_lets_its_own_style_in_and_nothing_else(release_with: ReleaseWith) -> None:
    document = render_html(Report.of(release_with(), []), "en")
    style = re.search(r"<style>(.*)</style>", document, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()

    (policy,) = [meta["content"] for meta in Page(document).of("meta") if meta.get("http-equiv")]

    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" == policy


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_in_the_language_that_was_asked_for_and_holds_both(
    release_with: ReleaseWith, language: Language
) -> None:
    page = Page(render_html(Report.of(release_with(), [DROPPED]), language))

    assert {"en": "en", "zh": "zh-Hans"}[language] == page.of("html")[0]["lang"]
    assert [f"show-{language}"] == [button["id"] for button in page.of("input") if "checked" in button]
    assert "put NOTICE back" in page.text
    assert "请恢复 NOTICE" in page.text
    marked = {
        (one.get("class"), one["lang"]) for one in (*page.of("span"), *page.of("p")) if one.get("class") in {"en", "zh"}
    }
    assert {("en", "en"), ("zh", "zh-Hans")} == marked


def test_headings_go_down_one_step_at_a_time(release_with: ReleaseWith) -> None:
    page = Page(render_html(Report.of(release_with(), [DROPPED]), "en"))
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag)]

    assert 1 == levels[0] == min(levels)
    assert 1 == levels.count(1)
    assert [] == [(one, two) for one, two in pairwise(levels) if two > one + 1]


def test_it_tells_in_a_word_and_in_full_whether_the_release_is_refused(release_with: ReleaseWith) -> None:
    refused = Page(render_html(Report.of(release_with(), [DROPPED]), "en"))
    lawful = Page(render_html(Report.of(release_with(), []), "en"))

    assert "example_model 1.0 refused: 1 error, 0 advisories; 3 files, 0 bases, license verbatim" in refused.text
    assert "example_model 1.0 may be released: 0 errors" in lawful.text
    assert "stamp bad" in {one.get("class") for one in refused.of("p")}
    assert "stamp good" in {one.get("class") for one in lawful.of("p")}
    assert "No software can check clause 3.1 4): lawful use is the publisher's own responsibility." in lawful.text


def test_it_never_says_lawful_of_a_release(release_with: ReleaseWith) -> None:
    text = Page(render_html(Report.of(release_with(), []), "en")).text.casefold()

    said = re.findall(
        r"\w+ \w+ lawful\w*", text.replace("clause 3.1 4): lawful use", "").replace("use it lawfully", "")
    )
    assert [] == [words for words in said if not words.endswith("unlawful") and "of it" not in words]


def test_the_same_release_gives_the_same_bytes(release_with: ReleaseWith) -> None:
    assert render_html(Report.of(release_with(), [DROPPED]), "zh") == render_html(
        Report.of(release_with(), [DROPPED]), "zh"
    )


def test_an_archive_is_told_by_its_digest_and_by_whose_signature_it_has(release_with: ReleaseWith) -> None:
    signature = Signature(place="a.sig", is_there=True, method="key", signer="Lumen <x>", is_known=True)
    integrity = Integrity(archive="a.oaml.tar", has_manifest=True, manifest_sha256="ab" * 32, signature=signature)  # type: ignore[arg-type]

    text = Page(render_html(Report.of(release_with(integrity=integrity), []), "en")).text

    assert "ab" * 32 in text
    assert "signed with the key Lumen <x>" in text


@pytest.mark.parametrize(
    ("signature", "told"),
    [
        (None, "no signature was checked"),
        (Signature(place="a.sig", is_there=False), "asked for, and there is none"),
        (Signature(place="a.sig", is_there=True, faults=(DROPPED.finding.message,)), "it is not the publisher’s"),
        (Signature(place="a.sig", is_there=True, signer="x"), "whose it is was not checked"),
    ],
    ids=["not asked", "missing", "foreign", "of anybody"],
)
def test_a_signature_is_told_for_what_it_is(release_with: ReleaseWith, signature: Signature | None, told: str) -> None:
    integrity = Integrity(archive="a.oaml.tar", has_manifest=True, signature=signature)

    text = Page(render_html(Report.of(release_with(integrity=integrity), [DROPPED]), "en")).text

    assert told in text
    assert ("agrees with its files" in text) == (told == "whose it is was not checked")


def test_what_could_not_be_read_stands_among_the_others(release_with: ReleaseWith) -> None:
    good = Report.of(release_with(integrity=Integrity(archive="a.oaml.tar", has_manifest=True)), [])
    wrong = ConfigurationError(Bilingual(en="write this", zh="请写入"), below="[tool.oaml]\noriginal = true")

    page = Page(render_html_of_archives([good, Unread(archive="b.oaml.tar", error=wrong), good], "en"))

    assert [] == faults_of(page)
    assert "b.oaml.tar could not be judged" in page.text.replace(" 无法判断", "").replace("无法判断", "")
    assert "write this 请写入 [tool.oaml] original = true" in page.text
    assert 3 == page.tags.count("article")
    assert ["#r1-sheet", "#r2-sheet", "#r3-sheet"] == [
        link["href"] for link in page.of("a") if (link["href"] or "").endswith("-sheet")
    ]


def test_one_archive_that_could_not_be_read_makes_a_page_too() -> None:
    unread = Unread(archive="b.oaml.tar", error=SourceError(Bilingual(en="it is damaged", zh="已损坏")))

    page = Page(render_html_of_archives([unread], "zh"))

    assert [] == faults_of(page)
    assert "it is damaged 已损坏" in page.text


WORDS = (
    POISON,
    "::error::kelp",
    "</details><script>alert('kelp')</script>",
    "<!-- kelp",
    "<img src=x onerror=kelp>",
    "\" onfocus='kelp' autofocus x=\"",
    "{{ 7 * 7 }}{% raw %}",
    "</style><svg onload=kelp>",
    "&lt;b&gt; &#60;kelp",
    "`</code><b>kelp</b>`",
    "\ud800 \udcff",
)


def structure(document: str) -> list[tuple[str, list[str]]]:
    """Every element with the names of its attributes; `code` aside, in which words between backquotes stand."""
    return [(tag, sorted(attributes)) for tag, attributes in Page(document).elements if tag != "code"]


@pytest.mark.parametrize("words", WORDS)
def test_no_text_of_a_stranger_changes_the_structure_of_the_page(release_with: ReleaseWith, words: str) -> None:
    def document(text: str) -> str:
        release = release_with(integrity=Integrity(archive=text, has_manifest=True))
        unread = Unread(archive=text, error=SourceError(Bilingual(en=text, zh=text), below=text))
        return render_html_of_archives([Report.of(release, [ruling_of(text)]), unread], "en")

    told = document(words)

    assert structure(document("plain `text`")) == structure(told)
    assert [] == faults_of(Page(told))
    assert [] == unseen(told)
    assert told.encode()


MARKUP = "x<script>kelp<img src=x onerror=kelp>\"'&lt;kelp"
"""Without a slash, so that a file can be called so; of the script the end is missing, which would swallow the page."""


@pytest.mark.parametrize("source", SOURCES)
def test_markup_in_whatever_place_of_a_project_stays_text(tmp_path: Path, source: str) -> None:
    project = poisoned(tmp_path, source, MARKUP)
    report = tmp_path / "page.html"

    run("check", "--root", project, "--output", f"html={report}")

    if report.exists():
        assert [] == faults_of(Page(report.read_text(encoding="utf-8")))


def test_who_has_not_what_pages_are_written_with_is_told_before_anything_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    project = project_in(tmp_path)

    for language, says in (("en", "which is not installed"), ("zh", "但尚未安装")):
        for call in (("--format", "html"), ("--output", f"html={tmp_path / 'page.html'}")):
            refused = run("check", "--root", project, *call, "--lang", language)
            assert 2 == refused.exit_code
            assert says in refused.stderr
            assert 'pip install "hatch-oaml[page]"' in refused.stderr
            assert "" == refused.stdout
    assert not (tmp_path / "page.html").exists()
    assert 0 == run("check", "--root", project).exit_code


def test_no_rule_of_style_looks_through_a_whole_page_that_may_be_long(release_with: ReleaseWith) -> None:
    document = render_html(Report.of(release_with(), []), "en")

    looked_through = set(re.findall(r"([\w.#*-]+):has\(", document))

    assert {".top"} == looked_through, "what else has `:has` takes half a minute in a page of 20,000 notices"
    assert " ~ *" not in document, "each row of a table would look at all rows before it"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    project = project_in(tmp_path)
    assert 0 == build(project, "-t", "oaml:tar").returncode
    return next((project / "dist-oaml").glob("*.oaml.tar"))


def test_the_page_of_an_archive_tells_which_file_was_judged(archive: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    assert 0 == run("verify", archive, "--output", f"html={page}").exit_code

    text = Page(page.read_text(encoding="utf-8")).text
    assert sha256(archive.read_bytes()).hexdigest() in text
    assert f"{sha256(members_of(archive)['lantern_chat-0.2.0/OAML-MANIFEST.json']).hexdigest()}" in text


def test_of_a_folder_the_digest_of_the_manifest_alone_is_told(archive: Path, tmp_path: Path) -> None:
    folder = unpacked(members_of(archive), tmp_path / "unpacked")

    done = run("verify", folder, "--format", "html", "--lang", "en")

    assert 0 == done.exit_code
    assert "SHA-256 of its file" not in done.stdout
    assert "SHA-256 of its manifest" in done.stdout


def test_who_asks_for_no_page_has_the_archive_read_once(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hatch_oaml.commands._evidence.digest_of_archive", None)

    assert 0 == run("verify", archive, "--format", "json").exit_code


def test_a_file_that_another_took_the_place_of_has_no_page_of_its_own(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replaced(path: Path) -> str:
        path.write_bytes(b"another")
        return "0" * 64

    monkeypatch.setattr("hatch_oaml.commands._evidence.digest_of_archive", replaced)

    refused = run("verify", archive, "--output", f"html={tmp_path / 'page.html'}", "--lang", "en")

    assert 2 == refused.exit_code
    assert "the file changed while it was being read" in refused.stderr
    assert "may be released" not in (tmp_path / "page.html").read_text(encoding="utf-8")
