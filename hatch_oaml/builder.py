"""The door to the release archive: the build target `oaml`, gated in the builder so that no switch skips it."""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentError, ArgumentParser
from contextlib import nullcontext, suppress
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from hatchling.builders.constants import BuildEnvVars

from hatch_oaml import archives, stores
from hatch_oaml.engines import in_threads, workforce_in
from hatch_oaml.facts_cache.cache import facts_cache, forget
from hatch_oaml.packing.advising import advice
from hatch_oaml.packing.earlier import earlier_archives, told_of_fault, told_of_refusal
from hatch_oaml.packing.hub_advice import hub_advice
from hatch_oaml.packing.in_a_store import InAStore
from hatch_oaml.packing.output_setting import output_address
from hatch_oaml.packing.release_folder import FOLDER_SUFFIX, remove_release_folder
from hatch_oaml.packing.writing import write_folder, write_into_store, write_release, write_volumes
from hatch_oaml.parts.own_uploads import state_folder
from hatch_oaml.pipeline import judge_before_writing
from hatch_oaml.progress import log_progress
from hatch_oaml.project.digesting import digesting_in
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.hatchling_selection import PLUGIN_NAME, ReleaseSelection
from hatch_oaml.signing.environment import signer_in
from hatch_oaml.storage.os_errors import cannot_build
from hatch_oaml.storage.volume_files import CHECKSUMS
from hatch_oaml.streams import open_closed_streams, tell_of_interruption_in_one_line
from hatch_oaml.values.addresses import below
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.epoch import parse_epoch
from hatch_oaml.values.errors import ConfigurationError, OamlError
from hatch_oaml.values.sizes import parse_size
from hatch_oaml.values.wording import shown_value

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager

    from hatch_oaml.findings import Report
    from hatch_oaml.records.members import Progress
    from hatch_oaml.signing.signer import Signer
    from hatch_oaml.storage.standing import Identity

DEFAULT_FORMAT = "tar"
FOLDER = "folder"
"""What one uploads to a hub: no archive, and never in volumes."""


class OamlBuilder(ReleaseSelection):
    """Writes the release archive; the target's versions are its formats."""

    _report: Report | None = None
    _earlier: Mapping[Path, Identity] | None = None
    _key: tuple[Signer | None] | None = None

    def build(
        self, *, directory: str | None = None, versions: list[str] | None = None, **options: Any
    ) -> Generator[str, None, None]:
        """Each format once. Of `-t oaml -t oaml:zip` Hatchling hands down the named one alone."""
        open_closed_streams(StringIO)
        tell_of_interruption_in_one_line()
        wanted = [*self.config.versions, *versions] if versions and asked_without_version(sys.argv) else versions
        self.metadata.validate_fields()  # of a project that is none, no folder is made
        folder = self._folder() if directory is None else directory
        with suppress(OSError):  # Hatchling tries again, and says why
            os.makedirs(folder, exist_ok=True)  # Hatchling's own call fails where another build was first
        return super().build(directory=folder, versions=list(dict.fromkeys(wanted or ())), **options)

    def _folder(self) -> str:
        """Where the archives go that nobody gave a folder for, by Hatchling's own rules."""
        location = os.environ.get(BuildEnvVars.LOCATION)
        return str(self.config.directory if location is None else self.config.normalize_build_directory(location))

    def get_version_api(self) -> dict[str, Callable[..., str]]:
        found = {
            name: partial(self._build, name)
            for name, archive_format in archives.archive_formats().items()
            if archive_format.target == PLUGIN_NAME
        }
        return {**found, FOLDER: partial(self._build, FOLDER)}

    def get_default_versions(self) -> list[str]:
        return [DEFAULT_FORMAT]

    def clean(self, directory: str, versions: list[str]) -> None:  # noqa: ARG002  # Hatchling's signature
        formats = (form for form in archives.archive_formats().values() if form.target == PLUGIN_NAME)
        suffixes = "|".join(re.escape(form.suffix) for form in formats)
        name = rf"{re.escape(self.project_id.rpartition('-')[0])}-[^-/]+{re.escape(FOLDER_SUFFIX)}"
        ours = re.compile(rf"{name}({suffixes})(\.\d{{3}}|\.sig)?")
        for path in Path(directory).iterdir():
            if path.is_dir():
                if re.fullmatch(name, path.name):
                    remove_release_folder(path)
            elif ours.fullmatch(path.name) or path.name == CHECKSUMS:
                path.unlink()

    def _build(self, format_name: str, directory: str, **_build_data: Any) -> str:
        suffix = "" if format_name == FOLDER else archives.archive_formats()[format_name].suffix
        target = Path(directory, f"{self.project_id}{FOLDER_SUFFIX}{suffix}")
        volume_size = None
        try:
            if self._earlier is None:
                self._earlier = earlier_archives(self, directory)
            epoch = parse_epoch(os.environ.get("SOURCE_DATE_EPOCH"))
            volume_size = None if format_name == FOLDER else self._volume_size()
            output = output_address(self.target_config, format_name)
            signer = self._signer()
            report = self._judged()
            if not report.errors:
                report = self._written(report, target, output, volume_size, format_name, epoch, signer)
        except OamlError as error:
            self._end(told_of_fault(error, self._earlier or {}, {}))
        except OSError as error:
            self._end(told_of_fault(cannot_build(error), self._earlier or {}, {}))
        if report.errors:
            self._end(told_of_refusal(report, self._earlier))
        for text in self._advice(format_name, report):
            with suppress(OSError):  # the archive is there, and nothing depends on who reads this
                self.app.display_warning(text)
        self._report = report  # its digests are known now: the next format must find the same bytes
        written = below(output, target.name) if output else str(target)
        return f"{written}.001" if volume_size else written

    def _written(
        self,
        report: Report,
        target: Path,
        output: str | None,
        volume_size: int | None,
        format_name: str,
        epoch: int,
        signer: Signer | None,
    ) -> Report:
        with log_progress(report.release.inventory.total_size, self.app.verbosity) as progress:
            if format_name == FOLDER:
                final = write_folder(report, target, epoch, progress, signer)
            elif output:
                address = below(output, target.name)
                final = self._write_into_store(report, address, volume_size, format_name, epoch, progress)
            elif volume_size:
                final = write_volumes(report, target, volume_size, format_name, epoch, progress, signer)
            else:
                with self._workers() as executor:
                    final = write_release(report, target, format_name, epoch, progress, signer, executor)
        if final.release.changed:
            forget(os.environ, self.root)
        return final

    def _write_into_store(
        self, report: Report, address: str, volume_size: int | None, format_name: str, epoch: int, progress: Progress
    ) -> Report:
        form = archives.archive_formats()[format_name]
        workforce = workforce_in(os.environ) or in_threads()
        with workforce.at_work() as executor:
            place = InAStore(
                stores.store_of(address),
                address,
                form,
                executor,
                state_folder(os.environ),
                volume_size,
                self._signer(),
            )
            return write_into_store(report, place, epoch, progress)

    def _advice(self, format_name: str, report: Report) -> Iterator[str]:
        if text := advice(report, self.metadata):
            yield text
        if format_name == FOLDER:
            with suppress(OamlError):  # a card that has changed meanwhile is another build's
                yield from (f"{said.en}\n{said.zh}" for said in hub_advice(report.release))

    def _volume_size(self) -> int | None:
        """Bytes of a volume; None for an archive in one piece."""
        value = self.target_config.get("volume-size")
        if value is None:
            return None
        try:
            return parse_size(str(value))
        except ValueError as error:
            raise ConfigurationError(
                Bilingual(
                    en=f"pyproject.toml: tool.hatch.build.targets.oaml.volume-size: expected a size such as"
                    f' "1900MB" or "2GiB", got {shown_value(value)}',
                    zh=f"pyproject.toml: tool.hatch.build.targets.oaml.volume-size：应为大小，例如"
                    f' "1900MB" 或 "2GiB"，实为 {shown_value(value)}',
                )
            ) from error

    def _signer(self) -> Signer | None:
        """Read once for all formats of a call, before anything is written; who is to be warned of a key is told then.

        :raises UsageError: as `signer_of` does.
        """
        if self._key is None:
            self._key = (signer_in(os.environ),)
            for said in self._key[0].warnings if self._key[0] else ():
                with suppress(OSError):
                    self.app.display_warning(f"{said.en}\n{said.zh}")
        return self._key[0]

    def _workers(self) -> AbstractContextManager[Executor | None]:
        """:raises UsageError: those whom the environment names cannot be had."""
        workforce = workforce_in(os.environ)
        return workforce.at_work() if workforce else nullcontext()

    def _judged(self) -> Report:
        """The release, gathered and judged once for all formats of a call."""
        if self._report is None:
            with facts_cache(os.environ, self.root) as cache:
                release = gather(self.metadata, cache=cache)
                compared = release.weights_to_compare
                with log_progress(compared, self.app.verbosity) as progress, digesting_in(os.environ) as digesting:
                    self._report = judge_before_writing(release, progress, cache, digesting)
        return self._report

    def _end(self, text: str) -> NoReturn:
        self.app.abort(text)
        raise AssertionError  # `abort` never comes back


def asked_without_version(arguments: Sequence[str]) -> bool:
    """Whether Hatchling's command line names the target alone, with no format, among its targets."""
    if "build" not in arguments:
        return False
    parser = ArgumentParser(add_help=False)
    parser.add_argument("-t", "--target", action="append", default=[])
    with suppress(SystemExit, ArgumentError):
        return PLUGIN_NAME in parser.parse_known_args(arguments)[0].target
    return False
