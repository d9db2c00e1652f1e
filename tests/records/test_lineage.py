"""The history of a base is written into its record and read back as it was, and is never deeper than one can read."""

from __future__ import annotations

import datetime

import pytest

from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.base_record import BaseRecord, parse_base, render_base
from hatch_oaml.records.lineage import Ancestor, earlier
from hatch_oaml.records.modifications import Change, Renaming
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.paths import archive_path
from hatch_oaml.values.patterns import Patterns

CHANGE = Change(
    files=Patterns(("/model.safetensors", 'odd "name"\\*.py')),
    relation="finetune",
    how_en="LoRA (r=16) on 12k dialogues.",
    how_zh="以 LoRA 微调。",
    date=datetime.date(2026, 11, 1),
    by="Example Lab <models@example.org>",
    base="vendor/lantern",
    line=None,
    renamed=(Renaming(base="vendor/lantern", old=archive_path("a b.py"), new=archive_path("c.py")),),
)
SHORT = Change(
    files=Patterns(("a",)),
    relation="modified",
    how_en="",
    how_zh="删去两行。",
    date=datetime.date(2026, 1, 2),
    by="",
    base=None,
    line=None,
)
FILES = (BaseFile(path=archive_path("model.gguf"), size=0, sha256=sha256_of(b"")),)
VENDOR = Ancestor(name="vendor/lantern", version="1.0", license="Apache-2.0", url="https://example.org/")
TUNED = Ancestor(name="lab/chat", version="2.0", changes=(CHANGE, SHORT), bases=(VENDOR,))
OTHER = Ancestor(name="lab/other", version="", bases=(VENDOR, TUNED))


@pytest.mark.parametrize("changes", [(), (CHANGE,), (SHORT, CHANGE)])
@pytest.mark.parametrize("bases", [(), (VENDOR,), (TUNED, OTHER)])
def test_a_record_keeps_its_history(changes: tuple[Change, ...], bases: tuple[Ancestor, ...]) -> None:
    record = BaseRecord(name="q", version="3", changes=changes, bases=bases, files=FILES)

    assert record == parse_base(render_base(record).encode(), "b.toml")


def test_each_ancestor_is_told_once_before_what_it_was_made_from() -> None:
    assert [OTHER, VENDOR, TUNED] == list(earlier((OTHER, TUNED)))


def test_a_history_deeper_than_any_is_refused() -> None:
    ancestor = VENDOR
    for _ in range(100):
        ancestor = Ancestor(name="x", version="1", bases=(ancestor,))
    text = render_base(BaseRecord(name="q", version="3", bases=(ancestor,), files=FILES))

    with pytest.raises(ConfigurationError) as caught:
        parse_base(text.encode(), "b.toml")
    assert any(said.en.endswith("base: more than 40 generations") for said in caught.value.messages)
    assert any(said.zh.endswith("base：超过 40 代") for said in caught.value.messages)
