"""A document as data becomes a PDF that machines can read aloud, or a DOCX with real styles."""

from rangkul.base.typesetting.blank import Asked, Fields, Shown, Ticks
from rangkul.base.typesetting.document import (
    Block,
    Checked,
    Document,
    Facts,
    Figure,
    Heading,
    Letterhead,
    Listed,
    Notice,
    Paragraph,
    Signatures,
    Signed,
    Table,
)
from rangkul.base.typesetting.making import NotSet, card, docx, pdf
from rangkul.base.typesetting.qr import qr_svg

__all__ = [
    "Asked",
    "Block",
    "Checked",
    "Document",
    "Facts",
    "Fields",
    "Figure",
    "Heading",
    "Letterhead",
    "Listed",
    "NotSet",
    "Notice",
    "Paragraph",
    "Shown",
    "Signatures",
    "Signed",
    "Table",
    "Ticks",
    "card",
    "docx",
    "pdf",
    "qr_svg",
]
