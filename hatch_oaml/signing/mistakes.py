"""What may be wrong with keys and certificates that somebody points to, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import UsageError
from hatch_oaml.values.wording import printable

if TYPE_CHECKING:
    from datetime import datetime

PASSPHRASE = "HATCH_OAML_SIGNING_PASSPHRASE"  # noqa: S105  # the variable's name
"""The environment variable that has the passphrase of an encrypted key."""

_NEW_KEY = "openssl ecparam -name prime256v1 -genkey -noout -out signing.pem"


def missing_extra() -> UsageError:
    return _error(
        "signatures need the library `cryptography`, version 43 or newer, which is not installed:"
        ' `pip install "hatch-oaml[sign]"`; for builds, which are isolated, `build-system.requires` must say'
        ' `"hatch-oaml[sign]"` in place of `"hatch-oaml"`',
        "签名需要 43 或更高版本的 `cryptography` 库，但尚未安装："
        '`pip install "hatch-oaml[sign]"`；构建在隔离环境中进行，须在 `build-system.requires` 中'
        '将 `"hatch-oaml"` 改为 `"hatch-oaml[sign]"`',
    )


def no_deterministic() -> UsageError:
    return _error(
        "the installed library `cryptography` cannot make the same signature twice (RFC 6979);"
        ' `pip install --upgrade "cryptography>=43"`, from a wheel that brings its own OpenSSL',
        "已安装的 `cryptography` 库无法生成确定性签名（RFC 6979）；"
        '请运行 `pip install --upgrade "cryptography>=43"`，并使用自带 OpenSSL 的 wheel',
    )


def unreadable(name: str, reason: str) -> UsageError:
    return _error(
        f"{name}: cannot be read ({reason}); mend the path or its rights",
        f"{name}：无法读取（{reason}）；请更正路径或权限",
    )


def too_long(name: str) -> UsageError:
    return _error(
        f"{name}: is too long for a key or certificates in PEM; mend the path",
        f"{name}：过大，不可能是 PEM 格式的密钥或证书；请更正路径",
    )


def broken(
    name: str, *, is_private: bool = False, is_certificate: bool = False, asks_certificate: bool = False
) -> UsageError:
    if asks_certificate:
        held = ("a private key", "私钥") if is_private else ("no certificate in PEM", "的不是 PEM 格式的证书")
        return _error(
            f"{name}: holds {held[0]}; point to a file with certificates in PEM, the signer's own first",
            f"{name}：其中{'是' if is_private else ''}{held[1]}；请指向 PEM 格式的证书文件，签名者自己的证书在最前",
        )
    if is_private:
        return _error(
            f"{name}: is a private key, which nobody but the signer should have; give the public one:"
            f" `openssl pkey -in {name} -pubout`",
            f"{name}：是私钥，除签名者外任何人都不应持有；请给出公钥：`openssl pkey -in {name} -pubout`",
        )
    if is_certificate:
        return _error(
            f"{name}: is a certificate; pass it with `--certificate-root`, or give the public key in it:"
            f" `openssl x509 -in {name} -noout -pubkey`",
            f"{name}：是证书；请以 `--certificate-root` 给出，或给出其中的公钥：`openssl x509 -in {name} -noout -pubkey`",
        )
    return _error(
        f"{name}: is no key in PEM, or a damaged one; an OpenSSH key or DER must be converted first: `openssl pkey -in {name}`",
        f"{name}：不是 PEM 格式的密钥，或已损坏；OpenSSH 密钥或 DER 须先转换：`openssl pkey -in {name}`",
    )


def unknown_kind(name: str) -> UsageError:
    return _error(
        f"{name}: a key of a kind or curve that is not known here; make a P-256 key: `{_NEW_KEY}`",
        f"{name}：密钥的种类或曲线无法识别；请生成 P-256 密钥：`{_NEW_KEY}`",
    )


def not_p256(name: str, kind: str, *, to_sign: bool = True) -> UsageError:
    if to_sign:
        return _error(
            f"{name}: a key of the kind {kind}; releases are signed with P-256, which every reader of such signatures"
            f" knows; make one: `{_NEW_KEY}`",
            f"{name}：密钥种类为 {kind}；发布以 P-256 签名，此类签名的所有读取程序都支持；请生成一个：`{_NEW_KEY}`",
        )
    return _error(
        f"{name}: a key of the kind {kind}, which signs no model: those are P-256, P-384 and P-521; ask the publisher for the"
        " key that the release was signed with",
        f"{name}：密钥种类为 {kind}，不用于模型签名（仅有 P-256、P-384 和 P-521）；请向发布者索取签署该发布的公钥",
    )


def public_for_private(name: str) -> UsageError:
    return _error(
        f"{name}: holds a public key or a certificate; to sign takes the private key, alone in its file",
        f"{name}：其中是公钥或证书；签名需要私钥，且文件中只有私钥",
    )


def wrong_passphrase(name: str) -> UsageError:
    return _error(
        f"{name}: the passphrase is another, or the key is damaged; set `{PASSPHRASE}` anew",
        f"{name}：口令不正确，或密钥已损坏；请重新设置 `{PASSPHRASE}`",
    )


def no_passphrase(name: str) -> UsageError:
    return _error(
        f"{name}: the key is encrypted, and there is no terminal to ask for its passphrase; set the environment variable"
        f" `{PASSPHRASE}`",
        f"{name}：密钥已加密，而没有终端可供询问口令；请设置环境变量 `{PASSPHRASE}`",
    )


def no_match(key: str, certificate: str, *, is_later: bool) -> UsageError:
    if is_later:
        return _error(
            f"{certificate}: the certificate of the key {key} must be the first in it, its issuer's the next",
            f"{certificate}：密钥 {key} 的证书必须在最前，其后依次为签发者的证书",
        )
    return _error(
        f"{certificate}: is for another key than {key}; sign with the key that the certificate was made for",
        f"{certificate}：与密钥 {key} 不匹配；请使用该证书所对应的密钥签名",
    )


def not_valid_now(certificate: str, since: datetime, until: datetime) -> UsageError:
    span = f"{since:%Y-%m-%d %H:%M} – {until:%Y-%m-%d %H:%M} UTC"
    return _error(
        f"{certificate}: the signer's certificate is valid {span}, and not now; renew it",
        f"{certificate}：签名者的证书有效期为 {span}，目前无效；请更新证书",
    )


def not_for_signing(certificate: str) -> UsageError:
    return _error(
        f"{certificate}: the first certificate is not for signing; it needs the key usage `digitalSignature`, or the extended"
        " one `codeSigning`",
        f"{certificate}：首个证书不可用于签名；其密钥用途须含 `digitalSignature`，或扩展用途含 `codeSigning`",
    )


def no_chain(certificates: str, below: str, issuer: str) -> UsageError:
    return _error(
        f"{certificates}: {below} was not issued by {issuer}, which comes next; put each certificate's issuer behind it",
        f"{certificates}：{below} 并非由其后的 {issuer} 签发；请将每个证书的签发者放在其后",
    )


def open_to_others(name: str) -> Bilingual:
    return Bilingual(
        en=f"{printable(name)}: others on this machine may read the key; `chmod 600 {printable(name)}`",
        zh=f"{printable(name)}：本机的其他用户可以读取该密钥；请运行 `chmod 600 {printable(name)}`",
    )


def certificate_without_key(key: str, certificate: str) -> UsageError:
    return _error(
        f"`{certificate}` is set and `{key}` is not: a certificate signs nothing without its key; set both, or neither",
        f"设置了 `{certificate}` 而未设置 `{key}`：没有密钥的证书无法签名；请同时设置，或都不设置",
    )


def _error(en: str, zh: str) -> UsageError:
    return UsageError(Bilingual(en=en, zh=zh))
