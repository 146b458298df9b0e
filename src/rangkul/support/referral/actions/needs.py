"""What is missing in a client's life: noted, met by an outcome, left unmet in the open, or no longer needed."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.referral import policy
from rangkul.support.referral.actions.rows import filled, held_need, keep_next_step, of_need
from rangkul.support.referral.behind import file_of, open_file
from rangkul.support.referral.models import Need, UnmetNeed
from rangkul.support.referral.states import LIVING, NEED, WhyUnmet

# As far as kecamatan.
_PLACE = 8


@action("need.noted", may=policy.may_seek)
def note_need(
    *, by: Asker, kind: str, case: Case | None = None, request: Request | None = None, words: str = "",
    category: str = "", region_code: str = "",
) -> Done:  # fmt: skip
    """On a case; from a request or a chat without one, on the request."""
    file = open_file(file_of(case, request))
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
def leave_unmet(*, by: Asker, need: Need, why: str, words: str = "") -> Done:
    """Nobody could help. It goes into the register, where planners see the place and the kind, and never the client."""
    if why not in WhyUnmet.values:
        raise Refused(_("Pilih mengapa belum bisa dipenuhi."), field="why")
    found = _settled(by, need, "leave_unmet")
    if found.referrals.filter(state__in=LIVING).exists():
        raise Refused(_("Masih ada rujukan yang berjalan. Tunggu jawabannya, atau tarik dulu."), code="running")
    if found.unmet is None:
        found.unmet = UnmetNeed.objects.create(
            agency_id=found.file.agency_id, region_code=(found.region_code or found.file.region_code)[:_PLACE],
            kind=found.kind, category=found.category, why=why,
        )  # fmt: skip
    found.outcome = words.strip()
    found.save()
    keep_next_step(found.pk)
    return of_need(found, kind=found.kind, why=why)


@action("need.dropped", may=policy.may_settle)
def drop_need(*, by: Asker, need: Need, because: str) -> Done:
    found = _settled(by, need, "drop")
    if found.referrals.filter(state__in=LIVING).exists():
        raise Refused(_("Masih ada rujukan yang berjalan. Tunggu jawabannya, atau tarik dulu."), code="running")
    found.outcome = filled(because, _("Tulis mengapa tidak diperlukan lagi."), "because")
    found.save()
    keep_next_step(found.pk)
    return of_need(found, kind=found.kind)


@action("need.reopened", may=policy.may_settle)
def reopen_need(*, by: Asker, need: Need) -> Done:
    """Somebody may be able to help after all. What stands in the register stays there until it is met."""
    found = held_need(need.pk)
    open_file(found.file)
    NEED.step(found, "reopen")
    found.settled_at = found.settled_by = None
    found.save()
    keep_next_step(found.pk)
    return of_need(found, kind=found.kind)
