"""The notices that a file holds, whatever its form."""

from __future__ import annotations

from dataclasses import field, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from hatch_oaml.license.copies import is_published_text
from hatch_oaml.notices._card_names import is_card
from hatch_oaml.notices._contract import NoticeSource, Unreadable, as_it_is, no_lines
from hatch_oaml.notices._sentences import in_sentences
from hatch_oaml.recognition import recognise
from hatch_oaml.recognition.density import WORDS, bounded
from hatch_oaml.recognition.fingerprint import fingerprint_of
from hatch_oaml.recognition.marking import marked_line
from hatch_oaml.recognition.prefilter import may_hold_notice
from hatch_oaml.recognition.secrets import secret_in
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.binary import is_binary
from hatch_oaml.values.decoding import decode
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.families import members
from hatch_oaml.values.fingerprints import NO_LINES
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.packing_marks import is_packed
from hatch_oaml.values.paths import ArchivePath

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hatch_oaml.notices._contract import NameTest, Sampling
    from hatch_oaml.recognition.passage import Passage
    from hatch_oaml.records.found_secret import FoundSecret
    from hatch_oaml.records.notice import Notice
    from hatch_oaml.values.decoding import Decoded
    from hatch_oaml.values.fingerprints import Fingerprint

_TITLE = "OpenAtom"
_DOCUMENT = ".docx"
"""With whose reader all documents in a ZIP are read."""
_NOTICE = ArchivePath("NOTICE")
_LINE_ENDS = expression(r"\r\n?")


@frozen
class Extraction:
    """What a file says of whose work it is.

    `encoding` is Python's name for the codec, "" where nothing was decoded; `unread` says why the notices could not be
    read surely; `sample` takes out of the bytes `sampled` what `fingerprint` is taken of; `not_a_contribution` is the line
    that marks the file so (clause 1.7); `secret` is the first that its bytes as a text hold.
    """

    notices: tuple[Notice, ...] = ()
    encoding: str = ""
    unread: Bilingual | None = None
    sampled: bytes = field(default=b"", repr=False)
    sample: Sampling = field(default=as_it_is, repr=False, compare=False)
    not_a_contribution: int | None = None
    secret: FoundSecret | None = None

    @property
    def fingerprint(self) -> Fingerprint:
        """A sample of the file's informative lines, taken anew each time: it costs more than to find that there is no notice."""
        return fingerprint_of(self.sample(self.sampled)) if self.sampled else NO_LINES


def extract(path: ArchivePath, data: bytes) -> Extraction:
    """Depends on the path's name and the bytes alone; decodes nothing that cannot hold a notice."""
    source, named = source_of(path)
    if source.read_text is None:
        return _from_binary(source, data)
    if is_packed(data):
        return _from_packed(path, data)
    if is_binary(data):
        known = _known_by_beginning(data)
        return _from_binary(known, data) if known else Extraction()
    sample = _sampling_of(source)
    if not named and not may_hold_notice(data):
        return Extraction(sampled=data, sample=sample, secret=secret_in(data))
    decoded = decode(data)
    if _TITLE in decoded.text and is_published_text(data):
        return Extraction(encoding=decoded.encoding)  # the license's own words are nobody's notice
    text = _LINE_ENDS.sub("\n", decoded.text) if "\r" in decoded.text else decoded.text
    passages = source.read_text(path, text)
    bound = tuple(bounded(passage) for passage in passages)
    return Extraction(
        notices=_recognised(bound),
        encoding=decoded.encoding,
        unread=_unread(decoded, cut=bound != passages),
        sampled=data,
        sample=sample,
        not_a_contribution=marked_line(text),
        secret=secret_in(data),
    )


def extract_declared(path: ArchivePath, data: bytes) -> Extraction:
    """As `extract`, of a file that a project declares its notice file: what is prose by its name is read as NOTICE is."""
    is_prose = source_of(path)[0].may_be_notice_file and not is_packed(data)
    return extract(_NOTICE if is_prose else path, data)


def may_take_notices(path: ArchivePath) -> bool:
    """Is a text that is added at the end of the file at `path`, which is declared a notice file, read as that of NOTICE is?"""
    source = source_of(path)[0]
    return source.may_be_notice_file or source is source_of(_NOTICE)[0]


def is_told_by_its_beginning(path: ArchivePath) -> bool:
    """Is the file a vocabulary, or data of another form, of which only the beginning can hold a notice?"""
    told = source_of(path)[0].is_told_by_its_beginning
    return told is not None and told(path)


def is_read_by_a_library(path: ArchivePath) -> bool:
    """Does what is found in the file depend on what is installed beside us?"""
    return source_of(path)[0].by_library


def extract_metadata(_path: ArchivePath, metadata: Mapping[str, str]) -> tuple[Notice, ...]:
    """The notices among the texts of a weight file's header."""
    readers = (source.read_metadata for source in sources())
    return tuple(notice for read in readers if read is not None for notice in read(metadata))


_GUESSED = Bilingual(
    en="the encoding is unknown: the text was read as Latin-1, which fits any bytes",
    zh="编码未知：只能按适用于任何字节的 Latin-1 读取",
)


_DENSE = Bilingual(
    en=f"a line holds more than {WORDS:,} words of notices: it was read up to there",
    zh=f"某一行中的声明用语超过 {WORDS:,} 处：该行只读到此处",
)


def _unread(decoded: Decoded, *, cut: bool) -> Bilingual | None:
    if cut:
        return _DENSE
    return None if decoded.sure else _GUESSED


def _sampling_of(source: NoticeSource) -> Sampling:
    return source.sample if source.is_made_of_lines else partial(_sample_in_sentences, source.sample)


def _sample_in_sentences(sample: Sampling, data: bytes) -> bytes:
    return in_sentences(sample(data))


def _from_binary(source: NoticeSource, data: bytes) -> Extraction:
    if source.read_binary is None:
        return Extraction()
    answer = source.read_binary(data)
    if isinstance(answer, Unreadable):
        return Extraction(unread=answer.reason)
    marked = next((line for passage in answer if (line := marked_line(passage.text))), None)
    bound = tuple(bounded(passage) for passage in answer)
    return Extraction(
        notices=_recognised(bound),
        unread=_DENSE if bound != answer else None,
        sampled=data if answer and source.sample is not no_lines else b"",
        sample=_sampling_of(source),
        not_a_contribution=marked,
    )


def _from_packed(path: ArchivePath, data: bytes) -> Extraction:
    """What the files hold that are packed into one; all of it stands on its line 1."""
    from hatch_oaml.notices import _packed  # noqa: PLC0415

    packed = _packed.unpacked(path, data)
    if packed.is_document:
        return _from_binary(_by_suffix()[_DOCUMENT], data)
    nested = any(is_packed(content) for _, content in packed.files)
    inside = [
        extract(_packed.path_inside(path, name), content) for name, content in packed.files if not is_packed(content)
    ]
    told = (replace(notice, line=1, end_line=1) for one in inside for notice in one.notices)
    return Extraction(
        notices=tuple(dict.fromkeys(told)),
        unread=packed.unread
        or (_packed.NESTED if nested else next((one.unread for one in inside if one.unread), None)),
        sampled=data if any(one.sampled for one in inside) else b"",
        sample=partial(_sample_inside, inside),
        not_a_contribution=1 if any(one.not_a_contribution for one in inside) else None,
        secret=next((one.secret for one in inside if one.secret), None),
    )


def _sample_inside(inside: Sequence[Extraction], _packed: bytes) -> bytes:
    return b"\n".join(one.sample(one.sampled) for one in inside if one.sampled)


def _recognised(passages: Iterable[Passage]) -> tuple[Notice, ...]:
    found = (notice for passage in passages for notice in recognise(passage))
    return tuple(sorted(found, key=lambda notice: (notice.line, notice.end_line)))


@cache
def sources() -> tuple[NoticeSource, ...]:
    """Every source, found by its file, in the order of their names."""
    return tuple(members(__name__, __path__, "SOURCE"))


@cache
def _by_beginning() -> dict[bytes, NoticeSource]:
    return {begin: source for source in sources() for begin in source.begins}


def _known_by_beginning(data: bytes) -> NoticeSource | None:
    """Of what is no text."""
    known = _by_beginning()
    return next((source for begin, source in known.items() if data.startswith(begin)), None)


@cache
def _by_suffix() -> dict[str, NoticeSource]:
    return {suffix: source for source in sources() for suffix in source.suffixes}


@cache
def _by_name() -> tuple[tuple[NameTest, NoticeSource], ...]:
    return tuple((source.claims, source) for source in sources() if source.claims is not None)


def source_of(path: ArchivePath) -> tuple[NoticeSource, bool]:
    """The source that reads `path`, and whether it knows it by its whole name."""
    for claims, source in _by_name():
        if claims(path):
            return source, True
    _, dot, suffix = path.rpartition("/")[2].rpartition(".")
    known = _by_suffix()
    source = known.get(f".{suffix.lower()}" if dot else "", known[""])
    return source, source.reads_cards and is_card(path)
