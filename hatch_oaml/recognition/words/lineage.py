"""How model cards and research code tell of whose code, model and data they were made from."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import REPOSITORY, URL

LINK = r"\[(?!(?:this|our|here|the|my|#)\b)[^\]\n]{1,120}\]\(https?://[^)\s]{1,300}\)"
_NAME = r"(?-i:[A-Z])[\w'’-]*"
_WORK = rf"[`'\"“]?(?:{LINK}|{URL}|{REPOSITORY}|{_NAME}(?:\s[\w.'’-]+){{0,3}}\s?[(（]{URL})"
"""A work by its link, its address or its owner."""
_KIND = Vocabulary(r"""
en pre-?trained|base|public|open|original|official|models?|weights|checkpoints?|repository|repo|project
  why what stands before its name
  yes the base model ¦ original
  no the config

en data(?:set)?|corpus|code
  why what stands before its name
  yes the dataset ¦ code
  no the config
""")
_SUBJECT = Vocabulary(r"""
en code|codes|codebase|implementation|project|repo|repository|work|model|framework|library|package|plugin
  why what was made
  yes our code ¦ this repo
  no the wheel

en pipeline|system|app|tool|toolkit|benchmark|dataset|extension|module|file|script|website
  why what was made
  yes the benchmark ¦ this tool
  no the wheel
""")
_PEOPLE = r"(?:authors?|contributors|developers|creators|maintainers)\s+of"
_GROUP = r"(?:team|community|project|authors|group|developers)\b"
_WHOM = rf"{_WORK}|@\w|{_PEOPLE}\s+{_NAME}|{_NAME}\s+{_GROUP}|{_NAME}\s+{_NAME}"
_FORM = Vocabulary(r"""
en quanti[sz]ed|pruned|merged|distilled|converted|compressed|GGUF|GGML|GPTQ|AWQ|EXL[23]|MLX|ONNX|FP8|INT[48]
  why in what form a model is given
  yes quantized ¦ GGUF
  no quantity

en \d(?:\.\d)?-?bit|(?:Q?LoRA)|uncensored|abliterated|safetensors|unofficial|CoreML|TFLite|OpenVINO|TensorRT
  why in what form a model is given
  yes 4-bit ¦ LoRA ¦ uncensored
  no bitten
""")
_AS = Vocabulary(r"""
en versions?|variants?|quants?|quanti[sz]ations?|weights|conversions?|adapters?|merges?|copy|checkpoints?
  why what it is of another model
  yes a version ¦ quantizations
  no vision

en files?|exports?|ports?
  why what it is of another model
  yes model files
  no vision
""")
_HOUSE = Vocabulary(r"""
en Universit\w+(?:\s+of)?|Institutes?|Laborator(?:y|ies)|Labs?|Research|Foundation|Cent(?:er|re)|College|Observatory
  why where people research
  yes University of ¦ Loom Labs
  no Loom

en Inc|Corp\w*|GmbH|Ltd
  why where people work
  yes Inc ¦ Corporation
  no Loom
""")
LINEAGE = Vocabulary(
    r"""
en {BUILT}\s+{FILL}{WORK}
  why upon what this was built
  needs build ¦ built ¦ developed
  needs / ¦ ](http ¦ git@ ¦ www.
  yes our code is built upon [Loom](https://loom.example) ¦ this repo builds on mina/loom
  no it is built on Loom ¦ the images are built on every push

en {BUILT}\s+{FILL}(?:code(?:base)?|work|implementation)\s+of\s+{NAME}
  why upon whose work this was built
  needs build ¦ built ¦ developed
  needs code ¦ implementation ¦ work
  yes this work builds upon the excellent codebase of LoomVA
  no this work builds upon the idea of weaving

en \bbuilt\s+(?:up)?on\s+(?:top\s+of\s+)?{THE}\[[^\]\n]{1,80}\]\(https://(?:www\.)?{HOST}/[\w.-]+/\w
  why the same of anything, upon a work where code and models are kept
  needs ](https://
  needs bitbucket.org ¦ codeberg.org ¦ gitee.com ¦ github.com ¦ gitlab.com ¦ huggingface.co ¦ modelscope.cn
  needs built
  yes an engine built on top of [Loom](https://github.com/mina/loom)
  no an engine built on top of [Loom](https://docs.loom.example/a/b)

en (?:^|\n)\W{0,3}built\s+{ON}\s+{THE}{WORK}
  why the same, at the beginning of a line
  needs built
  needs / ¦ ](http ¦ git@ ¦ www.
  yes Built on top of [Loom](https://loom.example)
  no Built on Linux

en \b(?:we|i|{SUBJECT}s?)\s+(?:\w+\s+){0,2}?borrows?\s+(?:\w+\s+){0,4}?from\s+{THE}(?:{WORK}|(?:\w+\s+){0,2}?{NAME}\b)
  why from what something was taken
  needs borrow
  needs from
  yes our code borrows heavily from Loom ¦ we borrow some code from [Loom](https://loom.example)
  no we borrow from the past ¦ a borrowed reference from List

en \b(?:we|i|authors?)\s+(?:\w+\s+){0,4}?(?:thank|acknowledge)\s+(?:\w+\s+){0,6}?(?:{WHOM})
  why who is thanked
  needs acknowledge ¦ thank
  yes we thank the LoomVA team ¦ we would like to thank the authors of Loom ¦ I thank Mina Halloway
  no we thank you for your patience

en \bappreciate\s+(?:\w+\s+){0,4}?{EFFORT}\s+(?:of|by|from)\s+{THE}(?:{WHOM})
  why whose work is valued
  needs appreciate
  needs code ¦ contribution ¦ effort ¦ project ¦ work
  yes we appreciate the great work of [Loom](https://loom.example)
  no we appreciate any work

en \bthanks\s+(?:a\s+lot\s+)?for\s+(?:the|their)\s+(?:\w+\s+){0,2}?{EFFORT}\s*(?:of|by|from|[:：])?\s*(?:{WORK})
  why whose work is valued
  needs thanks
  needs code ¦ contribution ¦ effort ¦ project ¦ work
  needs / ¦ ](http ¦ git@ ¦ www.
  yes thanks for the great work of [Loom](https://loom.example) ¦ thanks for their work: mina/loom
  no thanks for the work

en \bthanks,?\s+{LINK}\s+for\b
  why who is thanked, and for what
  needs ](http
  needs thanks
  needs ://
  yes thanks [Loom](https://loom.example) for their code
  no thanks [#12](https://loom.example)

en {CREDIT}\s+(?:goes\s+|go\s+)?to\s+(?:{LINK}|@\w{2}|{NAME}\s+{NAME}|{FIRST}\s+{NAME})
  why whose merit it is
  needs credit ¦ hats ¦ kudos ¦ props ¦ shout
  yes kudos to [Mina](https://loom.example) ¦ credits to the original authors, Mina Halloway ¦ shoutout to @mina
  no kudos to everybody

en \b(?:grateful|indebted|thankful)\s+to\s+(?:\w+\s+){0,4}?(?:{WHOM})|\bpossible\s+without\s+(?:\w+\s+){0,5}?{WORK}
  why what one owes to others
  needs grateful ¦ indebted ¦ possible ¦ thankful
  yes grateful to [Loom](https://loom.example) ¦ not be possible without mina/loom
  no grateful to all

en {USE}\s+(?:\w+\s+){0,4}?(?:codes?|weights|checkpoints?|portions|snippets)\s+(?:of|from|by)\s+{THE}{WORK}
  why of whose code there are parts
  needs checkpoint ¦ code ¦ portions ¦ snippets ¦ weights
  needs / ¦ ](http ¦ git@ ¦ www.
  yes we use the code of [Loom](https://loom.example) ¦ includes code from mina/loom
  no use the code of conduct

en \b(?:{MADE})ed\s+(?:directly\s+)?from\s+{THE}{WORK}
  why from what model or data
  needs from
  needs / ¦ ](http ¦ git@ ¦ www.
  yes initialized from [Loom](https://loom.example) ¦ merged from the model mina/loom-7B
  no initialized from the config ¦ merged from upstream

en \b(?:developed|retrained|curated|compressed|warm-?started|continued|trained)\s+(?:from|on\s+top\s+of)\s+{THE}{WORK}
  why from what model or data
  needs compressed ¦ continued ¦ curated ¦ developed ¦ started ¦ trained
  needs / ¦ ](http ¦ git@ ¦ www.
  yes developed from [Loom](https://loom.example) ¦ trained on top of mina/loom-7B
  no trained on mina/loom-data

en \b{FORM}\s+(?:[\w-]+\s+){0,3}?{AS}\s+(?:of|for|from)\s+{THE}{WORK}
  why of what model this is a form
  needs adapter ¦ checkpoint ¦ copy ¦ file ¦ merge ¦ port ¦ quant ¦ variant ¦ version ¦ weights
  needs / ¦ ](http ¦ git@ ¦ www.
  yes quantized version of [Loom](https://loom.example) ¦ GGUF format model files for mina/loom-7B
  no quantized version of this model

en (?:^|\n)\W{0,3}(?:original\s+(?:model|weights|checkpoint|repo(?:sitory)?)|source\s+model)\W{0,3}[:：]\W{0,3}(?:{WORK})
  why a label, and the model
  needs original ¦ source
  needs / ¦ ](http ¦ git@ ¦ www.
  yes Original model: [Loom](https://loom.example) ¦ Source model: mina/loom-7B
  no Original model: none

en (?:^|\n)\W{0,3}{LABEL}\W{0,3}[:：]\W{0,3}(?:{WORK}|{NAME}\s|{NAME}$)
  why a label, and whose model it is
  needs author ¦ converted ¦ creator ¦ merged ¦ quantis ¦ quantiz ¦ trained
  yes Model creator: [weft](https://hub.example/weft) ¦ Quantized by: Mina Halloway
  no Model creator: unknown

en \bdeveloped\s+at\s+(?:the\s+)?(?:{PROPER}(?:[ ,]+(?:{SMALL}|{PROPER})){0,6}?[ ,]+)?{HOUSE}\b
  why at whose house it was made
  needs developed
  yes developed at the University of Ostrava ¦ Developed at LoomPro, a Loom Works, Inc. business
  no developed at once ¦ Developed at Scale

en \boriginal(?:ly)?\s+(?:written|developed|created)\s+at\s+(?:the\s+)?{PROPER}
  why at whose house it was made first
  needs original
  needs created ¦ developed ¦ written
  yes originally written at Weft
  no originally written at night

en \b{THING}s?\s+(?:\w+\s+){0,2}?(?:comes?|came|originates?)\s+from\s+{THE}{WORK}
  why whence something is
  needs from
  needs came ¦ come ¦ originate
  needs / ¦ ](http ¦ git@ ¦ www.
  yes the tokenizer comes from [Loom](https://loom.example)
  no the request comes from https://loom.example
""",
    BUILT=rf"\b{_SUBJECT}s?\s+(?:(?:is|was|are|were|(?:has|have)\s+been)\s+)?{{ADVERB}}(?:built|builds?|developed)\s+{{ADVERB}}{{ON}}",
    ADVERB=r"(?:\w+ly\s+)?",
    SUBJECT=_SUBJECT,
    ON=r"(?:on\s+top\s+of|upon|on)",
    FILL=r"(?:\w+\s+){0,5}?",
    THE=rf"(?:(?:the|an?|our|{_KIND})\s+){{0,4}}",
    WORK=f"(?:{_WORK})",
    LINK=LINK,
    NAME=_NAME,
    WHOM=_WHOM,
    EFFORT="(?:works?|efforts?|contributions?|code|codebase|projects?)",
    CREDIT=r"\b(?:shout-?outs?|kudos|props|credits?|hats\s+off)",
    FIRST=r"the\s+original\s+(?:authors?|creators?),?",
    MADE="initiali[sz]|merg|distill|quanti[sz]|sampl|prun|abliterat|upscal|expand|extend",
    USE=r"\b(?:use[sd]?|adopt(?:s|ed)?|reuse[sd]?|includes?|incorporates?|contains?)",
    LABEL=r"(?:model\s+(?:creator|author)s?|(?:quanti[sz]ed|merged|trained|converted)\s+by)",
    THING="(?:code|tokenizer|weights|data(?:set)?|model|implementation|script|icons?|images?|idea)",
    PROPER=r"(?-i:[A-Z])[\w.&'-]*",
    SMALL="of|the|for|and|an?|&",
    HOUSE=_HOUSE,
    HOST=r"(?:github\.com|gitlab\.com|gitee\.com|bitbucket\.org|codeberg\.org|huggingface\.co|modelscope\.cn)",
    FORM=_FORM,
    AS=_AS,
)

ASIDE = Vocabulary(r"""
en ^\W*(?:download|use|see|try|run|install|to|if|please|check|visit|load|get|looking|find|convert|are|is|do|can)\b
  why the reader is told what to do, or asked
  yes Download the GGUF version ¦ Are you looking for
  no The GGUF version

en \byou(?:r)?\s+(?:can|may|must|should|own)\b|\?\s*$|\b(?:can|could|may|might|should|must)\s+be\b
  why what may be done, and was not
  yes you can use the code ¦ it can be initialized ¦ a version of it?
  no it was initialized

zh (?:您|你|用户)也?(?:可以?|能)|如需|如果|请|[？?]\s*$|可以?(?:使用|由|从)
  why the same in Chinese
  yes 您可以使用 ¦ 如需量化版本
  no 我们使用了
""")
"""What tells that a sentence speaks of what its reader may do."""
