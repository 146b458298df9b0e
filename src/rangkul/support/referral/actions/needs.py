"""What is missing in a client's life: noted, met by an outcome, left unmet in the open, or no longer needed."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rangkul.base import clock, events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.models import Event
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.referral import policy, queries
from rangkul.support.referral.actions.ending import cancel
from rangkul.support.referral.actions.rows import HOUSE, filled, held_need, keep_next_step, of_need
from rangkul.support.referral.behind import file_of, open_file
from rangkul.support.referral.models import Need, Referral, UnmetNeed
from rangkul.support.referral.states import LIVING, NEED, NeedState, Refusal, State, WhyDropped, WhyUnmet

# As far as kecamatan.
_PLACE = 8


@action("need.noted", may=policy.may_seek)
def note_need(
    *, by: Asker, kind: str, case: Case | None = None, request: Request | None = None, words: str = "",
    category: str | None = None, region_code: str = "",
) -> Done:  # fmt: skip
    """On a case; from a request or a chat without one, on the request. `category`: without one said, the case's own;
    empty where it is not known."""
    file = open_file(file_of(case, request))
    if category is None:
        category = queries.category_of(file)
    need = Need(
        case=case, request=request, key=file.key, kind=kind, category=category,
        region_code=region_code or file.region_code, noted_by_id=by.staff_id,
    )  # fmt: skip
    need.words = words.strip()
    need.save(force_insert=True)
    return of_need(need, kind=kind)


def _settled(by: Asker, need: Need, verb: str) -> Need:
    found = held_need(need.pk)
    NEED.step(found, verb)
    found.settled_at, found.settled_by_id = clock.now(), by.staff_id
    return found


@action("need.met", may=policy.may_settle)
def meet_need(*, by: Asker, need: Need, outcome: str) -> Done:
    """Only where a receiver has helped: sent, read or accepted is not yet helped (A08)."""
    found = _settled(by, need, "meet")
    found.outcome = filled(outcome, _("Tulis hasilnya bagi klien, sebaiknya dengan kata klien sendiri."), "outcome")
    try:
        with transaction.atomic():
            found.save()
    except IntegrityError as error:
        if "met_by_outcome" not in str(error):
            raise
        raise Refused(
            _("Belum ada penerima yang menyatakan hasilnya. Dirujuk belum berarti tertangani."), code="no_outcome"
        ) from None
    if found.unmet is not None:
        UnmetNeed.objects.filter(pk=found.unmet.pk, met_at=None).update(met_at=clock.now())
    keep_next_step(found.pk)
    return of_need(found, kind=found.kind)


@action("need.left_unmet", may=policy.may_settle)
def leave_unmet(*, by: Asker, need: Need, why: str, words: str = "", category: str | None = None) -> Done:
    """Nobody could help. It goes into the register, where planners see the place and the kind, and never the client.
    `category`: as it is known by now; without one said, what was noted with the need, else the case's own."""
    if why not in WhyUnmet.values:
        raise Refused(_("Pilih mengapa belum bisa dipenuhi."), field="why")
    found = _settled(by, need, "leave_unmet")
    if found.referrals.filter(state__in=LIVING).exists():
        raise Refused(_("Masih ada rujukan yang berjalan. Tunggu jawabannya, atau tarik dulu."), code="running")
    found.category = (found.category or queries.category_of(found.file)) if category is None else category
    _register(found, why)
    found.outcome = words.strip()
    found.save()
    keep_next_step(found.pk)
    return of_need(found, kind=found.kind, why=why)


def _register(need: Need, why: str) -> None:
    if need.unmet is None:
        place = (need.region_code or need.file.region_code)[:_PLACE]
        need.unmet = UnmetNeed.objects.create(
            agency_id=need.file.agency_id, region_code=place, kind=need.kind, category=need.category, why=why
        )


@action("need.dropped", may=policy.may_drop)
def drop_need(*, by: Asker, need: Need, why: str, because: str = "") -> Done:
    """It is sought no more. Where those who were asked could not help it stays in the register: what a client has given
    up hope of is still missing."""
    if why not in WhyDropped.values:
        raise Refused(_("Pilih mengapa tidak diperlukan lagi."), field="why")
    found = _settled(by, need, "drop")
    if found.referrals.filter(state__in=LIVING).exists():
        raise Refused(_("Masih ada rujukan yang berjalan. Tunggu jawabannya, atau tarik dulu."), code="running")
    nobody = nobody_could(found)
    if nobody and why == WhyDropped.OTHER:
        raise Refused(
            _("Yang sudah ditanyai belum bisa membantu. Catat sebagai belum terpenuhi, supaya kekurangannya terlihat."),
            field="why", code="unmet",
        )  # fmt: skip
    if nobody and why == WhyDropped.CLIENT:
        _register(found, nobody)
    elif why == WhyDropped.SOLVED and found.unmet is not None:
        UnmetNeed.objects.filter(pk=found.unmet.pk, met_at=None).update(met_at=clock.now())
    if by.kind == "staff":
        found.outcome = filled(because, _("Tulis mengapa tidak diperlukan lagi."), "because")
    found.dropped_as = why
    found.save()
    keep_next_step(found.pk)
    return of_need(found, kind=found.kind, why=why)


# As a receiver says no, in the words of the register.
_SAID = {Refusal.FULL: WhyUnmet.FULL, Refusal.AREA: WhyUnmet.FAR, Refusal.CRITERIA: WhyUnmet.CRITERIA}
_SILENT = (State.EXPIRED, State.FAILED)


def nobody_could(need: Need) -> str:
    """Why nobody could help, as the last of those who were asked said it; empty where somebody helped, where it is not
    known yet, or where nobody was asked."""
    rows = need.referrals.filter(sent_at__isnull=False).exclude(state=State.CANCELLED)
    tries = list(rows.order_by("ended_at"))
    if not tries or any(one.helped or one.waits_elsewhere for one in tries):
        return ""
    last = tries[-1]
    return WhyUnmet.NO_ANSWER if last.state in _SILENT else _SAID.get(last.refusal, WhyUnmet.NONE)


@events.after("request.withdrawn")
def follow_request(event: Event) -> None:
    """The client took the request back: who was asked for it stops, and what was sought is sought no more."""
    with acting(HOUSE):
        for row in Referral.objects.filter(request_id=event.subject_id, state__in=LIVING).select_related("key"):
            cancel(by=HOUSE, referral=row)
        for need in Need.objects.filter(request_id=event.subject_id, state=NeedState.OPEN):
            drop_need(by=HOUSE, need=need, why=WhyDropped.CLIENT)


@action("need.reopened", may=policy.may_settle)
def reopen_need(*, by: Asker, need: Need) -> Done:
    """Somebody may be able to help after all. What stands in the register stays there until it is met."""
    found = held_need(need.pk)
    open_file(found.file)
    NEED.step(found, "reopen")
    found.settled_at = found.settled_by = None
    found.dropped_as = ""
    found.save()
    keep_next_step(found.pk)
    return of_need(found, kind=found.kind)
