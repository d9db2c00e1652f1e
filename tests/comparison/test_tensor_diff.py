from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from hatch_oaml.comparison.tensor_diff import TensorDiff
from hatch_oaml.comparison.tensor_matching import Model, compare_tensors
from hatch_oaml.comparison.tensor_words import facts, summary
from hatch_oaml.records.tensors import Tensor
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of


def tensor(name: str, content: str | None = "", dtype: str = "bf16", shape: tuple[int, ...] = (2, 4)) -> Tensor:
    digest = None if content is None else sha256_of((content or name).encode())
    return Tensor(name=name, dtype=dtype, shape=shape, sha256=digest)


def model(*tensors: Tensor, format_: str = "safetensors", dtype: str | None = None) -> Model:
    return Model(format=format_, tensors=tensors, dtype=dtype)


BASE = model(tensor("a"), tensor("b"), tensor("c"))
TENSORS = st.builds(
    tensor,
    st.sampled_from("abcdef"),
    st.sampled_from(["", "1", "2", None]),
    st.sampled_from(["bf16", "f16", "q4_k", "i8"]),
    st.sampled_from([(2, 4), (8,), ()]),
)
MODELS = st.lists(TENSORS, max_size=6, unique_by=lambda one: one.name).map(lambda tensors: model(*tensors))


def test_a_file_saved_again_with_the_same_tensors_is_the_same() -> None:
    diff = compare_tensors(BASE, model(*reversed(BASE.tensors), format_="pytorch"))

    assert diff.is_same
    assert diff.relation is None
    assert summary(diff) == Bilingual(en="all 3 tensors are unchanged", zh="3 个张量全部未变")


def test_dtypes_are_the_same_whatever_the_format_calls_them() -> None:
    release = model(tensor("a", dtype="bfloat16"), tensor("b", dtype="bfloat16"), tensor("c", dtype="bfloat16"))

    assert compare_tensors(BASE, release).is_same


def test_every_kind_of_difference_is_told_in_words_and_numbers() -> None:
    base = model(*(tensor(name) for name in ("same", "changed", "cast", "quantized", "removed", "old", "unknown")))
    release = model(
        *(tensor("same"), tensor("changed", "other"), tensor("cast", dtype="f16"), tensor("quantized", dtype="i8")),
        *(tensor("added"), tensor("new", "old"), tensor("unknown", None)),
    )

    diff = compare_tensors(base, release)

    assert diff == TensorDiff(
        unchanged=("same",),
        changed=("changed",),
        cast=("cast",),
        requantized=("quantized",),
        added=("added",),
        removed=("removed",),
        renamed=(("old", "new"),),
        undecided=("unknown",),
        parameters=56,
        base_parameters=56,
        touched=32,
        dtypes=("bf16", "bf16"),
    )
    assert summary(diff) == Bilingual(
        en="5 of 7 tensors differ, 1 of the base's are gone, 1 not compared",
        zh="7 个张量中有 5 个不同，基础模型的 1 个已不在，1 个未比较",
    )
    assert [fact.en for fact in facts(diff)] == [
        "1 unchanged: same",
        "1 changed: changed",
        "1 cast to another dtype: cast",
        "1 requantized: quantized",
        "1 added: added",
        "1 removed: removed",
        "1 renamed: old → new",
        "1 not compared: unknown",
        "32 of 56 parameters touched",
    ]
    assert facts(diff)[-1].zh == "56 个参数中改动了 32 个"


def test_a_finetune_is_proposed_where_values_changed_and_nothing_else() -> None:
    diff = compare_tensors(BASE, model(tensor("a"), tensor("b", "tuned"), tensor("c")))

    assert diff.relation == "finetune"
    assert summary(diff).en == "1 of 3 tensors differ"


def test_a_conversion_is_proposed_where_only_dtypes_or_names_changed() -> None:
    cast = compare_tensors(BASE, model(*(tensor(name, dtype="f16") for name in "abc")))
    renamed = compare_tensors(BASE, model(tensor("a"), tensor("b"), tensor("new", "c")))

    assert (cast.relation, summary(cast).en) == ("converted", "3 of 3 tensors differ; dtype bf16 → f16")
    assert (renamed.relation, renamed.renamed) == ("converted", (("c", "new"),))


def test_gptq_in_the_place_of_a_weight_is_requantized() -> None:
    base = model(tensor("q_proj.weight"), tensor("norm.weight"))
    release = model(tensor("q_proj.qweight", dtype="i32"), tensor("q_proj.scales", dtype="f16"), tensor("norm.weight"))

    diff = compare_tensors(base, release)

    assert (diff.requantized, diff.companions) == (("q_proj.qweight",), ("q_proj.scales",))
    assert (diff.removed, diff.relation) == ((), "quantized")
    assert summary(diff).en == "1 of 2 tensors differ"


@pytest.mark.parametrize(
    ("packed", "beside"),
    [
        ("q.qweight", ("q.qzeros", "q.scales", "q.g_idx")),
        ("q.weight_packed", ("q.weight_scale", "q.weight_shape", "q.weight_zero_point")),
        ("q.weight", ("q.weight.absmax", "q.weight.quant_map", "q.weight.quant_state.bitsandbytes__nf4")),
        ("q.weight", ("q.scales", "q.biases")),
        ("q.weight", ("q.weight_scale_inv",)),
        ("q.weight", ("q.SCB", "q.weight_format")),
    ],
)
def test_a_quantized_tensor_counts_once_however_many_are_stored_for_it(packed: str, beside: tuple[str, ...]) -> None:
    release = model(tensor(packed, dtype="u8"), *(tensor(name, dtype="f32") for name in beside))

    diff = compare_tensors(model(tensor("q.weight")), release)

    assert ((packed,), tuple(sorted(beside)), 1) == (diff.requantized, diff.companions, diff.total)
    assert "quantized" == diff.relation


def test_a_tensor_of_another_shape_is_never_called_changed() -> None:
    diff = compare_tensors(
        model(tensor("a"), tensor("b")), model(tensor("a", shape=(9, 4)), tensor("b", dtype="f16", shape=(9,)))
    )

    assert ((), (), ("a", "b")) == (diff.changed, diff.requantized, diff.reshaped)
    assert "2 of another shape: a, b" in [fact.en for fact in facts(diff)]
    assert "2 个形状不同：a, b" in [fact.zh for fact in facts(diff)]


LAYERS = [f"layers.{number}.{part}" for number in range(4) for part in ("q", "k")]


@pytest.mark.parametrize(
    ("release", "relation"),
    [
        ([tensor(name) for name in LAYERS[:4]], "pruned"),
        ([tensor(LAYERS[0], "cut", shape=(1, 4)), *(tensor(name) for name in LAYERS[1:])], "pruned"),
        ([tensor(name, "student", shape=(1, 2)) for name in LAYERS[:4]], "distilled"),
        (
            [tensor(LAYERS[0], "longer", shape=(3, 4)), *(tensor(name, f"{name} tuned") for name in LAYERS[1:])],
            "finetune",
        ),
        ([tensor(name, f"{name} tuned") for name in LAYERS[:4]], "modified"),
        ([tensor(name, "larger", shape=(9, 9)) for name in LAYERS], "modified"),
    ],
    ids=["layers taken out", "a matrix cut", "a student", "a longer vocabulary", "fewer and other", "larger"],
)
def test_another_architecture_is_proposed_as_what_it_shows(release: list[Tensor], relation: str) -> None:
    assert relation == compare_tensors(model(*map(tensor, LAYERS)), model(*release)).relation


def test_an_added_or_a_removed_tensor_makes_it_modified() -> None:
    assert compare_tensors(BASE, model(*BASE.tensors, tensor("head"))).relation == "modified"
    assert compare_tensors(BASE, model(*BASE.tensors[:2])).relation == "modified"


def test_constant_tensors_are_not_taken_for_renamed() -> None:
    diff = compare_tensors(model(tensor("a", "0"), tensor("b", "0")), model(tensor("c", "0")))

    assert (diff.added, diff.removed, diff.renamed) == (("c",), ("a", "b"), ())


LLAMA = model(
    tensor("model.embed_tokens.weight", shape=(8, 4)),
    tensor("model.layers.0.self_attn.q_proj.weight", shape=(4, 4)),
    tensor("model.norm.weight", shape=(4,)),
    tensor("lm_head.weight", shape=(8, 4)),
)


def test_gguf_is_compared_through_the_published_names() -> None:
    release = model(
        tensor("token_embd.weight", dtype="q4_k", shape=(4, 8)),
        tensor("blk.0.attn_q.weight", "permuted", dtype="bf16", shape=(4, 4)),
        tensor("output_norm.weight", "model.norm.weight", shape=(4,)),
        tensor("output.weight", "lm_head.weight", shape=(4, 8)),
        format_="gguf",
        dtype="q4_k_m",
    )

    diff = compare_tensors(LLAMA, release)

    assert diff == TensorDiff(
        unchanged=("output.weight", "output_norm.weight"),
        requantized=("token_embd.weight",),
        undecided=("blk.0.attn_q.weight",),
        parameters=84,
        base_parameters=84,
        touched=32,
        dtypes=("bf16", "q4_k_m"),
    )
    assert summary(diff).en == "1 of 4 tensors differ, 1 not compared; dtype bf16 → q4_k_m"


def test_gguf_without_published_names_is_honestly_not_compared() -> None:
    diff = compare_tensors(BASE, model(tensor("token_embd.weight"), format_="gguf"))

    assert diff.relation is None
    assert facts(diff) == ()
    assert summary(diff) == Bilingual(
        en="tensors not compared: 3 of the base's 3 names have no published GGUF name that we know",
        zh="未比较张量：基础模型的 3 个名称中，有 3 个没有已知的公开 GGUF 对应名称",
    )


def test_gguf_is_compared_from_half_of_the_names_on() -> None:
    half = model(LLAMA.tensors[2], tensor("a.name.that.nobody.published", shape=(4,)))
    release = model(tensor("output_norm.weight", "model.norm.weight", shape=(4,)), format_="gguf")

    assert compare_tensors(half, release).not_compared is None
    assert ("output_norm.weight",) == compare_tensors(half, release).unchanged


def test_what_cannot_be_compared_is_said() -> None:
    assert summary(compare_tensors(BASE, model())).en == "tensors not compared: the tensors of one side are not known"
    assert (
        summary(compare_tensors(model(tensor("a"), format_="gguf"), BASE)).en
        == "tensors not compared: the base is GGUF and the release is not"
    )


@given(release=MODELS)
def test_a_model_differs_from_itself_in_nothing_known(release: Model) -> None:
    diff = compare_tensors(release, release)

    assert diff.differing == len(diff.removed) == diff.touched == 0


@given(base=MODELS, release=MODELS)
def test_each_tensor_of_the_release_is_told_once_and_each_of_the_base_is_accounted_for(
    base: Model, release: Model
) -> None:
    diff = compare_tensors(base, release)
    if diff.not_compared:
        return

    new = [name for _, name in diff.renamed]
    told = [*diff.unchanged, *diff.changed, *diff.cast, *diff.requantized, *diff.added, *diff.undecided, *new]
    told += [*diff.reshaped, *diff.companions]
    kept = [name for name in told if name in base.by_name]
    old = [name for name, _ in diff.renamed]
    assert sorted(told) == sorted(release.by_name)
    assert sorted([*kept, *diff.removed, *old]) == sorted(base.by_name)
    assert diff.touched <= diff.parameters


def test_programs_get_the_counts_or_why_there_are_none() -> None:
    counts = compare_tensors(BASE, model(tensor("a"), tensor("b", "other"), tensor("d", "x"))).numbers()
    why = TensorDiff(not_compared=Bilingual(en="no", zh="否")).numbers()

    groups = {"unchanged": 1, "changed": 1, "cast": 0, "requantized": 0, "added": 1, "removed": 1, "renamed": 0}
    groups |= {"reshaped": 0, "companions": 0}
    assert counts == {
        "total": 3,
        **groups,
        "undecided": 0,
        "parameters": 24,
        "touched": 16,
        "dtypes": ["bf16", "bf16"],
    }
    assert why == {"not_compared": {"en": "no", "zh": "否"}}
