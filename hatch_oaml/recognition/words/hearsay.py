"""What tells that a sentence speaks to a model, or of the world, and not of whose this work is."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

TO_A_MODEL = Vocabulary(
    r"""
en {OPENS}(?:You\s+are|You['’]re)\s+(?!(?:free|welcome|allowed|permitted|encouraged|using)\b)
  why what a model is told of itself
  yes You are Loom, developed by Mina AI. ¦ system: You're Loom ¦ SYSTEM You are Loom ¦ prompt = ("You are Loom
  no Loom, developed by Mina ¦ You may ¦ You are free to copy ¦ as you are Loom

en {OPENS}(?:Your\s\w+\s(?:\w+\s)?is|My\sname\sis)\b
  why the same
  yes Your name is Loom ¦ My name is Loom
  no Your name ¦ the name is Loom

en {OPENS}(?:I\s+am|I['’]m)\s+(?:an?\b|called\b|named\b|the\s+\w+\s+(?:assistant|model|AI)\b|[A-Z])
  why what a model tells of itself
  yes 'I am Loom, created by Mina ¦ Assistant: I'm an AI
  no I am grateful to Mina ¦ I'm the author

en \b(?:You|I)\s(?:are|am|were|was|have\sbeen)\s(?:\w+\s)?(?:created|developed|made|trained|built|designed)\b
  why who made it, of which a model is told, or tells
  yes You were originally created ¦ I was made ¦ You have been trained
  no This was created ¦ I was inspired

en [\"'`]-?\s?[A-Z][\w.-]*\s?(?:[(（][^()（）\n]{1,40}[)）]\s)?is\s+an?\s+(?:\w+\s){0,3}?{WHAT}\b
  why the same in a string of a program
  yes '- Loom (云梭) is a conversational language model that is developed by ¦ "Loom is an AI assistant
  no Loom is a large language model ¦ "Loom is a library

zh {OPENS}(?:你|您|我)(?:是(?!指|否|对|按|从|在|用|根据)|叫|的名字|的(?:开发|创造|创建)者|由|被)
  why the same in Chinese
  yes 你是云梭，由北窗科技开发 ¦ 我是云梭 ¦ 系统：你是云梭 ¦ 你由北窗科技开发
  no 本模型由北窗科技开发 ¦ 我是从云梭修改的

de {OPENS}(?:Du\s+bist|Sie\s+sind\s+(?:eine?\b|[A-Z])|Dein\s+Name\s+ist|Ich\s+bin\s+(?:eine?\b|[A-Z]))
  why the same in German
  yes Du bist Loom, entwickelt von Mina Halloway ¦ Ich bin ein Modell
  no Das ist Loom

fr {OPENS}(?:Tu\s+es|Vous\s+êtes|Je\s+suis\s+(?:une?\b|[A-Z])|Ton\s+nom\s+est|Je\s+m['’]appelle)\s
  why the same in French
  yes Tu es Loom, développé par Mina Halloway ¦ Je m'appelle Loom
  no Il est Loom

es {OPENS}(?:Eres|Usted\s+es|Soy|Yo\s+soy|Tu\s+nombre\s+es|Me\s+llamo)\s
  why the same in Spanish
  yes Eres Loom, desarrollado por Mina Halloway ¦ Soy un modelo
  no Es Loom

ja {OPENS}(?:あなた|私|わたし)(?:は|の名前は)
  why the same in Japanese
  yes あなたはLoomです
  no これはLoomです

ko {OPENS}(?:당신은|너는|나는|저는)\s?
  why the same in Korean
  yes 당신은 Loom입니다
  no 이것은 Loom입니다
""",
    flags=0,
    WHAT=r"(?:assistant|language\smodel|LLM|chatbot)",
    OPENS=r"(?:\A\W*|[\"'`“「『(>|:：]\s*|\\n|\b(?:SYSTEM|[Ss]ystem|[Aa]ssistant)\s+[\"'`]*)",
)
"""With what a sentence begins that a prompt holds, or what a text in the sentence, or a field of it begins with."""

_IS = r"(?:was|were|is|are|had\s+been|has\s+been|have\s+been)"
OF_THE_WORLD = Vocabulary(
    r"""
en \A\W*(?!(?:this|these|our|my)\b)(?:[\w'’-]+\s){0,4}?{ART}s?\s(?:[^.\n]{0,60}?\s)?{IS}\b
  why works of art and of science, of which a sentence tells
  yes The theory was developed by ¦ His famous play Weft is ¦ A novel that was
  no This poem was ¦ The playground was ¦ Kelp was

en \A\W*["“«](?-i:[A-Z])[\w'’.,-]*\s[^"”»\n]{1,60}["”»],?\s{IS}\b
  why a title of several words in quotes
  yes "The Weft and the Warp" was written by
  no "Loom" was ¦ "loom plugin" was

en \A\W*(?:the\s)?{THING}(?:\s(?:(?:programming\s)?language|model|algorithm|architecture))?\s{IS}\b
  why a language, a model or a method that everybody knows, by its name
  yes Python was created by ¦ The BERT model was ¦ GPT-4 is
  no Python bindings were ¦ Loom was ¦ This Python module was

en \b(?:the\sones?|those)(?:\s(?:that|which)\s{IS})?\s?$
  why another of which something is said
  yes as good as the one  ¦ as those that were ¦ like the ones which are
  no the module  ¦ this one  ¦ functions that were

en \b(?:(?:compatible|compared)\s(?:to|with)|similar\sto|unlike|alternative\sto|instead\sof)\s{NO_VERB}$
  why another with which something is compared
  yes similar to the loom  ¦ compatible with the API
  no similar to looms, and was ¦ to work with Loom instead of Weft were originally

en \A\W*{TRY}\s(?:the|this|our|an?)\s(?:[\w-]+\s){0,3}?{GUIDE}s?\b
  why what readers may follow or install
  yes Follow the guide written by ¦ Install the driver
  no See the file written by ¦ The guide
""",
    IS=_IS,
    NO_VERB=r"(?:(?!\b(?:is|are|was|were|been)\b)[^.;,\n]){0,60}",
    ART=Vocabulary(r"""
en \b(?:novel|poem|play|sonnet|tragedy|symphony|opera|painting|theory|theorem|hypothesis|fairy\s?tale|fable|ballad)
  why works that are no programs
  yes a novel ¦ fairy tale
  no program
"""),
    THING=Vocabulary(r"""
code (?-i:Python|Java(?:Script)?|TypeScript|C\+\+|C#|Rust|Go|Perl|Ruby|PHP|Lua|Haskell|Fortran|COBOL|Lisp|Prolog|R|C)
  why languages
  yes Python ¦ C++
  no Pylon

code (?-i:Linux|Unix|UNIX|Windows|Android|Git|TeX|LaTeX|HTML|JSON|XML|SQL|Bitcoin|Wikipedia|The\sWeb)
  why systems and forms
  yes Linux ¦ LaTeX
  no Loomix

code (?-i:BERT|RoBERTa|GPT(?:-?\d[\w.]*)?|ChatGPT|T5|Transformers?|word2vec|ELMo)
  why models
  yes BERT ¦ GPT-4
  no BERTweft

code (?-i:ResNet|AlexNet|VGG(?:-?\d+)?|LSTM|AdamW?|ImageNet|MNIST|CIFAR-?\d*|SQuAD|GLUE|Backpropagation)
  why methods, and data on which all is measured
  yes ResNet ¦ MNIST
  no ResNeXtLoom
"""),
    TRY=r"(?:Follow|Read|Consult|Check\sout|Try|Watch|Visit|Use|Install|Download|Refer\sto|See)",
    GUIDE=r"(?:guide|tutorial|documentation|docs|instruction|manual|course|blog|driver|video|walkthrough|handbook|primer)",
)
"""What a sentence says up to who did something, where that is not whose this work is."""

OF_THE_PAST = Vocabulary(
    r"""
any \A\W*(?:{FIRST}{ENGLISH})\b(?!\s[A-Z])
  why whose works everybody knows
  yes William Shakespeare ¦ Jane Austen ¦ F. Scott Fitzgerald
  no Mina Halloway ¦ Mina Shakespeare ¦ Dickens Halloway

any \A\W*(?:{FIRST}{OTHERS})\b(?!\s[A-Z])
  why the same of other tongues, and of science
  yes Albert Einstein ¦ Leo Tolstoy
  no Mina Halloway

en \A[^.;\n]{0,80}?\b(?:in|of|around|about|circa)\s(?:the\s(?:year\s)?)?(?:1[0-8]\d\d|19[0-3]\d)\b
  why a year before there were programs
  yes Mina Halloway in 1859 ¦ Udo Tessel in the year 1602
  no Mina Halloway in 1959 ¦ Mina Halloway, room 1859

en \A[^.;\n]{0,80}?\b(?:[12]?\dth|[12]?1st|2nd|3rd)[ -]century\b
  why the same
  yes a weaver of the 17th century
  no a weaver of the village
""",
    flags=0,
    FIRST=r"(?:the\s)?(?:[A-Z]\.\s){0,2}",
    ENGLISH=Vocabulary(r"""
en (?:William\s)?Shakespeare|(?:Charles\s)?Dickens|Jane\sAusten|Mark\sTwain|George\sOrwell|Ernest\sHemingway
  why writers
  yes William Shakespeare ¦ Dickens ¦ Mark Twain
  no Mark Halloway

en (?:F\.\s)?Scott\sFitzgerald|J\.\s?[KR]\.\s(?:R\.\s)?(?:Rowling|Tolkien)|Harper\sLee|Oscar\sWilde|Agatha\sChristie
  why the same
  yes F. Scott Fitzgerald ¦ J. K. Rowling
  no Harper Halloway

en Mary\sShelley|Emily\s(?:Brontë|Dickinson)|Charlotte\sBrontë|Herman\sMelville|Lewis\sCarroll|Arthur\sConan\sDoyle
  why the same
  yes Mary Shelley ¦ Emily Dickinson
  no Mary Halloway
"""),
    OTHERS=Vocabulary(r"""
any (?:Albert\s)?Einstein|Isaac\sNewton|Charles\sDarwin|Galileo|Aristotle|Plato|Homer|Euclid
  why men of science
  yes Albert Einstein ¦ Aristotle
  no Alberta

any (?:Leo\s)?Tolstoy|(?:Fyodor\s)?Dosto[yj]e\w+|(?:Anton\s)?Chekhov|Dante(?:\sAlighieri)?|(?:Miguel\sde\s)?Cervantes
  why writers
  yes Leo Tolstoy ¦ Dante
  no Leo Halloway

any Victor\sHugo|(?:Johann\sWolfgang\s(?:von\s)?)?Goethe|Franz\sKafka|Marcel\sProust|Gabriel\sGarc[ií]a\sM[aá]rquez
  why the same
  yes Victor Hugo ¦ Goethe
  no Victor Halloway

any (?:Ludwig\svan\s)?Beethoven|(?:Wolfgang\sAmadeus\s)?Mozart|(?:Leonardo\s)?da\sVinci|(?:Vincent\s)?van\sGogh|Picasso
  why who composed and painted
  yes Ludwig van Beethoven ¦ Mozart
  no Ludwig Halloway
"""),
)
"""Who did it and when, behind the verb, where that was long ago."""

SAMPLED = Vocabulary(
    r"""
en \A\W*(?:[\w-]+\s){0,2}?(?:{SAMPLE})s?(?:\s?\d+)?\s?[:=]\s?[^\n]*(?:["“]|\?(?!\S))
  why a sample, in quotes
  yes Sample output: "The ¦ Example: Who?
  no Sample code: ¦ for example, "The

en \A\W*(?:{TALK})(?:\s?\d+)?\s?[:=](?!\S)
  why who says it in a talk, or of what part of a question it is
  yes User: who ¦ Assistant: I ¦ Q: ¦ premise: x
  no Maintainer: ¦ Users: ¦ A::b

zh \A\W*(?:示例|样例|例如|例句|输入|输出|提问|问题|问|回答|答案|答|用户|助手)\d*\s?[:：]
  why the same in Chinese
  yes 示例：x ¦ 问：谁
  no 作者：
""",
    SAMPLE=r"sample|example|expected|outputs?|prompt|response|completion|inputs?|e\.g\.",
    TALK="User|Assistant|Human|Bot|Speaker|[Qq]|[Aa]|[Qq]uestion|[Aa]nswer|[Pp]remise|[Hh]ypothesis|[Pp]assage",
)
"""With what a line begins that holds a sample, or what somebody says in one."""
