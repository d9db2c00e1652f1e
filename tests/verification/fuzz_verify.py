"""Mutated archives given to `verify`, by hand: `nice -n 19 python -m tests.verification.fuzz_verify [SECONDS] [SEED]`.

Each is a finished archive of one format with bytes flipped, overwritten, cut out, doubled or exchanged between headers, or one whose
manifest was changed as text and packed again. It is judged or refused; any other exception is a finding, and its input is kept.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.values.errors import OamlError
from hatch_oaml.verification.verdict import verify_archive
from tests.finished import members_of, packed
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Mapping

SAMPLES = sorted((Path(__file__).parent.parent.parent / "fixtures" / "formats").glob("*/lantern*"))
VALUES = (b"\0" * 8, b"\xff" * 8, b"\x80" + b"\0" * 7, b"\x7f" + b"\xff" * 7, b"PK\x01\x02", b"0" * 11, b"../", b"\n")
TEXTS = (b"-1", b"1e999", b"9" * 5000, b"[" * 3000, b'"\\ud800"', b"null", b"true", b"{}", b'"../x"', b'"*a*a*a*b"')


def mutated(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(found) + 1)
        size = chance.choice((1, 2, 4, 8, 64, 512))
        kind = chance.randrange(5)
        if kind == 0 and at < len(found):
            found[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            value = chance.choice(VALUES)
            found[at : at + len(value)] = value
        elif kind == 2:  # the next kind
            del found[at : at + size]
        elif kind == 3:  # the next kind
            found[at:at] = found[at : at + size]
        else:
            other = chance.randrange(len(found) + 1)
            found[at : at + size] = found[other : other + size]
    return bytes(found)


def with_changed_text(members: Mapping[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """One text of the archive with a value put in at a word's place: most such manifests can still be parsed in part."""
    path = chance.choice([path for path in members if path.endswith((".json", ".toml", "RECORD", "METADATA", ".md"))])
    data = members[path]
    at = chance.randrange(len(data) + 1)
    end = at + chance.choice((0, 1, 3, 10))
    return {**members, path: data[:at] + chance.choice(TEXTS) + data[end:]}


def main(seconds: float, seed: int) -> int:
    chance = random.Random(seed)  # noqa: S311  # reproducible
    bytes_of = {sample: sample.read_bytes() for sample in SAMPLES}
    contents = {sample: members_of(sample) for sample in SAMPLES}
    started, tried, crashes, worst = time.monotonic(), 0, 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() - started < seconds:
            sample = chance.choice(SAMPLES)
            target = Path(folder, sample.name)
            if chance.random() < 0.5:  # half of them
                target.write_bytes(mutated(bytes_of[sample], chance))
            else:
                packed(with_changed_text(contents[sample], chance), target)
            before = time.process_time()
            try:
                verify_archive(target, silent)
            except OamlError:
                pass
            except Exception:  # noqa: BLE001  # what is looked for
                crashes += 1
                kept = Path(tempfile.mkdtemp(), sample.name)
                kept.write_bytes(target.read_bytes())
                sys.stderr.write(f"{kept}\n{traceback.format_exc()}\n")
            worst = max(worst, time.process_time() - before)
            tried += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{tried} inputs, {crashes} crashes, worst {worst:.2f} CPU seconds, peak {peak // 1024} MB\n")
    return min(crashes, 1)


if __name__ == "__main__":
    seconds, seed = [*sys.argv[1:], *("1800", "0")[len(sys.argv) - 1 :]]
    sys.exit(main(float(seconds), int(seed)))
