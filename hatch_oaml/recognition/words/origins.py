"""How a sentence tells of another work that something is made of."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import REPOSITORY, URL

_HOW_FAR = Vocabulary(r"""
en heavily|partly|partially|largely|slightly|mostly|directly|loosely|originally|shamelessly
  why how much of it
  yes heavily modified from ¦ shamelessly stolen
  no heavy

en code|file|function|class|and|or|/
  why what was taken, or a second verb
  yes code taken from ¦ class adapted from
  no taken
""")

_VERB = Vocabulary(r"""
en modified|unmodified|adapted|adopted|derived|ported|forked|translated|converted|rewritten
  why the work was changed
  yes modified from ¦ ported from ¦ rewritten from ¦ unmodified from
  no changes

en copied|copy(?:\s?[-/&]\s?|\s?and\s)?pasted|borrowed|taken|extracted|lifted|cribbed|stolen
  why the work was taken as it is
  yes taken from ¦ copy-pasted from ¦ copy/pasted from ¦ lifted from
  no take

en grabbed|ripped|vendored|sourced
  why the same
  yes ripped from ¦ vendored from ¦ sourced from
  no source

en refer(?:red)?
  why what writers of Chinese say for 参考自
  yes This code is refer from ¦ referred from
  no reform
""")

_AND_VERB = Vocabulary(r"""
en modified|adapted|simplified|extended|ported|copied|refactored|improved
  why what was done besides
  yes taken and modified ¦ copied and simplified
  no taken
""")

_IN_WHAT_WAY = Vocabulary(r"""
en (?:with|w/)\s+(?:\w+\s+)?(?:modifications?|changes?|permission|love|thanks|gratitude)
  why how it was taken
  yes copied with minor modifications ¦ taken with kind permission ¦ borrowed w/ love
  no with care

en to\s+(?-i:[A-Z])[\w.+-]+
  why for what it was changed
  yes ported to Loom.js
  no ported to all

en almost\s+verbatim|verbatim|in\s+part|in\s+large\s+part|code|directly|originally
  why how much of it
  yes taken verbatim ¦ derived in part
  no in all
""")

COPY = "(?:port|fork|rewrite|re-?implementation|adaptation)"
TAKEN = Vocabulary(
    r"""
en (?<![\w-])(?<!not\s)(?:{FAR}\s+)*{VERB}(?:\s*(?:and|,|/|&)\s*(?:slightly\s+)?{AND})*(?:\s+{WAY})?\s+(?:is\s+)?from\b
  why a verb and "from"
  needs adapted ¦ adopted ¦ borrowed ¦ converted ¦ copied ¦ cribbed ¦ derived ¦ extracted ¦ forked ¦ grabbed ¦
    lifted ¦ modified ¦ pasted ¦ ported ¦ refer ¦ rewritten ¦ ripped ¦ sourced ¦ stolen ¦ taken ¦ translated ¦
    vendored
  needs from
  yes Heavily modified from Loom ¦ taken with minor changes from ¦ copied and improved from ¦ ported from
  no from Loom

en (?:(?<=\n)|^)(?:\w+\s+)?{CODE}(?:{BESIDES})?\s+(?:is\s+)?from:?(?=\s+\S*{LINK})
  why code, and at once its address
  needs from
  needs algorithm ¦ code ¦ file ¦ function ¦ script ¦ snippet
  needs / ¦ git@ ¦ www.
  yes Code from https://loom.example ¦ Snippet from ostrava/loom ¦ Code/weights from https://loom.example
  no code from the loom

en {BEGINS}(?:modify|adapt|copy|port|borrow|translate|inspiration)\s+from:?(?=\s+(?:\W{0,3}\n\W{0,3})?{LINK})
  why what writers say for "modified from", and at once its address
  needs from
  needs adapt ¦ borrow ¦ copy ¦ inspiration ¦ modify ¦ port ¦ translate
  needs / ¦ git@ ¦ www.
  yes Modify from: https://loom.example ¦ Copy from\nhttps://loom.example ¦ Inspiration from https://loom.example
  no copy from the loom ¦ Modify from here on

en (?:(?<=\n)|^)(?:this|it|code)\s(?:\w+\s)?(?:comes?|came)\s+(?:originally\s+)?from\s+(?=[^\n]{1,40}?{PATH}|\S*{LINK})
  why whence it came, and the path or the address there
  needs from
  needs came ¦ come
  yes This comes from X11R5 (mit/util/install.sh) ¦ This code came from https://loom.example
  no This comes from the fact

en (?<=[.!]\s)(?-i:{CAPITAL_COPY})\s+of\s+(?:the\s+)?(?=(?-i:[A-Z])[\w.-]+\s\(?{LINK})
  why the same at a sentence's beginning, and the address
  needs adaptation ¦ fork ¦ implementation ¦ port ¦ rewrite
  needs / ¦ git@ ¦ www.
  yes Weaves looms. Port of Loomil (https://loom.example)
  no Weaves. Port of Loomil ¦ Port of Loomil (https://loom.example)

en \b(?:hard\s+)?(?-i:{COPY})\s+of\s+(?:the\s+)?(?=[\[`*"]{0,3}(?:(?-i:[A-Z])|{LINK})|{FAR_BY}by\s+(?-i:[A-Z]))
  why a port or a fork, and of what; what follows must tell where that is or whose
  needs adaptation ¦ fork ¦ implementation ¦ port ¦ rewrite
  yes Semloom is a fork of Loom ¦ port of ostrava/loom ¦ This is a port of salt.c by Mina Halloway
  no a fork of the process ¦ a port of the machine

en \bis\s+an?\s+(?:(?!the\b)[\w+#-]+\s){0,2}(?-i:{COPY})\s+(?P<owned>of\s+)(?=[`*]{0,2}(?:{LINKED}|{QUOTED}))
  why what it is of which other, by its name in letters of any size that is quoted or has an address
  needs adaptation ¦ fork ¦ implementation ¦ port ¦ rewrite
  needs ](http ¦ `
  yes semloom is a Go rewrite of `loomwright`, a tool ¦ It is a fork of [loom](https://loom.example)
  no it is a copy of `x` ¦ is a fork of `weave`(x) ¦ is a port of the machine

en \b(?:ideas?|code|parts?|algorithms?|functions?|routines?)\b[^.;\n]{0,60}?\s(?:is|are)\s+from\s+(?={ADDRESSED})
  why whose it is, with the address
  needs from
  needs algorithm ¦ code ¦ function ¦ idea ¦ part ¦ routine
  yes Some ideas (of weaving) are from Mina T. Halloway <mina@loom.example>
  no the parts are from Ostrava

en \bverbatim\s+(?:copy\s+(?:of|from)|from)\b
  why how much of it, without a verb
  needs verbatim
  needs copy ¦ from
  yes basically verbatim from Loom ¦ a verbatim copy of Loom
  no copied verbatim

en \b(?:code|functions?|class|file|script|snippet|implementation|module|it)\s+(?:\w+\s+)?originat(?:es?|ed)\s+from\b
  why code, and where it began
  needs originate
  needs from
  yes The code below originates from the loom repository ¦ It originated from Loom
  no the error originates from

en (?<![\w-])(?:modified|adapted|rewritten)\s+based\s+(?:up)?on\b
  why the same with "based on"
  needs adapted ¦ modified ¦ rewritten
  needs based
  yes modified based on Loom
  no based on
""",
    LINK=rf"(?:{URL}|{REPOSITORY})",
    CODE="(?:code|snippet|function|script|file|algorithm)",
    BESIDES=r"\s?(?:/|&|\band)\s?(?:\w+\s)?(?:weights|models?|checkpoints?|data)",
    BEGINS=r"(?:(?<=\n)|^)\W{0,3}",
    ADDRESSED=r"(?:\W{0,3}\n\W{0,3})?(?-i:[A-Z])[\w.'-]*(?:\s(?-i:[A-Z])[\w.'-]*){1,3}\s[<(][\w.+-]+@",
    CAPITAL_COPY="(?:Port|Fork|Rewrite|Re-?implementation|Adaptation)",
    COPY=COPY,
    LINKED=r"\[[`*]{0,2}[\w./ -]{2,60}\]\(http",
    QUOTED=r"(?<=`)[\w.-]{3,40}`(?!\()",
    FAR_BY=r"(?:[^.;\n]|\.(?=\S)){2,60}?\b",
    PATH=r"\([\w.-]+/[\w./-]+\)",
    FAR=_HOW_FAR,
    VERB=_VERB,
    AND=_AND_VERB,
    WAY=_IN_WHAT_WAY,
)

_DEGREE = r"(?:\w+\s+){1,3}?"
_WORK = Vocabulary(r"""
en work|code|implementation|version|project|repository|library|script|example|recipe|patch
  why what one builds upon
  yes based on the work of ¦ based on code by
  no idea

en software|program|class|module|package|port|file|posting|post|message|gist|snippet|sketch
  why what one builds upon
  yes based on software by ¦ the module of ¦ a posting by
  no idea
""")
BASED = Vocabulary(
    r"""
en \bfine-?tuned\s+(?:(?:version|variant|copy)\s+(?:of|from)|from|on\s+top\s+of)\s+(?:the\s+)?(?P<what>{WHAT})?
  why what a model was trained from
  needs tuned
  needs fine
  yes a fine-tuned version of ostrava/loom ¦ finetuned from Loom
  no fine-tuned on data

en \b(?:{BASED_ON}|{INSPIRED}|derivative\s+(?:work\s+)?of)\s+(?:the\s+)?(?P<what>{WHAT})?
  why it says upon what; what follows must tell whether it is a work
  needs based ¦ derivative ¦ inspired
  yes based on the work of Loom ¦ based somewhat dimly on X ¦ based from the code of X ¦ inspired by X ¦ derivative of X
  no based in Loom
""",
    BASED_ON=rf"based\s+(?:(?:{_DEGREE})??(?:up)?on|from):?",
    INSPIRED=r"inspired\s+(?:by|from):?",
    WHAT=rf"(?:\w+\s+){{0,3}}?{_WORK}s?\s+(?:originally\s+)?(?:done\s+|written\s+|made\s+)?(?:by|of|from|in|at)\b",
)
