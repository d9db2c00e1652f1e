"""What a model card says of the model, for programs."""

from __future__ import annotations

from hatch_oaml.values.frozen import frozen


@frozen
class ModelCard:
    """Each in the card's own words, empty where it says nothing: front matter, and the text below headings that are known."""

    description: str = ""
    task: str = ""
    library: str = ""
    languages: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    users: str = ""
    uses: str = ""
    limitations: str = ""
    ethics: str = ""
