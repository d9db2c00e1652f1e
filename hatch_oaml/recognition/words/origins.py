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

_THIS = r"\b(?:this|it)\s(?:[\w-]+\s){0,3}?(?:is|was|as)\s(?:an?|the)?\s?"
_COPY = "(?:port|fork|rewrite|re-?implementation|adaptation)"
_NAMED = rf"(?:{{@link\s)?[\[`*\"'(]{{0,3}}(?:(?-i:[A-Z])\w|{URL}|{REPOSITORY}|\w[\w.-]+(?:`|\]\())"
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

en {BEGINS}(?:modify|adapt|copy|port|borrow|translate|inspiration)\s+from:?(?=\s+(?:\W{0,3}\n\W{0,3})?{LINK})
  why what writers say for "modified from", and at once its address
  yes Modify from: https://loom.example ¦ Copy from\nhttps://loom.example ¦ Inspiration from https://loom.example
  no copy from the loom ¦ Modify from here on

en (?:(?<=\n)|^)(?:this|it|code)\s(?:\w+\s)?(?:comes?|came)\s+(?:originally\s+)?from\s+(?=[^\n]{1,40}?{PATH}|\S*{LINK})
  why whence it came, and the path or the address there
  yes This comes from X11R5 (mit/util/install.sh) ¦ This code came from https://loom.example
  no This comes from the fact

en (?<=[.!]\s)(?-i:{CAPITAL_COPY})\s+of\s+(?:the\s+)?(?=(?-i:[A-Z])[\w.-]+\s\(?{LINK})
  why the same at a sentence's beginning, and the address
  yes Weaves looms. Port of Loomil (https://loom.example)
  no Weaves. Port of Loomil ¦ Port of Loomil (https://loom.example)

en \b(?:hard\s+)?(?-i:{COPY})\s+of\s+(?:the\s+)?(?=[\[`*"]{0,3}(?:(?-i:[A-Z])|{LINK})|{FAR_BY}by\s+(?-i:[A-Z]))
  why a port or a fork, and of what; what follows must tell where that is or whose
  yes Semloom is a fork of Loom ¦ port of ostrava/loom ¦ This is a port of salt.c by Mina Halloway
  no a fork of the process ¦ a port of the machine

en \bis\s+an?\s+(?:(?!the\b)[\w+#-]+\s){0,2}(?-i:{COPY})\s+(?P<owned>of\s+)(?=[`*]{0,2}(?:{LINKED}|{QUOTED}))
  why what it is of which other, by its name in letters of any size that is quoted or has an address
  yes semloom is a Go rewrite of `loomwright`, a tool ¦ It is a fork of [loom](https://loom.example)
  no it is a copy of `x` ¦ is a fork of `weave`(x) ¦ is a port of the machine

en \b(?:ideas?|code|parts?|algorithms?|functions?|routines?)\b[^.;\n]{0,60}?\s(?:is|are)\s+from\s+(?={ADDRESSED})
  why whose it is, with the address
  yes Some ideas (of weaving) are from Mina T. Halloway <mina@loom.example>
  no the parts are from Ostrava

en \bverbatim\s+(?:copy\s+(?:of|from)|from)\b
  why how much of it, without a verb
  yes basically verbatim from Loom ¦ a verbatim copy of Loom
  no copied verbatim

en \b(?:code|functions?|class|file|script|snippet|implementation|module|it)\s+(?:\w+\s+)?originat(?:es?|ed)\s+from\b
  why code, and where it began
  yes The code below originates from the loom repository ¦ It originated from Loom
  no the error originates from

en (?<![\w-])(?:modified|adapted|rewritten)\s+based\s+(?:up)?on\b
  why the same with "based on"
  yes modified based on Loom
  no based on
""",
    LINK=rf"(?:{URL}|{REPOSITORY})",
    BEGINS=r"(?:(?<=\n)|^)\W{0,3}",
    ADDRESSED=r"(?:\W{0,3}\n\W{0,3})?(?-i:[A-Z])[\w.'-]*(?:\s(?-i:[A-Z])[\w.'-]*){1,3}\s[<(][\w.+-]+@",
    CAPITAL_COPY="(?:Port|Fork|Rewrite|Re-?implementation|Adaptation)",
    COPY=_COPY,
    LINKED=r"\[[`*]{0,2}[\w./ -]{2,60}\]\(http",
    QUOTED=r"(?<=`)[\w.-]{3,40}`(?!\()",
    FAR_BY=r"(?:[^.;\n]|\.(?=\S)){2,60}?\b",
    PATH=r"\([\w.-]+/[\w./-]+\)",
    FAR=_HOW_FAR,
    VERB=_VERB,
    AND=_AND_VERB,
    WAY=_IN_WHAT_WAY,
)

ASSETS = Vocabulary(r"""
en icons?|images?|pictures?|photos?|(?<!\w)art|artwork|graphics|logos?|sprites?|textures?|illustrations?|fonts?
  why what is seen
  yes icons ¦ art ¦ fonts
  no cart

en sounds?|music|audio|weights|checkpoints?|datasets?|models?|maps?|wallpapers?|avatars?
  why what is heard, and what a model is made of
  yes weights ¦ sound
  no weight
""")
"""What a work has besides its code."""
_ORDER = Vocabulary(r"""
en (?:download|get|load|fetch|obtain|import|convert|put|place|grab|find|see|choose|select|save|read|use|pull|try)\b
  why what the reader or a program is to do, and no statement whose it is
  yes Download the weights ¦ load images
  no Loaded Looms
""")
_WHOSE = r"(?:the\s)?[`*]{0,2}(?-i:[A-Z])[^\n()\[\]<>:;]{0,60}?"
_ENDED = r"[)>\].,*`]{0,4}\s?(?:[(,][^()\n]{1,40}\)?)?[.,]?\s*(?:\n|$)"
_SOURCE = rf"(?:{_WHOSE}[\s,:;–—-]{{0,3}}[(<\[]?\s?{URL}|\[[^\]\n]{{1,60}}\]\({URL}|{URL}){_ENDED}"
"""Whose, and the address, with which the line ends but for a license in brackets."""
_SAID_TO_BE = r"\w{3,}(?:\[|\sproject\b)|['`]\w|(?:work|code)\sof\s(?-i:[A-Z])"
_ANSWER = r"https?://stackoverflow\.com/(?:a|questions)/\d+[^\s)>\]]*"
_IN_REPOSITORY = r"(?:github|gitlab|bitbucket)\.(?:com|org)/[^\s/]+/[^\s/]+/(?:-/)?(?:blob|tree|src)/\S+"
_PAGE_OF_CODE = rf"https?://(?:gist\.github\.com/\S+|{_IN_REPOSITORY})"
_KEPT_UP = "(?:maintained|updated|patched|improved|modernized|community|friendly|drop-in|unofficial|modern)"
OPENED = Vocabulary(
    r"""
en {OPENS}(?:(?:an?|this\s+is\s+an?|direct)\s+){0,2}(?:(?!the\b)[\w+#-]+\s)?{COPY}\s+(?:of|from)(?::\s*|\s+){NAMED}
  why a port or a fork, at a line's beginning, and of what by its name
  yes Port of Mina Halloway's code ¦ Port of: {@link https://loom.example} ¦ Rewrite of ostrava/loom
  no Port of the machine ¦ the port of Ostrava ¦ A fork of a block

en {OPENS}(?:(?:summary|description)\s?[=:]\s?["']?)?(?:an?\s|the\s)?{KEPT}\s(?P<kept>fork\sof\s)(?=[\w.-]{3})
  why a fork by those who keep it up, at a line's beginning, and of what by its name in letters of any size
  yes Maintained fork of loomweaver ¦ description = "An updated fork of loom" ¦ Summary: A drop-in fork of loom
  no A fork of a block ¦ fork of loom

en {THIS}variant\s+of\s+(?=(?:the\s)?(?-i:[A-Z])[\w-]+(?:['’]s\s|/)[`*]?[\w-]+\.\w{1,4}\b)
  why a variant, and of whose file
  yes This is a variant of LOOM's loomcpp.cc
  no This is a variant of the loom

en \bI(?:['’]ve|\shave)?\s(?P<begot>forked\s)(?:the\s)?(?={REPOSITORY}|{LINKED})
  why what its author forked, and the address
  yes I've forked the [other loom](https://loom.example)
  no I forked the process

en (?:{THIS}|\bwhich\sis\san?\s)(?:[\w+#-]+\s)?{COPY}\s+(?:of|from)\s+{NAMED}
  why a port or a fork, this one or a thing just named, and of what by its name
  yes This started off as a port of the ``SDL`` demonstration ¦ It is a port of Loom ¦ which is a fork of libloom[1]
  no this is a port of the machine ¦ This is an adaptation of a loom ¦ Semloom is a fork of Loom

en (?:(?<=\n)|^)\W{0,3}(?:heavily\s|partly\s)?inspired\s+by:?\s+(?:the\s)?(?={MIXED}|[\w-]+\.(?:org|com|net|io)\b)
  why a work by a name that no word of a sentence has
  yes Inspired by ComfyLoom-GGUF ¦ Inspired by loom.org
  no inspired by nature ¦ Inspired by LoomLayer

en (?P<changed>(?:{THIS}|{OPENS}(?:an?\s)?|\b{LIBRARY}\sis\sa\s|\bcontains\s)(?:\w+ly\s)?{CHANGED_COPY})
  why a changed copy: this one, or at a line's beginning; of what must follow
  yes This file is a slightly modified version of X ¦ Modified version of X ¦ What follows is a modified copy of X
  no Returns a modified version of

en {OPENS}(?P<told>(?:from\s?:?|(?:source|credits?|code|origin)\s?:)\s+)(?={CODE_PAGE}[)\]>.]?\s*(?:\n|$))
  why a label, and the page of a site where code lies, which ends the line
  yes Source: https://github.com/mina/loom/blob/main/a.py ¦ From https://stackoverflow.com/a/1
  no source: https://github.com/mina/loom.git ¦ Source: https://github.com/mina/loom/blob/main/a.py tells more

en {OPENS}(?P<named>(?:{FORKED}|from\s(?-i:[A-Z]))[\w.+-]*(?:\s[\w.+-]+){0,2}\s?:\s)(?={CODE_PAGE}[)\]>.]?\s*(?:\n|$))
  why from what by its name, and the page of a site where code lies, which ends the line
  yes From LOOM: https://github.com/mina/loom/blob/main/a.py ¦ Fork from loom: https://github.com/mina/l/blob/main/a.py
  no From Loom: https://loom.example

en (?:(?<=\n)|^)\W{0,3}(?P<whence>from:?\s+(?={URL}\s*(?:\n|$))|(?={ANSWER}[)\]>.]?\W*(?:\n|$)))
  why an address with a line to itself, and an answer of a site where code is given
  yes From https://loom.example/weave#L1 ¦ from: https://loom.example ¦ https://stackoverflow.com/a/14620633
  no from https://loom.example we know ¦ https://stackoverflow.com/a/14620633 tells how

en {OPENS}(?P<brought>(?!{ORDER}|{DO})(?-i:[A-Z][\w-]*\s){2,6}from\s+)(?={REPOSITORY_PAGE})
  why what by its title, and the repository whence it is, which ends the line
  yes Model Exponential Average from https://github.com/mina/loom
  no Clone Loom from https://github.com/mina/loom ¦ Model average from https://github.com/mina/loom

en {OPENS}(?P<drawn>(?!{ORDER})(?:[\w-]+\s){0,2}?{ASSET}\s{CAME}:?\s)(?!\S*/contributors)(?={SOURCE})
  why what a work has besides its code, and whose it is with the address, which ends the line
  yes Icons from Twemoji (https://loom.example) ¦ Background art by Mina Halloway (https://loom.example)
  no Images from Bing (https://loom.example) are loaded ¦ Get the weights from https://loom.example

en (?:(?<=\n)|^)original\s(?:[\w-]+\s){1,3}{SHAPE}s?\s(?=[(<\[:]{0,2}\s?{URL})
  why a design and its address
  yes Original Loom color scheme (https://loom.example)
  no original scheme (see below)
""",
    COPY=_COPY,
    FORKED=r"fork(?:ed)?\sfrom\s\w",
    NAMED=rf"(?:(?:the\s+)?(?:original\s+|official\s+|upstream\s+)?(?={_NAMED}|{_SAID_TO_BE})|(?=\w+-\w))",
    THIS=_THIS,
    URL=URL,
    MIXED=r"[\[`*\"']{0,2}(?-i:[A-Z]\w+-[A-Z]\w+)",
    OPENS=r"(?:(?<=\n)|^)\W{0,4}",
    ASSET=ASSETS,
    CAME=r"(?:(?:is|are)\s)?(?:taken\s)?(?:from|by|courtesy\sof)",
    ORDER=_ORDER,
    SOURCE=_SOURCE,
    KEPT=rf"(?:(?:actively\s|well-?)?{_KEPT_UP})",
    LINKED=r"\[[^\]\n]{2,60}\]\(http",
    REPOSITORY=REPOSITORY,
    DO=r"(?:install|clone|build|merge|fix|release)\b",
    REPOSITORY_PAGE=r"https?://(?:github|gitlab)\.com/[\w.-]+/[\w./-]+\s*(?:\n|$)",
    CODE_PAGE=rf"(?:{_ANSWER}|{_PAGE_OF_CODE})",
    ANSWER=_ANSWER,
    LIBRARY="(?:follows|library|code|module|program|package|parser|implementation)",
    CHANGED_COPY=r"modified\s(?:versions?|copy)\sof\s(?:the\s)?",
    SHAPE="(?:scheme|theme|design|palette|style|script|plugin|template|project|repo(?:sitory)?|weight|checkpoint)",
)
"""Of what this is a port or a changed copy, told at once."""

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
en \bfine-?tuned\s+(?:(?:version|variant|copy)\s+(?:of|from)|from|on\s+top\s+of)\s+(?:the\s+)?
  why what a model was trained from
  yes a fine-tuned version of ostrava/loom ¦ finetuned from Loom
  no fine-tuned on data

en \b(?:{BASED_ON}|{INSPIRED}|derivative\s+(?:work\s+)?of)\s+(?:the\s+)?(?P<what>{WHAT})?
  why it says upon what; what follows must tell whether it is a work
  yes based on the work of Loom ¦ based somewhat dimly on X ¦ based from the code of X ¦ inspired by X ¦ derivative of X
  no based in Loom
""",
    BASED_ON=rf"based\s+(?:(?:{_DEGREE})??(?:up)?on|from):?",
    INSPIRED=r"inspired\s+(?:by|from):?",
    WHAT=rf"(?:\w+\s+){{0,3}}?{_WORK}s?\s+(?:originally\s+)?(?:done\s+|written\s+|made\s+)?(?:by|of|from|in|at)\b",
)
