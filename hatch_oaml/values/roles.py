"""What a file is to the license: the Model, Complementary Material, or a legal text (clauses 1.2 and 1.4)."""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal["model", "complementary", "legal"]
ROLES: tuple[Role, ...] = get_args(Role)

Kind = Literal[
    # model: clause 1.2
    "weights",
    "checkpoint",
    "optimizer",
    "adapter",
    # complementary: clauses 1.4 and 1.5
    "code",
    "data",
    "documentation",
    "configuration",
    "other",
    # legal
    "license",
    "notice",
    "modifications",
    "base-record",
    "bill-of-materials",
]
