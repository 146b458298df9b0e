"""From an uploaded workbook to a form, or to the list of what must be mended in it."""

from rangkul.base.xforms.checking.check import check

__all__ = ["check"]
