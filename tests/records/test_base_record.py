"""A base record is written as sorted TOML and read back as the same record; an edited one is refused."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.base_record import BaseRecord, base_as_bytes, parse_base, render_base
from hatch_oaml.records.notice import KINDS, VISIBILITIES, Notice
from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import Sha256, sha256_of
from hatch_oaml.values.errors import ConfigurationError
from hatch_oaml.values.fingerprints import fingerprint
from hatch_oaml.values.paths import ArchivePath, archive_path, sort_key

EXAMPLE = Path(__file__).parents[2] / "fixtures" / "projects" / "derivative-finetune" / "bases" / "lantern-tiny.toml"

RECORD = BaseRecord(
    name="vivo-ai/BlueLM-7B-Chat",
    version="2024-12-25",
    url="https://example.org/bluelm",
    license="LicenseRef-scancode-openatom-model-1.0",
    files=(
        BaseFile(
            path=archive_path("cli_demo.py"),
            size=3265,
            sha256=sha256_of(b"demo"),
            notices=(
                Notice(kind="copyright", text="Copyright 2023 vivo.", line=2, end_line=2),
                Notice(
                    kind="license",
                    text='“quoted” "text"',
                    line=9,
                    end_line=11,
                    sure=False,
                    whole=True,
                    visibility="hidden",
                ),
            ),
            fingerprint=fingerprint("00c0ffee 5d038a57"),
        ),
        BaseFile(
            path=archive_path("model.gguf"),
            size=0,
            sha256=sha256_of(b""),
            format="gguf",
            dtype="q4_k_m",
            tensors=(
                Tensor(name="embed.weight", dtype="q4_k", shape=(32, 4096), sha256=sha256_of(b"t")),
                Tensor(name="scale", dtype="f32", shape=()),
            ),
        ),
    ),
)

TEXT = f"""\
format = 1
name = "vivo-ai/BlueLM-7B-Chat"
version = "2024-12-25"
url = "https://example.org/bluelm"
license = "LicenseRef-scancode-openatom-model-1.0"
digest = "DIGEST"

[[file]]
path = "cli_demo.py"
size = 3265
sha256 = "{sha256_of(b"demo")}"
lines = "00c0ffee 5d038a57"

[[file.notice]]
kind = "copyright"
line = 2
text = "Copyright 2023 vivo."

[[file.notice]]
kind = "license"
line = 9
end_line = 11
possible = true
whole = true
visibility = "hidden"
text = "“quoted” \\"text\\""

[[file]]
path = "model.gguf"
size = 0
sha256 = "{sha256_of(b"")}"
weights = "gguf"
dtype = "q4_k_m"

[[file.tensor]]
name = "embed.weight"
dtype = "q4_k"
shape = "32 4096"
sha256 = "{sha256_of(b"t")}"

[[file.tensor]]
name = "scale"
dtype = "f32"
"""


def told(text: str) -> list[Bilingual]:
    with pytest.raises(ConfigurationError) as caught:
        parse_base(text.encode(), "bases/b.toml")
    return list(caught.value.messages)


def signed(text: str) -> str:
    return text.replace("DIGEST", sha256_of(text.replace("DIGEST", "0" * 64).encode()))


def test_a_record_is_written_as_plain_toml_that_git_can_compare() -> None:
    assert signed(TEXT) == render_base(RECORD)


def test_of_a_long_record_little_more_than_its_text_is_in_memory() -> None:
    files = [replace(RECORD.files[0], path=ArchivePath(f"data/part-{number:04}.txt")) for number in range(2000)]
    record = replace(RECORD, files=tuple(files))
    tracemalloc.start()
    try:
        data = base_as_bytes(record)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert 1.5 * len(data) > peak
    assert record == parse_base(data, "b.toml")


def test_a_record_is_read_back() -> None:
    assert RECORD == parse_base(signed(TEXT).encode(), "b.toml")


def test_the_order_of_the_files_does_not_matter_for_what_is_written() -> None:
    assert render_base(RECORD) == render_base(replace(RECORD, files=RECORD.files[::-1]))


def test_the_example_s_record_is_what_would_be_written_today() -> None:
    data = EXAMPLE.read_bytes()

    assert data.decode() == render_base(parse_base(data, "b.toml"))


def test_windows_line_ends_from_a_checkout_change_nothing() -> None:
    assert RECORD == parse_base(signed(TEXT).replace("\n", "\r\n").encode(), "b.toml")


def test_a_comment_and_blank_lines_change_nothing() -> None:
    assert RECORD == parse_base(f"# reviewed by us\n\n{signed(TEXT)}\n".encode(), "b.toml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Copyright 2023 vivo.", "Copyright 2023 nobody."),
        ("size = 3265", "size = 3266"),
        ("2024-12-25", "2024-12-26"),
        ("line = 2\n", "line = 3\n"),
        ("possible = true\n", ""),
        ("00c0ffee ", ""),
        ('dtype = "f32"', 'dtype = "f16"'),
        ('weights = "gguf"', 'weights = "ggml"'),
    ],
)
def test_a_record_that_was_edited_is_refused(before: str, after: str) -> None:
    assert before in TEXT
    expected = Bilingual(
        en="bases/b.toml: digest: the record was edited after it was made; make it again with `hatch-oaml record`",
        zh="bases/b.toml: digest：记录生成之后被改动过；请用 `hatch-oaml record` 重新生成",
    )

    assert [expected] == told(signed(TEXT).replace(before, after))


def test_a_notice_that_was_deleted_from_a_record_is_refused() -> None:
    without = TEXT.replace('\n[[file.notice]]\nkind = "copyright"\nline = 2\ntext = "Copyright 2023 vivo."\n', "")
    assert without != TEXT

    [message] = told(without.replace("DIGEST", signed(TEXT).split('digest = "')[1][:64]))

    assert message.en.startswith("bases/b.toml: digest: the record was edited")


def test_a_path_that_is_recorded_twice_is_told() -> None:
    expected = Bilingual(en="bases/b.toml: file: a path is recorded twice", zh="bases/b.toml: file：有路径被记录了两次")

    assert [expected] == told(signed(TEXT).replace("model.gguf", "cli_demo.py"))


def test_every_mistake_is_told_at_once() -> None:
    text = """
format = 2
name = "b"
[[file]]
path = "/etc/passwd"
size = "1"
sha256 = "ABC"
notices = 1
[[file.notice]]
kind = "copyleft"
[[file.tensor]]
shape = "4 x 4"
"""

    kinds = " or ".join(f'"{kind}"' for kind in KINDS)
    assert [
        "bases/b.toml: version: is missing",
        "bases/b.toml: digest: is missing",
        "bases/b.toml: format: expected 1; a newer hatch-oaml wrote this",
        'bases/b.toml: file[1].path: expected a path inside the project with forward slashes; "/etc/passwd" is absolute',
        "bases/b.toml: file[1].size: expected an integer, got a string",
        'bases/b.toml: file[1].sha256: expected 64 hexadecimal digits, got "ABC"',
        "bases/b.toml: file[1].notice[1].line: is missing",
        "bases/b.toml: file[1].notice[1].text: is missing",
        f'bases/b.toml: file[1].notice[1].kind: expected {kinds}, got "copyleft"',
        "bases/b.toml: file[1].tensor[1].name: is missing",
        "bases/b.toml: file[1].tensor[1].dtype: is missing",
        "bases/b.toml: file[1].tensor[1].shape: expected whole numbers of at most 19 digits between spaces",
        "bases/b.toml: file[1].notices: unknown key; did you mean `notice`?",
    ] == [message.en for message in told(text)]


def test_a_record_without_files_is_no_record() -> None:
    messages = told('format = 1\nname = "b"\nversion = "1"\ndigest = "x"\n')

    assert ["bases/b.toml: file: is missing"] == [message.en for message in messages]


def test_a_record_can_be_asked_by_path_digest_and_size() -> None:
    [demo, model] = RECORD.files

    assert {"cli_demo.py": demo, "model.gguf": model} == RECORD.by_path
    assert frozenset({sha256_of(b"demo"), sha256_of(b"")}) == RECORD.digests
    assert frozenset({3265, 0}) == RECORD.sizes


_words = st.text(st.characters(codec="utf-8"), max_size=12)
_digests = st.binary(max_size=4).map(sha256_of)
_lines = st.integers(1, 10_000)


@st.composite
def _notices(draw: st.DrawFn) -> Notice:
    line = draw(_lines)
    return Notice(
        kind=draw(st.sampled_from(KINDS)),
        text=draw(_words.filter(bool)),
        line=line,
        end_line=line + draw(st.integers(0, 3)),
        sure=draw(st.booleans()),
        whole=draw(st.booleans()),
        visibility=draw(st.sampled_from(VISIBILITIES)),
    )


@st.composite
def _tensors(draw: st.DrawFn) -> Tensor:
    return Tensor(
        name=draw(_words.filter(bool)),
        dtype=draw(_words.filter(bool)),
        shape=tuple(draw(st.lists(st.integers(0, 1 << 40), max_size=4))),
        sha256=draw(st.none() | _digests),
    )


def _is_path(text: str) -> bool:
    try:
        archive_path(text)
    except ValueError:
        return False
    return True


@st.composite
def _files(draw: st.DrawFn) -> BaseFile:
    digest: Sha256 = draw(_digests)
    return BaseFile(
        path=ArchivePath(draw(_words.filter(_is_path))),
        size=draw(st.integers(0, 1 << 50)),
        sha256=digest,
        notices=tuple(draw(st.lists(_notices(), max_size=3))),
        fingerprint=fingerprint(" ".join(draw(st.lists(st.from_regex(r"\A[0-9a-f]{8}\Z"), max_size=3)))),
        format=draw(st.none() | _words.filter(bool)),
        dtype=draw(st.none() | _words.filter(bool)),
        tensors=tuple(draw(st.lists(_tensors(), max_size=2))),
    )


_records = st.builds(
    BaseRecord,
    name=_words.filter(bool),
    version=_words.filter(bool),
    url=_words,
    license=_words,
    files=st.lists(_files(), min_size=1, max_size=4, unique_by=lambda file: file.path).map(
        lambda files: tuple(sorted(files, key=lambda file: sort_key(file.path)))
    ),
)


@settings(max_examples=50)
@given(_records)
def test_what_is_written_is_read_back(record: BaseRecord) -> None:
    assert record == parse_base(render_base(record).encode(), "b.toml")


@settings(max_examples=50)
@given(_records)
def test_a_record_says_the_same_as_it_was_rendered_and_with_a_comment_in_it(record: BaseRecord) -> None:
    rendered = render_base(record)

    assert parse_base(rendered.encode(), "b.toml") == parse_base(f"# reviewed\n{rendered}".encode(), "b.toml")


def test_a_long_record_is_not_held_twice_while_it_is_read() -> None:
    lines = fingerprint(" ".join(f"{number:08x}" for number in range(64)))
    files = tuple(
        BaseFile(path=archive_path(f"{number:04}"), size=number, sha256=sha256_of(b"%d" % number), fingerprint=lines)
        for number in range(1500)
    )
    data = render_base(replace(RECORD, files=files)).encode()
    parse_base(data, "base.toml")

    tracemalloc.start()
    try:
        record = parse_base(data, "base.toml")
        kept, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert len(files) == len(record.files)
    assert len(data) / 2 >= peak - kept
