"""The whole file on paper, for the agency's own cupboard, an inspection, or a day without electricity (A03)."""

from django.utils.translation import gettext_lazy as _

from rangkul.journey.reports.hooks import Kind
from rangkul.journey.reports.states import Reader
from rangkul.journey.reports.writing import assessed, pictured, who, whole, work
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Draft

_PRIVATE = (
    "RAHASIA. Hanya untuk lembaga sendiri dan yang bertugas pada kasus ini; simpan terkunci dan musnahkan bila tidak"
    " dipakai lagi (UU 27/2022)."
)


def write(m: Material) -> Draft:
    told, road = pictured.life(m)
    parts = [
        who.identity(m),
        whole.consents(m),
        whole.contract(m),
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
        work.tasks(m),
        work.taking_part(m),
        *road,
        work.progress(m),
        whole.story(m),
        whole.documents(m),
    ]
    return Draft("Berkas kasus", parts, notice=_PRIVATE)


KIND = Kind(
    code="case_file",
    label=_("Berkas kasus lengkap"),
    name="Berkas kasus",
    about=_("Seluruh isi berkas menurut urutan kejadiannya, untuk disimpan di lembaga sendiri."),
    readers=(Reader.HOUSE,),
    write=write,
    short="BK",
)
