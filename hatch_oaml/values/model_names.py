"""Names of models as hubs, cards and configurations write them, and what is no name but a path on somebody's disk."""

from __future__ import annotations

import re

from hatch_oaml.values.expressions import expression

_CACHED = expression(r"models--(?P<owner>[\w.-]+?)--(?P<name>[\w.-]+)")
_ADDRESS = expression(r"(?:https?://|hf://|git@|ssh://)(?:[^/:@]+@)?(?P<host>[^/:]*)[/:]+(?P<path>.*)", re.IGNORECASE)
_HUB_FOLDERS = frozenset({"models", "model", "spaces"})
_REVISION = expression(r"@[\w.-]+$|\.git$")
_NAME = expression(r"[\w.-]+(?:/[\w.-]+)?")
_LOCAL = expression(r"[./~\\]|[A-Za-z]:[\\/]|.*\\|.*/.*/")
_FOLDERS = frozenset(
    [
        "output",
        "outputs",
        "out",
        "model",
        "models",
        "checkpoint",
        "checkpoints",
        "ckpt",
        "ckpts",
        "result",
        "results",
        "run",
        "runs",
        "data",
        "save",
        "saves",
        "saved",
        "weights",
        "exp",
        "exps",
        "experiment",
        "experiments",
        "tmp",
        "temp",
        "work_dir",
        "work_dirs",
        "workspace",
        "train",
        "training",
        "finetune",
        "finetuned",
        "merged",
        "final",
        "best",
        "last",
        "local",
        "pretrained",
        "src",
        "lib",
        "bin",
        "example",
        "examples",
        "script",
        "scripts",
        "tool",
        "tools",
        "doc",
        "docs",
        "config",
        "configs",
        "test",
        "tests",
        "assets",
        "images",
    ]
)
_OLD_NAMES = expression(
    r"(?:bert|distilbert|roberta|distilroberta|gpt2|distilgpt2|openai-gpt|t5|xlnet|xlm|albert|electra|camembert|ctrl)\b"
)
"""Models of a hub's first years, which have no owner."""
_NOTHING = frozenset(
    {"", "none", "null", "~", "n/a", "na", "-", "no", "false", "unknown", "tbd", "todo", "无", "暂无", "没有"}
)
_TEMPLATE = expression(r"more\s+information\s+needed|^[\[{<].*[\]}>]$", re.IGNORECASE)
_SEPARATOR = expression(r"[\W_]+")


def says_nothing(text: str) -> bool:
    """Is `text` what people write where there is no name?"""
    plain = text.strip()
    return plain.casefold() in _NOTHING or _TEMPLATE.search(plain) is not None


def model_name(text: str) -> str | None:
    """`owner/name`, or a name alone; None for a path on a disk that tells none."""
    plain = text.strip()
    if cached := _CACHED.search(plain):
        return f"{cached['owner']}/{cached['name']}"
    if address := _ADDRESS.fullmatch(plain):
        return _of_address(address["path"])
    plain = _REVISION.sub("", plain)
    if _LOCAL.match(plain):
        return None
    return plain if _NAME.fullmatch(plain) else "-".join(plain.split()) or None


def _of_address(path: str) -> str | None:
    parts = [part for part in re.split(r"[?#]", path)[0].split("/") if part]
    if parts[:1] and parts[0] in _HUB_FOLDERS and len(parts) > 2:
        parts = parts[1:]
    return _REVISION.sub("", "/".join(parts[:2])) or None


def last_of_path(text: str) -> str:
    """The last part of a path, which often is the model's name."""
    return re.split(r"[/\\]", text.strip().rstrip("/\\"))[-1]


def is_surely_a_name(name: str) -> bool:
    """Would nobody write `name` for a folder of his own?"""
    owner, slash, last = name.casefold().partition("/")
    if not slash:
        return _OLD_NAMES.match(owner) is not None
    return owner not in _FOLDERS and last not in _FOLDERS and not last.startswith("checkpoint-")


def same_model(one: str, other: str) -> bool:
    """By the whole name, without case; where one of the two has no owner, by the name alone."""
    first, second = one.casefold().split("/"), other.casefold().split("/")
    if len(first) == len(second):
        return first == second
    return first[-1] == second[-1]


def is_project(name: str, project: str) -> bool:
    """Is `name`, whoever its owner is, that of the project?"""
    return _SEPARATOR.sub("-", name.rpartition("/")[2]).casefold() == _SEPARATOR.sub("-", project).casefold()
