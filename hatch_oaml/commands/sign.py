"""`hatch-oaml sign`: a signature of a finished archive, beside it."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hatch_oaml.commands._destination import refuse_endless_name, write_to
from hatch_oaml.commands._inputs import refuse_what_is_read
from hatch_oaml.commands._size import bytes_to_read
from hatch_oaml.commands._speaking import say, warn, warn_line
from hatch_oaml.commands._terminal import lang_option, locale_language, look_of_output, progress_on_terminal, told
from hatch_oaml.pipeline import judge
from hatch_oaml.records.checksums import below
from hatch_oaml.reports.text import render_text
from hatch_oaml.signing.environment import passphrase
from hatch_oaml.signing.place import place_of
from hatch_oaml.signing.signer import signer_of
from hatch_oaml.signing.statement import statement_of
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.exit_statuses import REFUSED
from hatch_oaml.verification.archived_release import read_archive

if TYPE_CHECKING:
    from hatch_oaml.findings import Report
    from hatch_oaml.signing.statement import Statement
    from hatch_oaml.values.bilingual import Language

_PEM = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("archive", type=click.Path(exists=True, path_type=Path))
@click.option("--key", type=_PEM, required=True, help="PEM of a P-256 private key. P-256 私钥。")
@click.option(
    "--certificate", type=_PEM, help="PEM of the key's certificate, its issuer's next. 密钥的证书，其后为签发者的证书。"
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Else ARCHIVE.sig, and model.sig in a folder. 默认为 ARCHIVE.sig，文件夹则为其中的 model.sig。",
)
@lang_option
def sign(archive: Path, key: Path, certificate: Path | None, output: Path | None, lang: Language | None) -> None:
    """Sign ARCHIVE, or the folder that one was unpacked into, if `verify` finds no fault in it.

    对归档或其解包后的文件夹签名；`verify` 发现错误的不予签名。
    """
    language = lang or locale_language()
    with told(language):
        signer = signer_of(key, certificate, partial(passphrase, os.environ))
        for said in signer.warnings:
            warn(said, language)
        with progress_on_terminal(bytes_to_read(archive)) as progress:
            release = read_archive(archive, progress)
        report = judge(replace(release, receiver=release.config.profile))
        if report.errors:
            say(render_text(report, language, look_of_output(in_full=False)))
            sys.exit(REFUSED)
        target = output or place_of(archive)
        statement = _statement(report)
        refuse_endless_name(target)
        refuse_what_is_read(
            [target],
            _read(archive, key, certificate, statement),
            is_earlier=lambda data: output is None or _is_signature(data),
        )
        write_to(target, signer.bundle(statement))
    warn_line(_signed(target, signer.name).said_in(language))


def _statement(report: Report) -> Statement:
    """:raises SourceError: not the whole archive is there."""
    integrity = report.release.held_against_manifest
    papers, project = integrity.papers, report.release.project
    if papers is None or integrity.is_part or integrity.elsewhere:
        raise SourceError(
            Bilingual(
                en=f"{integrity.archive}: only a part of a wheel, or one that was installed; sign the wheel itself",
                zh=f"{integrity.archive}：只是 wheel 的一部分，或已安装的 wheel；请对 wheel 本身签名",
            )
        )
    root = papers.written.root
    digests = {below(root, path): digest for path, digest in papers.digests.items()}
    return statement_of(root or f"{project.name}-{project.version}", digests)


def _read(archive: Path, key: Path, certificate: Path | None, statement: Statement) -> list[Path]:
    """What the signature must not be written over: what it tells of, and what it is made with."""
    files = [archive / path for path in statement.digests] if archive.is_dir() else [archive]
    return [*files, key, *([certificate] if certificate else ())]


def _is_signature(data: bytes) -> bool:
    return data.startswith(b"{") and b'"dsseEnvelope"' in data


def _signed(target: Path, signer: str) -> Bilingual:
    return Bilingual(en=f"{target}: signed by {signer}", zh=f"{target}：由 {signer} 签名")
