"""What a release is made for, or what its receiver does with it."""

from __future__ import annotations

from typing import Literal, get_args

Profile = Literal["distribution", "hosted-service"]
PROFILES: tuple[Profile, ...] = get_args(Profile)
