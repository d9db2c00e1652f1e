"""Tells whether the notices of a file keep one of the base's: each is looked up, for a file may list thousands of holders."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from hatch_oaml.records.notice import VISIBILITIES
from hatch_oaml.retention.holder_lists import JOINING, first_listed, lists_all
from hatch_oaml.retention.normalization import claims, marks_copyright, without_invisible, words
from hatch_oaml.retention.people_lists import people_named, without_address
from hatch_oaml.retention.runs import Runs, prefix_hashes
from hatch_oaml.values.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hatch_oaml.records.notice import Notice
    from hatch_oaml.retention.normalization import Claim, Tokens

_ADDRESS = expression(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}|(?:https?://|www\.)[^\s<>()]{3,200}")


class KeptNotices:
    """The notices of one file, in their order."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        self._notices = notices
        self._as_openly: dict[int, _Seen] = {}

    def match_for(self, notice: Notice) -> Notice | None:
        """The one that keeps `notice`, and stands at least as openly; None if none does.

        A copyright is kept by the whole holder and at least its years, anything else by the same run of words.
        """
        if not self._notices:
            return None
        seen = self._seen_at_least(VISIBILITIES.index(notice.visibility))
        for text in dict.fromkeys((notice.text, without_invisible(notice.text))):
            if notice.kind == "copyright" and (found := seen.with_claims(claims(text), text)):
                return found
            if found := seen.with_words(words(text), notice):
                return found
            if notice.kind == "attribution" and (found := seen.with_people(text)):
                return found
        return None

    def _seen_at_least(self, visibility: int) -> _Seen:
        if visibility not in self._as_openly:
            seen = [one for one in self._notices if VISIBILITIES.index(one.visibility) <= visibility]
            self._as_openly[visibility] = _Seen(seen)
        return self._as_openly[visibility]


def match_for(notice: Notice, kept: Sequence[Notice]) -> Notice | None:
    """As `KeptNotices(kept).match_for(notice)`."""
    return KeptNotices(kept).match_for(notice)


class _Seen:
    """Those of a file's notices that stand openly enough, by what they can be found by."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        self._notices = notices

    def with_claims(self, wanted: Sequence[Claim], text: str) -> Notice | None:
        """The one with the last of the claims of `text`, where each is made."""
        found: Notice | None = None
        for claim in wanted:
            found = self._with_claim(claim) or self._with_list(claim) or self._parted(claim, text)
            if found is None:
                return None
        return found

    def _with_claim(self, claim: Claim) -> Notice | None:
        offered = self._claims.get(prefix_hashes(claim.holder)[-1], ())
        return next((notice for other, notice in offered if other.covers(claim)), None)

    def _with_list(self, claim: Claim) -> Notice | None:
        """Which names all holders that `claim` lists, and others among them."""
        if not (first := first_listed(claim)):
            return None
        offered = self._claims.get(prefix_hashes(first)[-1], ())
        return next((notice for other, notice in offered if lists_all(other, claim)), None)

    def _parted(self, claim: Claim, text: str) -> Notice | None:
        """The one with the holder, where another notice came between the name and an address, or a person with one, below it."""
        addresses = Runs([claim.holder])
        if not any(addresses.hold(words(address)) for address in _addresses_in(text)):
            return None
        for length, beginning in enumerate(prefix_hashes(claim.holder)[1:-1], 1):
            for other, notice in self._claims.get(beginning, ()):
                rest = claim.holder[length:]
                if (
                    other.holder == claim.holder[:length]
                    and claim.years <= other.years
                    and self._has_addressed(rest, text)
                ):
                    return notice
        return None

    def _has_addressed(self, rest: Tokens, text: str) -> bool:
        """Do the words of `rest`, an address of `text` among them, stand side by side in a notice?"""
        run = Runs([rest])
        return any(run.hold(words(address)) for address in _addresses_in(text)) and self._runs.hold(rest)

    def with_words(self, wanted: Tokens, notice: Notice) -> Notice | None:
        if notice.kind == "copyright":
            return self._copyrights.get(wanted)
        if (index := self._runs.first_with(wanted)) is not None:
            return self._notices[index]
        return self._paragraph_with(wanted)

    def with_people(self, text: str) -> Notice | None:
        """The one with the last of the people whom the label of `text` names, where each is named in that role."""
        if (wanted := people_named(text)) is None:
            return None
        role, names = wanted
        if not all((role, name) in self._people for name in names):
            return None
        return self._people[role, names[-1]]

    def _paragraph_with(self, wanted: Tokens) -> Notice | None:
        """The paragraph in which `wanted` begins, which may go on in those after it."""
        if not self._whole or not self._stream.hold(wanted):
            return None
        return self._whole_with.get(wanted[0], self._whole[0])

    @cached_property
    def _claims(self) -> dict[int, list[tuple[Claim, Notice]]]:
        """Those that may be told by a holder, each of whom is an offered claim's, or one with whose name it begins."""
        made: dict[int, list[tuple[Claim, Notice]]] = {}
        known: set[tuple[int, frozenset[int]]] = set()
        for notice in self._notices:
            for claim in _made_in(notice):
                for holder in _holders(claim):
                    if (holder, claim.years) not in known:
                        known.add((holder, claim.years))
                        made.setdefault(holder, []).append((claim, notice))
        return made

    @cached_property
    def _copyrights(self) -> dict[Tokens, Notice]:
        """The first with just these words."""
        return {words(notice.text): notice for notice in reversed(self._notices)}

    @cached_property
    def _people(self) -> dict[tuple[str, Tokens], Notice]:
        """The first that names somebody in a role, with the address and without."""
        listed: dict[tuple[str, Tokens], Notice] = {}
        for notice in self._notices if any(one.kind == "attribution" for one in self._notices) else ():
            for named in (people_named(notice.text), without_address(notice.text)):
                role, names = named or ("", ())
                for name in names:
                    listed.setdefault((role, name), notice)
        return listed

    @cached_property
    def _runs(self) -> Runs:
        return Runs([words(notice.text) for notice in self._notices])

    @cached_property
    def _whole(self) -> list[Notice]:
        return [notice for notice in self._notices if notice.whole]

    @cached_property
    def _stream(self) -> Runs:
        """All of the paragraphs as one."""
        return Runs([tuple(word for notice in self._whole for word in words(notice.text))])

    @cached_property
    def _whole_with(self) -> dict[str, Notice]:
        """The first that holds a word."""
        return {word: notice for notice in reversed(self._whole) for word in words(notice.text)}


def vocabulary_of(notice: Notice) -> set[str]:
    """The words by which `notice` may keep another one; "" where it has none, or claims without a holder."""
    return {*(words(notice.text) or ("",)), *chain.from_iterable(claim.holder or ("",) for claim in _made_in(notice))}


def words_needed(notice: Notice) -> Iterator[frozenset[str]]:
    """Of each way in which `notice` is kept, the words that whatever keeps it has in its vocabulary."""
    for text in dict.fromkeys((notice.text, without_invisible(notice.text))):
        holders = chain.from_iterable(claim.holder for claim in claims(text)) if notice.kind == "copyright" else ()
        yield frozenset(holders) - JOINING or frozenset({""})
        yield frozenset(words(text)) or frozenset({""})


def _made_in(notice: Notice) -> tuple[Claim, ...]:
    return claims(notice.text) if _claims_copyright(notice) else ()


def _claims_copyright(notice: Notice) -> bool:
    """A sentence that tells of an origin may go on with the copyright of it."""
    return notice.kind == "copyright" or (notice.kind == "attribution" and marks_copyright(notice.text))


def _holders(claim: Claim) -> Iterator[int]:
    """The holder, and each with whose name it begins, where another may: as `prefix_hashes` tells them."""
    hashes = prefix_hashes(claim.holder)
    yield hashes[-1]
    for length in claim.boundaries:
        if 0 < length < len(claim.holder):
            yield hashes[length]


def _addresses_in(text: str) -> list[str]:
    """Of mail and of the web, as they stand in a notice."""
    return [match[0].rstrip(".,;") for match in _ADDRESS.finditer(text)]
