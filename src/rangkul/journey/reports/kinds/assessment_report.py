"""The newest round of assessment as a document: the same sentences as on its page, with identity and sources, and what
was drawn of the family and what stands around it."""

from django.utils.translation import gettext_lazy as _

from rangkul.journey.assessment.queries import newest_round
from rangkul.journey.reports.hooks import Kind
from rangkul.journey.reports.states import Reader
from rangkul.journey.reports.writing import assessed, pictured, who
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Draft


def write(m: Material) -> Draft:
    parts = [
        who.identity(m),
        who.sources(m),
        assessed.presenting(m),
        *assessed.domains(m),
        *pictured.pictures(m),
        assessed.functioning(m),
        assessed.risks(m),
        assessed.categories(m),
        assessed.opinion(m, "Kesimpulan pekerja sosial"),
    ]
    return Draft("Laporan asesmen", parts)


KIND = Kind(
    code="assessment_report",
    label=_("Laporan asesmen"),
    name="Laporan asesmen",
    about=_("Yang diketahui dari asesmen terbaru, siapa yang mengatakannya, dan yang belum digali."),
    readers=(Reader.HOUSE, Reader.AGENCY, Reader.COURT),
    write=write,
    lacks=lambda case: "" if newest_round(case) else _("Asesmen kasus ini belum dimulai."),
    short="LA",
)
