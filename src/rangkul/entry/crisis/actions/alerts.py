"""Devices that may call for help, and what a person does when one rings. A device decides nothing: an alert has an
owner and a clock from the first moment, and a person looks."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.people.models import Unit
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.states import ConsentMode, Purpose
from rangkul.entry.crisis import policy
from rangkul.entry.crisis.models import Alert, AlertInput
from rangkul.entry.crisis.models.alert import LONGEST_CLOCK, SHORTEST_CLOCK
from rangkul.entry.crisis.queries import alerts
from rangkul.entry.crisis.states import AlertOutcome, DeviceKind
from rangkul.entry.intake.models import Request

# The words that were read to the client.
CONSENT_TEXT = "alat-1"


def _about(row: AlertInput, result: object = None, *, silent: bool = False, **payload: object) -> Done:
    where = {"agency_id": row.agency_id, "unit_id": row.unit_id}
    return Done(result or row, subject=("alertinput", row.pk), payload=payload, silent=silent, **where)


@action("alert_input.registered", may=policy.may_keep_devices)
def register_device(
    *, by: Asker, unit: Unit, kind: str, name: str, place: str, purpose: str, secret: str, minutes: int,
    about_client: bool = False,
) -> Done:  # fmt: skip
    """From now on this secret rings for the duty of that unit; nobody can read it again."""
    if unit.agency_id != by.agency_id:
        raise Refused(_("Pilih unit dari lembaga ini."), field="unit")
    if kind not in DeviceKind.values:
        raise Refused(_("Pilih jenis alat dari daftar."), field="kind")
    if not all(words.strip() for words in (name, place, purpose)):
        raise Refused(_("Tulis nama alat, tempatnya, dan untuk apa."), field="name")
    if not SHORTEST_CLOCK <= minutes <= LONGEST_CLOCK:
        raise Refused(_("Pilih 5 sampai 60 menit."), field="minutes")
    row = AlertInput.objects.create(
        agency_id=by.agency_id, unit=unit, kind=kind, name=name.strip(), place=place.strip(), purpose=purpose.strip(),
        minutes=minutes, digest=alerts.digest_of(secret), about_client=about_client, registered_by_id=by.staff_id,
    )  # fmt: skip
    return _about(row, kind=kind)


@action("alert_input.renewed", may=policy.may_keep_device)
def renew_secret(*, by: Asker, device: AlertInput, secret: str) -> Done:
    """The secret before rings nowhere any more."""
    _refuse_revoked(device)
    device.digest = alerts.digest_of(secret)
    device.save(update_fields=["digest"])
    return _about(device)


@action("alert_input.revoked", may=policy.may_keep_device)
def revoke_device(*, by: Asker, device: AlertInput) -> Done:
    if device.revoked_at is not None:
        return _about(device, silent=True)
    device.revoked_at, device.revoked_by_id = now(), by.staff_id
    device.save(update_fields=["revoked_at", "revoked_by"])
    return _about(device)


@action("alert_input.agreed", may=policy.may_ask_about_device)
def agree_to_device(*, by: Asker, device: AlertInput, request: Request, witness: str) -> Done:
    """The client near whom it stands said yes, before a witness; they take it back like every consent, by their ticket
    or to a worker, and from then on nothing is taken from it."""
    _refuse_revoked(device)
    if not device.about_client:
        raise Refused(_("Alat ini tidak berada di dekat seorang klien."), code="nobody")
    if device.consents:
        return _about(device, silent=True)
    device.consent = trust.record_consent(
        by=by, subject=("request", request.pk), purpose=Purpose.ALERT, given=True, text_version=CONSENT_TEXT,
        mode=ConsentMode.SPOKEN, witness=witness, agency_id=device.agency_id,
    )  # fmt: skip
    device.save(update_fields=["consent"])
    return _about(device, consent=str(device.consent_id))


def _refuse_revoked(device: AlertInput) -> None:
    if device.revoked_at is not None:
        raise Refused(_("Alat ini sudah dicabut."), code="revoked")


@action("alert.raised", may=policy.is_clock)
def raise_alert(*, by: Asker, device: AlertInput, test: bool = False) -> Done:
    """It rang. What rings on while nobody has settled it is the same alert; a test says only that the line works."""
    held = AlertInput.objects.select_for_update(of=("self",)).select_related("unit", "consent").get(pk=device.pk)
    if not alerts.may_ring(held):
        raise Refused(_("Alat ini dicabut, atau persetujuan orangnya tidak ada lagi."), code="closed")
    if test:
        held.tested_at = now()
        held.save(update_fields=["tested_at"])
        return Done(None, subject=("alertinput", held.pk), payload={"test": True}, silent=True)
    standing = Alert.objects.filter(input=held, settled_at=None).first()
    if standing is not None:
        return _told(standing, standing, silent=True)
    at = now()
    alert = Alert(input=held, agency_id=held.agency_id, unit_id=held.unit_id, made_at=at)
    alert.owner_id, alert.due_at = alerts.who_answers(held), at + timedelta(minutes=held.minutes)
    alert.save(force_insert=True)
    return _told(alert, alert, input=str(held.pk), owner=str(alert.owner_id))


def _told(alert: Alert, result: object, *, silent: bool = False, **payload: object) -> Done:
    where = {"agency_id": alert.agency_id, "unit_id": alert.unit_id}
    return Done(result, subject=("alert", alert.pk), payload=payload, silent=silent, **where)


def _held(alert: Alert) -> Alert:
    return Alert.objects.select_for_update(of=("self",)).select_related("input").get(pk=alert.pk)


@action("alert.taken", may=policy.may_take_alert)
def take_alert(*, by: Asker, alert: Alert) -> Done:
    """ "I go and look": it stops climbing."""
    held = _held(alert)
    if held.taken_at is not None:
        return _told(held, held, silent=True)
    held.taken_at, held.taken_by_id, held.owner_id = now(), by.staff_id, by.staff_id
    held.save(update_fields=["taken_at", "taken_by", "owner"])
    return _told(held, held)


@action("alert.settled", may=policy.may_take_alert)
def settle_alert(*, by: Asker, alert: Alert, outcome: str) -> Done:
    """Somebody was there. What they found is one of a few words; what concerns a person stands in their file."""
    held = _held(alert)
    if outcome not in AlertOutcome.values:
        raise Refused(_("Pilih hasilnya dari daftar."), field="outcome")
    if held.settled_at is not None:
        return _told(held, held, silent=True)
    if held.taken_at is None:
        held.taken_at, held.taken_by_id, held.owner_id = now(), by.staff_id, by.staff_id
    held.settled_at, held.settled_by_id, held.outcome = now(), by.staff_id, outcome
    held.save(update_fields=["taken_at", "taken_by", "owner", "settled_at", "settled_by", "outcome"])
    return _told(held, held, outcome=outcome)
