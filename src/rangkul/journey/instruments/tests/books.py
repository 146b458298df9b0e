"""Workbooks and pictures as an admin would hand them in."""

import io
import zipfile

import openpyxl
from PIL import Image

from rangkul.journey.instruments import jobs
from rangkul.journey.instruments.models import FormUpload

HOME = ("survey", [["type", "name", "label"], ["text", "kabar", "Bagaimana kabar Anda?"]])


def workbook(*sheets, version="1", key="kabar_contoh", title="Kabar harian"):
    """The bytes of an .xlsx with these sheets and settings."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    settings = ("settings", [["form_title", "form_id", "version"], [title, key, version]])
    for name, rows in (*sheets, settings):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def picture(kind="PNG", size=(60, 40), color="teal", mode="RGB", **how):
    out = io.BytesIO()
    Image.new(mode, size, color).save(out, kind, **how)
    return out.getvalue()


def zipped(*files, stored=False):
    """A zip of (path, bytes)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for path, data in files:
            archive.writestr(path, data)
    return out.getvalue()


def check_all(asking, admin):
    """What the worker process does with all that waits, and the newest upload after it."""
    with asking(admin):
        waiting = [str(pk) for pk in FormUpload.objects.filter(state="waiting").values_list("pk", flat=True)]
    for pk in waiting:
        jobs.check_upload(upload_id=pk)
    with asking(admin):
        return FormUpload.objects.select_related("version__uploaded_by").order_by("made_at", "pk").last()
