"""Surat rujukan: as little as the other service needs to help, and by what right it gets that. Where a referral to this
receiver was prepared, the letter says what was chosen for it, and nothing else of the file."""

from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.journey.reports import hooks
from rangkul.journey.reports.hooks import Kind, Referred
from rangkul.journey.reports.states import Reader, Shape
from rangkul.journey.reports.writing import assessed, who, work
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import GROUND, UNWRITTEN, Draft, Line, Part, day

_ANSWER = (
    "Mohon kabari kami apakah rujukan ini diterima. Sebelum ada kepastian dari Anda, kami tetap mendampingi klien"
    " dan belum menganggap rujukan ini tertangani."
)


def write(m: Material) -> Draft:
    found = next((one for look in hooks.referred if (one := look(m.case, m.addressee))), None)
    parts = _of_referral(m, found) if found else _of_record(m)
    return Draft("Surat rujukan", parts, greeting="Dengan hormat, kami merujuk klien berikut untuk mendapat bantuan.")


def _of_referral(m: Material, referred: Referred) -> list[Part]:
    def line(words: str) -> Line:
        return Line(words, "rujukan", referred.on, referred.row)

    sender = Line(f"Pekerja sosial: {m.case.worker.full_name}, {m.case.unit.name}, {m.case.agency.name}", "data kasus")
    told = [*(line(f"{label}: {value}") for label, value in referred.pieces), sender]
    ground = [line(referred.ground)] if referred.ground else [_leave(m)]
    return [
        Part("identity", "Yang dirujuk", told, Shape.FACTS),
        Part("asked", "Yang kami minta", [line(referred.asked)], Shape.PROSE, own=True),
        Part(GROUND, "Dasar pengiriman data", ground, Shape.PROSE),
        Part("answer", "Jawaban", [Line(_ANSWER)], Shape.PROSE),
    ]


def _of_record(m: Material) -> list[Part]:
    return [
        who.identity(m),
        assessed.presenting(m),
        Part(
            "asked",
            "Yang kami minta",
            [Line(UNWRITTEN, gap=True)],
            Shape.PROSE,
            own=True,
            asks="Bantuan apa yang diharapkan dari lembaga ini? Tulis hanya yang perlu mereka ketahui.",
        ),
        work.activities(m),
        Part(GROUND, "Dasar pengiriman data", [_leave(m)], Shape.PROSE),
        Part("answer", "Jawaban", [Line(_ANSWER)], Shape.PROSE),
    ]


def _leave(m: Material) -> Line:
    if m.consent is None:
        return Line("Klien belum tercatat menyetujui pengiriman data ini.", gap=True)
    on = clock.local(m.consent.asked_at, m.case.region_code).date()
    words = f"Klien menyetujui data seperlunya diteruskan kepada lembaga lain pada {day(on)}."
    return Line(words, "persetujuan", on, m.consent.pk)


KIND = Kind(
    code="referral",
    label=_("Surat rujukan"),
    name="Surat rujukan",
    about=_("Meminta bantuan lembaga lain, dengan data sesedikit mungkin."),
    readers=(Reader.AGENCY,),
    write=write,
    short="SR",
)
