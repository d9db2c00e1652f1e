"""Tells the words of known licenses from notices: a license's own text is not its base's notice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from hatch_oaml.recognition.passage import Found

_INSIDE = expression(
    r"""\b(?:above|following|this|original|appropriate|applicable|all|any|such|retain\w*|reproduc\w*|remov\w*)\s+copyright\s+(?:notices?|and)
      | copyright\s+(?:holders?|owners?)\s+(?:and|or|be|has|have|nor|who|that|may)\b | copyright\s+notice\s+and
      | hereby\s+disclaims\s+all\s+copyright | \bname\s+of\s+(?:the\s+)?(?:copyright|author) | otherwise\s+designated\s+in\s+writing
      | 上述版权声明|版权声明和本许可|保留.{0,12}(?:版权|著作权)(?:声明|通知)|版权所有者(?:或|和|不)""",
    re.VERBOSE | re.IGNORECASE,
)
_LICENSE_DOCUMENT = expression(
    r"\s*(?:<https?://[^>]*>|\d+\s[\w ,.-]+?)?\s*(?:Everyone\s+is\s+permitted\s+to\s+copy\s+and\s+distribute\s+verbatim\s+copies|of\s+this\s+licen[sc]e\s+document)",
    re.IGNORECASE,
)
_TITLES = expression(
    r"""\bapache\s+license\b|\bmit\s+license\b|permission\s+is\s+hereby\s+granted,?\s+free\s+of\s+charge|redistribution\s+and\s+use\s+in\s+source
      |gnu\s+(?:lesser\s+|affero\s+|library\s+)?general\s+public\s+license|gnu\s+free\s+documentation|mozilla\s+public\s+license|creative\s+commons
      |openatom\s+model\s+license|开放原子模型许可证|木兰|mulan\s*psl|permission\s+to\s+use,\s+copy,\s+modify|boost\s+software\s+license|eclipse\s+public\s+license
      |this\s+is\s+free\s+and\s+unencumbered|as-is.?,?\s+without\s+any\s+express|artistic\s+license|python\s+software\s+foundation\s+license|openrail|openmdw
      |sil\s+open\s+font\s+license|do\s+what\s+the\s+fuck|european\s+union\s+public|common\s+development\s+and\s+distribution|server\s+side\s+public""",
    re.VERBOSE | re.IGNORECASE,
)


def is_boilerplate(text: str, found: Found) -> bool:
    if found.kind == "copyright":
        words = text[max(0, found.start - 16) : found.end]
        return _INSIDE.search(words) is not None or _LICENSE_DOCUMENT.match(text, found.end) is not None
    return _INSIDE.search(text, found.start, found.end) is not None


def is_known_license(text: str) -> bool:
    """Does `text`, of a file named as a license, hold one that the world knows?"""
    return _TITLES.search(text) is not None
