"""Three letters about one application: to go with the client, to ask, and to object. Drafted from the record, always in
Indonesian, with as little of the client as the office needs."""

from django.utils.translation import gettext_lazy as _

from rangkul.journey.cases.models import Case
from rangkul.journey.reports.hooks import UNWRITTEN, Draft, Kind, Line, Material, Part, day, identity
from rangkul.journey.reports.states import Reader, Shape
from rangkul.support.entitlements.models import Application
from rangkul.support.entitlements.states import State

INTRODUCE, REQUEST, OBJECT = "entitled_intro", "entitled_ask", "entitled_object"
# By the state in which a letter is wanted.
WANTED = {
    INTRODUCE: (State.TOLD, State.APPLIED, State.GRANTED),
    REQUEST: (State.TOLD,),
    OBJECT: (State.REFUSED,),
}


def chosen(case: Case, code: str) -> Application | None:
    """The application of which this letter speaks: the one chosen last among those in a fitting state."""
    rows = list(Application.objects.filter(case=case, state__in=WANTED[code]).select_related("key"))
    return max(rows, key=lambda one: (one.letter_at is not None, one.letter_at or one.made_at), default=None)


def _about(m: Material, code: str) -> Application:
    """`lacks` has been asked before, so there is one."""
    row = chosen(m.case, code)
    assert row is not None
    return row


def _programme(row: Application) -> Part:
    runs = f" ({row.says.runs})" if row.says else ""
    lines = [Line(f"{row.name}{runs}.", "permohonan", row.told_on, row.pk)]
    if row.whose:
        lines.append(Line(f"Untuk: {row.whose}.", "permohonan", row.told_on, row.pk))
    if row.applied_on:
        number = f", nomor {row.number}" if row.number else ""
        lines.append(
            Line(f"Diajukan {day(row.applied_on)} di {row.place}{number}.", "permohonan", row.applied_on, row.pk)
        )
    return Part("programme", "Program", lines)


def _own(code: str, title: str, asks: str) -> Part:
    return Part(code, title, [Line(UNWRITTEN, gap=True)], Shape.PROSE, own=True, asks=asks)


def _papers(row: Application) -> Part:
    papers = row.says.paper_labels if row.says else []
    return Part("papers", "Yang dilampirkan", [Line(f"{one}.") for one in papers] or [Line("Tidak ada lampiran.")])


def introduce(m: Material) -> Draft:
    row = _about(m, INTRODUCE)
    asks = "Apa yang diharapkan dari kantor ini? Tulis hanya yang perlu mereka ketahui."
    parts = [
        identity(m),
        _programme(row),
        _own("asked", "Yang kami harapkan", asks),
    ]
    greeting = "Dengan hormat, pembawa surat ini kami dampingi dan sedang mengurus haknya. Mohon dibantu."
    return Draft("Surat pengantar", parts, greeting=greeting)


def ask(m: Material) -> Draft:
    row = _about(m, REQUEST)
    asks = "Mengapa bantuan ini diperlukan? Tulis keadaannya dengan singkat, sebaiknya dengan kata klien."
    parts = [
        identity(m),
        _programme(row),
        _own("why", "Alasan permohonan", asks),
        _papers(row),
    ]
    return Draft("Surat permohonan", parts, greeting="Dengan hormat, bersama ini diajukan permohonan berikut.")


def object_(m: Material) -> Draft:
    row = _about(m, OBJECT)
    answered = row.answered_on
    decided = [Line(f"Jawaban diterima {day(answered)}.", "permohonan", answered, row.pk)] if answered else []
    decided.append(Line(f"Alasan yang disampaikan: {row.reason}", "permohonan", answered, row.pk))
    if row.objection_due:
        decided.append(Line(f"Batas mengajukan keberatan menurut hitungan kami: {day(row.objection_due)}."))
    asks = "Mengapa keputusan itu menurut klien tidak tepat? Sebutkan keadaan dan bukti yang belum dilihat."
    wanted = "Mohon keputusan itu ditinjau kembali, dan jawabannya disampaikan secara tertulis beserta alasannya."
    parts = [
        identity(m),
        _programme(row),
        Part("decided", "Keputusan yang dimohonkan peninjauannya", decided),
        _own("why", "Alasan keberatan", asks),
        Part("wanted", "Permintaan", [Line(wanted)], Shape.PROSE),
    ]
    return Draft(
        "Surat keberatan", parts, greeting="Dengan hormat, bersama ini diajukan keberatan atas keputusan berikut."
    )


def _kind(code: str, label, name: str, about, write, lacks, short: str) -> Kind:
    def missing(case: Case):
        return "" if chosen(case, code) else lacks

    return Kind(
        code=code,
        label=label,
        name=name,
        about=about,
        readers=(Reader.AGENCY,),
        write=write,
        lacks=missing,
        short=short,
    )


KINDS = (
    _kind(
        INTRODUCE,
        _("Surat pengantar bantuan"),
        "Surat pengantar",
        _("Menyertai klien yang mengurus haknya di kantor lain."),
        introduce,
        _("Belum ada permohonan bantuan yang sudah dibicarakan dengan klien."),
        "PB",
    ),
    _kind(
        REQUEST,
        _("Surat permohonan bantuan"),
        "Surat permohonan",
        _("Meminta bantuan suatu program untuk klien."),
        ask,
        _("Belum ada permohonan yang siap diajukan. Bicarakan dulu dengan klien."),
        "PM",
    ),
    _kind(
        OBJECT,
        _("Surat keberatan"),
        "Surat keberatan",
        _("Meminta keputusan yang tidak mengabulkan ditinjau lagi."),
        object_,
        _("Tidak ada permohonan yang belum dikabulkan."),
        "KB",
    ),
)
