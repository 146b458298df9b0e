"""A blank form on paper, from the same definition that is shown on the screen and scored afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from rangkul.base.typesetting import Block, Document, Fields, Letterhead, Paragraph, pdf
from rangkul.base.xforms import Form
from rangkul.journey.instruments.paper.pictures import Pictures
from rangkul.journey.instruments.paper.rows import blocks_of
from rangkul.journey.instruments.paper.words import ABOUT, FOOTER, said

__all__ = ["blank", "blank_pdf"]


def blank(
    form: Form,
    *,
    letterhead: Letterhead,
    day: date,
    language: str = "id",
    title: str = "",
    notices: Iterable[str] = (),
    pictures: Pictures | None = None,
) -> Document:
    """`notices` are licence and status, which travel with every copy; `title` the name in the paper's language;
    `pictures` those that the form shows, by their names."""
    tongue = "en" if language.startswith("en") else "id"
    head = Fields(tuple(said(ABOUT, tongue)))
    closing: list[Block] = [Paragraph(text, tone="quiet") for text in notices if text]
    return Document(
        title=title or form.title,
        day=day,
        letterhead=letterhead,
        language=tongue,
        blocks=(head, *blocks_of(form, tongue, pictures), *closing),
        footer=FOOTER.said(tongue).format(key=form.key, version=form.version),
    )


def blank_pdf(form: Form, **how: Any) -> bytes:
    """PDF/UA, of what `blank` takes. Raises typesetting.NotSet."""
    return pdf(blank(form, **how))
