"""The order of the members is a part of an archive's bytes: in another one nobody wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import format_of
from hatch_oaml.records.members import BytesContent, Member
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.epoch import DEFAULT
from hatch_oaml.values.paths import archive_path
from tests.building import project_in
from tests.finished import FORMATS, built, errors_of, members_of, named_by
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tests.finished import Members

    Archives = Mapping[str, Path]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    return built(project_in(tmp_path_factory.mktemp("project")))


def packed_in(order: Iterable[str], members: Members, target: Path) -> Path:
    """By our own writer, which writes in the order that it is told."""
    form = format_of(target)
    assert form is not None
    ordered = [Member(path=archive_path(path), content=BytesContent(data=members[path])) for path in order]
    with drafted(target) as file:
        form.write(file, ordered, epoch=DEFAULT, progress=silent)
    return target


def other_orders(paths: list[str]) -> Iterator[list[str]]:
    yield paths[::-1]
    yield [paths[1], paths[0], *paths[2:]]
    yield [*paths[:-3], paths[-2], paths[-3], paths[-1]]
    yield [*paths[1:-1], paths[0], paths[-1]]
    yield sorted(paths, key=str.casefold)


@pytest.mark.parametrize("name", FORMATS)
def test_members_in_another_order_are_not_as_they_were_written(name: str, archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives[name])
    target = tmp_path / archives[name].name

    assert [] == named_by(packed_in(members, members, target))
    for order in other_orders(list(members)):
        assert [("altered-envelope", target.name)] == named_by(packed_in(order, members, target)), order


def test_the_first_that_lies_too_early_is_named(archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives["tar"])
    paths = list(members)
    target = tmp_path / archives["tar"].name

    [ruling] = errors_of(packed_in([paths[1], paths[0], *paths[2:]], members, target))

    said = ruling.finding.message
    assert f"`{paths[1]}` lies before a file that hatch-oaml writes ahead of it" in said.en
    assert f"`{paths[1]}` 排在按名称顺序应先写出的文件之前" in said.zh
