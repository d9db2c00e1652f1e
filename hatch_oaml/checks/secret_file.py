"""No file is released that, by its name, holds a secret."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING

from hatch_oaml.checks._wording import block
from hatch_oaml.findings import ERROR, Check, Finding
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.expressions import expression
from hatch_oaml.values.frozen import frozen
from hatch_oaml.values.wording import pattern_for, toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Pattern

    from hatch_oaml.release import Release


@frozen
class _Secret:
    """`names` are shell patterns for the end of a path, in lower case."""

    what: Bilingual
    names: tuple[str, ...]


# Only names that are certain: `*.pem` may be a public certificate, `*.key` a slide show, `config.json` anything.
_SECRETS = (
    _Secret(
        what=Bilingual(
            en="environment variables, as a rule tokens and passwords among them", zh="通常带有令牌和密码的环境变量"
        ),
        names=(".env", ".env.local", ".env.*.local", ".env.prod", ".env.production", ".streamlit/secrets.toml"),
    ),
    _Secret(
        what=Bilingual(en="passwords", zh="密码"),
        names=(".netrc", "_netrc", ".pgpass", ".my.cnf", ".htpasswd", ".git-credentials", "*.kdbx", "rclone.conf"),
    ),
    _Secret(
        what=Bilingual(en="access tokens", zh="访问令牌"),
        names=(
            *(".pypirc", ".npmrc", "credentials.json", "client_secret*.json", "application_default_credentials.json"),
            *(".huggingface/token", ".cache/huggingface/token", ".cache/huggingface/stored_tokens"),
            *(".modelscope/credentials/*", "kaggle.json", ".aws/credentials", ".docker/config.json", ".dockercfg"),
            *(
                ".kube/config",
                "kubeconfig",
                ".boto",
                ".s3cfg",
                ".ossutilconfig",
                ".vault-token",
                "hf_token",
                ".hf_token",
            ),
            *("service-account*.json", "service_account*.json", "terraform.tfstate"),
        ),
    ),
    _Secret(
        what=Bilingual(
            en="what somebody typed, passwords and tokens often among it", zh="某人输入过的内容，其中常有密码和令牌"
        ),
        names=(".bash_history", ".zsh_history", ".python_history", ".node_repl_history", ".psql_history"),
    ),
    _Secret(
        what=Bilingual(en="a private key", zh="私钥"),
        names=(
            *("id_rsa", "id_dsa", "id_ecdsa", "id_ecdsa_sk", "id_ed25519", "id_ed25519_sk", ".ssh/*"),
            *("*.p12", "*.pfx", "*.ppk", "privkey*.pem", "private[-_]key*.pem", "*[-_]private[-_]key.pem"),
            *("key.pem", "private.pem", "private.key", "server.key", "tls.key", "ssl.key"),
        ),
    ),
)
_HARMLESS = ("*.pub", "*.example", "*.sample", "*.template", ".ssh/known_hosts")


_WILD = expression(r"\*|\[[^]]*\]")


def _any_of(names: Iterable[str]) -> Pattern[str]:
    """As `*/name` for any of them; what they all begin with is said once, and so tried once at each slash."""
    every = tuple(names)
    union = rf"(?s:.*)/(?:{'|'.join(map(fnmatch.translate, every))})"
    return expression(union, needed=[*map(_longest_part, every)])


def _longest_part(name: str) -> str:
    """Of what stands in a shell pattern as it is."""
    return max(_WILD.split(name), key=len)


_IS_HARMLESS = _any_of(_HARMLESS)
# One search tells that a path is none of them, which is the rule; only then is asked which.
_IS_SECRET = _any_of(name for secret in _SECRETS for name in secret.names)


def _run(release: Release) -> Iterator[Finding]:
    for file in release.inventory:
        what = _secret_in(file.path)
        if what is None:
            continue
        lines = block("[tool.hatch.build]", f"exclude = [{toml_string(pattern_for(file.path))}]")
        yield Finding(
            path=file.path,
            message=Bilingual(
                en=f"by its name this file holds {what.en}; released, everyone could read it",
                zh=f"从名称看，该文件含有{what.zh}；一旦发布，任何人都能读到",
            ),
            fix=Bilingual(
                en=f"if the file was ever published, revoke what it holds; leave it out of the release: add it to `exclude`{lines}",
                zh=f"如果该文件曾经公开过，请吊销其中的内容；将其排除在发布之外：加入 `exclude`{lines}",
            ),
        )


def _secret_in(path: str) -> Bilingual | None:
    folded = f"/{path.casefold()}"
    if not _IS_SECRET.match(folded) or _IS_HARMLESS.match(folded):
        return None
    return next(secret.what for secret in _SECRETS if _any_of(secret.names).match(folded))


_FIX_FOR_RECEIVER = Bilingual(
    en="do not use what the file holds; tell the publisher that it was given out",
    zh="请勿使用该文件中的内容；请告知发布者它已被公开",
)

CHECK = Check(name="secret-file", clause="", severity=ERROR, run=_run, fix_for_receiver=_FIX_FOR_RECEIVER)
