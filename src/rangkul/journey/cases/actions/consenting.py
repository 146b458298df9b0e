"""Consent that could not be asked when help was: asked later, and taken back on the client's word."""

from collections.abc import Mapping

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.models import Consent
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, lock, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries.consents import asked_on


@action("case.consents_asked", may=policy.may_work)
def ask_consents(
    *, by: Asker, case: Case, answers: Mapping[str, bool], text_version: str, mode: str, witness: str = ""
) -> Done:
    """Keep the answers by purpose; returns the last of them. Raises Refused where nothing was answered, and where a
    spoken one has no witness."""
    case = lock_open(case)
    kept = trust.keep_answers(
        by=by, subject=asked_on(case), answers=answers, text_version=text_version, mode=mode, witness=witness,
        agency_id=case.agency_id,
    )  # fmt: skip
    yes = [purpose for purpose, given in answers.items() if given]
    return about(case, kept[-1], yes=yes, no=[purpose for purpose in answers if purpose not in yes])


@action("case.consent_withdrawn", may=policy.may_write)
def withdraw_for_client(*, by: Asker, case: Case, consent: Consent, reason: str = "") -> Done:
    """The client told a worker. A second time does nothing."""
    case = lock(case)
    over = Consent.objects.filter(pk=consent.pk, withdrawn_at__isnull=False).exists()
    kept = trust.withdraw_consent(by=by, consent=consent, reason=reason)
    return about(case, kept, purpose=kept.purpose, silent=over)
