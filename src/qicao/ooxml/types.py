"""What kind each part of a package is, as the package itself says."""

from __future__ import annotations

from qicao.readers.word.package import parse

TYPES = "[Content_Types].xml"
_NO_PART = ("application/xhtml", "image/")  # XML, but of a file put in: a page, a picture


class Kinds:
    """The content types of a package's parts; what `types` does not say is ""."""

    def __init__(self, types: bytes | None) -> None:
        root = parse(types)
        self._names: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        for node in root if root is not None else ():
            kind = node.get("ContentType", "")
            if name := node.get("PartName"):
                self._names[name.lower().lstrip("/")] = kind
            else:
                self._endings[node.get("Extension", "").lower()] = kind

    def of(self, name: str) -> str:
        name = name.lower()
        return self._names.get(name) or self._endings.get(name.rpartition(".")[2], "")

    def is_text(self, name: str) -> bool:
        """Whether a part is of a kind whose words can be read off its bytes: a drawing, a page, a text put in."""
        kind = self.of(name).lower()
        return not self.is_xml(name) and (
            kind.startswith("text/") or kind.endswith(("+xml", "/rtf")) or "vml" in kind
        )

    def is_xml(self, name: str) -> bool:
        """Whether a part is XML of the file itself: by its kind, or by its ending when no kind is given."""
        kind = self.of(name).lower()
        if kind.startswith(_NO_PART):
            return False
        return kind.endswith(("+xml", "/xml")) or name.lower().endswith((".xml", ".rels"))


NO_KINDS = Kinds(None)
