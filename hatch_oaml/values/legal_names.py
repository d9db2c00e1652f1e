"""Tells by a file's name whether it is a legal text: a license, a notice file, a list of people, a citation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

LegalKind = Literal["license", "notice", "people", "citation"]


@dataclass(frozen=True, slots=True)
class LegalWord:
    """`word` begins the name of a legal text, in any case; `yes` is a name that it makes one, `no` one that it does not."""

    word: str
    kind: LegalKind
    language: Literal["en", "zh"]
    why: str
    yes: str
    no: str


LEGAL_WORDS = (
    LegalWord("licen[sc]es?", "license", "en", "the usual name, in both spellings", "LICENSE-MIT.txt", "licensed.txt"),
    LegalWord("unlicen[sc]e", "license", "en", "unlicense.org", "UNLICENSE", "unlicensed.md"),
    LegalWord("copying(?:lesser)?", "license", "en", "GNU", "COPYING.LESSER", "copyingest.txt"),
    LegalWord("许可证|许可协议|授权协议|许可", "license", "zh", "license", "许可证.txt", "被许可人.txt"),
    LegalWord("notices?", "notice", "en", "Apache License, clause 4 d)", "NOTICE.txt", "noticed.txt"),
    LegalWord("copyrights?", "notice", "en", "Debian, and clause 3.1 2)", "COPYRIGHT", "copyrighted.txt"),
    LegalWord("patents?", "notice", "en", "clause 3.1 2)", "PATENTS", "patented.txt"),
    LegalWord("trademarks?", "notice", "en", "clause 3.1 2)", "TRADEMARK.md", "trademarked.md"),
    LegalWord("attributions?", "notice", "en", "clause 3.1 2)", "ATTRIBUTION.txt", "attributional.txt"),
    LegalWord(
        "acknowledge?ments?", "notice", "en", "thanks for what was taken", "ACKNOWLEDGEMENTS.md", "acknowledged.md"
    ),
    LegalWord("legal", "notice", "en", "OpenJDK, Chromium", "LEGAL.md", "legalese.md"),
    LegalWord("disclaimers?", "notice", "en", "Apache incubator", "DISCLAIMER", "disclaimed.txt"),
    LegalWord("third[-_ ]?party.*", "notice", "en", "what others wrote", "ThirdPartyNotices.txt", "third-part.txt"),
    LegalWord("版权|著作权", "notice", "zh", "copyright", "版权声明.md", "关于版权.md"),
    LegalWord("声明|免责声明", "notice", "zh", "notice", "声明.txt", "重要声明.txt"),
    LegalWord("第三方", "notice", "zh", "third party", "第三方声明.txt", "与第三方.txt"),
    LegalWord("商标", "notice", "zh", "trademark", "商标.txt", "注册商标.txt"),
    LegalWord("专利", "notice", "zh", "patent", "专利.txt", "相关专利.txt"),
    LegalWord("authors?", "people", "en", "GNU", "AUTHORS", "authoring.md"),
    LegalWord("contributors?", "people", "en", "all-contributors", "CONTRIBUTORS.md", "contributory.md"),
    LegalWord("credits?", "people", "en", "Linux", "CREDITS", "creditors.txt"),
    LegalWord("maintainers?", "people", "en", "Linux", "MAINTAINERS", "maintained.txt"),
    LegalWord("thanks", "people", "en", "GNU", "THANKS", "thanksgiving.txt"),
    LegalWord("致谢|鸣谢", "people", "zh", "thanks", "致谢.md", "不致谢.md"),
    LegalWord("作者|贡献者", "people", "zh", "authors", "作者.txt", "原作者.txt"),
    LegalWord(
        "citation\\.(?:cff|bib)", "citation", "en", "citation-file-format.github.io", "CITATION.cff", "citations.txt"
    ),
    LegalWord("reuse\\.toml", "citation", "en", "reuse.software", "REUSE.toml", "reuse.txt"),
)

_PROGRAM = expression(
    r"\.(?:py|pyi|pyx|js|mjs|cjs|ts|tsx|jsx|c|h|cc|cpp|hpp|go|rs|java|kt|cs|rb|php|pl|sh|bat|css|scss|vue|json|jsonl|csv|tsv"
    r"|parquet|docx|ipynb|yaml|yml)$"
)
"""A program that has such a name is still a program, and data is still data."""
_BEHIND = r"(?:$|[-.\s].*|_.*)"
_OF_KIND = {
    kind: expression(
        rf"(?:{'|'.join(row.word for row in LEGAL_WORDS if row.kind == kind and row.language == 'en')}){_BEHIND}"
        + "".join(f"|{row.word}" for row in LEGAL_WORDS if row.kind == kind and row.language == "zh")
    )
    for kind in ("license", "notice", "people", "citation")
}
_LICENSE_BEHIND = expression(r".*[-_.]licen[sc]e(?:\.(?:txt|md|rst))?$")
"""`MODEL_LICENSE`, and REUSE's `picture.png.license`."""
_SMALL_WITH_UNDERSCORE = expression(r"[a-z]+_")
"""`license_plates.txt` is no license; `LICENSE_CODE` is one, and `third_party_notices` is told by its own word."""


def legal_kind(path: str) -> LegalKind | None:
    """What kind of legal text the name of the file at `path` tells; None for anything else.

    In a folder `LICENSES` every text is a license, by REUSE (https://reuse.software/spec-3.3/).
    """
    name = path.rpartition("/")[2]
    lower = name.lower()
    if _PROGRAM.search(lower):
        return None
    if "/LICENSES/" in f"/{path}":
        return "license"
    return next(_kinds(name, lower), None)


def is_legal_name(path: str) -> bool:
    """Is the file at `path` a text that must go along, by its name? A citation is documentation."""
    return legal_kind(path) not in {None, "citation"}


def _kinds(name: str, lower: str) -> Iterator[LegalKind]:
    for kind in ("license", "notice", "people", "citation"):
        found = _OF_KIND[kind].match(lower)
        if found and not (_SMALL_WITH_UNDERSCORE.match(name) and not lower.startswith("third")):
            yield kind
    if _LICENSE_BEHIND.match(lower):
        yield "license"
