"""What happens when the client has answered an offer: it is closed, what was typed goes, somebody reads the answer."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import Asker, acting
from rangkul.base.days import today
from rangkul.base.workdays import next_workday
from rangkul.journey.assessment.states import RiskLevel
from rangkul.journey.cases.actions import remind
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.instruments.actions.retests import answered_again
from rangkul.journey.instruments.dangers import danger_of
from rangkul.journey.instruments.models import Administration, AnswerDraft, Offer
from rangkul.journey.instruments.scoring import Finding, Scored
from rangkul.journey.instruments.states import OFFER_GRACE, OFFER_LAPSED

_GRAVE = (RiskLevel.RED, RiskLevel.ORANGE)


def received(machine: Asker, offer: Offer, row: Administration, scored: Scored | None) -> None:
    """As the client, then as the machine: promises to ask again are kept, and the worker has a day to read it by. Where
    the answer is grave the alarm brings a duty of its own."""
    grave = [one for one in scored.findings if one.level in _GRAVE] if scored else []
    offer.answered_at = clock.now()
    offer.danger = danger_of(row.version.instrument.key, _gravest(grave)) if grave else ""
    offer.save(update_fields=["answered_at", "danger"])
    AnswerDraft.objects.filter(offer=offer).delete()
    with acting(machine):
        remind(offer.case, OFFER_LAPSED, offer.pk, None, grace=OFFER_GRACE)
        answered_again(machine, row)
        if not grave:
            _to_read(machine, offer)


def _gravest(grave: list[Finding]) -> Finding:
    """A single answer says more of the danger than a total does."""
    return next((one for one in grave if one.items), grave[0])


def _to_read(machine: Asker, offer: Offer) -> None:
    case = offer.case
    title = _("Baca dan bicarakan jawaban %(instrument)s dari klien") % {
        "instrument": offer.version.instrument.short_name
    }
    make_task(machine, case, title=title, due=next_workday(today(case.region_code)), owner_id=case.worker_id)
