"""What tells that a name is a work or a person, and not a word of a sentence."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import EMAIL, LICENSE_NAME, REPOSITORY, URL
from hatch_oaml.values.han import BEYOND_LATIN

NAME = r"[A-Z][\w'’-]*\.?"
FULL_NAME = rf"{NAME}(?:\s(?:{NAME}|de|van|von)){{1,3}}"
"""A person's, of two to four words; it can be read in one way alone, so that a list of them takes linear time."""

OF_ACCOUNT = r"\s*(?:the\s)?@[A-Za-z][\w-]+['’]s\s"
"""Whose, by an account's name."""
REFERENCE = r"[A-Z][\w-]+,\s[A-Z]\."
"""How a paper begins in a list of references: `Halloway, M., and Tessel, U.`"""

EVIDENCE = Vocabulary(
    r"""
any {URL}|{EMAIL}
  why an address
  yes https://a.example/x ¦ mina@loom.example
  no a.example

any \b{LICENSE_NAME}\b|\bRFC\s?\d
  why a license or a standard
  yes MIT ¦ Apache-2.0 ¦ RFC 2616
  no permit

any \bgithub\.com|\barxiv[:\s.]|\bdoi[:\s.]|stackoverflow|《[^》]+》
  why where works are found, and a title
  yes github.com/x ¦ arXiv:1234.5678 ¦ 《织机》
  no the archive

any (?<!.){OF_ACCOUNT}
  why whose, by an account, at once
  yes  @mina's simulator
  no  ask @mina's

any (?<!.)[\s:：\[`'\"(]*(?:(?:了|the|code|of|repo|repository|from|in|at|{PROJECT_ZH})\s*`?){0,4}{REPOSITORY}
  why a repository, at once
  yes the code of ostrava/loom-model ¦ `ostrava/loom` ¦ 开源项目 `ostrava/loom`
  no we like ostrava/loom
""",
    OF_ACCOUNT=OF_ACCOUNT,
    PROJECT_ZH="开源|项目|仓库|上游|原版",
    URL=URL,
    EMAIL=EMAIL,
    LICENSE_NAME=LICENSE_NAME,
    REPOSITORY=REPOSITORY,
)

BASE = Vocabulary(
    r"""
any \s*{NOT}["'`*“]?[\w.-]{2,40}["'`*”]?{THING},?\s+(?:written\s+)?by\s+\[?{NAME}\s+{NAME}
  why a work by its name, and who made it
  yes  "loom-fetch" by Mina Halloway ¦  LoomPatterns plugin by [Mina Halloway] ¦  loom.py, written by Mina Halloway
  no  the rules by heart ¦  it by Mina Halloway

any \s*["“][^"”\n]{5,120}["”],?\s+by\s+{NAME}\s+(?:\w+\s+)?{NAME}
  why a work by its title, and who made it
  yes  "Attention Is All You Weave" by M. Halloway
  no  "Weave" by heart

any \s*(?:\w+\s+){0,2}?(?:paper|article|book|thesis|tutorial)s?[\s:,]{1,3}(?:["“`][A-Z]|by\s+{NAME}|{NAME}\s+et\sal)
  why a publication by its title, or whose it is
  yes  paper "Loom: Weaving Local Threads" ¦  paper by Mina Halloway ¦  Looms paper `Threads
  no  paper size ¦  book by heart

code \s*[\w]+(?:::\w+)+,?\s+which\b
  why a module by its path, and what is said of it
  yes  Loom::Source::Thread, which is
  no  std::vector

en \s*{NAME}(?:\s{NAME}){1,2}['’]s\s
  why whose work
  yes  Mina Halloway's loom.py ¦  Udo J. Tessel's loom.f90
  no  Loom's flags

en \s*{NAME}(?:\s{NAME}){1,2}\s(?:and|&)\s{NAME}(?:\s{NAME}){1,2}
  why whose it is, two by name
  yes  Mina T. Halloway and Udo Tessel
  no  Threads and Looms

any [^.\n]{0,120}\b{LICENSE}[\s-]licen[sc]ed?\b
  why under which license the work is
  yes  code I wrote for Loom, which is MIT licensed
  no  the license
""",
    flags=0,
    NAME=NAME,
    NOT=r"(?!it\b|this\b|that\b|them\b)",
    THING=r"(?:\s(?:plugin|package|library|module|script|code|project|theme|template|tool|driver|program|writer))?",
    LICENSE=LICENSE_NAME,
)
"""What behind "based on" tells that it is a work, where no address does."""

PERSON = Vocabulary(
    r"""
any {NAME}\s+(?:(?:de|van|von|der|den|la|le|di|da|del|dos|ter)\s+){0,2}(?:{NAME}\s*){1,4}
  why capitalised words
  yes Mina Halloway ¦ M. J. Halloway ¦ A. de Weft
  no mina halloway

en (?:the\s+)?[A-Z][\w.&'-]+(?:\s+[A-Z&][\w.&'-]*)*
  why a group, or a name alone
  yes the Loom Team ¦ Loom
  no the team

any [\w.-]+\s*(?:<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)|\(?https?:)|@\w[\w-]+|[Gg]it(?:[Hh]ub|[Ll]ab|ee):@?[\w-]{3}
  why a name with an address, and a handle
  yes mina <mina@loom.example> ¦ @mina ¦ github:mina ¦ mina (https://a.example)
  no mina (x)

zh {LETTER_ZH}{2,}[^，。；\n]*
  why Chinese words
  yes 林晚舟
  no 林
""",
    flags=0,
    NAME=NAME,
    LETTER_ZH=BEYOND_LATIN,
)
