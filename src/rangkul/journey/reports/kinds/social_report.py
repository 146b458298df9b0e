"""Laporan sosial: what courts, investigators and other agencies need to know to decide in somebody's interest.

Sections follow reference B.6 (identity, chronology, the four domains, family, effects, the child's view,
recommendation); who signs: the social worker, with a supervisor where the junior rule asks.
"""

from django.utils.translation import gettext_lazy as _

from rangkul.journey.reports.hooks import Kind
from rangkul.journey.reports.states import Reader, Shape
from rangkul.journey.reports.writing import assessed, pictured, who, work
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import UNWRITTEN, Draft, Line, Part

_CHILD = (
    "RAHASIA. Identitas anak dalam laporan ini wajib dirahasiakan (UU 11/2012 tentang Sistem Peradilan Pidana Anak,"
    " Pasal 19)."
)
_PRIVATE = "RAHASIA. Hanya untuk keperluan yang disebut dalam laporan ini; isinya data pribadi (UU 27/2022)."
# No record can recommend: this part waits for the worker.
RECOMMENDATION = Part(
    "recommendation",
    "Rekomendasi",
    (Line(UNWRITTEN, gap=True),),
    Shape.PROSE,
    own=True,
    asks="Apa yang Anda sarankan kepada pembaca laporan ini, demi kepentingan terbaik klien?",
)


def write(m: Material) -> Draft:
    told, road = pictured.life(m)
    parts = [
        who.identity(m),
        who.sources(m),
        assessed.presenting(m),
        *told,
        *assessed.domains(m),
        who.family(m),
        *pictured.pictures(m),
        assessed.functioning(m),
        assessed.risks(m),
        assessed.categories(m),
        work.voice(m),
        work.goals(m),
        work.activities(m),
        work.taking_part(m),
        *road,
        work.progress(m),
        assessed.opinion(m),
        RECOMMENDATION,
    ]
    return Draft("Laporan sosial", parts, notice=_CHILD if m.is_child else _PRIVATE)


KIND = Kind(
    code="social_report",
    label=_("Laporan sosial"),
    name="Laporan sosial",
    about=_("Untuk pengadilan, penyidik, atau lembaga lain: keadaan klien, yang sudah dilakukan, dan saran Anda."),
    readers=(Reader.COURT, Reader.AGENCY, Reader.HOUSE),
    write=write,
    short="LS",
)
