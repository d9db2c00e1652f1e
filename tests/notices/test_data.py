"""In data a notice stands in the file's own header, in a notice field, or in a file beside it: never in a row."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hatch_oaml.notices import extract, is_told_by_its_beginning
from hatch_oaml.values.paths import archive_path

ROW = "Copyright 2019 Northwind Press. All rights reserved."
OWN = "Copyright 2020 Header Works"
SENTENCES = [f"Ship number {number} left the harbour in bad weather." for number in range(300)]
CORPUS = "\n".join([*SENTENCES[:150], ROW, *SENTENCES[150:]]) + "\n"


def texts(path: str, data: str) -> list[str]:
    return [notice.text for notice in extract(archive_path(path), data.encode()).notices if notice.sure]


ROWS = {
    "data/squad.json": json.dumps(
        {"version": "1.1", "data": [{"title": "A", "paragraphs": [{"context": ROW}, {"context": "b"}]}]}, indent=1
    ),
    "chat.json": json.dumps({"conversations": [{"from": "human", "value": "Hi"}, {"from": "gpt", "value": ROW}]}),
    "list.json": json.dumps([{"text": ROW}]),
    "labels.json": json.dumps({str(number): ROW if number == 7 else "ship" for number in range(60)}, indent=1),
    "documents.json": json.dumps({f"doc-{number:05}": ROW for number in range(30)}, indent=1),
    "words.json": json.dumps({"words": ["ship", ROW, *map(str, range(30))]}, indent=1),
    "tokenizer.json": json.dumps(
        {"model": {"vocab": {"©": 1, "Ġ©": 2}, "merges": ["Ġ ©", "( c)", "c opyright"] * 9}},
        ensure_ascii=False,
        indent=1,
    ),
    "unigram/tokenizer.json": json.dumps({"model": {"vocab": [["<unk>", 0], ["© 2019 Northwind", -3]] * 12}}, indent=1),
    "train.jsonl": "\n".join(json.dumps({"text": text}) for text in (ROW, "b")),
    "train.csv": f'id,text\n1,"{ROW}"\n2,b\n',
    "train.tsv": f"id\ttext\n1\t{ROW}\n2\tb\n",
    "corpus/train.txt": CORPUS,
    "raw/news.txt": CORPUS,
    "data/stories.txt": "\n\n".join([*SENTENCES, ROW]),
    "wiki.train.tokens": CORPUS,
    "train.zh": f"船出港了\n{ROW}\n",
    "dialogue.txt": "\n".join([*(f"{'AB'[number % 2]}: Ship {number}?" for number in range(20)), f"A: {ROW}"]),
    "a.conllu": f"# sent_id = 1\n# text = {ROW}\n1\tCopyright\tcopyright\n\n# text = (c) 2020 Acme\n1\tx\tx\n",
    "a.conll": "Copyright NN O\n2019 CD O\nNorthwind NNP B\n\n(c) 2019 Acme B\n",
    "lm.arpa": "\\data\\\nngram 1=3\n\n\\1-grams:\n-2 © 2019 Northwind Press\n",
    "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{ROW}\n",
    "a.vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{ROW}\n",
    "a.ass": f"[Script Info]\nTitle: x\n\n[Events]\nDialogue: 0,0:00:01.00,{ROW}\n",
    "de.po": f'msgid ""\nmsgstr ""\n"Language: de\\n"\n\n#: a.c:1\nmsgid "{ROW}"\nmsgstr "Copyright 2019 Nordwind"\n',
    "a.arff": f"@relation x\n@data\n1,'{ROW}'\n",
    "a.fasta": f">P1 {ROW}\nMKV\n",
    "alpaca.yaml": f"- instruction: hi\n  output: {ROW}\n- instruction: ho\n  output: x\n",
    "talk.yml": "conversations:\n" + "".join(f"- - Ship {number}?\n  - {ROW}\n" for number in range(20)),
    "reviews.txt": "\n".join(
        [*(f"ship no {number}, bad weather" + " and rain" * (number % 3) for number in range(200)), ROW]
    ),
    "vocab.txt": "[PAD]\n©\n(c) 2019 Acme\n",
    "lexicon.txt": "COPYRIGHT K AA P\n2019 T W\n(c) 2020 Acme Loom\n",
    "merges.txt": "#version: 0.2\nÂ ©\n(c 2)\n",
    "bpe.codes": "#version: 0.2\n(c) 2019\ncopyright 2020\n",
    "glove.6B.txt": "\n".join([*(f"w{number} 0.1 0.2 0.3" for number in range(80)), "(c) 2019 2020 2021"]),
}


ROWS |= {
    "config.json": json.dumps({"id2label": {"0": ROW, "1": "author: Ada Fern"}, "label2id": {ROW: 0}}),
    "added/tokenizer.json": json.dumps({"added_tokens": [{"id": 1, "content": ROW}]}),
    "special_tokens_map.json": json.dumps({"additional_special_tokens": [ROW], "bos_token": {"content": ROW}}),
    "tokenizer_config.json": json.dumps({"added_tokens_decoder": {"5": {"content": ROW}}}),
    "task.json": json.dumps({"labels": [ROW, "ship"]}),
    "fewshot.yaml": f"name: ships\nexamples:\n  - q: Who wrote it?\n    a: It was written by Ada Fern.\n  - q: b\n    a: {ROW}\n",
    "task.yaml": f'task: ships\nfewshot_config:\n  samples:\n  - "{ROW}"\n  - input: |\n      {ROW}\n',
    "labels.yaml": f"id2label:\n  0: {ROW}\n  1: ship\n",
    "rows.xml": "<rows>" + "".join(f"<row><text>{ROW}</text></row>" for _ in range(5)) + "</rows>",
    "items.xml": "<?xml version='1.0'?>\n<dataset>\n"
    + f"  <item>\n<q>b</q><a>{ROW}</a>\n</item>\n" * 5
    + "</dataset>\n",
    "s.xml": "<doc>" + "".join(f'<s id="{number}">{ROW}</s>' for number in range(9)) + "</doc>",
}


@pytest.mark.parametrize("path", ROWS)
def test_a_row_is_nobody_s_notice(path: str) -> None:
    assert [] == texts(path, ROWS[path])


HEADERS = {
    "train.csv": f"# {OWN}\nid,text\n1,{ROW}\n",
    "title.csv": f"{OWN}\n\nid,text\n1,{ROW}\n",
    "corpus/train.txt": f"# {OWN}\n{CORPUS}",
    "story.txt": f"The Ship\n\n{OWN}\n\n{CORPUS}",
    "a.conllu": f"# {OWN}\n# sent_id = 1\n# text = {ROW}\n1\tx\tx\n",
    "lm.arpa": f"{OWN}\n\n\\data\\\nngram 1=3\n\n\\1-grams:\n-2 © 2019 Northwind Press\n",
    "a.vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{ROW}\n\nNOTE\n{OWN}\n\n00:03.000 --> 00:04.000\nhello\n",
    "a.ass": f"[Script Info]\n; {OWN}\n\n[Events]\nDialogue: 0,0:00:01.00,{ROW}\n",
    "de.po": f'# {OWN}\nmsgid ""\nmsgstr ""\n\nmsgid "{ROW}"\nmsgstr "x"\n',
    "a.arff": f"% {OWN}\n@relation x\n@data\n1,'{ROW}'\n",
    "alpaca.yaml": f"# {OWN}\n- instruction: hi\n  output: {ROW}\n",
    "talk.yml": f"# {OWN}\nconversations:\n" + "".join(f"- - Ship {number}?\n  - {ROW}\n" for number in range(20)),
    "notice.yml": f"about: {OWN}\nships:\n" + "".join(f"- ship {number}\n" for number in range(40)),
    "names.txt": f"{OWN}\n" + "".join(f"ship no {number} of {number % 3 * 'many '}\n" for number in range(200)),
    "prose.txt": f"{OWN}\n\n"
    + "".join(f"Ship {number},\nin the {number % 3 * 'bad '}rain\n\n" for number in range(99)),
    "nested.yaml": f"ships:\n  text: {OWN}\n",
    "merges.txt": f"# {OWN}\nÂ ©\n",
    "dialogue.txt": f"# {OWN}\n" + ROWS["dialogue.txt"],
}


HEADERS |= {
    "few.yaml": f"# {OWN}\nexamples:\n  - a: {ROW}\n",
    "inner.yaml": f"examples:\n  # {OWN}\n  - a: {ROW}\n",
    "behind.yaml": f"examples:\n  - a: {ROW}\nabout: {OWN}\n",
    "labels.yaml": f"labels:\n  about: {OWN}\n",
    "rows.xml": f"<!-- {OWN} -->\n<rows>" + f"<row><text>{ROW}</text></row>" * 5 + "</rows>",
    "about.xml": f"<dataset><about>{OWN}</about>" + f"<item><a>{ROW}</a></item>" * 5 + "</dataset>",
    "book.xml": f"<book><item>a</item><item>{OWN}</item><item>b</item></book>",
    "two.xml": f"<rows><row>{OWN}</row><row>b</row></rows>",
    "config.json": json.dumps({"_comment": OWN, "id2label": {"0": ROW}}),
}


@pytest.mark.parametrize("path", HEADERS)
def test_the_file_s_own_header_is_read(path: str) -> None:
    assert [OWN] == texts(path, HEADERS[path])


FIELDS: dict[str, Any] = {
    "a.json": json.dumps({"data": [{"text": ROW}, {"text": "b", "copyright": OWN}]}),
    "b.json": json.dumps([{"text": ROW, "copyrightText": OWN}]),
    "c.json": json.dumps({"copyright": OWN, "data": [{"text": ROW}, {"text": "b"}]}),
    "train.jsonl": json.dumps({"text": ROW, "meta.copyright": OWN}),
    "images.csv": f'url,copyright\nhttp://a.example/1,"{OWN}"\nhttp://a.example/2,\n',
    "images.tsv": f"text\tcopyright\n{ROW}\t{OWN}\n",
    "a.conllu": f"# copyright = {OWN}\n# text = {ROW}\n1\tx\tx\n",
    "images.yaml": f"- url: x\n  caption: {ROW}\n  copyright: {OWN}\n",
}


FIELDS |= {
    "few.yaml": f"examples:\n  - a: {ROW}\n    copyright: {OWN}\n",
    "rows.xml": "<rows>" + f"<row><text>{ROW}</text></row>" * 5 + f"<row><copyright>{OWN}</copyright></row></rows>",
    "labels.json": json.dumps({"labels": {"org.copyright": OWN}}),
}


@pytest.mark.parametrize("path", FIELDS)
def test_a_notice_field_of_a_row_is_read(path: str) -> None:
    [text] = texts(path, FIELDS[path])

    assert OWN in text


@pytest.mark.parametrize(
    "document",
    [
        {"description": ROW},
        {"info": {"about": ROW}, "data": [{"text": "a"}, {"text": "b"}]},
        {"lines": ["Weaves.", ROW]},
        {"components": [{"name": "a", "evidence": ROW}, {"name": "b"}]},
        {"footer": ROW, **{f"label_{letter}": "x" for letter in "abcdefghijklmnopqrstuvwxyz"}},
    ],
)
def test_what_a_document_says_outside_of_rows_counts(document: dict[str, Any]) -> None:
    assert [ROW] == [text.partition(": ")[2] or text for text in texts("a.json", json.dumps(document))]


def test_a_document_that_no_reader_of_json_takes_is_read_line_by_line() -> None:
    assert ROW in texts("a.json", '{"data": [{"text": "a"}, {"x": "' + ROW + '"}],}')[0]


METADATA = f"""\
Metadata-Version: 2.1
Name: kelp
Author: Ada Fern
Author-email: ada@fern.example
Maintainer: Bo Reed
License: {OWN}
        Permission is hereby granted
Classifier: License :: OSI Approved :: MIT License

# Kelp

{ROW}
"""


@pytest.mark.parametrize("path", ["METADATA", "PKG-INFO", "kelp-1.0.dist-info/METADATA"])
def test_each_field_of_a_package_s_metadata_stands_on_its_own(path: str) -> None:
    found = [
        (notice.line, notice.text) for notice in extract(archive_path(path), METADATA.encode()).notices if notice.sure
    ]

    people = [(3, "Author: Ada Fern"), (4, "Author-email: ada@fern.example"), (5, "Maintainer: Bo Reed")]
    assert [*people, (6, OWN), (12, ROW)] == found


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("tokenizer.json", True),
        ("onnx/tokenizer.json", True),
        ("vocab.json", True),
        ("vocab.txt", True),
        ("merges.txt", True),
        ("dict.txt", True),
        ("spiece.vocab", True),
        ("qwen.tiktoken", True),
        ("lm.arpa", True),
        ("tokenizer_training_log.txt", False),
        ("tokenizer.py", False),
        ("train.jsonl", False),
        ("dataset.json", False),
        ("NOTICE", False),
    ],
)
def test_the_beginning_of_a_vocabulary_tells_all_of_its_notices(path: str, told: bool) -> None:  # noqa: FBT001  # a truth table
    assert told == is_told_by_its_beginning(archive_path(path))


def test_lines_that_are_all_indented_by_a_tab_are_no_table() -> None:
    text = b"\tAll looms are kept.\n\tCopyright (c) Ostrava Loom. All rights reserved.\n"

    assert ["Copyright (c) Ostrava Loom. All rights reserved."] == [
        notice.text for notice in extract(archive_path("about.txt"), text).notices if notice.sure
    ]
