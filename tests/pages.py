"""A page taken apart as a browser would: its elements, its texts, and the rules that hold of every page of ours."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset({"meta", "input", "br", "link", "img", "hr"})


class Page(HTMLParser):
    """`elements` are the tags in their order, each with its attributes; `text` what a reader sees, styles aside.

    :raises AssertionError: an element is closed that is not open, or left open.
    """

    def __init__(self, document: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._open: list[str] = []
        self.feed(document)
        self.close()
        assert [] == self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"{tag}: an attribute twice"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]


NO_LOADING = frozenset(
    {"script", "link", "img", "iframe", "object", "embed", "base", "form", "audio", "video", "image"}
)


def faults_of(page: Page) -> list[str]:
    """What must not be on a page of ours, whatever it tells."""
    ids = page.ids()
    twice = sorted({name for name in ids if ids.count(name) > 1}) if len(set(ids)) < len(ids) else []
    faults = [f"the id {name} twice" for name in twice]
    for tag, attributes in page.elements:
        if tag in NO_LOADING:
            faults.append(f"<{tag}>")
        faults += [
            f"<{tag} {name}>" for name in attributes if name.startswith("on") or name in {"src", "style", "srcset"}
        ]
        link = attributes.get("href")
        if link is not None and not (link.startswith(("https://", "http://")) or (link[1:] in ids and link[0] == "#")):
            faults.append(f"a link to {link}")
    known = set(ids)
    faults += [
        f"{name}={value} names nothing"
        for _, attributes in page.elements
        for name in ("aria-labelledby", "for")
        if (value := attributes.get(name)) is not None and not known.issuperset(value.split())
    ]
    return faults
