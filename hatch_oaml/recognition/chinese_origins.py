"""Tells whether what a Chinese verb of origin leads to is a work: `修改自`, `基于`, `参考`."""

from __future__ import annotations

import re

from hatch_oaml.recognition.evidence import is_evident
from hatch_oaml.recognition.words.origins_zh import FICTION_ZH, NAME_ZH, NO_WORK_ZH, TERMS_ZH, THING_ZH
from hatch_oaml.recognition.words.pointers_zh import LOOKED_UP_ZH, OWN_FILE, SPECIFICATION_ZH, STILL_TOLD_ZH
from hatch_oaml.recognition.words.shared import EMAIL, REPOSITORY, URL
from hatch_oaml.values.expressions import expression

ADDRESS = expression(rf"{URL}|{EMAIL}|\bgithub\.com|\barxiv[:\s.]|\bdoi[:\s.]", re.IGNORECASE)
_BUILT = expression(
    rf"(?:基于|基於)\s?(?:\S*{URL}\S*\s?(?:进行|進行)?(?:二次)?(?:开发|開發|修改|改造)|[A-Za-z][\w.+]*-[\w.+-]+\s?\w{{0,6}}(?:移植|改编|改写|二次开发))",
    needed=("基于", "基於"),
)
"""Upon what by its address, or by a name such as packages have, and that this is what became of it."""
_HYPHENATED = expression(
    r"\s*[`\[]?[A-Za-z][\w.]*-(?![\w-]*\.(?:[jt]sx?|py|java|vue|go|rs|md|c|h|cpp|html|css)\b)[\w.-]+"
)
"""A name such as packages have, and no file's."""
_TWO_LATIN = expression(r"\s*[A-Za-z][\w.+-]{1,30}\s[A-Z][\w.+-]{2,}(?!\.)")
"""A work by a name of two words: `移植自 mina LoomWeaver`."""
_LINKED = expression(rf"`(?!{OWN_FILE}){REPOSITORY}`|\]\(https?:")
"""Upon what something was made, within the sentence that says so."""
_FROM_PACKAGE = expression(
    r"(?:代码|代碼|程序|实现)(?:来自|來自)于?\s?(?:@[\w-]{2,}|[A-Za-z]\w*[-\\][\w\\-]+(?!\())", needed=("来自", "來自")
)
_ASIDE = expression(r"[，,；;](?:如需|如果|请|請|详|詳|具体)|\s\((?:please\s)?(?:see|cf)\s(?!https?:)")
"""With which a sentence goes on to what its readers may look up."""
_CLAUSE = expression(rf"[,，;；](?!\s?{STILL_TOLD_ZH})")
"""With which a sentence goes on to something else than what it was made of."""
_SPECIFICATION = expression(SPECIFICATION_ZH.either)
_ASKED = expression("哪|什么|多少|谁")
_WEAK = expression("[取来]自")
_POINTED = expression(r"(?:上面|上述|以上|上图|本文所有)的?[^，。\n]{0,6}$")
"""What a page shows its readers: no origin of what it belongs to."""
_INSPIRING = expression(r"\s*[:：]\s*[A-Z][\w.-]+[ /]|\s?[A-Z][\w.-]*\s[A-Z][\w.-]+")
"""Of what name, in two words or behind a colon: `灵感来自 Loom Works`."""
_IS_TAKEN = expression("(?:改|编|編|写|寫|植|译|譯|贝|貝|制|製|抄|摘|鉴|鑒|生)自$")
_MAY_BE_STORY = expression(r"[改编編写寫植译譯贝貝制製抄摘鉴鑒生源]自\s?$")
_OWNED = expression(
    rf"\s*(?:[A-Za-z][\w.+ -]{{0,40}}/[\w./+-]+|{TERMS_ZH}[A-Za-z]|{NAME_ZH}\s?(?:的\s?\w|{THING_ZH})|\[[^\]\n]{{1,60}}\]\[)"
)
"""Whose work it is, or what: `改编自 Mina Halloway 的 loom.py`, `改编自 MIT 许可的 Loom 插件`."""
_UNDER = ("基于", "基於")
_NO_WORK = expression(NO_WORK_ZH.either, re.IGNORECASE)
_FICTION = expression(FICTION_ZH.either)
_CITED = expression(
    r"\s?[A-Z][\w'-]+(?:\s?(?:et\sal\.?|等人?|[&和与]\s?[A-Z]\w+))?\s?[,，]?\s?[(（][12]\d{3}[a-z]?[)）]"
)
"""Whose paper: `改编自 Halloway (1986)`."""
_OFFICIAL = expression(
    r"\s?(?:[A-Z][\w.]*\s?)?(?:官方|原版|上游|原始)的?\s?(?:[`\[《“\"]|帮助文档|文档|教程|示例|源码|代码)"
)
"""Whose work, by what it is: `改编自官方 `loom.py``."""
_WORKS = (_OWNED, _CITED, _OFFICIAL, _TWO_LATIN)
_PAGES = r"/(?:docs?|documents?|documentation|wiki|api|manual)[/?#]"
_TALK = r"/(?:issues|pull|pulls|discussions)/\d|/commits?/[0-9a-f]{7}"
_POINTER = expression(rf"{_TALK}|//(?:docs?|developers?|learn|help|support)\.|{_PAGES}|#\d+\b|^\s?:(?!https?:)\w+:")
"""Where something is talked about."""
_LOOKED_UP = expression(LOOKED_UP_ZH.either)
"""Of what a reader wants to know more."""
_FAR = 120
_NEAR = 30
"""How far behind a verb its work is looked for."""
_BEFORE = 60
"""Characters before a verb that tell what is."""


def is_shown(match: re.Match[str], before: str) -> bool:
    """Is it said of code that a page shows its readers: `上面代码取自……`?"""
    return (
        _WEAK.search(match[0]) is not None
        and _POINTED.search(before[-_BEFORE:] + match[0].rstrip("自来取源于 ")) is not None
    )


def is_no_work(match: re.Match[str], tail: str, before: str) -> bool:
    """Is a story told of, or upon what language or method something is based, in Chinese?"""
    if _ASKED.match(tail):
        return True
    if _MAY_BE_STORY.search(match[0]) and (_FICTION.search(before[-_BEFORE:]) or _FICTION.search(tail[:_BEFORE])):
        return True
    return match[0].rstrip().endswith(_UNDER) and _NO_WORK.match(tail) is not None


def is_named(match: re.Match[str], tail: str) -> bool | None:
    """Does a work's name follow a Chinese verb? False where it is a license's; None where neither is told."""
    if "灵感" in match[0] and _INSPIRING.match(match[0][-1:].strip("于自源来") + tail):
        return True
    if not _IS_TAKEN.search(match[0]):
        return None
    if any(named.match(tail) for named in _WORKS):
        return True
    return False if _NO_WORK.match(tail) and not ADDRESS.search(tail) else None


def is_pointer(match: re.Match[str], tail: str, before: str) -> bool:
    """Does `参考` send the reader to where something is talked about, or told in full?"""
    if "参考" not in match[0]:
        return False
    return _POINTER.search(tail[:_FAR]) is not None or (
        "了" not in match[0] + tail[:1] and _LOOKED_UP.search(before) is not None
    )


def is_made_of(match: re.Match[str], tail: str) -> bool | None:
    """Is it told by an address or a name upon what this was made? None where no row says that it was made."""
    groups = match.groupdict()
    if groups.get("linked"):
        return ADDRESS.search(match[0]) is not None
    if groups.get("made"):
        if _SPECIFICATION.match(match[0]):
            return False
        length = match.end() - match.start()
        told = clause(match[0] + tail)
        return (
            _LINKED.search(told[:length]) is not None or _BUILT.match(match[0]) is not None or is_evident(told[length:])
        )
    if groups.get("upon"):
        return is_evident(match[0] + tail[:_NEAR]) or "原作者" in tail[:_NEAR]
    return None


def is_packaged(match: re.Match[str], tail: str) -> bool:
    """Is it upon a package by its name, or was it taken from one?"""
    return (
        _BUILT.match(match[0]) is not None
        or (_IS_TAKEN.search(match[0]) is not None and _HYPHENATED.match(tail) is not None)
        or _FROM_PACKAGE.match(match[0] + tail) is not None
    )


def clause(text: str) -> str:
    """`text` up to where it goes on to something else than what it was made of."""
    return _CLAUSE.split(text, 1)[0]


def without_aside(tail: str) -> str:
    """`tail` up to where a sentence goes on to what its readers may look up."""
    return _ASIDE.split(tail, 1)[0]
