"""A file's name tells its role and kind; the project has the last word."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.project.classification import (
    BUILD_ONLY,
    VERSION_CONTROL,
    _kind_in,
    classify,
    complementary_kind,
    is_build_only,
)
from hatch_oaml.records.config import RoleRule, parse_config
from hatch_oaml.values.patterns import Patterns
from hatch_oaml.values.roles import ROLES, Kind, Role
from hatch_oaml.values.weight_names import WEIGHT_PATTERNS

DEFAULTS = parse_config({})


@pytest.mark.parametrize(
    ("path", "role", "kind"),
    [
        ("LICENSE", "legal", "license"),
        ("MODIFICATIONS.toml", "legal", "modifications"),
        ("NOTICE", "legal", "notice"),
        ("NOTICE.txt", "legal", "notice"),
        ("LICENSES/MIT.txt", "legal", "notice"),
        ("AUTHORS.md", "legal", "notice"),
        ("third_party/LICENCE", "legal", "notice"),
        ("third_party/LICENSE.txt", "legal", "notice"),
        ("COPYING.LESSER", "legal", "notice"),
        ("PATENTS", "legal", "notice"),
        ("TRADEMARKS.md", "legal", "notice"),
        ("THIRD_PARTY_NOTICES", "legal", "notice"),
        ("THIRD-PARTY-NOTICES.txt", "legal", "notice"),
        ("logo.png.license", "legal", "notice"),
        ("license.txt", "legal", "notice"),
        ("License.md", "legal", "notice"),
        ("sub/licence", "legal", "notice"),
        ("license-mit.txt", "legal", "notice"),
        ("License-Apache-2.0", "legal", "notice"),
        ("Notice.txt", "legal", "notice"),
        ("copying.rst", "legal", "notice"),
        *(
            (name, "complementary", "configuration")
            for name in (".flake8", ".clang-format", "sub/go.mod", "Pipfile", ".env.example")
        ),
        *(
            (name, "complementary", "code")
            for name in ("kernel.ptx", "Jenkinsfile", "Snakefile", "style.scss", "solver.f90")
        ),
        *((name, "complementary", "data") for name in ("talk.srt", "zh.po", "font.woff2", "scan.nii.gz", "words.dic")),
        *((name, "complementary", "documentation") for name in ("slides.pptx", "paper.sty", "report.Rmd")),
        ("license_plates.csv", "complementary", "data"),
        ("license.json", "complementary", "configuration"),
        ("notice.py", "complementary", "code"),
        ("credits/portrait.png", "complementary", "data"),
        ("license-check.py", "complementary", "code"),
        ("许可证.txt", "legal", "notice"),
        ("版权声明", "legal", "notice"),
        ("model.safetensors", "model", "weights"),
        ("model-00001-of-00002.safetensors", "model", "weights"),
        ("adapter_model.safetensors", "model", "adapter"),
        ("sub/lora.safetensors", "model", "adapter"),
        ("my-lora-r16.gguf", "model", "adapter"),
        ("optimizer.pt", "model", "optimizer"),
        ("checkpoint-500/optimizer.bin", "model", "optimizer"),
        ("scheduler.pt", "model", "optimizer"),
        ("rng_state_0.pth", "model", "optimizer"),
        ("training_args.bin", "model", "optimizer"),
        ("checkpoint-500/model.safetensors", "model", "checkpoint"),
        ("global_step1000/layer.pt", "model", "checkpoint"),
        ("epoch=3.ckpt", "model", "checkpoint"),
        ("README.md", "complementary", "documentation"),
        ("README", "complementary", "documentation"),
        ("README.zh", "complementary", "documentation"),
        ("config.json", "complementary", "configuration"),
        ("tokenizer.model", "complementary", "data"),
        ("vocab.txt", "complementary", "configuration"),
        ("vocab", "complementary", "data"),
        ("data/eval.jsonl", "complementary", "data"),
        ("demo.py", "complementary", "code"),
        ("Dockerfile", "complementary", "code"),
        ("Dockerfile.gpu", "complementary", "code"),
        ("dockerfile-gpu", "complementary", "code"),
        ("Makefile", "complementary", "code"),
        ("corpus.tar.gz", "complementary", "data"),
        (".dockerignore", "complementary", "configuration"),
        (".pre-commit-config.yaml", "complementary", "configuration"),
        ("CODEOWNERS", "complementary", "documentation"),
        ("mystery", "complementary", "other"),
        ("mystery.xyz", "complementary", "other"),
        (".hidden", "complementary", "other"),
    ],
)
def test_a_name_tells_role_and_kind(path: str, role: str, kind: str) -> None:
    assert (role, kind) == classify(path, DEFAULTS)


@pytest.mark.parametrize(
    ("path", "role", "kind"),
    [
        ("license_check.py", "complementary", "code"),
        ("copyright.py", "complementary", "code"),
        ("LICENSE_check.py", "complementary", "code"),
        ("tools/COPYING.sh", "complementary", "code"),
        ("notices/extract.sh", "complementary", "code"),
        ("model/loader.py", "complementary", "code"),
        ("explorer.safetensors", "model", "weights"),
        ("flora.safetensors", "model", "weights"),
        ("model.safetensors.index.json", "complementary", "configuration"),
        ("docs/optimizer.md", "complementary", "documentation"),
        ("MODIFICATIONS.md", "complementary", "documentation"),
        ("sub/MODIFICATIONS.toml", "complementary", "configuration"),
    ],
)
def test_a_name_that_only_looks_like_it_alarms_nobody(path: str, role: str, kind: str) -> None:
    assert (role, kind) == classify(path, DEFAULTS)


@pytest.mark.parametrize("pattern", WEIGHT_PATTERNS)
def test_every_known_weight_format_is_the_model(pattern: str) -> None:
    name = pattern.replace("[0-9]*", "00001").replace("[0-9a-f]", "0").replace("?", "0").replace("*", "x")

    assert "model" == classify(f"sub/{name}", DEFAULTS)[0]
    assert "model" == classify(f"sub/{name.upper()}", DEFAULTS)[0]


@pytest.mark.parametrize(
    "path",
    [
        *("model_best.pth.tar", "pytorch_model.bin.gz", "MODEL.SAFETENSORS", "w.safetensors.zst", "net.pt.zip"),
        *("run.ckpt.tar.gz", "a/variables/variables.data-00000-of-00001", "saved_model.pb", "weights/bert.npz"),
        *("model.mindir", "net.om", "model.rknn", "net.mnn", "llm.pte", "engine/model.engine", "model.h5.xz"),
    ],
)
def test_weights_are_known_by_their_names_whatever_packs_them(path: str) -> None:
    assert "model" == classify(path, DEFAULTS)[0]


@pytest.mark.parametrize(
    "path",
    [
        *("data/train.npy", "dataset-v2/labels.npz", "eval/answers.pkl", "eval_sets/a.h5", "my_dataset.npz"),
        *("tokenizer.model", "spiece.model", "model.py", "weights.md", "model.safetensors.index.json", "a.tar.gz"),
        *("corpus.txt.gz", "data.zip", "benchmarks/x.joblib"),
    ],
)
def test_data_and_texts_are_no_weights_by_their_names(path: str) -> None:
    assert "complementary" == classify(path, DEFAULTS)[0]


def test_what_the_tables_name_comes_before_what_names_say() -> None:
    config = parse_config(
        {
            "license": "terms.py",
            "modifications": "changes.bin",
            "bases": ["bases/NOTICE.safetensors"],
            "notices": ["legal/*"],
            "model": ["weights/**", "LICENSE*"],
        }
    )

    assert {
        "terms.py": ("legal", "license"),
        "changes.bin": ("legal", "modifications"),
        "bases/NOTICE.safetensors": ("legal", "base-record"),
        "legal/x.py": ("legal", "notice"),
        "weights/x.py": ("model", "weights"),
        "LICENSE-net": ("model", "weights"),
        "model.safetensors": ("complementary", "other"),
    } == {
        path: classify(path, config)
        for path in (
            *("terms.py", "changes.bin", "bases/NOTICE.safetensors", "legal/x.py", "weights/x.py", "LICENSE-net"),
            "model.safetensors",
        )
    }


def test_a_role_that_the_project_writes_replaces_the_kind_as_well() -> None:
    roles = {"vocab.bin": "complementary", "train.py": "legal", "weights.dat": "model", "lora.dat": "model"}
    config = parse_config({"roles": roles})

    assert ("complementary", "data") == classify("vocab.bin", config)
    assert ("legal", "notice") == classify("train.py", config)
    assert ("model", "weights") == classify("weights.dat", config)
    assert ("model", "adapter") == classify("lora.dat", config)


def test_a_role_that_says_what_the_name_says_changes_nothing() -> None:
    config = parse_config({"roles": {"*": "legal"}})

    assert ("legal", "license") == classify("LICENSE", config)


def test_of_two_roles_the_last_counts() -> None:
    assert "legal" == classify("x.bin", parse_config({"roles": {"*.bin": "complementary", "x.*": "legal"}}))[0]
    assert "model" == classify("x.bin", parse_config({"roles": {"*.bin": "complementary", "x.*": "model"}}))[0]


@pytest.mark.parametrize("path", sorted(BUILD_ONLY | VERSION_CONTROL | {f"sub/{name}" for name in VERSION_CONTROL}))
def test_files_of_the_build_and_of_version_control_are_in_no_release(path: str) -> None:
    assert is_build_only(path)


@pytest.mark.parametrize("path", sorted({*(f"sub/{name}" for name in BUILD_ONLY), "pyproject.toml.md", "gitignore"}))
def test_files_that_are_merely_called_alike_are(path: str) -> None:
    assert not is_build_only(path)


@given(st.text())
def test_any_name_has_a_kind_whatever_its_case(path: str) -> None:
    assert complementary_kind(path) in get_args(Kind)


@given(st.from_regex(r"\A[a-zA-Z]{1,8}(/[a-zA-Z.]{1,8})?\Z"), st.sampled_from(ROLES))
def test_a_rule_for_everything_decides_every_role(path: str, role: str) -> None:
    assert role == classify(path, parse_config({"roles": {"*": role}}))[0]


ROLE_PATTERNS = ["*", "*.bin", "x.*", "NOTICE", "/LICENSE", "a/", "LICENSE*", "!x.*"]


@given(
    rules=st.lists(st.tuples(st.sampled_from(ROLE_PATTERNS), st.sampled_from(ROLES)), max_size=14),
    path=st.sampled_from(["x.bin", "NOTICE", "LICENSE", "a/x.py", "model.safetensors"]),
)
def test_the_rules_for_roles_count_one_after_the_other(rules: list[tuple[str, Role]], path: str) -> None:
    config = parse_config({"license": "LICENSE"})
    role, kind = classify(path, config)
    for pattern, given_role in rules:
        if Patterns((pattern,)).match(path) and given_role != role:
            role, kind = given_role, _kind_in(given_role, path)
    ruled = replace(
        config, roles=tuple(RoleRule(pattern=Patterns((line,)), role=given_role) for line, given_role in rules)
    )

    assert (role, kind) == classify(path, ruled)
