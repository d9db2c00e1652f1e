"""Works of which many take code, and whose names are written in small letters: no other word is called so."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

KNOWN = Vocabulary(r"""
code (?:py)?torch(?:vision|audio|text|tune|titan)?|tensorflow|keras|jax|flax|optax|mindspore|paddle(?:paddle|ocr|nlp)
  why frameworks
  yes torchvision ¦ pytorch
  no bearer

code (?:sentence-)?transformers|diffusers|tokenizers|peft|trl|timm|safetensors|huggingface(?:_hub)?|modelscope
  why libraries of models
  yes transformers ¦ sentence-transformers
  no transformer

code fairseq2?|espnet2?|kaldi|k2|icefall|wenet|wespeaker|funasr|speechbrain|nemo|librosa|encodec|hifi-?gan|vits2?
  why libraries of speech
  yes fairseq ¦ hifi-gan
  no lattice

code tacotron2?|fastspeech2?|whisper(?:\.cpp|x)?|openai(?:-whisper)?|coqui(?:-tts)?|cosyvoice|gpt-sovits|julius|asteroid
  why the same
  yes tacotron2 ¦ whisper.cpp
  no whistle

code detectron2?|maskrcnn-benchmark|mm(?:det(?:ection)?|cv|seg(?:mentation)?|pose|engine|ocr|rotate)|open_?clip
  why libraries of vision
  yes detectron2 ¦ mmdet
  no mm

code yolo(?:v\d+|x)|ultralytics|kornia|albumentations|opencv|pillow|scikit-image|skimage|dinov2|taming-transformers
  why the same
  yes yolov5 ¦ scikit-image
  no yolo

code (?:guided|latent|stable|k|improved)-diffusion|controlnet|comfyui|deepspeed|megatron(?:-lm|-core)?|apex|xformers
  why of diffusion, and of training at scale
  yes latent-diffusion ¦ megatron-lm
  no diffusion

code flash-?att(?:entio)?n|bitsandbytes|auto-?(?:gptq|awq)|vllm(?:-ascend)?|sglang|lmdeploy|verl|trlx|llama\.cpp
  why of inference and of learning from feedback
  yes vllm ¦ llama.cpp
  no llama

code tensorrt(?:-llm)?|ggml|exllamav?2?|(?:nano|min)gpt|nanochat|lit-?gpt|llama-?factory|fastchat|langchain|llama-?index
  why of language models
  yes ggml ¦ nanoGPT
  no gpt

code tensor2tensor|numpy|scipy|scikit-learn|sklearn|pandas|matplotlib|networkx|sympy|nltk|spacy|gensim|jieba
  why libraries of numbers and of words
  yes numpy ¦ sklearn
  no number

code sentencepiece|cpython|glibc|newlib|busybox|openssl|zlib|libpng|libjpeg|sqlite|ffmpeg|openblas|lapack|cutlass|cub
  why programs and libraries in C
  yes zlib ¦ cutlass
  no lib

code urllib3|setuptools|distutils|jquery|lodash|gradio|streamlit|webrtc|chromium|llvm|clang|gcc|linux|(?:free|open)bsd
  why the same, and of the web
  yes jquery ¦ freebsd
  no query
""")
