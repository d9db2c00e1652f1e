"""What behind a verb of taking over is a work, though neither an address nor a license tells so."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.evidence import NAME

_NO_NAME = Vocabulary(r"""
en the|this|that|these|those|its|their|our|your|my|an?|same|other|another|any|some|each|every|existing|previous|old|new
  why words that name nothing
  yes the ¦ another ¦ existing
  no loom

en base|parent|reference|original|official|default|standard|current|given|input|output|source|upstream|internal|main
  why which one it is, and no name
  yes parent ¦ upstream
  no loom

en user|first|second|last|local|global|test|public|private|client|server|host|target|simple|generic|external|full|open
  why whose or which one it is, and no name
  yes user ¦ local
  no loom

code c|python\d?|java|javascript|typescript|matlab|fortran|cuda|rust|go|perl|ruby|lua|shell|assembly|ansi|html|css|sql
  why a language, and no work
  yes python ¦ matlab
  no pyloom

en training|config(?:uration)?|sub|third-party|popular|great|excellent|awesome|following|corresponding|legacy|single
  why what it is like, and no name
  yes training ¦ excellent
  no loom
""")
_NO_PACKAGE = Vocabulary(r"""
en here|there|above|below|scratch|code|text|data|examples?|docs|documentation|papers?|literature|left|right|top|bottom
  why where it is, or what, and no name
  yes here ¦ scratch
  no loom

en version|each|both|all|one|two|within|inside|outside|experience|works?|ideas?|memory|desktop|what|various
  why words of a sentence
  yes within ¦ version
  no loom

en next|previous|authors?|people|others?|users?
  why which one it is, or who
  yes next ¦ authors
  no loom
""")
NAMED_THING = Vocabulary(
    r"""
en (?<!\w)\s*(?!{NO_NAME}\b)(?-i:[a-z][a-z0-9-]{2,30})(?={ENDED})
  why a package by its name alone, at the end of what is said of it
  yes  statsmodels) ¦  mne-python ¦  nibabel to read
  no  Loom ¦  weave_threads ¦  weave()

en (?<!\w)\s*(?:(?:the|an?)\s+)?(?:{PRAISED}\s+)?(?!{NO_NAME}\b)[\w.+-]{2,30}(?:['’]s?)?{SECOND}\s{THING}s?\b
  why a work by its name in letters of any size, or whose it is, and what it is
  yes  the weave library ¦  mina LOOM implementation ¦  mina's implementation ¦  official Loom impl ¦  o3d sample
  no the package ¦ loom
""",
    ENDED=r"\s\(|[),;]|\.?(?:\s*$|\n)|\s(?:to|with|and|for|by)\s",
    PRAISED="(?:official|original|excellent)",
    SECOND=r"(?:\s(?-i:[A-Z])[\w.+-]{1,30})?",
    NO_NAME=f"(?:{_NO_NAME}|{_NO_PACKAGE})",
    THING="(?:library|package|project|repo(?:sitory)?|codebase|sample|impl(?:ementation)?|plugin|demo|theme|toolkit)",
)
"""What behind a verb of taking over is a work, though its name has no capital."""

_TOLD = r"(?=\w*[A-Z.\d:+-])[\w.:+-]{2,40}(?:\s(?=[\w-]*[A-Z.\d:])[\w.:+-]{2,30})?"
WORK = Vocabulary(
    r"""
en \s*(?:the\s+)?@?(?:{NAME}(?:\s{NAME}){0,2}|[\w-]*\d[\w-]*|[a-z][\w-]*\.[a-z]{2,4})['’]s\s+[`'"\w]
  why whose it is
  yes  GitLoom's CSS ¦  Mina Halloway's Loom::Weave ¦  mina20's patch ¦  weave.js's source ¦  the Loom's pattern
  no  its CSS ¦  weave's pattern

en \s*(?:the\s+)?original\s+(?:`?[\w.+-]+/[\w./+-]+|(?:\w+\s+)?{NAME}\s\w)
  why what came first, by its path or its name
  yes  the original p0f/fp_loom.c ¦  the original Loom sources
  no  the original value ¦  original code

en (?<!\w)\s*(?:the\s+)?(?!version|release)[A-Za-z][\w+]*[- ]v?\d+(?:\.\d+)+[a-z]?(?:/[\w./-]+)?(?![\w-])
  why a name with its version, and a file of it
  yes  loom-1.40/weave.m4 ¦  Weft-2.0.1 ¦  looms 8.28
  no  loom-2 ¦  1.40 ¦  version 1.40

code (?<![\w ])\s*(?:the\s+)?(?!{NO_NAME}\b)[\w.+-]{3,30}\s[\w/-]+\.(?:c|cc|cpp|h|hpp|py|js|java|rs|go|pl|rb|f90|m4)\b
  why a work by its name, and a file of it
  yes  libloom WeaveStream.cpp
  no  the weave.cpp ¦  file weave.cpp

en \s*(?:the\s+)?{TOLD}\s{THING}\b
  why a name with a capital, a full stop or a colon, and what it is
  yes  the loom.js source ¦  STREAM benchmark ¦  Loom2::Todo distribution
  no  the data source ¦  loom benchmark
""",
    flags=0,
    NAME=NAME,
    NO_NAME="the|this|that|these|its|our|your|an?|same|file|from|of|in|and|module|script|code|class|header",
    TOLD=_TOLD,
    THING="(?:sources?|distribution|benchmark|framework|engine|website|toolbox|documentation|tutorial|core|example|suite)",
)
"""What is one whatever verb leads to it, where code is spoken of."""

CODE_SUBJECT = Vocabulary(r"""
en \b(?:code|functions?|routines?|algorithms?|implementation|program|scripts?|logic|parts?|portions?|snippets?)\b
  why code, or part of it
  yes This function is ¦ Parts of it are
  no the value is

en \b(?:macros?|headers?|shaders?|themes?|icons?|styles?|colou?rs|templates?|weights|modules?|files?|sections?)\b
  why what programs have besides
  yes Colors are ¦ These weights are
  no the number is
""")
"""What is spoken of before the verb."""

IN_LANGUAGE = Vocabulary(
    r"""
en (?<!\w)\s*(?:the\s+)?{LANGUAGE}\s{MADE}s?\b(?!,?\s(?:by|of|from|in|at|for)\b)
  why in what language it was written before, and by nobody
  yes  C++ code ¦  the Java version
  no  C code by Mina ¦  Loom code
""",
    flags=0,
    MADE="(?:code|version|source|implementation|original)",
    LANGUAGE=r"(?:C\+\+|C#?|Java|Python\s?\d?|Perl|Fortran|JavaScript|M(?:ATLAB|atlab)|Rust|Go|Pascal|Haskell|Lisp)",
)
