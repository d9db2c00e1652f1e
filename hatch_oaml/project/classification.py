"""The built-in classification: what a file's name says of its role (clauses 1.2 and 1.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.project.named import Named
from hatch_oaml.values.legal_names import is_legal_name
from hatch_oaml.values.model_kinds import model_kind_by_name
from hatch_oaml.values.weight_names import is_named_as_data, is_weight_name, lies_among_data

if TYPE_CHECKING:
    from hatch_oaml.records.config import Config
    from hatch_oaml.values.roles import Kind, Role

BUILD_ONLY = frozenset({"pyproject.toml", "hatch.toml", "hatch_build.py", "PKG-INFO"})
"""Files at the top that only the build needs: they travel in the sdist as Hatchling has it, in no release."""

VERSION_CONTROL = frozenset({".gitignore", ".gitattributes", ".gitmodules", ".gitkeep", ".hgignore"})
"""Files of the version control, at any depth: no part of what is released."""

_SUFFIXES: dict[Kind, str] = {
    "code": "py pyi pyx ipynb sh bash zsh fish ps1 bat c cc cpp cxx h hpp hh cu cuh metal cl java kt scala go rs js mjs "
    "cjs ts tsx jsx r jl lua m mm swift rb pl php sql proto fbs cmake mk dockerfile wgsl glsl triton vue html css "
    "f f77 f90 f95 f03 f08 pxd pxi hip ptx mlir asm s inc awk sed tcl vim m4 cmd gradle bzl bazel nix tf hcl jsonnet "
    "libsonnet scss sass less svelte coffee dart zig nim cs fs vb hs ml mli clj ex exs erl d pas adb ads lisp el scm rkt "
    "v sv vhd vhdl graphql gql thrift capnp erb mako hbs ejs",
    "data": "jsonl ndjson csv tsv parquet arrow feather tfrecord npy db sqlite lmdb png jpg jpeg gif webp bmp svg ico "
    "wav mp3 flac ogg mp4 webm avi model tiktoken spm vocab bpe idx txt.gz jsonl.gz json.gz zip tar gz zst xz bz2 7z pkl "
    "pickle joblib xlsx xls arpa ttf otf woff woff2 eot tif tiff heic m4a aac opus mov mkv srt vtt ass lrc po pot mo dic "
    "aff lexicon phones lm fst codes mat geojson ply obj stl glb gltf pcd nii dcm fasta fastq",
    "documentation": "md rst txt adoc tex bib pdf docx doc odt org markdown mdx cff pptx ppt odp epub rmd qmd man "
    "sty cls bst",
    "configuration": "json json5 yaml yml toml ini cfg conf xml properties env jinja jinja2 j2 lock in spec pbtxt "
    "config gin prototxt template typed map plist desktop service example sample dist",
}
_KIND_OF_SUFFIX = {f".{suffix}": kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_SETTINGS = (
    ".babelrc .bumpversion.cfg .clang-format .clang-tidy .codespellrc .coveragerc .eslintignore .eslintrc .flake8 .keep .nojekyll"
    " .npmignore .nvmrc .prettierignore .prettierrc .pylintrc .python-version .style.yapf .tool-versions .yamllint"
    " gemfile go.mod go.sum modelfile pipfile procfile brewfile"
)
_SCRIPTS = "caddyfile containerfile earthfile guardfile jenkinsfile justfile rakefile snakefile tiltfile vagrantfile"
_NAMES: dict[str, Kind] = {
    "dockerfile": "code",
    "makefile": "code",
    "readme": "documentation",
    "changelog": "documentation",
    "changes": "documentation",
    "contributing": "documentation",
    "security": "documentation",
    "vocab": "data",
    "merges": "data",
    "vocab.txt": "configuration",
    "merges.txt": "configuration",
    "version": "configuration",
    "py.typed": "configuration",
    "entry_points.txt": "configuration",
    "pkg-info": "configuration",
    ".dockerignore": "configuration",
    ".editorconfig": "configuration",
    ".pre-commit-config": "configuration",
    **dict.fromkeys(_SETTINGS.split(), "configuration"),
    **dict.fromkeys(_SCRIPTS.split(), "code"),
    "codeowners": "documentation",
}


def classify(path: str, config: Config) -> tuple[Role, Kind]:
    """The role and kind of the release file at `path`; `config.roles` has the last word, its last match counting."""
    role, kind = _by_name(path, config)
    rules = config.last_rules(path) if config.roles else ()
    if all(rule.role == role for rule in rules):
        return role, kind
    return rules[-1].role, _kind_in(rules[-1].role, path)


def named(path: str, config: Config) -> Named:
    """What its name and the tables say of the release file at `path`."""
    role, kind = classify(path, config)
    declared = _declared_by(path, role, config)
    declared_data = declared is not None and role == "complementary"
    return Named(role, kind, declared, lies_among_data(path), declared_data)


def _declared_by(path: str, role: Role, config: Config) -> str | None:
    """The option that gives `path` its role, with the pattern; None where the file's name does."""
    rules = config.last_rules(path) if config.roles else ()
    if rule := next((rule for rule in rules if rule.role == role), None):
        return f'tool.oaml.roles: "{rule.pattern.lines[0]}" = "{role}"'
    if role == "legal" and config.notices_are_own:
        line = config.notice_line(path)
        return None if line is None else f'tool.oaml.notices: "{line}"'
    return None


def is_model_name(path: str, config: Config) -> bool:
    """By `tool.oaml.model`; by default a weight file's name in any case, but for Data under a name of its own."""
    if not config.model_is_default:
        return config.model.match(path)
    return is_weight_name(path) and not is_named_as_data(path)


def is_build_only(path: str) -> bool:
    return path in BUILD_ONLY or path.rpartition("/")[2] in VERSION_CONTROL


def _by_name(path: str, config: Config) -> tuple[Role, Kind]:
    if path == config.license:
        return "legal", "license"
    if path == config.modifications:
        return "legal", "modifications"
    if path in config.bases:
        return "legal", "base-record"
    if config.notices.match(path):
        return "legal", "notice"
    if is_model_name(path, config):
        return "model", model_kind_by_name(path)
    if is_legal_name(path):
        return "legal", "notice"
    return "complementary", complementary_kind(path)


def _kind_in(role: Role, path: str) -> Kind:
    if role == "model":
        return model_kind_by_name(path)
    return "notice" if role == "legal" else complementary_kind(path)


def complementary_kind(path: str) -> Kind:
    """`other` where the name says nothing."""
    name = path.rpartition("/")[2].lower()
    stem, dot, suffix = name.rpartition(".")
    if name in _NAMES or (not dot and name.partition("-")[0] in _NAMES):
        return _NAMES.get(name) or _NAMES[name.partition("-")[0]]
    if stem in _NAMES and f".{suffix}" not in _KIND_OF_SUFFIX:
        return _NAMES[stem]
    return _KIND_OF_SUFFIX.get(f".{suffix}", "other") if dot else "other"
