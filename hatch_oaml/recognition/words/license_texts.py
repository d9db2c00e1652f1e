"""With what the texts of licenses begin and end, where a notice file holds them whole."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

_BEGINS = r"(?<!.)\W*"
_OF = rf"{_BEGINS}(?:the\s+)?(?:[\w'’.+-]{{1,30}}\s){{0,2}}[\"'“]?\b"
LONG_TITLE = Vocabulary(
    r"""
en {OF}(?:apache\s+licen[sc]e|mozilla\s+public\s+licen[sc]e|eclipse\s+public\s+licen[sc]e)\b
  why licenses that are documents, by their titles
  needs apache ¦ eclipse ¦ mozilla
  yes Apache License ¦ Mozilla Public License Version 2.0
  no the looms, under the Loom License

en {OF}gnu\s+(?:(?:lesser|library|affero)\s+)?general\s+public\s+licen[sc]e\s*(?:\n|,|\(|v)
  why the GNU family
  needs general
  needs public
  needs licenc ¦ licens
  yes GNU GENERAL PUBLIC LICENSE\nVersion 3
  no the GNU General Public License asks

en {OF}(?:creative\s+commons|sil\s+open\s+font\s+licen[sc]e|artistic\s+licen[sc]e)\b
  why what else is long
  needs artistic ¦ creative ¦ licenc ¦ licens
  yes SIL OPEN FONT LICENSE Version 1.1 ¦ Creative Commons Legal Code
  no Loom Commons

en {OF}(?:mulan\s+perm|gnu\s+free\s+documentation\s+licen[sc]e)
  why the same
  needs documentation ¦ mulan
  yes Mulan Permissive Software License ¦ GNU Free Documentation License
  no Mulan

en {BEGINS}(?:how\s+to\s+apply\s+these\s+terms|appendix:\s+how\s+to\s+apply)
  why what stands behind the terms
  needs appendix: ¦ apply
  yes How to Apply These Terms to Your New Programs ¦ APPENDIX: How to apply the Loom License
  no how to apply
""",
    OF=_OF,
    BEGINS=_BEGINS,
)
"""With what the text of a license begins that is a document of many paragraphs."""

TERMS = Vocabulary(
    r"""
en {BEGINS}(?:\d+\.\s*)?(?:terms\s+and\s+conditions|preamble|definitions|statement\s+of\s+purpose)
  why what follows the title where the whole text does
  needs conditions ¦ definitions ¦ preamble ¦ statement
  yes TERMS AND CONDITIONS ¦ 1. Definitions ¦ Preamble
  no the terms

en {BEGINS}everyone\s+is\s+permitted|commons\s+legal\s+code
  why the same
  needs commons ¦ permitted
  yes Everyone is permitted to copy ¦ Creative Commons Legal Code
  no Everyone

en {BEGINS}(?:this\s+version\s+of\s+the\s+gnu|the\s+accompanying\s+program|your\s+reproduction,)
  why the same of LGPL, EPL and Mulan PSL
  needs accompanying ¦ reproduction, ¦ version
  yes This version of the GNU ¦ THE ACCOMPANYING PROGRAM
  no the version

en \bversion\s+\d{LINE}\n(?:{LINE}\n){0,4}{LINE}(?:everyone\s+is\s+permitted|terms\s+and\s+conditions|definitions)
  why the same in one paragraph
  needs conditions ¦ definitions ¦ permitted
  needs version
  yes Version 2, June 1991\nEveryone is permitted
  no Version 2
""",
    LINE=r"[^\n]{0,90}",
    BEGINS=_BEGINS,
)
"""With what the terms open, below the title of a license."""

STARTS = Vocabulary(
    r"""
en {LONG}
  why the titles of long ones
  needs apache ¦ appendix: ¦ apply ¦ artistic ¦ creative ¦ documentation ¦ eclipse ¦ general ¦ licenc ¦ licens ¦
    mozilla ¦ mulan
  yes Apache License
  no Loom

en {BEGINS}(?:the\s+)?{SHORT}\b[^\n]{0,50}?licen[sc]e\b[^\n]{0,30}$
  why the titles of short ones, alone
  needs licenc ¦ licens
  yes MIT License ¦ The MIT License (MIT) ¦ BSD 3-Clause License
  no MIT License, see below for the terms under which looms are

en {BEGINS}(?:permission\s+is\s+(?:hereby\s+)?granted|permission\s+to\s+use,\s+copy)
  why first words of licenses without a title
  needs permission
  yes Permission is hereby granted ¦ Permission to use, copy
  no We grant permission

en {BEGINS}redistributions?\s+(?:and\s+use|of|in)\s
  why the same
  needs redistribution
  yes Redistribution and use in ¦ Redistributions of source
  no redistributed and

en {BEGINS}th(?:e|is)\s+software\s+is\s+(?:furnished|provided\s+(?:as|["'`“]|by\s)|distributed)
  why what follows in them
  needs software
  needs distributed ¦ furnished ¦ provided
  yes THE SOFTWARE IS PROVIDED "AS IS" ¦ This software is provided by the
  no The software is provided with a loom by

en {BEGINS}(?:the\s+above\s+copyright\s+notices?\s+and\s+this|neither\s+the\s+names?\s+of)
  why the same
  needs copyright ¦ neither
  yes The above copyright notice and this permission notice ¦ Neither the name of Loom
  no Neither loom

en {BEGINS}(?:unless\s+required\s+by\s+applicable\s+law|you\s+may\s+obtain\s+a\s+copy\s+of\s+the\s+licen)
  why the same
  needs applicable ¦ obtain
  yes Unless required by applicable law ¦ You may obtain a copy of the License
  no You may obtain a loom

en {BEGINS}license:\s+[\w.+-]+
  why the same, in a table of Debian's
  needs license:
  yes License: Expat
  no License

en {BEGINS}licensed\s+under\s+the\s+apache\s+licen[sc]e
  why how a work is put under one
  needs licensed
  needs apache
  needs under
  yes Licensed under the Apache License, Version 2.0
  no licensed looms

en {BEGINS}this\s+(?:program|library|software|file)\s+is\s+free\s+software[;:,]
  why the same
  needs software, ¦ software: ¦ software;
  needs free
  needs this
  yes This program is free software; you can
  no This program is free

en {BEGINS}(?:this\s+is\s+free\s+and\s+unencumbered|you\s+should\s+have\s+received\s+a\s+copy\s+of\s+the\s+gnu)
  why the same
  needs received ¦ unencumbered
  yes This is free and unencumbered ¦ You should have received a copy of the GNU
  no You should have received a loom

en {BEGINS}the\s+gnu\s+(?:\w+\s+)?general\s+public\s+licen[sc]e\s+does\s+not\s+permit
  why the last paragraph of the GPL
  needs general
  needs permit
  needs public
  yes The GNU General Public License does not permit incorporating
  no The GNU General Public License asks
""",
    BEGINS=_BEGINS,
    LONG=LONG_TITLE,
    SHORT=r"(?:mit|isc|x11|bsd|zlib|\d-clause|new|simplified|modified|boost|expat)",
)
"""With what a paragraph begins that is a license's own."""

LONG_ENDS = Vocabulary(r"""
en end\s+of\s+terms\s+and\s+conditions|limitations\s+under\s+the\s+licen[sc]e|dealings\s+in\s+the\s+font
  why the last words of Apache, GPL and OFL
  needs conditions ¦ dealings ¦ limitations
  yes END OF TERMS AND CONDITIONS ¦ limitations under the License
  no the end of terms

en (?<!.)\W*the\s+end\W*$|to\s+permit\s+their\s+use\s+in\s+free\s+software|this\s+cc0\s+or\s+use\s+of\s+the\s+work
  why the last words of the Artistic License, GFDL and CC0
  needs software ¦ the ¦ this
  yes The End ¦ to permit their use in free software.
  no The end of it

en choose\s+that\s+version\s+for\s+the\s+library|rights\s+to\s+a\s+jury\s+trial
  why the last words of LGPL 3 and EPL
  needs rights ¦ version
  yes choose that version for the Library. ¦ waives its rights to a jury trial
  no for the library

en why-not-lgpl|instead\s+of\s+this\s+licen[sc]e\W*$|all\s+there\s+is\s+to\s+it|how\s+to\s+apply\s+and\s+follow\s+the
  why the last words of how the GNU family is applied
  needs follow ¦ instead ¦ there ¦ why-not-lgpl
  yes <https://www.gnu.org/licenses/why-not-lgpl.html> ¦ That's all there is to it!
  no instead of this License to a given copy

en as\s+defined\s+by\s+the\s+mozilla\s+public|creative\s+commons\s+may\s+be\s+contacted|see\s+the\s+mulan\s+psl\s+v\d
  why the last words of MPL, Creative Commons and Mulan PSL
  needs contacted ¦ defined ¦ mulan
  yes Creative Commons may be contacted ¦ See the Mulan PSL v2 for more details.
  no Creative Commons
""")
"""With what the text of a long license ends."""

ENDS = Vocabulary(
    r"""
en {LONG}
  why the last words of long ones
  needs conditions ¦ contacted ¦ dealings ¦ defined ¦ follow ¦ instead ¦ limitations ¦ mulan ¦ rights ¦ software ¦
    the ¦ this ¦ version ¦ why-not-lgpl
  yes END OF TERMS AND CONDITIONS
  no the end of terms

en dealings\s+in\s+the\s+software|possibility\s+of\s+such\s+damages?|performance\s+of\s+this\s+software
  why the last words of MIT, BSD and ISC
  needs dealings ¦ performance ¦ possibility
  yes DEALINGS IN THE SOFTWARE. ¦ POSSIBILITY OF SUCH DAMAGE ¦ PERFORMANCE OF THIS SOFTWARE
  no in the software

en altered\s+from\s+any\s+source\s+distribution|refer\s+to\s+<?https?://unlicense|with\s+this\s+(?:program|library)
  why the last words of zlib, the Unlicense and how a work is put under one of the GNU family
  needs ://unlicense ¦ distribution ¦ library ¦ program
  yes altered from any source distribution ¦ along with this program
  no this program
""",
    LONG=LONG_ENDS,
)
"""With what the text of a license ends."""
