"""Consent that could not be asked when the request came in: a letter, a call that broke off."""

from collections.abc import Mapping

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.trust import actions as trust
from rangkul.entry.intake import policy
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.models import Request


@action("request.consents_asked", may=policy.may_ask_consent)
def ask_consents(
    *, by: Asker, request: Request, answers: Mapping[str, bool], text_version: str, mode: str, witness: str = ""
) -> Done:
    """Keep the asker's answers by purpose; returns the last of them."""
    request = lock(request)
    subject = ("request", request.pk)
    kept = trust.keep_answers(
        by=by, subject=subject, answers=answers, text_version=text_version, mode=mode, witness=witness,
        agency_id=request.agency_id,
    )  # fmt: skip
    said = {"yes": [one for one, given in answers.items() if given]}
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(kept[-1], subject=("request", request.pk), payload=said, **where)
