"""What beside a verb of origin tells that no work follows of which anything was taken."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

ADVICE = Vocabulary(
    r"""
en \byou(?:r)?\s+(?:can|may|must|should|own)\b
  why what readers may do, or must
  yes you can fine-tune ¦ your own model
  no you are

zh (?:您|你|用户)也?(?:可以?|能)
  why the same in Chinese
  yes 您可以 ¦ 你也可
  no 你好

en \b(?:may|can|could|might|should|must|will|would|cannot)\s+(?:\w+\s+){0,3}?be\s*$
  why what may or must be done, and was not
  yes the text may as well be ¦ it can be
  no it was

en \b(?:metrics|results?|accuracy|scores?|numbers|figures|measurements?)\s+(?:\w+\s+)?(?:are|is|was|were)\s*$
  why what was measured, and no work
  yes The above accuracy metrics are ¦ all results were
  no this code is

en \b(?:evaluations?|strateg(?:y|ies)|discussion|decisions?|choices?|assumptions?|thresholds?|comparisons?){IS}$
  why what was judged or decided, and no work
  yes The evaluation is ¦ our choices were
  no this code is

en \b(?:defaults?|settings?|hyper-?parameters?|configurations?)\s+(?:is|are|was|were)\s*$
  why what somebody chose, and no work
  yes The default setting is ¦ our hyperparameters are
  no this code is ¦ this configuration script is ¦ These default digraphs are

en \b(?:learning[ -]rates?|lr|batch[ -]sizes?|weight\sdecay|epochs){IS_OR_NOT}$
  why what is tuned, and no work
  yes learning rate  ¦ The batch size is
  no the rate schedule of this code

zh (?:评测|评估|评分|测评|测试|实验|对比|指标|排名|结果|得分)(?:结果|数据|方法|标准|指标|得分)?\s*$
  why what was measured, and no work
  yes 评测结果 ¦ 指标
  no 代码 ¦ 模型

en \bplease\s+(?:also\s+)?(?:refer|see|check|consult)\b
  why where readers are to look
  yes please refer to
  no pleased

en \b(?:seems?|appears?)\s+to\s+(?:be|have\s+been)\s*$
  why what a program guesses of a text
  yes the text that you paste seems to be
  no it is

en \b(?:works|models)\s*$
  why works of others in general
  yes works ¦ the models
  no this work
""",
    IS=r"\s+(?:\w+\s+)?(?:is|are|was|were)\s*",
    IS_OR_NOT=r"(?:\s+(?:rates?|values?))?(?:\s+(?:is|are|was|were))?\s*",
)
"""What before the verb tells that no origin of this work follows."""

SPECIFIED = Vocabulary(
    r"""
en [\s\[*]*(?:keep\s+a\s+changelog|semantic\s+versioning|conventional\s+commits)
  why how a history is written
  yes  [Keep a Changelog](https://a.example)
  no  Loom

en {WHAT}https?://(?:[\w-]+\.)*(?:ietf|rfc-editor|w3|whatwg|unicode|iso|ecma-international)\.org/
  why a standard, which programs follow
  yes  https://tools.ietf.org/html/rfc8693 ¦  RFC 4627: https://www.ietf.org/rfc/rfc4627.txt
  no  https://github.com/ietf/loom

en [^.\n]{0,40}?https?://(?:docs?|developers?|documentation|manual|help|support|cloud)\.(?!mozilla)[\w.-]+/
  why a manual, which tells how something is used
  yes  https://docs.loom.example/weave.html
  no  https://loom.example/docs.py

en [^.\n]{0,60}?https?://[\w.-]+/(?:[\w-]+/)*(?:docs?|documentation|manual|specs?|reference|api)/
  why the same by a folder
  yes  the description at http://loom.example/manual/en/weave.php
  no  https://loom.example/weave.py

en [^.\n]{0,60}?https?://(?:\w+\.)?wikipedia\.org/(?!wiki/File:)|(?:the\s+)?(?:RFC|PEP|ISO|IEEE|FIPS)[ -]?\d+\b
  why an encyclopedia, and a standard by its number
  yes  https://en.wikipedia.org/wiki/Loom ¦ RFC 4627
  no  Loom
""",
    WHAT=r"(?:[^.\n]|\n(?=\W*http)){0,90}?",
)
"""Upon what a program rests that is no work of which it holds anything: a standard, a manual."""

VALUE = Vocabulary(
    r"""
code \b(?:keys?|values?|hash(?:es)?|ids?|seeds?|names?){IS}$
  why what a program derives
  yes a key ¦ the values are
  no this code is

code \b(?:passwords?|types?|strings?|numbers?|tokens?|salts?){IS}$
  why the same
  yes the password is ¦ a token
  no this file
""",
    IS=r"(?:\s+(?:is|are|was|were))?\s*",
)
"""What stands before `derived from` and is no work."""

OWN_PART = Vocabulary(
    r"""
code \A[\s`'"~]*[A-Z]\w*?[a-z](?:{PART}|{OTHER_PART})(?:Fast)?(?=[`'"]?\s*(?:[.:,;)]|\n|\Z|and\s[A-Z`]))(?!{ADDRESSED})
  why a class of a program by what it does, and nothing that tells whose
  yes PerlLexer: ¦  `LoomTokenizer`. ¦ WeftEncoder and WeftDecoder
  no LoomWorks ¦ LoomTokenizer by Mina ¦ LoomLexer (https://loom.example) ¦ LoomParser, https://loom.example

markup \A\s*\[`[A-Z]\w+`\](?![(\[])(?!{ADDRESSED})
  why a class that a page of the same program shows
  yes [`LoomTokenizer`] and others
  no [`Loom`](https://loom.example) ¦ [Loom]

en \A\s*(?:the\s)?(?:[A-Z][\w-]+\s){1,4}{METHOD}(?:\s\([A-Za-z]{2,8}\))?(?=[.,;:]?\s*(?:\n|\Z))
  why a method by its title
  yes Adaptive Weaving Search (mAWS). ¦ the Weft Attention
  no Adaptive Weaving Search by Mina ¦ Loom Search Works
""",
    flags=0,
    PART="Lexer|Tokenizer|Encoder|Decoder|Layer|Trainer|Pipeline|Processor|Parser|Handler|Mixin|TestCase|Widget|Factory",
    OTHER_PART="Manager|Loader|Scheduler|Optimizer|Callback|Attention|Embeddings?|Pooler|Config|Sampler|Formatter|Renderer",
    ADDRESSED=r"[^\n]{0,120}(?:https?:|\swww\.|@|\bby\s[A-Z])",
    METHOD="(?:Search|Algorithm|Method|Attention|Loss|Decoding|Sampling|Optimi[sz]ation|Estimation|Clustering)",
)
"""What follows a verb of taking over and is no work of another by itself."""

POINTED = Vocabulary(
    r"""
en \A(?:[^.;:,\n(]|\n(?!\n)){0,120}?\s[–-]\s(?:please\s)?see\b
  why upon what a program acts, and where that is told
  yes  sharding variables in the environment - see https://loom.example
  no  Loom, see https://loom.example
""",
)
"""Behind `based on`, where what it names begins small and is no work."""
A_WORK = Vocabulary(
    r"""
en \b(?:code|works?|papers?|algorithms?|implementations?|ideas?|articles?|posts?|answers?|methods?|scripts?|examples?)\b
  why something that somebody made
  yes the code ¦ an idea
  no variables

en \b(?:techniques?|approach|version|project|library|package|tutorials?|books?|snippets?|repo(?:sitory)?|model)\b|[A-Z]
  why the same, and a name
  yes a tutorial ¦ Loom
  no variables in the environment
""",
    flags=0,
)
"""What tells that it is one all the same."""
