from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.checks.secret_file import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import FileWith, Gathered, PageShows, ReleaseWith, Sample


def test_a_file_that_holds_a_secret_by_its_name_is_refused(release_with: ReleaseWith, file_with: FileWith) -> None:
    exclude = '\n\n    [tool.hatch.build]\n    exclude = ["/deploy/id_ed25519"]'
    expected = Finding(
        path="deploy/id_ed25519",
        message=Bilingual(
            en="by its name this file holds a private key; released, everyone could read it",
            zh="从名称看，该文件含有私钥；一旦发布，任何人都能读到",
        ),
        fix=Bilingual(
            en="if the file was ever published, revoke what it holds; leave it out of the release:"
            f" add it to `exclude`{exclude}",
            zh=f"如果该文件曾经公开过，请吊销其中的内容；将其排除在发布之外：加入 `exclude`{exclude}",
        ),
    )
    assert [expected] == list(CHECK.run(release_with(files=[file_with("deploy/id_ed25519")])))


@pytest.mark.parametrize(
    "path",
    [
        *(".env", "demo/.env", ".env.local", ".env.test.local", ".env.production", ".ENV", ".streamlit/secrets.toml"),
        *(".netrc", "_netrc", ".git-credentials", "passwords.kdbx"),
        *(".pypirc", "web/.npmrc", "credentials.json", "client_secret_12.json", "kaggle.json"),
        *(".huggingface/token", "home/.cache/huggingface/token", ".modelscope/credentials/git_token"),
        *(".aws/credentials", ".docker/config.json", ".kube/config", "home/kubeconfig", ".dockercfg", ".vault-token"),
        *(".s3cfg", ".boto", ".ossutilconfig", "hf_token", "service-account-1.json", "terraform.tfstate"),
        *(".my.cnf", "rclone.conf", ".bash_history", "nb/.python_history"),
        *("id_rsa", ".ssh/id_work", ".ssh/config", "bundle.p12", "bundle.PFX", "login.ppk"),
        *("privkey.pem", "privkey1.pem", "private_key.pem", "app-private-key.pem", "server.key", "certs/key.pem"),
    ],
)
def test_names_that_are_certain_are_refused(release_with: ReleaseWith, file_with: FileWith, path: str) -> None:
    assert [path] == [finding.path for finding in CHECK.run(release_with(files=[file_with(path)]))]


@pytest.mark.parametrize(
    "path",
    [
        *(".env.example", ".env.sample", ".env.template", ".env/lib/site.py", "environment.env", "dotenv", "env.py"),
        *("id_rsa.pub", ".ssh/id_work.pub", ".ssh/known_hosts", "server.key.example"),
        *("cert.pem", "ca-bundle.pem", "public_key.pem", "slides.key", "tokenizer.key", "keys.json"),
        *("token", "tokenizer.json", "special_tokens_map.json", "added_tokens.json", "config.json", "secrets.py"),
        *("my_credentials.json.md", "docs/credentials.md", "aws/credentials", "huggingface/token", "rapid_rsa"),
    ],
)
def test_names_that_only_look_like_one_are_lawful(release_with: ReleaseWith, file_with: FileWith, path: str) -> None:
    assert [] == list(CHECK.run(release_with(files=[file_with(path)])))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    faulty = gathered(sample(CHECK.name, "faulty"))

    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    assert [".env", "id_ed25519"] == [finding.path for finding in CHECK.run(faulty)]
    page_shows(CHECK, faulty)
