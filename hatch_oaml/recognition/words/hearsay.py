"""What tells that a sentence speaks to a model, and is no notice to people."""

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
    OPENS=r"(?:\A\W*|[\"'`“「『(>|:：]\s*|\\n|\b(?:SYSTEM|[Ss]ystem|[Aa]ssistant)\s+[\"'`]*)",
)
"""With what a sentence begins that a prompt holds, or what a text in the sentence, or a field of it begins with."""
