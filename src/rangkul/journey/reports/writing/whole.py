"""What only the whole file holds: consents, the contract, everything in the order in which it happened, documents."""

from collections.abc import Iterator
from datetime import date, datetime

from rangkul.base import clock
from rangkul.commons.trust import queries as trust
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.models import Contract
from rangkul.journey.cases.queries.consents import consent_subjects
from rangkul.journey.cases.states import ContractState
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Line, Part, day, known, one_line, sentence

# A file is printed whole.
_ALL = 100_000
# Beginning a document tells nothing of the case, and this one would always be older than its own beginning.
_OF_DRAFTS = ("document.drafted", "document.version_begun")


def consents(m: Material) -> Part:
    """Every answer, the oldest first: what was said, and what was taken back."""
    rows = trust.consents_of(*consent_subjects(m.case)).reverse()
    lines = []
    for row in rows:
        on, said = _on(m, row.asked_at), "ya" if row.given else "tidak"
        back = f" Ditarik {day(_on(m, row.withdrawn_at))}." if row.withdrawn_at else ""
        words = f"{day(on)}, {row.get_purpose_display().lower()}: {said}.{back}"
        lines.append(Line(words, "persetujuan", on, row.pk))
    return Part("consents", "Persetujuan", known(lines, "Belum ada persetujuan yang tercatat."))


def contract(m: Material) -> Part:
    rows = m.case.contracts.filter(state=ContractState.AGREED).select_related("key", "agreed_before")
    lines = [line for row in rows for line in _agreed(m, row)]
    return Part("contract", "Kontrak layanan", known(lines, "Kontrak layanan belum disepakati."))


def _agreed(m: Material, row: Contract) -> Iterator[Line]:
    on, told = _on(m, row.agreed_at), f"kontrak versi {row.version}"
    how, before = row.get_mode_display().lower(), row.agreed_before.full_name
    witness = f", saksi {row.witness}" if row.witness else ""
    yield Line(f"Disepakati {day(on)} oleh {row.signed_name} ({how}{witness}), di hadapan {before}.", told, on, row.pk)
    named = {
        "Tujuan": row.purpose,
        "Peran pekerja sosial": row.worker_role,
        "Peran klien": row.client_role,
        "Hak": row.rights,
        "Kerahasiaan": row.confidentiality,
        "Keluhan": row.complaint_route,
        "Berakhir bila": row.end_conditions,
    }
    yield from (Line(f"{name}: {sentence(words)}", told, on, row.pk) for name, words in named.items() if words)


def story(m: Material) -> Part:
    """All moments of the case, the oldest first, each with who wrote it; a correction stands with what it corrects."""
    lines = []
    for moment in reversed(cases.timeline(m.case, limit=_ALL, without=_OF_DRAFTS)):
        entry, on = moment.entry, _on(m, moment.at)
        words = f"{day(on)}, {moment.who}: {sentence(str(entry.title))}"
        if entry.text:
            words = f"{words} {sentence(str(entry.text))}"
        later = "".join(f" Koreksi: {sentence(str(one['text']))}" for one in entry.corrections)
        lines.append(Line(words + later, "linimasa", on))
    return Part("story", "Riwayat", known(lines, "Belum ada catatan."))


def documents(m: Material) -> Part:
    """What is attached, by name; the files themselves are not printed."""
    lines = []
    for row in m.case.documents.select_related("key").order_by("made_at", "id"):
        kind, on = row.get_kind_display().lower(), _on(m, row.made_at)
        lines.append(Line(f"{one_line(row.name)} ({kind}), disimpan {day(on)}.", "berkas", on, row.pk))
    note = "Isi berkasnya disimpan di Rangkul dan tidak ikut dicetak." if lines else ""
    return Part("documents", "Berkas", known(lines, "Tidak ada berkas."), note=note)


def _on(m: Material, moment: datetime) -> date:
    return clock.local(moment, m.case.region_code).date()
