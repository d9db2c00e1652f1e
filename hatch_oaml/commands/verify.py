"""`hatch-oaml verify`: a finished archive, judged from itself alone."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.archives import format_of
from hatch_oaml.commands._archives import archives_among, not_checked
from hatch_oaml.commands._evidence import standing_of, with_file_digest
from hatch_oaml.commands._outputs import output_option, outputs_named
from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._sources import SOURCE
from hatch_oaml.commands._speaking import say, tell_error, warn
from hatch_oaml.commands._terminal import (
    advisories_option,
    format_option,
    lang_option,
    locale_language,
    look_of_output,
    progress_on_terminal,
    quiet_option,
    told,
)
from hatch_oaml.engines import VARIABLE
from hatch_oaml.findings import Unread
from hatch_oaml.reports import report_format
from hatch_oaml.storage.store_path import StorePath
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import OamlError, SourceError, UsageError
from hatch_oaml.values.exit_statuses import CANNOT_GO_ON, REFUSED
from hatch_oaml.values.look import PLAIN
from hatch_oaml.values.profiles import PROFILES
from hatch_oaml.verification.opening import opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from hatch_oaml.findings import Report
    from hatch_oaml.records.members import Progress
    from hatch_oaml.release import Release
    from hatch_oaml.values.bilingual import Language
    from hatch_oaml.values.profiles import Profile
    from hatch_oaml.verification.by_workers import Workers
    from hatch_oaml.verification.signature import Asked


@click.command()
@click.argument("archives", metavar="ARCHIVE...", nargs=-1, required=True, type=SOURCE)
@format_option
@output_option
@lang_option
@quiet_option
@advisories_option
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default="distribution",
    show_default=True,
    help="hosted-service: you run the service that the archive was made for. 归档所服务的托管服务由您运行。",
)
@click.option(
    "--key",
    "keys",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="PEM of the publisher's public key: the archive must be signed with it. 发布者的公钥：归档须由其签名。",
)
@click.option(
    "--certificate-root",
    "roots",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="PEM of certificates that you trust: the signer's must lead to one. 您信任的证书：签名者的证书须通向其中之一。",
)
@click.option(
    "--require-signature",
    "is_required",
    is_flag=True,
    help="There must be a signature over these files, by whomever if no key or root is given. 须有签名。",
)
@click.option(
    "--signature",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Where it lies, of one archive; else ARCHIVE.sig, and model.sig in a folder. 签名文件的位置。",
)
def verify(  # noqa: PLR0913  # click hands each option down by itself
    archives: tuple[Path, ...],
    form: str,
    outputs: tuple[str, ...],
    lang: Language | None,
    profile: Profile,
    keys: tuple[Path, ...],
    roots: tuple[Path, ...],
    *,
    signature: Path | None,
    in_full: bool,
    is_quiet: bool,
    is_required: bool,
) -> None:
    """Judge finished archives, or folders they were unpacked into, from themselves alone.

    Either may lie in a store: s3://bucket/key.

    仅凭归档自身（或其解包后的文件夹）作出判断。两者也可位于存储中：s3://存储桶/键。
    """
    language = lang or locale_language()
    written, look = report_format(form), look_of_output(in_full=in_full)
    found: list[Report | Unread] = []
    judged, beside = _told_apart(archives, language)
    with told(language):
        files = outputs_named(outputs, form)
        files.refuse_what_is_read(
            (*judged, *archives, *keys, *roots, *([signature] if signature else ())), _beside(judged)
        )
        _refuse_one_signature_for_several(judged, signature)
        asked = _asked(keys, roots, signature, is_required=is_required)
    if asked:
        beside = _not_read(beside, judged)
    is_shown = files.is_shown and not is_quiet
    wants_digest = any(report_format(name).tells_file_digest for name in files.formats)
    for path in beside:
        warn(not_checked(path), language)
    judge = _verified_with_digest if wants_digest else _verified
    with told(language), _workers() as workers:
        for archive in judged:
            one = judge(archive, profile, asked, workers, is_quiet=is_quiet)
            if isinstance(one, Unread):
                tell_error(one.error, language)
            elif is_shown and not written.at_once:
                say(("\n" if _reports(found) else "") + written.render(one, language, look))
            found.append(one)
    with told(language):
        files.write(lambda name: report_format(name).render_several(found, language, PLAIN))
    if is_shown and written.at_once:
        say(written.render_several(found, language, look))
    if len(_reports(found)) < len(found):
        sys.exit(CANNOT_GO_ON)
    sys.exit(REFUSED if any(report.errors for report in _reports(found)) else 0)


def _told_apart(archives: tuple[Path, ...], language: Language) -> tuple[list[Path], list[Path]]:
    try:
        return archives_among(tuple(map(_snapshot, archives)))
    except OamlError as error:
        tell_error(error, language)
        sys.exit(CANNOT_GO_ON)


def _refuse_one_signature_for_several(archives: Sequence[Path], signature: Path | None) -> None:
    """:raises UsageError: one signature is named, and several archives."""
    if signature is not None and len(archives) != 1:
        raise UsageError(
            Bilingual(
                en=f"--signature: {signature} is of one archive, and {len(archives)} are to be verified; verify them one by one,"
                " or put each signature beside its archive",
                zh=f"--signature：{signature} 只属于一个归档，而待验证的有 {len(archives)} 个；请逐个验证，或将各签名放在其归档旁边",
            )
        )


def _asked(keys: Sequence[Path], roots: Sequence[Path], signature: Path | None, *, is_required: bool) -> Asked | None:
    """What is wanted to be known of who signed; None where nobody asked.

    :raises UsageError: a file holds no key, or no certificate; or the library for both is not installed.
    """
    if not (keys or roots or signature or is_required):
        return None
    # before hashing begins, nothing is imported that this call does not need for it
    from hatch_oaml.signing.trust import trust_in  # noqa: PLC0415
    from hatch_oaml.verification.signature import Asked  # noqa: PLC0415

    return Asked(trust=trust_in(keys, roots), place=signature)


def _beside(judged: Sequence[Path]) -> Iterator[Path]:
    """The signatures of the archives, where they lie by custom."""
    from hatch_oaml.signing.place import place_of  # noqa: PLC0415  # before hashing begins, as little as can be is imported

    yield from map(place_of, judged)


def _not_read(beside: Sequence[Path], judged: Sequence[Path]) -> list[Path]:
    """What lies beside the archives and is no signature of theirs."""
    from hatch_oaml.signing.place import place_of  # noqa: PLC0415

    read = {place_of(archive) for archive in judged}
    return [path for path in beside if path not in read]


def _snapshot(archive: Path) -> Path:
    """The one that a hub's cache folder holds, in its place: there one is not to look for the release by hand.

    An address is seen here to be that of a folder; where it cannot be, whoever reads it says why.
    """
    if isinstance(archive, StorePath) and format_of(archive) is None:
        with suppress(SourceError):
            return archive.as_folder()
    if not archive.is_dir():
        return archive
    from hatch_oaml.recording.hub_cache import snapshot_of  # noqa: PLC0415

    place = snapshot_of(archive)
    return place.folder if place else archive


def _reports(found: Sequence[Report | Unread]) -> list[Report]:
    return [one for one in found if not isinstance(one, Unread)]


def _workers() -> AbstractContextManager[Workers | None]:
    """Who hashes, by the environment; who names nobody does not pay for anybody."""
    if not os.environ.get(VARIABLE):
        return nullcontext()
    from hatch_oaml.verification.by_workers import workers_in  # noqa: PLC0415

    return workers_in(os.environ)


def _verified(
    archive: Path, profile: Profile, asked: Asked | None, workers: Workers | None, *, is_quiet: bool
) -> Report | Unread:
    """What cannot be read is told, and the other archives are judged all the same."""
    try:
        with progress_on_terminal(bytes_to_read(archive), is_quiet=is_quiet) as progress:
            release = _release_of(archive, asked, workers, progress)
            # loaded already, with what reads the release
            from hatch_oaml.verification.verdict import verdict_on  # noqa: PLC0415

            return verdict_on(release, profile)
    except OamlError as error:
        return Unread(archive=archive.name or str(archive.absolute()), error=error)


def _release_of(archive: Path, asked: Asked | None, workers: Workers | None, progress: Progress) -> Release:
    with opened(archive, progress, workers) as one:
        # what judges takes longer to import than what reads: meanwhile the members are being hashed
        from hatch_oaml.verification.verdict import release_in  # noqa: PLC0415

        return release_in(one, asked)


def _verified_with_digest(
    archive: Path, profile: Profile, asked: Asked | None, workers: Workers | None, *, is_quiet: bool
) -> Report | Unread:
    """With the digest of the very file that was judged."""
    before = standing_of(archive)
    found = _verified(archive, profile, asked, workers, is_quiet=is_quiet)
    if isinstance(found, Unread):
        return found
    try:
        return with_file_digest(found, archive, before)
    except OamlError as error:
        return Unread(archive=archive.name, error=error)
