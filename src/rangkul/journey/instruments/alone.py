"""Which instruments a client may answer alone, on their own telephone: by what the questions may stir, and by who may
be looking on. Never by score."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rangkul.base.xforms.questions import FILES
from rangkul.entry.intake.states import Level
from rangkul.journey.assessment.models import Risk
from rangkul.journey.assessment.states import RiskKind, RiskLevel
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import clients_request, has_ticket
from rangkul.journey.instruments.models import Instrument, InstrumentVersion
from rangkul.journey.instruments.reading import form_of

# Nothing in them asks about danger, and nobody is harmed who reads over the shoulder.
FREELY = frozenset({"phq2", "gad7", "who5", "mspss", "sas_sv", "wgss"})
# Asked about death or self-harm alone at night: only where the worker has thought of it.
WITH_A_REASON = frozenset({"phq9", "srq20"})
NEVER: dict[str, Promise] = {
    "cssrs_screen": _("Pertanyaan tentang bunuh diri ditanyakan oleh orang yang hadir, bukan lewat HP."),
    "hark": _("Pelaku bisa membuka HP klien. Tanyakan saat berdua saja."),
    "dv_danger_own": _("Penilaian bahaya disusun bersama petugas, saat berdua saja."),
    "ace": _("Pengalaman berat di masa kecil ditanyakan bila ada yang menemani sesudahnya."),
    "ssm": _("Matriks ini diisi petugas dari percakapan."),
    "barthel": _("Diisi dari pengamatan petugas atau yang merawat."),
    "katz": _("Diisi dari pengamatan petugas atau yang merawat."),
    "psc17": _("Diisi orang tua tentang anaknya; serahkan layar atau bacakan."),
    "digital_ready_own": _("Alat ini untuk petugas."),
}

# A worker fills them from talk or from what is seen: nobody is handed the screen for them.
BY_A_WORKER = frozenset({"ssm", "dv_danger_own", "barthel", "katz"})
# A worker answers them about themself, so that they stand in no client's file.
ABOUT_WORKERS = frozenset({"digital_ready_own"})

_ASKS_ABOUT_DEATH = _("Instrumen ini bertanya tentang pikiran mati. Biasanya ada orang yang menemani.")
_UNKNOWN = _("Belum ada yang memastikan formulir ini aman diisi sendiri.")
_VIOLENCE = _("Ada risiko kekerasan pada kasus ini: HP klien mungkin dibuka orang lain.")
_RED = _("Kasus ini merah. Tanyakan langsung, jangan lewat tiket.")
_NO_TICKET = _("Kasus ini tidak punya tiket. Bacakan pertanyaannya, atau serahkan layar.")
_OTHER_HOLDER = _("Pemegang tiket bukan kliennya sendiri. Bacakan pertanyaannya, atau serahkan layar.")
_FILES = _("Formulir ini meminta foto atau berkas. Isi bersama petugas.")
_ENDED = _("Kasus ini sudah diakhiri. Buka lagi kasusnya untuk menulis.")


@dataclass(frozen=True)
class Verdict:
    """`allowed` at all; `reason_needed` where the worker must write why it may be answered alone; `why` says it."""

    allowed: bool
    reason_needed: bool = False
    why: tuple[str | Promise, ...] = ()


def holder_of(case: Case) -> Verdict:
    """Whether there is a ticket, and whether it is the client's own."""
    if not case.is_open:
        return Verdict(False, why=(_ENDED,))
    if not has_ticket(case):
        return Verdict(False, why=(_NO_TICKET,))
    return Verdict(True) if clients_request(case) else Verdict(False, why=(_OTHER_HOLDER,))


def of_instrument(instrument: Instrument) -> Verdict:
    """An agency's own form says nothing about itself, so its worker does."""
    if instrument.agency_id is not None:
        return Verdict(True, True, (_UNKNOWN,))
    if instrument.key in FREELY:
        return Verdict(True)
    if instrument.key in WITH_A_REASON:
        return Verdict(True, True, (_ASKS_ABOUT_DEATH,))
    return Verdict(False, why=(NEVER.get(instrument.key, _UNKNOWN),))


def of_questions(version: InstrumentVersion) -> Verdict:
    """What the client's own telephone cannot hand in."""
    asks = any(question.kind in FILES for question in form_of(version).all_questions())
    return Verdict(False, why=(_FILES,)) if asks else Verdict(True)


def verdict(case: Case, version: InstrumentVersion) -> Verdict:
    """What holds for this version of an instrument on this case now."""
    for found in (holder_of(case), of_instrument(version.instrument)):
        if not found.allowed:
            return found
    if not (asks := of_questions(version)).allowed:
        return asks
    if found.reason_needed and case.level == Level.MERAH:
        return Verdict(False, why=(_RED,))
    more = (_VIOLENCE,) if _violence(case) else ()
    return Verdict(True, found.reason_needed or bool(more), found.why + more)


def _violence(case: Case) -> bool:
    standing = Risk.objects.filter(case=case, kind=RiskKind.VIOLENCE, ended_on=None)
    return standing.exclude(level=RiskLevel.GREEN).exists()
