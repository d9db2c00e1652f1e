"""Of what this is a port, a fork or a changed copy, whence a part of it came: told at a line's beginning or at once."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.origins import COPY
from hatch_oaml.recognition.words.shared import REPOSITORY, URL

_THIS = r"\b(?:this|it)\s(?:[\w-]+\s){0,3}?(?:is|was|as)\s(?:an?|the)?\s?"
_NAMED = rf"(?:{{@link\s)?[\[`*\"'(]{{0,3}}(?:(?-i:[A-Z])\w|{URL}|{REPOSITORY}|\w[\w.-]+(?:`|\]\())"
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
  needs adaptation ¦ fork ¦ implementation ¦ port ¦ rewrite
  yes Port of Mina Halloway's code ¦ Port of: {@link https://loom.example} ¦ Rewrite of ostrava/loom
  no Port of the machine ¦ the port of Ostrava ¦ A fork of a block

en {OPENS}(?:(?:summary|description)\s?[=:]\s?["']?)?(?:an?\s|the\s)?{KEPT}\s(?P<kept>fork\sof\s)(?=[\w.-]{3})
  why a fork by those who keep it up, at a line's beginning, and of what by its name in letters of any size
  needs community ¦ drop-in ¦ friendly ¦ improved ¦ maintained ¦ modern ¦ patched ¦ unofficial ¦ updated
  needs fork
  yes Maintained fork of loomweaver ¦ description = "An updated fork of loom" ¦ Summary: A drop-in fork of loom
  no A fork of a block ¦ fork of loom

en {THIS}variant\s+of\s+(?=(?:the\s)?(?-i:[A-Z])[\w-]+(?:['’]s\s|/)[`*]?[\w-]+\.\w{1,4}\b)
  why a variant, and of whose file
  needs variant
  yes This is a variant of LOOM's loomcpp.cc
  no This is a variant of the loom

en \bI(?:['’]ve|\shave)?\s(?P<begot>forked\s)(?:the\s)?(?={REPOSITORY}|{LINKED})
  why what its author forked, and the address
  needs forked
  yes I've forked the [other loom](https://loom.example)
  no I forked the process

en (?:{THIS}|\bwhich\sis\san?\s)(?:[\w+#-]+\s)?{COPY}\s+(?:of|from)\s+{NAMED}
  why a port or a fork, this one or a thing just named, and of what by its name
  needs adaptation ¦ fork ¦ implementation ¦ port ¦ rewrite
  yes This started off as a port of the ``SDL`` demonstration ¦ It is a port of Loom ¦ which is a fork of libloom[1]
  no this is a port of the machine ¦ This is an adaptation of a loom ¦ Semloom is a fork of Loom

en (?:(?<=\n)|^)\W{0,3}(?:heavily\s|partly\s)?inspired\s+by:?\s+(?:the\s)?(?={MIXED}|[\w-]+\.(?:org|com|net|io)\b)
  why a work by a name that no word of a sentence has
  needs inspired
  yes Inspired by ComfyLoom-GGUF ¦ Inspired by loom.org
  no inspired by nature ¦ Inspired by LoomLayer

en (?P<changed>(?:{THIS}|(?<!with\n){OPENS}(?:an?\s)?|\b{LIBRARY}\sis\sa\s|\bcontains\s)(?:\w+ly\s)?{CHANGED_COPY})
  why a changed copy: this one, or at a line's beginning; of what must follow
  needs modified
  needs copy ¦ version
  yes This file is a slightly modified version of X ¦ Modified version of X ¦ What follows is a modified copy of X
  no Returns a modified version of ¦ link with the library (or with\nmodified versions of X that use its license)

en {OPENS}(?P<told>(?:from\s?:?|(?:source|credits?|code|origin)\s?:)\s+)(?={CODE_PAGE}[)\]>.]?\s*(?:\n|$))
  why a label, and the page of a site where code lies, which ends the line
  needs ://bitbucket ¦ ://gist.github ¦ ://github ¦ ://gitlab ¦ ://stackoverflow
  needs http
  needs code ¦ credit ¦ from ¦ origin ¦ source
  yes Source: https://github.com/mina/loom/blob/main/a.py ¦ From https://stackoverflow.com/a/1
  no source: https://github.com/mina/loom.git ¦ Source: https://github.com/mina/loom/blob/main/a.py tells more

en {OPENS}(?P<named>(?:{FORKED}|from\s(?-i:[A-Z]))[\w.+-]*(?:\s[\w.+-]+){0,2}\s?:\s)(?={CODE_PAGE}[)\]>.]?\s*(?:\n|$))
  why from what by its name, and the page of a site where code lies, which ends the line
  needs ://bitbucket ¦ ://gist.github ¦ ://github ¦ ://gitlab ¦ ://stackoverflow
  needs http
  needs fork ¦ from
  yes From LOOM: https://github.com/mina/loom/blob/main/a.py ¦ Fork from loom: https://github.com/mina/l/blob/main/a.py
  no From Loom: https://loom.example

en (?:(?<=\n)|^)\W{0,3}(?P<whence>from:?\s+(?={URL}\s*(?:\n|$))|(?={ANSWER}[)\]>.]?\W*(?:\n|$)))
  why an address with a line to itself, and an answer of a site where code is given
  needs ://stackoverflow.com/a ¦ ://stackoverflow.com/questions ¦ from
  yes From https://loom.example/weave#L1 ¦ from: https://loom.example ¦ https://stackoverflow.com/a/14620633
  no from https://loom.example we know ¦ https://stackoverflow.com/a/14620633 tells how

en {OPENS}(?P<brought>(?!{ORDER}|{DO})(?-i:[A-Z][\w-]*\s){2,6}from\s+)(?={REPOSITORY_PAGE})
  why what by its title, and the repository whence it is, which ends the line
  needs ://github ¦ ://gitlab
  needs .com/
  needs from
  yes Model Exponential Average from https://github.com/mina/loom
  no Clone Loom from https://github.com/mina/loom ¦ Model average from https://github.com/mina/loom

en {OPENS}(?P<drawn>(?!{ORDER})(?:[\w-]+\s){0,2}?{ASSET}\s{CAME}:?\s)(?!\S*/contributors)(?={SOURCE})
  why what a work has besides its code, and whose it is with the address, which ends the line
  needs :// ¦ ](http ¦ git@ ¦ www.
  yes Icons from Twemoji (https://loom.example) ¦ Background art by Mina Halloway (https://loom.example)
  no Images from Bing (https://loom.example) are loaded ¦ Get the weights from https://loom.example

code {OPENS}(?:{CODE}\s{SAID})?{TAKEN}\sfrom:?\s(?=`?(?!{OWN}/)[\w.-]+(?:/[\w.-]+)+\.{SUFFIX}\b)
  why of what file, by its path in another work
  needs adapted ¦ borrowed ¦ copied ¦ modified ¦ ported ¦ taken
  needs from
  needs .c ¦ .go ¦ .h ¦ .java ¦ .js ¦ .m ¦ .p ¦ .rs ¦ .ts ¦ .y
  yes Modified from loom/models/weave.py ¦ Code is partly copied from `loom/weave.c` ¦
    adapted from: loom/weave.pyx ¦ adapted from stable-loom/configs/weave.yaml
  no Modified from src/weave.py ¦ adapted from configs/weave.yaml ¦ copied from loom/weave ¦
    It is copied from loom/models/weave.py

code {OPENS}{CODE}\s{SAID}{TAKEN}\sfrom\s(?=[a-z]+(?:_[a-z]+)+\.?\s*(?:\n|$))
  why code, and a package whose name has a low line, which ends the line
  needs adapted ¦ borrowed ¦ copied ¦ modified ¦ ported ¦ taken
  needs from
  needs _
  yes Code borrowed from sentence_weavers
  no borrowed from weave_pool ¦ Code taken from weave_pool at once

en \bopen-?sourced\sby\s(?:the\s)?(?:authors?|{PROPER})\b{AND}\savailable\s(?:at|on|in|from)\W{1,4}{URL}
  why who gave it as source, and the address
  needs sourced
  needs :// ¦ git@ ¦ www.
  yes open-sourced by the authors,\nand available at https://loom.example ¦ open-sourced by Weft, available on www.x.org
  no open-sourced by the authors ¦ it is open-sourced and available at https://loom.example

en (?:(?<=\n)|^)original\s(?:[\w-]+\s){1,3}{SHAPE}s?\s(?=[(<\[:]{0,2}\s?{URL})
  why a design and its address
  needs original
  needs :// ¦ git@ ¦ www.
  yes Original Loom color scheme (https://loom.example)
  no original scheme (see below)
""",
    COPY=COPY,
    PROPER=r"(?-i:[A-Z])[\w-]{1,40}",
    AND=r"(?:[^.;]|\.(?=\S)){0,90}?",
    CODE="(?:(?:this|the|some)\\s)?(?:code|functions?|class|implementation|snippet|logic|module|file)",
    SAID=r"(?:(?:is|was|\w+ly)\s){0,2}",
    TAKEN=r"(?:adapted|borrowed|copied|modified|ported|taken)",
    OWN=r"(?:\.{1,2}|src|libs?|tests?|include|examples?|docs?|scripts?|tools?|utils?|common|core|models?|data|configs?)",
    SUFFIX="(?:pyx?|pxd|ya?ml|c|cc|cpp|cu|h|hpp|java|js|ts|rs|go|m)",
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
