"""A build into a store whose one worker takes seconds for each task: to be interrupted."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING
from unittest.mock import patch

from hatchling.cli import hatchling

from hatch_oaml.engines import VARIABLE
from hatch_oaml.parts.task import carry_out

if TYPE_CHECKING:
    from hatch_oaml.parts.task import Answer, Order


def slowly(order: Order) -> Answer:
    answer = carry_out(order)
    time.sleep(4)
    return answer


if __name__ == "__main__":
    os.environ[VARIABLE] = "threads:1"
    sys.argv = ["hatchling", "build", "-t", "oaml"]
    with patch("hatch_oaml.parts.writing.carry_out", slowly):
        sys.exit(hatchling())
