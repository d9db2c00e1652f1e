from __future__ import annotations

import builtins
import pickle
from collections import OrderedDict, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.weights._pickle import MOST_OPCODES, Budget, examine_pickle
from tests.weights.conftest import global_, text, tuple_
from tests.weights.reading import source_of

if TYPE_CHECKING:
    from tests.weights.conftest import InspectBytes

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=20,
)


@given(value=PLAIN, protocol=st.integers(3, 5))
def test_a_plain_value_is_found_as_unpickling_would_build_it(value: Any, protocol: int) -> None:
    data = pickle.dumps(value, protocol)

    pickled = examine_pickle(source_of(data), 0, len(data), Budget())

    assert (pickled.value, pickled.end, pickled.fault, list(pickled.imports)) == (value, len(data), None, [])


@pytest.mark.parametrize("protocol", range(6))
@pytest.mark.parametrize(
    ("value", "imported"),
    [(Decimal(1), "decimal.Decimal"), (OrderedDict(a=1), "collections.OrderedDict"), (print, ".print")],
)
def test_imports_are_told_whatever_the_protocol(
    inspect_bytes: InspectBytes, protocol: int, value: object, imported: str
) -> None:
    weights = inspect_bytes("model.pkl", pickle.dumps(value, protocol))

    assert weights.faults == ()
    assert any(name.endswith(imported) for name in weights.imports)


def test_no_import_happens(inspect_bytes: InspectBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"\x80\x04" + text("os") + text("system") + b"\x93" + tuple_(text("exit 1")) + b"R."
    inspect_bytes("model.pkl", data)  # our own modules are imported when they are first needed

    imported: list[str] = []
    really = builtins.__import__

    def noted(name: str, *rest: Any, **named: Any) -> Any:
        imported.append(name)
        return really(name, *rest, **named)

    with monkeypatch.context() as patched:
        patched.setattr(builtins, "__import__", noted)
        facts = inspect_bytes("model.pkl", data)

    assert ("os.system",) == facts.imports
    assert "os" not in imported


def test_names_that_are_put_together_from_the_memo_are_told(inspect_bytes: InspectBytes) -> None:
    data = b"\x80\x04" + text("os") + b"q\x07" + b"0" + text("system") + b"\x94" + b"0" + b"h\x07" + b"h\x01" + b"\x93."

    assert inspect_bytes("model.pkl", data).imports == ("os.system",)


def test_an_old_style_instance_and_the_extension_registry_are_imports(inspect_bytes: InspectBytes) -> None:
    data = b"(" + text("id") + b"ios\nsystem\n" + b"\x82\x05" + b"."

    assert inspect_bytes("model.pkl", data).imports == ("copyreg.extension.5", "os.system")


def test_a_defaultdict_with_state_is_walked(inspect_bytes: InspectBytes) -> None:
    assert inspect_bytes("model.pkl", pickle.dumps(defaultdict(list, a=[1]))).imports == (
        "builtins.list",
        "collections.defaultdict",
    )


def test_a_tensor_of_megabytes_is_passed_over(inspect_bytes: InspectBytes) -> None:
    weights = inspect_bytes("model.pkl", pickle.dumps([bytes(50_000_000), Decimal(1)]))

    assert (weights.faults, weights.imports) == ((), ("decimal.Decimal",))


def test_a_pickle_of_too_many_opcodes_is_said(inspect_bytes: InspectBytes) -> None:
    data = b"\x80\x02" + global_("os", "system") + b"N0" * MOST_OPCODES + b"."

    weights = inspect_bytes("model.pkl", data)

    assert weights.imports == ("os.system",)
    assert weights.unread is not None
    assert weights.unread.en == "its pickle has more than 250,000 opcodes"


def test_a_joblib_file_is_read_as_far_as_its_first_array(inspect_bytes: InspectBytes) -> None:
    data = b"\x80\x04" + global_("joblib.numpy_pickle", "NumpyArrayWrapper") + b")\x81" + b"\xff" * 100

    weights = inspect_bytes("model.joblib", data)

    assert weights.faults == ()
    assert weights.unread is not None
    assert weights.unread.en == "joblib's raw arrays hide what follows the first of them"


def test_a_compressed_pickle_is_said(inspect_bytes: InspectBytes) -> None:
    unread = inspect_bytes("model.joblib", b"\x1f\x8b" + bytes(2000)).unread

    assert unread is not None
    assert unread.en == "it is a compressed pickle"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x80\x04R.", "its pickle is broken before byte 3: an opcode misses its operands"),
        (b"\x80\x04h\x05.", "its pickle is broken before byte 4: an opcode misses its operands"),
        (b"\x80\x04t.", "its pickle is broken before byte 3: an opcode misses its operands"),
        (b"\x80\x04(o.", "its pickle is broken before byte 4: an opcode misses its operands"),
        (
            b"\x80\x04B\xff\xff\xff\x7f.",
            "its pickle is broken at byte 2: the argument of BINBYTES is none, or is cut off",
        ),
        (b"\x80\x04]", "truncated: its pickle ends at byte 3 without STOP"),
    ],
)
def test_a_broken_pickle_says_where(inspect_bytes: InspectBytes, data: bytes, reason: str) -> None:
    assert [reason] == [fault.en for fault in inspect_bytes("model.pkl", data).faults]


@pytest.mark.parametrize("text_", ["a", "'a", "'a\"", "'"])
def test_a_text_without_its_quotes_is_a_fault(inspect_bytes: InspectBytes, text_: str) -> None:
    assert ["its pickle is broken at byte 2: the argument of STRING is none, or is cut off"] == [
        fault.en for fault in inspect_bytes("model.pkl", b"\x80\x02S" + text_.encode() + b"\n.").faults
    ]
