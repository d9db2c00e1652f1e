"""What is particular to a notice: its names and addresses, without the words that notices of others have too."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hatch_oaml.retention.normalization import words
from hatch_oaml.values.company_forms import LEGAL
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.reserved_rights import RESERVED_RIGHTS

if TYPE_CHECKING:
    from hatch_oaml.retention.normalization import Tokens

_RIGHTS = (
    *(
        "copyright",
        "copyrights",
        "copyrighted",
        "c",
        "all",
        "some",
        "rights",
        "reserved",
        "portions",
        "parts",
        "notice",
    ),
    *(
        "licensed",
        "licence",
        "license",
        "under",
        "terms",
        "version",
        "apache",
        "mit",
        "bsd",
        "gnu",
        "gpl",
        "lgpl",
        "cc",
    ),
    *(
        "spdx",
        "filecopyrighttext",
        "identifier",
        "trademark",
        "trademarks",
        "registered",
        "patent",
        "patents",
        "pending",
    ),
)
_ORIGIN = (
    *("adapted", "based", "borrowed", "copied", "derived", "forked", "modified", "ported", "taken", "translated"),
    *("created", "developed", "maintained", "original", "originally", "written", "thanks", "courtesy", "credits"),
    *(
        "code",
        "file",
        "implementation",
        "module",
        "project",
        "repository",
        "software",
        "source",
        "work",
        "www",
        "https",
    ),
    *("http", "com", "org", "net", "github", "gitlab", "blob", "tree", "main", "master"),
)
_PEOPLE = (
    *(
        "author",
        "authors",
        "contributor",
        "contributors",
        "developer",
        "developers",
        "maintainer",
        "maintainers",
        "team",
    ),
    *(
        "university",
        "institute",
        "foundation",
        "laboratory",
        "laboratories",
        "labs",
        "group",
        "community",
        "technologies",
    ),
    *("technology", "others", "affiliates", "subsidiaries", "its", "their", "respective", "owners"),
)
_JOINING = (
    *("a", "an", "and", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "the", "this", "to", "with"),
    *("are", "as", "be", "has", "see", "that", "was", "which"),
)
_COMMON = frozenset((*_RIGHTS, *_ORIGIN, *_PEOPLE, *_JOINING, *(form.lower() for form in LEGAL)))
_COMMON_ZH = expression(
    "版权所有|版權所有|版权|版權|著作权|著作權|商标|商標|专利|專利|注册|保留|所有|一切|全部|权利|權利|侵权必究|未经许可"
    "|股份|有限|责任|公司|集团|集團|科技|技术|技術|网络|信息|大学|大學|研究院|实验室|团队|團隊|工作室|开发者?|作者|贡献者"
    "|修改自|改编自|移植自|参考了?|借鉴了?|基于|来自|来源于?|感谢|本?(?:软件|程序|代码|系统|项目|文件)|源码|开源|原作者|属于|归|的"
)
_OTHER_RIGHTS = expression(RESERVED_RIGHTS)
_YEAR = expression(r"(?:19|20)\d\d")


@lru_cache(maxsize=65536)
def particulars(text: str) -> Tokens:
    """The words of `text` that tell it from other notices, Chinese ones as runs; none where it has no others."""
    runs = _runs(words(_OTHER_RIGHTS.sub(" ", text.casefold())))
    bare = " ".join(_COMMON_ZH.sub(" ", run) for run in runs)
    return tuple(word for word in bare.split() if word not in _COMMON and not _YEAR.fullmatch(word))


def _runs(tokens: Tokens) -> list[str]:
    """The single letters that Chinese is compared by, joined to runs again."""
    return re.sub(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", "", " ".join(tokens)).split(" ")
