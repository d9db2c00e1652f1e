from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.moved_notice import CHECK
from hatch_oaml.findings import ADVISORY, Finding
from hatch_oaml.values.bilingual import Bilingual
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from tests.conftest import Gathered, PageShows, ReleaseWith, Sample


def test_a_notice_that_a_notice_file_keeps_is_told_and_refuses_nothing(release_with: ReleaseWith) -> None:
    base = recorded({"demo.py": "# Copyright 2023 Ostrava Loom.\n"})
    notice = shipped("NOTICE", "demo.py:\n\n    Copyright 2023 Ostrava Loom.\n")

    expected = Finding(
        path="NOTICE",
        line=3,
        message=Bilingual(
            en="this keeps a copyright notice of example-lab/Lantern-7B that stood in its `demo.py`, line 1"
            "\n\n    Copyright 2023 Ostrava Loom.",
            zh="这里保留了 example-lab/Lantern-7B 的一条著作权声明，它原先在其 `demo.py` 第 1 行"
            "\n\n    Copyright 2023 Ostrava Loom.",
        ),
        fix=Bilingual(
            en="nothing must be done;"
            " where `demo.py` is still shipped, readers of it would rather find the notice there",
            zh="无须处理；如果仍然发布 `demo.py`，放回原处更便于读者看到",
        ),
    )
    assert [expected] == list(CHECK.run(release_with(files=[shipped("demo.py", "x"), notice], bases=[base])))
    assert ADVISORY == CHECK.severity


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    page_shows(CHECK, gathered(sample(CHECK.name, "faulty")))
