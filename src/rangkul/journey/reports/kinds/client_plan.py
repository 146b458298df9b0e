"""The agreed plan as a letter to the client, in "Anda"."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from rangkul.journey.plans.queries import agreed_plan
from rangkul.journey.reports.hooks import Kind
from rangkul.journey.reports.states import Reader
from rangkul.journey.reports.writing import work
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Draft, Line, Part, day, sentence

RIGHTS = (
    "Anda boleh bertanya, menolak, dan mengubah pendapat kapan saja.",
    "Anda boleh meminta rencana ini diubah.",
    "Simpan surat ini di tempat yang aman bagi Anda, atau titipkan pada kami.",
)


def write(m: Material) -> Draft:
    parts = [work.goals(m), work.tasks(m), Part("ways", "Jalan yang kita pilih", list(_ways(m))), _around(m)]
    parts.append(Part("rights", "Hak Anda", [Line(one) for one in RIGHTS]))
    greeting = f"Rencana ini kita susun bersama dan berlaku sejak {day(m.plan.agreed_on)}."
    return Draft("Rencana bersama", [part for part in parts if part.lines], greeting=greeting)


def _ways(m: Material) -> Iterator[Line]:
    for way in m.plan.alternatives.all():
        chosen = "dipilih" if way.chosen else "tidak dipilih"
        words = f"{sentence(way.title).rstrip('.')} ({chosen}): {sentence(way.reason)}"
        yield Line(words, f"rencana versi {m.plan.version}", m.plan.agreed_on, way.pk)


def _around(m: Material) -> Part:
    plan, told = m.plan, f"rencana versi {m.plan.version}"
    lines = []
    if plan.resources:
        lines.append(Line(f"Yang membantu: {sentence(plan.resources)}", told, plan.agreed_on, plan.pk))
    if plan.risks:
        lines.append(Line(f"Yang perlu dijaga: {sentence(plan.risks)}", told, plan.agreed_on, plan.pk))
    if plan.review_on:
        words = f"Kita melihat kembali rencana ini bersama pada {day(plan.review_on)}."
        lines.append(Line(words, told, plan.agreed_on, plan.pk))
    return Part("around", "Yang membantu dan yang dijaga", lines)


KIND = Kind(
    code="client_plan",
    label=_("Rencana untuk klien"),
    name="Rencana bersama",
    about=_("Surat kepada klien tentang rencana yang disepakati, dengan sapaan Anda."),
    readers=(Reader.CLIENT,),
    write=write,
    lacks=lambda case: "" if agreed_plan(case) else _("Belum ada rencana yang disepakati."),
    short="RB",
)
