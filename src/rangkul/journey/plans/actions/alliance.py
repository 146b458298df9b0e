"""The client says how the working together is: through the ticket, or on a device that was handed over."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import today
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import policy
from rangkul.journey.plans.actions.drafting import done, still_open
from rangkul.journey.plans.models import AllianceRating, AllianceWords
from rangkul.journey.plans.models.alliance import ANSWERS
from rangkul.journey.plans.states import GivenBy


@action("alliance.rated", may=policy.may_rate)
def rate_alliance(
    *, by: Asker, answers: Mapping[str, int], case: Case | None = None, request: Request | None = None, words: str = ""
) -> Done:
    """Append the client's answers 0–10 to any of the questions: about a `case`, or without one about the `request` of
    the ticket. The event says that, never what."""
    if case is not None:
        still_open(case)
    given = {name: value for name, value in answers.items() if value is not None}
    if not given.keys() <= set(ANSWERS) or any(not 0 <= value <= 10 for value in given.values()):
        raise Refused(_("Pilih angka 0 sampai 10."), code="range")
    if not given:
        raise Refused(_("Jawab paling sedikit satu pertanyaan, atau tutup halaman ini."), code="empty")
    by_ticket = by.kind == "ticket"
    of = case or request
    about = {"case": case, "request": None if case else request}
    rating = AllianceRating.objects.create(
        **about,
        given_on=today(of.region_code),
        given_by=GivenBy.PORTAL if by_ticket else GivenBy.DEVICE,
        **given,
    )
    if words.strip():
        said = AllianceWords(**about, rating=rating, key=of.key)
        said.text = words.strip()
        said.save(force_insert=True)
    if case is not None:
        return done(rating, case)
    return Done(
        rating,
        subject=("request", request.pk),
        payload={"id": str(rating.pk)},
        agency_id=request.agency_id,
        unit_id=request.unit_id,
    )
