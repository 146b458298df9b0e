"""The agency's own form, with pictures and a way to count it; some carers answer it. One cut-off of its own. And a pack
of words for the suicide screener, which say of themselves that they are not the official ones."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from PIL import Image, ImageDraw

from rangkul.base.asking import Asker
from rangkul.journey.instruments import actions, queries, reading
from rangkul.journey.instruments.models import Instrument
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.receiving import received
from rangkul.journey.instruments.scoring.fitting import EMPTY_SLOT
from rangkul.journey.instruments.scoring.shipped import shipped
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.office import Office

_BOOK = Path(__file__).resolve().parents[1] / "data" / "beban-pengasuh.md"
_KEY = "beban_pengasuh"
# How the mouth of each face is bent, in degrees of an arc.
_FACES = {"wajah-lega.png": (20, 160), "wajah-biasa.png": (), "wajah-lelah.png": (200, 340)}
ONE_IN, DAY = 7, 9
_ANSWERED = {
    "lelah": "sering",
    "tidur": "kadang",
    "sendiri": "kadang",
    "bantuan": "tidak_ada",
    "marah": "tidak",
    "dukungan": ("istirahat", "teman", "perawat", "uang"),
}


def begin(office: Office) -> None:
    """Before the first household comes: the form is there, and so is the agency's word on the PHQ-9."""
    with office.at(office.now - timedelta(days=200), "adi") as adi:
        pictures = {name: _face(mouth) for name, mouth in _FACES.items()}
        ready = received(Parcel(_BOOK.name, _BOOK.read_bytes(), pictures), "Disusun lembaga sendiri, 2026")
        actions.publish_version(by=adi, version=actions.keep_upload(by=adi, ready=ready))
        pack = received(Parcel("cssrs.md", _screener()), "Isian contoh untuk dunia demo. Bukan teks resmi C-SSRS.")
        actions.publish_version(by=adi, version=actions.keep_upload(by=adi, ready=pack))
        phq9 = queries.newest_version(Instrument.objects.get(agency=None, key="phq9"))
        if phq9 is not None:
            actions.set_cutoff(
                by=adi,
                version=phq9,
                band="moderate",
                at=Decimal(9),
                reason="Di layanan kami, nilai 9 sudah sering disusul keluhan yang berat.",
                source="Keputusan rapat tim, tinjauan 60 berkas tahun 2025",
            )


def _screener() -> bytes:
    """Each empty place says what is asked about there, and that these are not its makers' words."""
    place = rf"{re.escape(EMPTY_SLOT)} \(([^)]*)\)"
    return re.sub(place, r"Contoh, bukan teks resmi: \1", shipped("cssrs_screen").form).encode()


def play(course: Course) -> None:
    if course.road.number % ONE_IN == 0 and course.lasted() > DAY + 1:
        course.worker_does(DAY, lambda by: _ask(course, by))


def _ask(course: Course, by: Asker) -> None:
    held = Instrument.objects.filter(agency_id=by.agency_id, key=_KEY).first()
    version = queries.newest_version(held) if held else None
    person = course.case.person
    years = queries.years(person, course.today())
    if version is None or years is None or years < 18:
        return
    answer = reading.form_of(version).answer_from(_ANSWERED)
    given = actions.Given(answer=answer, person=person, retest_on=course.today() + timedelta(days=60))
    actions.record(by=by, case=course.case, version=version, given=given)


def _face(mouth: tuple[int, ...]) -> bytes:
    """A plain face on nothing, drawn large and made small so that its lines are smooth."""
    picture = Image.new("RGBA", (480, 480), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((30, 30, 450, 450), fill="#F6D9A8", outline="#1F2A2E", width=16)
    for x in (160, 290):
        pen.ellipse((x, 170, x + 36, 215), fill="#1F2A2E")
    if mouth:
        top = 230 if mouth[0] < 180 else 300
        pen.arc((140, top, 340, top + 130), *mouth, fill="#1F2A2E", width=18)
    else:
        pen.line((160, 320, 320, 320), fill="#1F2A2E", width=18)
    out = io.BytesIO()
    picture.resize((160, 160)).save(out, "PNG", optimize=True)
    return out.getvalue()
