"""Coverage-guided fuzzing, by hand: `pip install atheris`, then
`python tests/weights/fuzz_weights.py CORPUS -max_total_time=600 -timeout=1 -rss_limit_mb=400`.

CORPUS is a folder, which the first run fills with the seeds of `test_any_bytes`.
"""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("a.safetensors", "a.gguf", "a.onnx", "a.pt", "a.npz", "a.tflite", "a.h5", "a.keras", "a.pkl", "a")


def main() -> None:
    sys.path.insert(0, str(ROOT))
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["hatch_oaml"]):
        weights = importlib.import_module("hatch_oaml.weights")
        reading = importlib.import_module("tests.weights.reading")
        weights.weight_formats()

    def check(data: bytes) -> None:
        """The first byte chooses the name; an exception, a second or 400 MB is a finding."""
        if not data:
            return
        name = NAMES[data[0] % len(NAMES)]
        weights.inspect_source(reading.source_of(data[1:], name))
        weights.content(name, io.BytesIO(data[1:]), len(data) - 1)
        weights.inspect_index("a.bin.index.json", data[1:])

    write_seeds(Path(sys.argv[1]))
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


def write_seeds(corpus: Path) -> None:
    if corpus.exists():
        return
    corpus.mkdir(parents=True)
    for name, data in importlib.import_module("tests.weights.test_any_bytes").SEEDS.items():
        for number in range(len(NAMES)):
            (corpus / f"{name}-{number}").write_bytes(bytes([number]) + data)


if __name__ == "__main__":
    main()
