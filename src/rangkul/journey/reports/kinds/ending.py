"""How the service ended: to the client in "Anda", to others in the third person."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import EndReason, TaskKind
from rangkul.journey.reports.hooks import Kind
from rangkul.journey.reports.states import Reader, Shape
from rangkul.journey.reports.writing import who, work
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Draft, Line, Part, day, known, quoted, sentence

_BACK = "Anda boleh menghubungi kami lagi kapan saja; Anda tidak perlu menceritakan semuanya dari awal."


def write(m: Material) -> Draft:
    if m.to_client:
        parts = [_end(m), work.goals(m), work.progress(m), _aftercare(m), _back()]
        return Draft("Layanan berakhir", parts, greeting="Kita sudah berjalan bersama. Surat ini merangkumnya.")
    parts = [who.identity(m), _end(m), work.goals(m), work.activities(m), work.progress(m), _aftercare(m)]
    return Draft("Ringkasan pengakhiran layanan", parts)


def _end(m: Material) -> Part:
    return Part("end", "Bagaimana layanan berakhir", list(_ended(m)))


def _ended(m: Material) -> Iterator[Line]:
    end = m.ending
    on = clock.local(end.at, m.case.region_code).date()
    reason = str(EndReason(end.reason).label).lower()
    yield Line(f"Layanan berakhir pada {day(on)}: {reason}.", "pengakhiran", on, end.pk)
    # The summary is the team's; what the client reads was decided in words for the client.
    decided = m.case.decisions.filter(kind="ended").select_related("key").order_by("-at").first()
    if m.to_client and decided:
        yield Line(sentence(decided.text), "keputusan", on, decided.pk)
    elif not m.to_client and end.summary:
        yield Line(sentence(end.summary), "pengakhiran", on, end.pk)
    if end.satisfaction and not m.to_client:
        said = f" {quoted(end.satisfaction_words)}" if end.satisfaction_words else ""
        yield Line(f"Klien menilai layanan {end.satisfaction} dari 5.{said}", "pengakhiran", on, end.pk)
    kept = f"Berkas disimpan sekurangnya sampai {day(end.keep_until)}."
    then = " Sesudah itu pejabat data pribadi memutuskan apakah berkas dihapus." if m.case.person_id else ""
    yield Line(kept + then, "pengakhiran", on, end.pk)


def _aftercare(m: Material) -> Part:
    rows = m.case.tasks.filter(kind=TaskKind.AFTERCARE).select_related("key").order_by("due", "id")
    lines = [Line(f"{day(one.due)}: {sentence(one.title)}", "bimbingan lanjut", one.due, one.pk) for one in rows]
    return Part("aftercare", "Bimbingan lanjut", known(lines, "Tidak ada bimbingan lanjut yang direncanakan."))


def _back() -> Part:
    return Part("back", "Bila Anda membutuhkan kami lagi", [Line(_BACK)], Shape.PROSE)


def _lacks(case: Case):
    ended = case.terminations.filter(reopened_at=None).exists()
    return "" if ended else _("Kasus ini belum diakhiri.")


KIND = Kind(
    code="ending",
    label=_("Ringkasan pengakhiran"),
    name="Ringkasan pengakhiran layanan",
    about=_("Bagaimana layanan berakhir, apa yang dicapai, dan bimbingan lanjut."),
    readers=(Reader.CLIENT, Reader.HOUSE, Reader.AGENCY),
    write=write,
    lacks=_lacks,
    short="RP",
)
