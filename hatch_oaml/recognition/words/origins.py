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
en modified|adapted|adopted|derived|ported|forked|translated|converted|rewritten
  why the work was changed
  yes modified from ¦ ported from ¦ rewritten from
  no changes

en copied|copypasted|copy-pasted|borrowed|taken|extracted|lifted|cribbed
  why the work was taken as it is
  yes taken from ¦ copy-pasted from ¦ lifted from
  no take

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
en with\s+\w+\s+(?:modifications?|changes?|permission)
  why how it was taken
  yes copied with minor modifications ¦ taken with kind permission
  no with changes

en almost\s+verbatim|verbatim|in\s+part|in\s+large\s+part|code|directly|originally
  why how much of it
  yes taken verbatim ¦ derived in part
  no in all
""")

TAKEN = Vocabulary(
    r"""
en (?<![\w-])(?<!not\s)(?:{FAR}\s+)*{VERB}(?:\s*(?:and|,|/|&)\s*(?:slightly\s+)?{AND})*(?:\s+{WAY})?\s+(?:is\s+)?from\b
  why a verb and "from"
  yes Heavily modified from Loom ¦ taken with minor changes from ¦ copied and improved from ¦ ported from
  no from Loom

en (?:(?<=\n)|^)(?:\w+\s+)?(?:code|snippet|function|script|file|algorithm)\s+(?:is\s+)?from:?(?=\s+\S*{LINK})
  why code, and at once its address
  yes Code from https://loom.example ¦ Snippet from ostrava/loom
  no code from the loom

en (?:(?<=\n)|^)(?:this|it|code)\s(?:\w+\s)?(?:comes?|came)\s+(?:originally\s+)?from\s+(?=[^\n]{1,40}?{PATH}|\S*{LINK})
  why whence it came, and the path or the address there
  yes This comes from X11R5 (mit/util/install.sh) ¦ This code came from https://loom.example
  no This comes from the fact

en (?P<told>(?:{THIS}|(?:(?<=\n)|^)\W{0,4}){HARD}fork\s+(?:of|from)\s+(?:the\s+)?{FIRST}(?={NAMED}))
  why a fork, of this or at a line's beginning, and of what by its name
  yes This is a fork of Loom ¦ This repository is a modified fork of [loom](https://loom.example) ¦ Fork of `loom`
  no This is a fork of a loom ¦ Semloom is a fork of Loom

en \b(?:hard\s+)?fork\s+of\s+(?:the\s+)?(?=[\[`*"]{0,3}(?:(?-i:[A-Z])|{LINK}))
  why a fork, and of what; what follows must tell where that is
  yes Semloom is a fork of Loom ¦ a fork of https://loom.example
  no a fork of the process

en \bport\s+of\s+(?:the\s+)?(?=(?:[^.;\n]|\.(?=\S)){2,60}?\bby\s+(?-i:[A-Z])|\S*{LINK})
  why what was ported, and whose it is
  yes This is a port of salt.c by Mina Halloway ¦ port of ostrava/loom
  no a port of the machine

en (?<![\w-])(?:modified|adapted|rewritten)\s+based\s+(?:up)?on\b
  why the same with "based on"
  yes modified based on Loom
  no based on
""",
    LINK=rf"(?:{URL}|{REPOSITORY})",
    HARD=r"(?:hard\s+|modified\s+)?",
    FIRST=r"(?:original\s+|official\s+)?",
    THIS=r"\b(?:this|it)\s(?:[\w-]+\s){0,3}?(?:is|was|as)\s(?:a|the)?\s?",
    NAMED=rf"[\[`*\"'(]{{0,3}}(?:(?-i:[A-Z])\w|{URL}|{REPOSITORY}|\w[\w.-]+(?:`|\]\())",
    PATH=r"\([\w.-]+/[\w./-]+\)",
    FAR=_HOW_FAR,
    VERB=_VERB,
    AND=_AND_VERB,
    WAY=_IN_WHAT_WAY,
)

_DEGREE = r"(?:partially|partly|loosely|heavily|largely|closely|mostly|mainly|in\s+(?:large\s+)?part)"
_WORK = Vocabulary(r"""
en work|code|implementation|version|project|repository|library|script|example|recipe|patch
  why what one builds upon
  yes based on the work of ¦ based on code by
  no idea

en software|program|class|module|package|port|file
  why what one builds upon
  yes based on software by ¦ the module of
  no idea
""")
BASED = Vocabulary(
    r"""
en \bfine-?tuned\s+(?:(?:version|variant|copy)\s+(?:of|from)|from|on\s+top\s+of)\s+(?:the\s+)?
  why what a model was trained from
  yes a fine-tuned version of ostrava/loom ¦ finetuned from Loom
  no fine-tuned on data

en \b(?:based\s+(?:{DEGREE}\s+)?(?:up)?on|inspired\s+by:?|derivative\s+(?:work\s+)?of)\s+(?:the\s+)?(?P<what>{WHAT})?
  why it says upon what; what follows must tell whether it is a work
  yes based on the work of Loom ¦ based partly on X ¦ inspired by X ¦ derivative of X
  no based in Loom
""",
    DEGREE=_DEGREE,
    WHAT=rf"(?:\w+\s+){{0,3}}?{_WORK}s?\s+(?:originally\s+)?(?:done\s+|written\s+|made\s+)?(?:by|of|from|in|at)\b",
)

ADVICE = Vocabulary(r"""
en \byou(?:r)?\s+(?:can|may|must|should|own)\b
  why what readers may do, or must
  yes you can fine-tune ¦ your own model
  no you are

en \b(?:works|models)\s*$
  why works of others in general
  yes works ¦ the models
  no this work
""")
"""What before the verb tells that no origin of this work follows."""
