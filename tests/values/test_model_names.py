"""A model's name is told from a path on somebody's disk."""

from __future__ import annotations

import pytest

from hatch_oaml.values.model_names import (
    is_project,
    is_surely_a_name,
    last_of_path,
    model_name,
    same_model,
    says_nothing,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a/b", "a/b"),
        ("bert-base", "bert-base"),
        ("https://huggingface.co/a/b", "a/b"),
        ("https://huggingface.co/a/b/tree/main", "a/b"),
        ("https://www.modelscope.cn/models/a/b/summary", "a/b"),
        ("git@github.com:a/b.git", "a/b"),
        ("a/b@main", "a/b"),
        ("/root/.cache/huggingface/hub/models--a--b-7B/snapshots/0f", "a/b-7B"),
        ("/data/models/x", None),
        ("./x", None),
        ("../x", None),
        ("~/x", None),
        ("C:\\models\\x", None),
        ("work/models/x", None),
        ("云梭/织机", "云梭/织机"),
        ("Lantern 7B", "Lantern-7B"),
    ],
)
def test_a_name_is_read_from_whatever_tells_one(text: str, expected: str | None) -> None:
    assert expected == model_name(text)


@pytest.mark.parametrize("name", ["example-lab/Lantern-7B", "bert-base-uncased", "gpt2"])
def test_what_nobody_calls_a_folder_is_a_name(name: str) -> None:
    assert is_surely_a_name(name)


@pytest.mark.parametrize("name", ["output", "outputs/run", "lantern/checkpoint-500", "model", "my_model", "lab/final"])
def test_what_may_be_a_folder_is_not_surely_a_name(name: str) -> None:
    assert not is_surely_a_name(name)


def test_names_are_the_same_without_case_and_without_an_owner() -> None:
    assert same_model("Example-Lab/Lantern", "example-lab/lantern")
    assert same_model("lantern", "example-lab/Lantern")
    assert not same_model("a/lantern", "b/lantern")


def test_a_project_is_known_by_its_name_under_any_owner() -> None:
    assert is_project("example-lab/Lantern_Chat", "lantern_chat")
    assert is_project("lantern-chat", "lantern_chat")
    assert not is_project("lantern-7b", "lantern_chat")


def test_what_people_write_for_nothing_is_nothing() -> None:
    assert all(map(says_nothing, ("", " None", "N/A", "无", "[More Information Needed]", "<owner/name>")))
    assert not says_nothing("a/b")


def test_the_last_part_of_a_path_tells_most() -> None:
    assert ["x", "x", "x"] == [last_of_path(path) for path in ("/a/x/", "C:\\a\\x", "x")]
