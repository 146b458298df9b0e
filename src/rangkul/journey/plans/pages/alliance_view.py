"""What the client said about the working together, as far as the asker may see it."""

from __future__ import annotations

from dataclasses import dataclass

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import alliance, queries
from rangkul.journey.plans.models import AllianceRating
from rangkul.journey.plans.models.alliance import ANSWERS, EVERY
from rangkul.journey.plans.policy import may_plan


@dataclass(frozen=True)
class AllianceView:
    """`rows` are the newest first; `suggestion` is for the team alone."""

    rows: list[dict]
    names: list[str]
    suggestion: str = ""

    @classmethod
    def of(cls, case: Case, by: Asker) -> AllianceView:
        return cls._of(queries.ratings(case), invites=may_plan(by=by, case=case))

    @classmethod
    def of_request(cls, request: Request, by: Asker) -> AllianceView:
        """Of somebody without a case, for whoever answers the request."""
        return cls._of(queries.ratings_of_request(request.pk), invites=request.owner_id == by.staff_id)

    @classmethod
    def _of(cls, ratings: list[AllianceRating], *, invites: bool) -> AllianceView:
        asked = _asked(ratings)
        names = [str(alliance.SHORT[name]) for name in asked]
        fell = alliance.to_talk_about([one.answers() for one in ratings]) if invites else []
        return cls([_row(one, asked) for one in reversed(ratings)], names, alliance.suggestion(fell))


def alliance_rows(case: Case | None, request: Request) -> list[dict]:
    """The same rows for the client themself, newest first."""
    ratings = queries.ratings(case) if case else queries.ratings_of_request(request.pk)
    return [_row(one, _asked(ratings)) for one in reversed(ratings)]


def _asked(ratings: list[AllianceRating]) -> list[str]:
    """Today's questions, and those of before where somebody has answered them."""
    return [name for name in EVERY if name in ANSWERS or any(name in one.answers() for one in ratings)]


def _row(one: AllianceRating, asked: list[str]) -> dict:
    said = getattr(one, "said", None)
    return {
        "on": one.given_on,
        "by": one.get_given_by_display(),
        "values": [(str(alliance.SHORT[name]), getattr(one, name)) for name in asked],
        "words": said.text if said is not None else "",
    }
