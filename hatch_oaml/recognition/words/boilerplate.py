"""Where behind a holder's name a license's words begin."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

TERMS = Vocabulary(
    r"""
en \b(?:licen[sc]ed?\s+(?:under|to)|dual\s+licensed|and\s+(?:is\s+)?(?:licensed|released|distributed))
  why how it is licensed
  yes Licensed under ¦ and is released
  no license

en \b(?:GNU\s+)?(?:General|Lesser|Library)\s+Public\s+Licen[sc]e|\b(?:BSD|MIT|Apache)\s+licen[sc]e\b
  why the license by its name
  yes GNU General Public Licence ¦ MIT licence
  no Public Library

en \b(?:distributed|released|available|provided|published)\s+under
  why under which terms
  yes released under ¦ available under
  no released by

en \b(?:under\s+the\s+(?:terms|[\w.-]+\s+licen[sc]e)|governed\s+by)
  why under which terms
  yes under the terms ¦ under the MIT license
  no under the loom

en \b(?:permission\s+(?:is|to)|everyone\s+is|you\s+may|unless\s+required)
  why what is granted
  yes Permission is ¦ you may
  no permissive

en \b(?:see\s+(?:the\s+)?(?:file\s+|accompanying\s+)?(?:licen[sc]e|copying|notice|authors))
  why where to read on
  yes See the file LICENSE ¦ see COPYING
  no see Loom

en \b(?:and\s+)?patents?[\s-]+pending
  why what else is said on the line
  yes and Patent Pending
  no patent

en ,?\s*\bversion\s+\d\S*(?!\S)(?!\s+(?:is|are|was)\b)|\bunless\s+(?:otherwise\s+)?noted
  why what else is said on the line
  yes version 1.2 ¦ unless noted
  no patent

en \band\s+(?:may|can|must|is|are|was|were|has|have|will|shall)\b
  why a sentence goes on
  yes and may be used ¦ and is
  no and Mayer

en \b(?:spdx-|authors?\s*:(?!\s*\n)|licen[sc]e\s*[:=]|https?://(?:www\.)?(?:apache|opensource)\.org/licenses)
  why the next field
  yes SPDX-License-Identifier ¦ Author: ¦ License: ¦ https://opensource.org/licenses/MIT
  no license

en \b(?:built|made|powered|hosted|generated|rendered)\s+(?:with|by|using|on)\b
  why what a page says below its notice
  yes Built with ¦ powered by
  no Loom Powered Looms

en \b(?:and\s+)?used\s+(?:here\s+)?(?:with|by)\s+(?:kind\s+)?permission
  why by what right it is used
  yes Used with permission ¦ used by permission ¦ and used with permission
  no used by Loom

zh 未经|未經|\S?ICP备|以[^，。\n]{1,20}(?:许可证|许可|协议)(?:发布|授权|开源)|依据|根据|遵循|采用|授权|商业转载|转载请
  why under which terms
  yes 未经许可 ¦ 东ICP备 ¦ 以 MIT 许可证发布 ¦ 采用 MIT
  no 云梭

zh 本(?:软件|軟件|文件|项目|程序|代码|作品|模型)(?:采用|遵循|按|受|基于|以)
  why under which terms the work is
  yes 本软件采用
  no 本软件
"""
)
"""They end a name wherever they stand."""

SENTENCE_STARTS = Vocabulary(
    r"""
en \bthis\s+(?:{WORK}|document|notice|is)\b
  why a sentence on what the notice is of
  yes This file is ¦ this software
  no this loom

en \b(?:the\s+(?:above|following|{THE})\b|for\s+(?:more|license|licensing|details|terms))
  why a sentence on what the notice is of
  yes the software ¦ For details
  no the Loom ¦ for Loom ¦ the Programmers

en \b(?:neither|free\s+software|warranty|disclaimer)
  why words of warranty
  yes free software ¦ NEITHER
  no software

en \b(?:subject\s+to|terms\s+(?:of|and)|redistributions?|use\s+of\s+this)
  why under which terms, what is granted
  yes subject to ¦ terms of ¦ Redistribution
  no subjects
""",
    WORK="file|program|software|code|work|source|library|module|project|product|package|script",
    THE="software|code|program|source",
)
"""They end a name where a sentence begins: names hold them too, each word with its capital."""
