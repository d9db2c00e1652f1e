"""What an HDF5 dataset's type is called, in the spelling of safetensors where that has a word for it."""

from __future__ import annotations

from typing import Any

_FLOATS = {2: "f16", 4: "f32", 8: "f64"}
_COMPLEX = {8: "c64", 16: "c128"}


def dtype_of(h5py: Any, dataset: Any) -> tuple[str, bool]:
    """And whether a dataset of this type holds its elements, not just where they are kept."""
    kind = dataset.get_type()
    name = _number(h5py.h5t, kind, int(kind.get_size())) or _marked(h5py, kind, dataset)
    return (name, True) if name else (_other(h5py.h5t, kind.get_class()), False)


def _number(h5t: Any, kind: Any, width: int) -> str | None:
    match kind.get_class():
        case h5t.INTEGER:
            return f"{'i' if kind.get_sign() == h5t.SGN_2 else 'u'}{8 * width}"
        case h5t.FLOAT:
            return _FLOATS.get(width, f"float{8 * width}")
        case h5t.ENUM:
            return "bool" if width == 1 else f"enum{8 * width}"  # how h5py writes booleans
        case h5t.BITFIELD:
            return f"bits{8 * width}"
        case h5t.COMPOUND if _is_complex(h5t, kind):
            return _COMPLEX.get(width)
    return None


def _is_complex(h5t: Any, kind: Any) -> bool:
    """How h5py writes complex numbers."""
    return kind.get_nmembers() == 2 and all(kind.get_member_class(index) == h5t.FLOAT for index in (0, 1))


def _marked(h5py: Any, kind: Any, dataset: Any) -> str | None:
    """Keras marks what HDF5 has no type for, bfloat16, by an attribute (keras/src/saving/saving_lib.py)."""
    if kind.get_class() != h5py.h5t.OPAQUE:
        return None
    width = int(kind.get_size())
    return "bf16" if width == 2 and h5py.h5a.exists(dataset, b"dtype") else f"opaque{8 * width}"


def _other(h5t: Any, kind: int) -> str:
    names = {h5t.STRING: "string", h5t.COMPOUND: "compound", h5t.VLEN: "list", h5t.ARRAY: "array"}
    return names.get(kind, "other")
