"""How the events of an instrument read on the timeline of the case."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.entry.intake.states import Level
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.instruments.models import Administration, Judgement, Offer
from rangkul.journey.instruments.states import Mode, OfferState

_HEAVY = ("xform", "source", "rules")
_filled = by_id(
    Administration, "key", "version__instrument", "person",
    without=(*(f"version__{name}" for name in _HEAVY), "answer", "scored"),
)  # fmt: skip
_judged = by_id(
    Judgement, "key", "administration__version__instrument",
    without=tuple(f"administration__version__{name}" for name in _HEAVY[:2]),
)  # fmt: skip


def _url(row: Administration) -> str:
    return reverse("instruments:result", args=[row.case_id, row.pk])


def _answered(event: Event, row: Administration) -> Entry:
    """The score stays behind a click: a timeline is often read with somebody looking on."""
    name = {"instrument": row.version.instrument.name}
    tags = [Mode(row.mode).label, *([row.person.spoken_name] if row.person else [])]
    if row.is_wrong:
        tags.append(_("Ditandai salah"))
    return Entry(title=_("%(instrument)s diisi") % name, icon="forms", tags=tags, url=_url(row))


def _alarm(event: Event, row: Administration) -> Entry:
    name = {"instrument": row.version.instrument.short_name}
    return Entry(
        title=_("Jawaban %(instrument)s perlu tindakan: penanggung jawab diberi tugas") % name,
        icon="alert-triangle",
        kind="risk",
        tags=[Level(event.payload["level"]).label, _("Dinaikkan oleh aturan; hanya orang yang menurunkan")],
        url=_url(row),
    )


def _judgement(event: Event, row: Judgement) -> Entry:
    name = {"instrument": row.administration.version.instrument.short_name}
    tags = [_("Tingkat lain dari skor")] if event.payload.get("other_band") else []
    return Entry(
        title=_("Penilaian profesional atas hasil %(instrument)s") % name, icon="briefcase", text=row.words, tags=tags
    )


def _wrong(event: Event, row: Administration) -> Entry:
    name = {"instrument": row.version.instrument.short_name}
    return Entry(
        title=_("Pengisian %(instrument)s ditandai salah") % name, icon="pencil", text=row.wrong_because, url=_url(row)
    )


def _shared(event: Event, row: Administration) -> Entry:
    name = {"instrument": row.version.instrument.short_name}
    title = (
        _("Hasil %(instrument)s dibagikan kepada klien")
        if event.payload["on"]
        else _("Hasil %(instrument)s tidak lagi dibagikan kepada klien")
    )
    return Entry(title=title % name, icon="share", kind="quiet", url=_url(row))


_offered = by_id(Offer, "version__instrument", "case", without=tuple(f"version__{name}" for name in _HEAVY))


def _offer(event: Event, row: Offer) -> Entry:
    name = {"instrument": row.version.instrument.short_name}
    taken = event.name == "instrument.offer_taken_back"
    title = _("Tawaran %(instrument)s ditarik kembali") if taken else _("%(instrument)s ditawarkan lewat tiket")
    state = row.state_on(today(row.case.region_code))
    until = _("sampai %(day)s") % {"day": date_format(row.until, "j F Y")}
    tags = [] if taken else [until, str(OfferState(state).label)]
    return Entry(
        title=title % name, icon="send", kind="quiet", tags=tags, url=reverse("instruments:case", args=[row.case_id])
    )


def _retest(event: Event, row: Administration) -> Entry:
    name = {"instrument": row.version.instrument.short_name}
    skipped = event.name == "retest.skipped"
    title = _("Isi ulang %(instrument)s dilewati") if skipped else _("Tanggal isi ulang %(instrument)s ditetapkan")
    return Entry(title=title % name, icon="calendar", kind="quiet", url=_url(row))


PRESENTERS = {
    "instrument.answered": Presenter(_answered, _filled),
    "alarm.raised": Presenter(_alarm, _filled),
    "instrument.judged": Presenter(_judgement, _judged),
    "instrument.marked_wrong": Presenter(_wrong, _filled),
    "instrument.shared": Presenter(_shared, _filled),
    "instrument.offered": Presenter(_offer, _offered),
    "instrument.offer_taken_back": Presenter(_offer, _offered),
    "retest.set": Presenter(_retest, _filled),
    "retest.skipped": Presenter(_retest, _filled),
}
