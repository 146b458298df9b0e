"""Consent: asked for each purpose on its own, recorded as answered, withdrawn without a question why."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.trust import policy
from rangkul.commons.trust.actions import rights
from rangkul.commons.trust.models import Consent
from rangkul.commons.trust.queries import standing_yes
from rangkul.commons.trust.states import ConsentMode


@action("consent.recorded", may=policy.may_record_consent)
def record_consent(
    *,
    by: Asker,
    subject: tuple[str, UUID],
    purpose: str,
    given: bool,
    text_version: str,
    mode: str = ConsentMode.SCREEN,
    language: str = "id",
    witness: str = "",
    agency_id: UUID | None = None,
) -> Done:
    """Keep an answer, also a no. `text_version` names the words that were shown or read aloud."""
    if mode == ConsentMode.SPOKEN and not witness.strip():
        raise Refused(_("Persetujuan lisan membutuhkan nama saksi."), field="witness")
    consent = Consent(
        agency_id=agency_id or by.agency_id,
        subject_kind=subject[0],
        subject_id=subject[1],
        purpose=purpose,
        given=given,
        mode=mode,
        text_version=text_version,
        language=language,
        witness=witness.strip(),
        asked_by_id=by.staff_id,
    )
    consent.save(force_insert=True)
    payload = {"purpose": purpose, "given": given, "mode": mode, "consent": str(consent.pk)}
    return Done(consent, subject=subject, payload=payload, agency_id=consent.agency_id)


def keep_answers(
    *,
    by: Asker,
    subject: tuple[str, UUID],
    answers: Mapping[str, bool],
    text_version: str,
    mode: str,
    witness: str,
    agency_id: UUID | None,
) -> list[Consent]:
    """What was asked later, purpose by purpose, inside a verb of the file. A no takes back the yes that stands.

    Raises Refused where nothing was answered.
    """
    if not answers:
        raise Refused(_("Pilih jawabannya untuk paling sedikit satu hal."), code="empty")
    for purpose, given in answers.items():
        if not given:
            for standing in standing_yes(subject, purpose):
                withdraw_consent(by=by, consent=standing)
    return [
        record_consent(
            by=by, subject=subject, purpose=purpose, given=given, text_version=text_version, mode=mode,
            witness=witness, agency_id=agency_id,
        )
        for purpose, given in answers.items()
    ]  # fmt: skip


@action("consent.withdrawn", may=policy.may_withdraw_consent)
def withdraw_consent(*, by: Asker, consent: Consent, reason: str = "") -> Done:
    """Take a consent back. Rights that rest on it end at once, by the database; the use itself within 3×24 hours.
    `reason`: what the person said of it, if anything; nobody has to say why."""
    if not consent.given:
        raise Refused(_("Persetujuan ini memang tidak diberikan."), code="not_given")
    # The condition stands in the statement, so that of two withdrawals at once only one counts.
    first = Consent.objects.filter(pk=consent.pk, withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
    consent.refresh_from_db()
    if first:
        rights.follow_withdrawal(by, consent, reason)
    return Done(
        consent,
        subject=(consent.subject_kind, consent.subject_id),
        payload={"purpose": consent.purpose, "consent": str(consent.pk)},
        agency_id=consent.agency_id,
        silent=not first,
    )


@action("consent.stop_confirmed", may=policy.may_confirm_stop)
def confirm_stopped(*, by: Asker, consent: Consent) -> Done:
    """Somebody says that the withdrawn use has really ended everywhere, and the clock of 3×24 hours stops."""
    if consent.withdrawn_at is None:
        raise Refused(_("Persetujuan ini belum ditarik."), code="state")
    waiting = Consent.objects.filter(pk=consent.pk, stopped_at__isnull=True)
    first = waiting.update(stopped_at=clock.now(), stopped_by_id=by.staff_id)
    consent.refresh_from_db()
    if first:
        rights.withdrawal_stopped(consent)
    subject = (consent.subject_kind, consent.subject_id)
    payload = {"purpose": consent.purpose, "consent": str(consent.pk)}
    return Done(consent, subject=subject, payload=payload, silent=not first)
