"""What llama.cpp's converter calls the tensors of models with Llama's layout (Llama, Mistral, Qwen, Yi, InternLM 2 in
Hugging Face's names, …).

After gguf-py's tensor_mapping.py, of which this is the part whose targets are the same for all of these architectures.
"""

from __future__ import annotations

from hatch_oaml.values.expressions import expression

_GLOBAL = {
    "model.embed_tokens": "token_embd",
    "model.norm": "output_norm",
    "lm_head": "output",
}
_BLOCK = {
    "input_layernorm": "attn_norm",
    "self_attn.q_proj": "attn_q",
    "self_attn.k_proj": "attn_k",
    "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output",
    "self_attn.q_norm": "attn_q_norm",
    "self_attn.k_norm": "attn_k_norm",
    "post_attention_layernorm": "ffn_norm",
    "mlp.gate_proj": "ffn_gate",
    "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down",
}
_LAYER = expression(r"model\.layers\.(?P<number>\d+)\.(?P<module>.+)\Z")


def gguf_name(name: str) -> str | None:
    """`blk.0.attn_q.weight` for `model.layers.0.self_attn.q_proj.weight`; None for a name that is not in the map."""
    module, _, kind = name.rpartition(".")
    layer = _LAYER.match(module)
    if layer is None:
        known = _GLOBAL.get(module)
    else:
        known = _BLOCK.get(layer["module"])
        known = f"blk.{layer['number']}.{known}" if known else None
    return f"{known}.{kind}" if known else None
