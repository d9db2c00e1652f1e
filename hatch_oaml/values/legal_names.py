"""Tells by a file's name whether it is a legal text: a license, a notice file, a list of people, a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Pattern

LegalKind = Literal["license", "notice", "people", "citation"]
LegalLanguage = Literal["en", "de", "fr", "es", "it", "pt", "zh", "ja", "ko"]


class LegalWord(NamedTuple):
    """`word` begins the name of a legal text, in any case; `yes` is a name that it makes one, `no` one that it does not."""

    word: str
    kind: LegalKind
    language: LegalLanguage
    why: str
    yes: str
    no: str


_E = "(?:é|e\u0301?)"
"""As one sign, as two, and as it is written without its accent."""
LEGAL_WORDS = (
    LegalWord("licen[sc]es?", "license", "en", "the usual name, in both spellings", "LICENSE-MIT.txt", "licensed.txt"),
    LegalWord("unlicen[sc]e", "license", "en", "unlicense.org", "UNLICENSE", "unlicensed.md"),
    LegalWord("ofl", "license", "en", "SIL, beside fonts", "OFL.txt", "ofl_mapping.py"),
    LegalWord("copying(?:lesser)?", "license", "en", "GNU", "COPYING.LESSER", "copyingest.txt"),
    LegalWord("许可证|许可协议|授权协议|许可(?!声明)", "license", "zh", "license", "许可证.txt", "被许可人.txt"),
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
    LegalWord(
        "(?:third|3rd)[-_ ]?party(?:notices?|licen[sc]es?)?",
        "notice",
        "en",
        "what others wrote",
        "ThirdPartyNotices.txt",
        "third_party_bench.txt",
    ),
    LegalWord(
        "open[-_ ]?source[-_ ](?:notices?|licen[sc]es|attributions?)",
        "notice",
        "en",
        "what others wrote",
        "open-source-notices.html",
        "open-source-guide.md",
    ),
    LegalWord(
        "legal[-_ ]?notices?", "notice", "en", "what is owed to others", "LEGALNOTICE.txt", "legal-noticeboard.txt"
    ),
    LegalWord("urheberrechte?", "notice", "de", "copyright", "URHEBERRECHT.txt", "urheberrechtlich.txt"),
    LegalWord("danksagung(?:en)?", "notice", "de", "thanks", "DANKSAGUNG.md", "danksagungs-vorlagen.md"),
    LegalWord("remerciements?", "notice", "fr", "thanks", "REMERCIEMENTS.txt", "remercier.txt"),
    LegalWord(
        f"mentions[-_ ]l{_E}gales", "notice", "fr", "what the law asks for", "MENTIONS_LEGALES.txt", "mentions.txt"
    ),
    LegalWord("agradecimientos?", "notice", "es", "thanks", "AGRADECIMIENTOS.md", "agradecido.md"),
    LegalWord("avisos?[-_ ]lega(?:l|is|les)", "notice", "es", "notice", "AVISO_LEGAL.txt", "avisos.txt"),
    LegalWord("agradecimentos?", "notice", "pt", "thanks", "AGRADECIMENTOS.md", "agradecer.md"),
    LegalWord("ringraziamenti", "notice", "it", "thanks", "RINGRAZIAMENTI.md", "ringraziare.md"),
    LegalWord("版权|版權|著作权|著作權", "notice", "zh", "copyright", "版权声明.md", "关于版权.md"),
    LegalWord("声明|聲明|免责声明|免責聲明|许可声明", "notice", "zh", "notice", "开源许可声明.txt", "重要声明.txt"),
    LegalWord("著作権", "notice", "ja", "copyright", "著作権.txt", "著作権法データ.txt"),
    LegalWord("謝辞", "notice", "ja", "thanks", "謝辞.md", "謝辞コーパス.txt"),
    LegalWord("저작권", "notice", "ko", "copyright", "저작권.txt", "저작권법데이터.txt"),
    LegalWord("감사의 ?(?:글|말씀?)", "notice", "ko", "thanks", "감사의글.md", "감사.txt"),
    LegalWord("第三方", "notice", "zh", "third party", "第三方声明.txt", "与第三方.txt"),
    LegalWord("商标", "notice", "zh", "trademark", "商标.txt", "注册商标.txt"),
    LegalWord("专利", "notice", "zh", "patent", "专利.txt", "相关专利.txt"),
    LegalWord("authors?", "people", "en", "GNU", "AUTHORS", "authoring.md"),
    LegalWord("contributors?", "people", "en", "all-contributors", "CONTRIBUTORS.md", "contributory.md"),
    LegalWord("credits?", "people", "en", "Linux", "CREDITS", "creditors.txt"),
    LegalWord("maintainers?", "people", "en", "Linux", "MAINTAINERS", "maintained.txt"),
    LegalWord("thanks", "people", "en", "GNU", "THANKS", "thanksgiving.txt"),
    LegalWord("urheber(?:innen)?|autoren|mitwirkende", "people", "de", "authors", "AUTOREN", "urheberschaft.txt"),
    LegalWord("auteurs?|contributeurs?", "people", "fr", "authors", "AUTEURS", "auteurisme.txt"),
    LegalWord(f"autores|colaboradores|cr{_E}ditos", "people", "es", "authors", "CRÉDITOS.md", "creditos-datos.md"),
    LegalWord("autori|crediti", "people", "it", "authors", "AUTORI", "autorità.txt"),
    LegalWord("致谢|鸣谢|致謝|鳴謝", "people", "zh", "thanks", "致谢.md", "不致谢.md"),
    LegalWord("作者|贡献者|貢獻者|维护者|維護者", "people", "zh", "authors", "作者.txt", "原作者.txt"),
    LegalWord("著者|貢献者", "people", "ja", "authors", "著者.txt", "著者識別.txt"),
    LegalWord("저자|기여자", "people", "ko", "authors", "기여자.md", "저자식별.txt"),
    LegalWord(
        "citation\\.(?:cff|bib)", "citation", "en", "citation-file-format.github.io", "CITATION.cff", "citations.txt"
    ),
    LegalWord("reuse\\.toml", "citation", "en", "reuse.software", "REUSE.toml", "reuse.txt"),
)

_PROGRAM = expression(
    r"\.(?:py|pyi|pyx|js|mjs|cjs|ts|tsx|jsx|c|h|cc|cpp|hpp|go|rs|java|kt|cs|rb|php|pl|sh|bat|swift|dart|scala|lua|jl|ps1"
    r"|css|scss|sass|less|styl|wxss|acss|ttss|wxs|vue|svelte|astro|wxml|axml|hbs|ejs|erb|pug|twig|jsp|aspx?|liquid|mustache"
    r"|graphql|proto|sql|gradle|map|json|jsonl|csv|tsv|parquet|docx|ipynb|yaml|yml"
    r"|svg|png|jpe?g|gif|webp|avif|ico|bmp|mp[34]|wav|webm)$"
)
"""A program or a picture that has such a name is still one, and data is still data."""
_KINDS: tuple[LegalKind, ...] = ("license", "notice", "people", "citation")

QUALIFIERS: dict[str, str] = {
    "kinds of text": "txt text md markdown rst html htm pdf rtf tex adoc asciidoc org doc odt",
    "languages": """en us gb uk eng english zh cn tw hk mo sg hans hant chs cht chn chinese simplified traditional ja jp japanese
        ko kr korean de german fr french es spanish it italian pt br portuguese ru russian ar hi id th tr vi pl nl uk
        bilingual 中文 英文 中英文 中英 双语 简体 繁体 日文 英语 汉语""",
    "licenses": """apache apache2 mit isc bsd bsd2 bsd3 clause gpl gpl2 gpl3 gplv2 gplv3 lgpl lgpl3 lgplv3 agpl agpl3 agplv3 gnu lesser
        affero runtime exception mpl epl cddl eupl ofl psf python zlib boost bsl unlicense wtfpl artistic openssl ssleay cc cc0
        by sa nc nd odc odbl pddl cdla permissive sharing openrail openrail++ rail bigscience bloom creativeml llama llama2 llama3
        gemma qwen openatom oaml mulan mulanpsl mulanpsl2 commons eula mnt spdx and or with only later""",
    "what it is of": """model models weights code data software source docs documentation document content media fonts font
        package library lib binary bin dist third party thirdparty 3rd dependencies deps vendored vendor bundled external
        upstream original base 模型 代码 数据 权重 软件""",
    "what it is": """license licence licenses licences notice notices agreement terms conditions use copyright disclaimer statement
        policy info file files list full short summary header template additional addendum appendix all old new other others in orig bak draft final
        协议 声明 文本 全文""",
}
"""What may stand behind the word, by what it says: `license-plates.txt` and `legal-bert.md` are something else."""

OTHER_LICENSES = frozenset(
    {"driver", "drivers", "driving", "fishing", "hunting", "plate", "business", "marriage", "gun", "liquor", "pilot"}
)
"""What has a license that no law of copyright knows of: `drivers-license.txt`."""

_CHINESE_BEHIND = (
    "证|书|协议|声明|信息|说明|条款|条件|文件|文本|全文|通知|公告|列表|名单|清单|许可|授权|版权|著作权|归属|免责|专利|商标"
    "|软件|组件|的|与|及|和|中文|英文|中英文|双语|版|聲明|版權|著作權|許可|授權|條款|名單|清單|表示|表記|について|名簿|고지|표시|안내|정보|목록"
)
_CHINESE_BEFORE = "开源|软件|模型|代码|数据|开放原子|原始|上游"


_IN_SIGNS = ("zh", "ja", "ko")
"""Languages that put no sign between a word and the next."""


def _any_of(kind: LegalKind, *, in_signs: bool) -> str:
    return "|".join(row.word for row in LEGAL_WORDS if row.kind == kind and (row.language in _IN_SIGNS) == in_signs)


_QUALIFIER = frozenset(word for words in QUALIFIERS.values() for word in words.split())
_NUMBER = expression(r"[vr]?\d+(?:\d*|[a-z])")
_SEPARATORS = expression(r"[-_.,\s()（）【】\[\]]+")
_ENGLISH: dict[LegalKind, Pattern[str]] = {
    kind: expression(rf"(?P<word>{_any_of(kind, in_signs=False)})(?P<tail>|[-_.\s].*)") for kind in _KINDS
}
_CHINESE: dict[LegalKind, Pattern[str]] = {
    kind: expression(
        rf"(?:{_CHINESE_BEFORE})*(?P<word>{_any_of(kind, in_signs=True)})(?:{_CHINESE_BEHIND})*(?P<tail>|[-_.\s（(].*)"
    )
    for kind in _KINDS
    if _any_of(kind, in_signs=True)
}
_LICENSE_BEHIND = expression(r"(?:.*[-_.])?(?P<whose>[^-_.]+)[-_.]licen[sc]e(?:\.(?:txt|md|rst))?")
"""`MODEL_LICENSE`, and REUSE's `picture.png.license`."""
_SUFFIXES = expression(r"(?:\.[^-_.\s]+)*")


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


def holds_license(path: str) -> bool:
    """Is the file at `path` called a license, or does it lie in the folder of licenses, in whatever case?"""
    return legal_kind(path) == "license" or path.casefold().startswith("licenses/")


def is_legal_name(path: str) -> bool:
    """Is the file at `path` a text that must go along, by its name? A citation is documentation."""
    return legal_kind(path) not in {None, "citation"}


def _kinds(name: str, lower: str) -> Iterator[LegalKind]:
    for kind, words in (*_ENGLISH.items(), *(() if lower.isascii() else _CHINESE.items())):
        found = words.fullmatch(lower)
        if found and _qualifies(found["tail"], name[found.start("word") : found.end("word")], kind):
            yield kind
    behind = _LICENSE_BEHIND.fullmatch(lower)
    if behind and behind["whose"] not in OTHER_LICENSES:
        yield "license"


def _qualifies(tail: str, word: str, kind: LegalKind) -> bool:
    """Does what stands behind the word say which legal text it is, and not make another word of it?

    :param word: as it is written: `LICENSE-Tongyi` is shouted as license files are.
    """
    if word.isupper() and (kind == "license" or word.startswith("NOTICE")):
        return True
    if _SUFFIXES.fullmatch(tail) and (kind == "license" or word.isupper()):
        return True
    return all(part in _QUALIFIER or _NUMBER.fullmatch(part) for part in _SEPARATORS.split(tail) if part)
