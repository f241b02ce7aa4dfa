"""Builds the Word base documents with python-docx: everything in the file but the words.

`python -m qicao.writers.word.base` writes base/9704.docx and base/33476.docx beside this module. They ship in
the package, so that drafting needs neither python-docx nor lxml; a test holds them equal to what this builds.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from qicao.writers.word import styles
from qicao.writers.word.layout import FOLDER, HEAD, MANIFEST
from qicao.writers.word.package import Entry, pack
from qicao.writers.word.theme import theme_xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPS = (
    '<ds:datastoreItem ds:itemID="{6D1C8A3E-52A4-4B57-9C57-0A8B1C6E2F10}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    '<ds:schemaRefs><ds:schemaRef ds:uri="urn:qicao:draft:1"/></ds:schemaRefs></ds:datastoreItem>'
)


def build(preset: str) -> bytes:
    """A .docx without text, in the page preset of this name (a key of styles.PAGES)."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE as REL

    document = docx.Document()
    part = document.part
    ours = {REL.STYLES: "", REL.SETTINGS: "", REL.FONT_TABLE: styles.fonts_xml(), REL.THEME: theme_xml()}
    for ident, rel in list(part.rels.items()):
        if rel.reltype not in ours:
            del part.rels[ident]
        elif xml := ours[rel.reltype]:
            rel.target_part._blob = (HEAD + xml).encode()
    for ident, rel in list(part.package.rels.items()):
        if rel.reltype not in (REL.OFFICE_DOCUMENT, REL.CORE_PROPERTIES):
            del part.package.rels[ident]
    _replace(document.styles.element, styles.styles_xml())
    _replace(document.settings.element, styles.settings_xml())
    _page(document, styles.PAGES[preset])
    _extra_parts(part)
    stream = BytesIO()
    document.save(stream)
    with ZipFile(stream) as package:
        return pack([Entry.of(name, package.read(name)) for name in package.namelist()], {})


def _replace(element: Any, xml: str) -> None:
    """Give an element of the template the children of our own XML."""
    from lxml import etree

    for child in list(element):
        element.remove(child)
    for name in list(element.attrib):
        del element.attrib[name]
    element.extend(list(etree.fromstring(xml)))


def _page(document: Any, page: styles.Page) -> None:
    from docx.oxml.ns import qn
    from lxml import etree

    section = document.sections[0]
    properties = section._sectPr
    for child in list(properties):
        if child.tag not in (qn("w:pgSz"), qn("w:pgMar")):
            properties.remove(child)
    size, margin = properties.find(qn("w:pgSz")), properties.find(qn("w:pgMar"))
    numbers = {"top": page.top, "right": styles.RIGHT, "bottom": page.bottom, "left": styles.LEFT}
    for name, value in {**numbers, "header": styles.HEADER, "footer": styles.FOOTER, "gutter": 0}.items():
        margin.set(qn(f"w:{name}"), str(value))
    size.set(qn("w:w"), str(styles.WIDTH))
    size.set(qn("w:h"), str(styles.HEIGHT))
    grid = etree.SubElement(properties, qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(page.line_pitch))
    for footer, odd in ((section.footer, True), (section.even_page_footer, False)):
        footer.is_linked_to_previous = False
        _replace(footer._element, styles.footer_xml(odd))


def _extra_parts(part: Any) -> None:
    """Comments and the manifest: empty here, filled for each speech."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    comments = Part(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, b"<x/>", part.package)
    part.relate_to(comments, RELATIONSHIP_TYPE.COMMENTS)
    item = Part(PackURI(f"/{MANIFEST}"), "application/xml", b"<x/>", part.package)
    part.relate_to(item, f"{_OFFICE}/customXml")
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    item.relate_to(
        Part(PackURI("/customXml/itemProps1.xml"), kind, (HEAD + _PROPS).encode(), part.package),
        f"{_OFFICE}/customXmlProps",
    )


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for preset in styles.PAGES:
        (FOLDER / f"{preset}.docx").write_bytes(build(preset))


if __name__ == "__main__":
    main()
