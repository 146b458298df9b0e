"""The same document as DOCX: real styles, repeating table heads, its language, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Line

from rangkul.base.typesetting.dots import dots_of

# What a page has for a drawing.
_ROOM = (Cm(16), Cm(21))
_FONT = "Times New Roman"
# Every style that is used, with its size: an undressed one has the colour and the language of the template.
_STYLES = (("Normal", 11), ("Title", 17), ("Heading 1", 13), ("Heading 2", 11.5), ("List Bullet", 11), ("Caption", 9.5))
_LOCALES = {"id": "id-ID", "en": "en-GB"}
# A ZIP has no earlier day.
_NEVER = (1980, 1, 1, 0, 0, 0)
# XML has no place for these; a form of ours lets none of them in.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def written(values: dict[str, Any]) -> bytes:
    """The bytes of the DOCX for `Document.values()`."""
    values = _clean(values)
    paper = docx.Document()
    _prepare(paper, values)
    _letterhead(paper, values["letterhead"])
    paper.add_paragraph(values["title"], style="Title")
    if values["lead"]:
        paper.add_paragraph("\n".join(f"{label}: {value}" for label, value in values["lead"]))
    for block in values["blocks"]:
        _PLACERS[block["block"]](paper, block)
    return _same_each_time(paper)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _FORBIDDEN.sub("□", value)
    if isinstance(value, dict):
        return {name: _clean(one) for name, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value


def _prepare(paper: Docx, values: dict[str, Any]) -> None:
    day = datetime.fromisoformat(values["day"]).replace(tzinfo=UTC)
    about = paper.core_properties
    about.title, about.author, about.last_modified_by = values["title"], values["letterhead"]["name"], ""
    about.language, about.comments = _LOCALES[values["language"]], ""
    about.created = about.modified = day.replace(tzinfo=None)
    for name, size in _STYLES:
        _dress(paper.styles[name], size, values["language"])
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin, page.bottom_margin = Cm(2.2), Cm(2.4)
    _number_pages(page.footer.paragraphs[0], values)


def _dress(style: Any, size: float, language: str) -> None:
    """Black, one family, and the language in which it is to be read aloud and spelled."""
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
    marks = style.element.get_or_add_rPr()
    fonts = marks.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), _FONT)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LOCALES[language])
    marks.append(spoken)


def _number_pages(line: Line, values: dict[str, Any]) -> None:
    page, of = ("Halaman ", " dari ") if values["language"] == "id" else ("Page ", " of ")
    line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if values["footer"]:
        line.add_run(f"{values['footer']} · ")
    line.add_run(page)
    _field(line, "PAGE")
    line.add_run(of)
    _field(line, "NUMPAGES")
    for run in line.runs:
        run.font.size = Pt(8.5)


def _field(line: Line, code: str) -> None:
    """A number that the program which shows the document fills in."""
    inner = OxmlElement("w:fldSimple")
    inner.set(qn("w:instr"), code)
    inner.append(line.add_run("1")._r)
    line._p.append(inner)


def _letterhead(paper: Docx, head: dict[str, Any]) -> None:
    name = paper.add_paragraph()
    name.add_run(head["name"]).bold = True
    name.runs[0].font.size = Pt(14)
    name.paragraph_format.space_after = Pt(0)
    last = paper.add_paragraph("\n".join(head["lines"]))
    border = OxmlElement("w:pBdr")
    under = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "000000")):
        under.set(qn(f"w:{key}"), value)
    border.append(under)
    last._p.get_or_add_pPr().append(border)


def _heading(paper: Docx, block: dict[str, Any]) -> None:
    paper.add_heading(block["text"], level=block["level"])


def _paragraph(paper: Docx, block: dict[str, Any]) -> None:
    line = paper.add_paragraph()
    line.add_run(block["text"]).italic = block["tone"] in ("quiet", "gap")
    if block["tone"] == "opinion":
        line.paragraph_format.left_indent = Cm(0.6)


def _table(paper: Docx, head: list[str], rows: list[list[str]]) -> None:
    table = paper.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        _fill(cell, words, bold=True)
    repeats = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeats)
    for row in rows:
        added = table.add_row()
        _keep_whole(added)
        for cell, words in zip(added.cells, row, strict=True):
            _fill(cell, words)
    paper.add_paragraph()


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _fill(cell: _Cell, words: str, *, bold: bool = False) -> None:
    cell.paragraphs[0].add_run(words).bold = bold


def _listed(paper: Docx, block: dict[str, Any]) -> None:
    for item in block["items"]:
        paper.add_paragraph(item, style="List Bullet")


def _notice(paper: Docx, block: dict[str, Any]) -> None:
    paper.add_paragraph().add_run(block["text"]).bold = True


def _figure(paper: Docx, block: dict[str, Any]) -> None:
    """Word processors show no SVG that they do not make themselves: it comes as dots, with its words behind it."""
    if block.get("title"):
        paper.add_heading(block["title"], level=1)
    line = paper.add_paragraph()
    line.paragraph_format.keep_with_next = bool(block["caption"])
    shape = line.add_run().add_picture(io.BytesIO(dots_of(block["svg"])))
    share = min(1.0, _ROOM[0] / shape.width, _ROOM[1] / shape.height)
    shape.width, shape.height = Emu(int(shape.width * share)), Emu(int(shape.height * share))
    shape._inline.docPr.set("descr", block["says"])
    shape._inline.docPr.set("name", f"{block['block']} {shape._inline.docPr.id}")
    if block["caption"]:
        paper.add_paragraph(block["caption"], style="Caption")


def _shown(paper: Docx, block: dict[str, Any]) -> None:
    paper.add_paragraph(block["says"], style="Caption")


def _signatures(paper: Docx, block: dict[str, Any]) -> None:
    """On one page with the place and the date: who signs must not stand alone on the next."""
    if block["place"]:
        paper.add_paragraph(block["place"]).paragraph_format.keep_with_next = True
    table = paper.add_table(rows=1, cols=len(block["signed"]))
    _keep_whole(table.rows[0])
    for cell, one in zip(table.rows[0].cells, block["signed"], strict=True):
        room = f"\n{one['note']}\n" if one["note"] else "\n\n\n\n"
        cell.paragraphs[0].add_run(f"{one['role']}\n{room}")
        cell.paragraphs[0].add_run(one["name"]).bold = True


def _checked(paper: Docx, block: dict[str, Any]) -> None:
    paper.add_paragraph()
    paper.add_paragraph(block["words"]).runs[0].font.size = Pt(9)


def _fields(paper: Docx, block: dict[str, Any]) -> None:
    for name in block["names"]:
        paper.add_paragraph(f"{name}: {'_' * 40}")


def _asked(paper: Docx, block: dict[str, Any]) -> None:
    """One paragraph for the question and one for its boxes or lines, kept together."""
    for words, italic in ((block["before"], True), (block["text"], False), *((one, True) for one in block["remarks"])):
        if words:
            line = paper.add_paragraph()
            line.add_run(words).italic = italic
            line.paragraph_format.keep_with_next = True
    for one in block["shown"]:
        _shown(paper, one)
    boxes = [f"☐ {words}" for words in block["choices"]]
    room = ["    ".join(boxes)] if block["across"] else boxes
    answer = paper.add_paragraph("\n".join(room + ["_" * 60] * block["lines"]))
    answer.paragraph_format.keep_together = True


def _ticks(paper: Docx, block: dict[str, Any]) -> None:
    rows = [[words, *["☐"] * len(block["choices"])] for words in block["rows"]]
    _table(paper, [block["head"], *block["choices"]], rows)


_PLACERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "facts": lambda paper, block: _table(paper, block["head"], block["rows"]),
    "table": lambda paper, block: _table(paper, block["head"], block["rows"]),
    "fields": _fields,
    "asked": _asked,
    "ticks": _ticks,
    "list": _listed,
    "notice": _notice,
    "figure": _figure,
    "shown": _shown,
    "signatures": _signatures,
    "checked": _checked,
}


def _same_each_time(paper: Docx) -> bytes:
    """Packed again without the hour of packing."""
    first, second = io.BytesIO(), io.BytesIO()
    paper.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _NEVER), old.read(name), zipfile.ZIP_DEFLATED)
    return second.getvalue()
