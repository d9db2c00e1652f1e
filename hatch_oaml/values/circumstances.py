"""By whom and when something was done, and where more is said of it: no part of how, or why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from re import Pattern

_DONE = (
    r"(?i:modif|chang|edit|updat|adapt|fix|adjust|improv|mad|revis|patch|rework|commit|ander|geander|angepasst|bearbeit|uberarbeit|aktualisier"
    r"|corrig|actuali|gewijzig|aangepast|bijgewerkt|aggiorn|alter|atuali|writ|creat|prepar|produc|develop|design|contribut)"
)
_BY = r"(?i:by|von|durch|par|por|pela|pelo|da|dal|dalla|door)"
_NAME = r"[A-Z][\w&.'-]*(?:,?\s+[A-Z][\w&.'-]*)*"
_HOUSES = r"(?:Labs?|Inc\.?|Ltd\.?|LLC|GmbH|AG|Team|Company|Corp\.?|Foundation|Group|University|Institute)"
_DONE_HAN = "(?:进行)?(?:修改|更新|改动|调整|变更|更改|改善|修正|改良)"
_HOUSES_HAN = "(?:公司|实验室|团队|研究院|研究所|研究室|大学|科技|工作室|小组|部门)"
_RECORDS = (
    r"(?i:logs?|history|change-?logs?|messages?|commits?|read-?me|papers?|articles?|docs?|documentation|pr|pull\s+request|issues?|tickets?|wiki"
    r"|pages?|website|repo|notes|card|report)\b"
)
_SEE = r"\b(?i:see|cf|check|consult|refer\s+to|described\s+in|documented\s+in|explained\s+in)\.?"
_RECORDS_HAN = "(?:日志|纪录|记录|历史|文档|文件|说明|论文|报告|链接|连结|网站|仓库|附件)"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_TICKET = (
    r"(?:^\W*|\b(?i:see|ref|refs|ticket|issue|bug|fixes|closes|resolves|per|in|siehe|voir|ver|vedi|zie)\b[\s:.#]*|[(\[#])"
    r"(?!UTF|ISO|RFC|SHA|MD|FP|BF|INT|CP|GPT|GB|BERT|LLAMA|CC)[A-Z][A-Z\d]{1,9}-\d{1,7}\b"
)
"""`PROJ-123`; encodings, standards and models have names of that form, too."""
_ANY_FILE = r"[\w/-]{1,80}(?:\.[\w-]{1,40}){1,4}"
_HAN = r"[^\W\d_a-zA-Z]"

_FORMS: tuple[tuple[str, str], ...] = (
    (r"(?:mailto:\s*)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", " "),
    (r"(?:https?://|www\.)\S+", " "),
    (r"(?<![\w.])(?=[a-f]{0,39}\d)(?=\d{0,39}[a-f])[0-9a-f]{7,40}(?![\w.])", " "),
    (r"\b(?i:commits?|revision|rev|sha)\s+[0-9a-f]{4,40}\b", " "),
    (_TICKET, " "),
    (r"(?:工单|任务单?|单号|缺陷)\s*[A-Z][A-Z\d]{1,9}-\d{1,7}", " "),
    (r"\d{2,4}[-/.年]\d\d?(?:[-/.月]\d\d?日?)?|\d{4}年", " "),
    (rf"\d{{1,2}}\.?\s+{_MONTH}\.?,?\s+\d{{4}}|\b{_MONTH}\.?\s+\d{{1,2}},?\s+\d{{4}}", " "),
    (rf"(?P<done>\b{_DONE}\w*(?:\s+\w+){{0,5}}?)\s+{_BY}\s+(?:the\s+|dem\s+|der\s+)?{_NAME}", r"\g<done> "),
    (rf"^\W*(?:[A-Z][\w&.-]*\s+){{1,4}}{_HOUSES}(?=\s)", " "),
    (rf"由[^，。；,;\s]{{2,20}}?(?:\s*于\S{{0,6}}?)?\s*(?={_DONE_HAN})", " "),
    (rf"(?:^|[，。；,;\s]){_HAN}{{1,12}}{_HOUSES_HAN}(?=于|在|对|将|已|が|は|に|$|\s|{_DONE_HAN})", " "),
    (
        rf"{_SEE}\s+(?:[\w'-]+\s+){{0,4}}?{_RECORDS}(?:\s+{_RECORDS}){{0,2}}",
        " ",
    ),
    (rf"(?:请|详|参)?(?:见|看|阅|查看|查阅|参考|参照|参阅)[^，。；]{{0,8}}?{_RECORDS_HAN}", " "),
    (
        r"\b(?i:a\s+number\s+of|work\s+in\s+progress|no\s+longer|trade\s+secrets?|secret\s+sauce|(?:section|clause|chapter|issue|page)\s+#?[\d.]+)",
        " ",
    ),
    (rf"^\W*{_BY}\s+{_NAME}(?:[,\s]+(?:in\s+)?(?:\d{{1,2}}\s+)?{_MONTH}\.?\s+\d{{4}})?\W*$", " "),
    (
        rf"\b(?i:the\s+)?(?i:file\s+)?{_ANY_FILE}\s+(?i:was|is|has\s+been|were)\s+(?i:changed|modified|updated|edited|altered|adapted)\W*$",
        " ",
    ),
    (r"第\s*\d[\d.]*\s*[条款项]", " "),
    (r"(?<![A-Za-z])(?P<name>[A-Za-z]+)\.(?:md|rst|txt)\b", r"\g<name>"),
)
"""Each, and what it leaves. In letters without accents, and Chinese ones in their simplified forms."""

_COMPILED: tuple[tuple[Pattern[str], str], ...] = tuple((expression(form), left) for form, left in _FORMS)
_FILE_NAME = expression(
    r"(?<![\w.])[\w/-]{1,80}(?:\.[\w-]{1,40}){0,4}\.(?:py|md|rst|txt|json|toml|ya?ml|c|h|cc|cpp|cu|js|ts|go|rs|java|sh|ipynb|html?|css|csv|tsv"
    r"|jsonl|cfg|ini|pdf|png|jpe?g|svg|ttf|otf|woff2?|model|bin|safetensors|gguf)(?![A-Za-z0-9_])",
    re.IGNORECASE,
)


def without_circumstances(text: str) -> str:
    for form, left in _COMPILED:
        text = form.sub(left, text)
    return text


def without_file_names(text: str, instead: str) -> str:
    return _FILE_NAME.sub(instead, text)
