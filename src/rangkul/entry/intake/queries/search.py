"""Finding a request by ticket, telephone or a name in any spelling, only among what the asker may see."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rangkul.base import crypto, names
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.base.phones import parse_phone
from rangkul.base.ready import ready
from rangkul.commons.trust.models import AccessGrant
from rangkul.entry.intake.models import Contact, Request, RequestKey
from rangkul.entry.intake.tickets import read_ticket

LONGEST_QUESTION = 120
# A word that many share is no way to find anybody: look at so many rows and no further.
_CANDIDATES = 300
_MOST_GRANTED = 100
_ALIKE = 0.6


@dataclass(frozen=True)
class Found:
    """`name` is what the request calls its asker or the person in need; "" where nobody gave a name."""

    request: Request
    score: float
    reasons: tuple[str, ...]
    name: str = ""


def blind_name(sound: str) -> bytes:
    """What a search key of a name is stored as; 16 bytes."""
    return crypto.blind("request name", sound)[:16]


def search(asker: Asker, text: str, limit: int = 10) -> list[Found]:
    """The likeliest first. Nothing for who does not practise."""
    text = " ".join(text[:LONGEST_QUESTION].split())
    if not asker.practises or len(text) < 2:
        return []
    if ticket := read_ticket(text):
        found = [Found(one, 1.0, (_("Nomor tiketnya sama."),)) for one in _seen().filter(ticket=ticket)]
        if found:
            return found
    phone = parse_phone(text) if any(sign.isdigit() for sign in text) else None
    if phone is not None and phone.e164:
        return _by_phone(phone.e164, limit)
    return _by_name(asker, text, limit)


def _seen():
    return Request.objects.select_related("key", "owner")


def _by_phone(e164: str, limit: int) -> list[Found]:
    rows = Contact.objects.filter(phone_blind=crypto.blind("phone", e164)).values("request_id")[: limit * 2]
    return [
        Found(one, 1.0, (_("Nomor telepon sama."),)) for one in _seen().filter(pk__in=rows).order_by("-made_at")[:limit]
    ]


def _by_name(asker: Asker, text: str, limit: int) -> list[Found]:
    """Two words that sound right, else any one of them; the hundreds of words that are one slip away only where a
    single word was typed, since beside a mistyped word the other one still finds."""
    probes = names.probes(text)
    waves = (probes.pairs, probes.singles) if len(probes.singles) > 1 else (probes.singles, probes.near)
    elsewhere = _alike(text, _let_in(asker)) if probes.singles else []
    for wanted in waves:
        if wanted and (found := _alike(text, _in_unit(asker, wanted))):
            return _best([*found, *elsewhere], limit)
    return _best(elsewhere, limit)


def _best(found: list[Found], limit: int) -> list[Found]:
    return sorted(found, key=lambda one: (-one.score, one.request.pk))[:limit]


def _in_unit(asker: Asker, wanted: tuple[str, ...]) -> list[Contact]:
    if asker.unit_id is None:
        return []
    ids = set(_holders(asker.unit_id, [blind_name(sound) for sound in wanted]))
    return _contacts(list(ids)) if ids else []


def _let_in(asker: Asker) -> list[Contact]:
    """Of other units, by a right given to the asker or to their unit: search keys are seen in a unit alone, and these
    are few enough to compare all."""
    if asker.staff_id is None:
        return []
    nobody = UUID(int=0)
    return _granted([asker.staff_id, asker.unit_id or nobody], asker.unit_id or nobody, now())


def _alike(text: str, contacts: list[Contact]) -> list[Found]:
    scored = []
    for contact in contacts:
        known = [name for name in (contact.name, contact.called_name, contact.about_name) if name]
        score, name = max(((names.similarity(text, one), one) for one in known), default=(0.0, ""))
        if score >= _ALIKE:
            reason = names.explain(text, name) or _("Namanya mirip.")
            scored.append(Found(contact.request, score, (reason,), name))
    return scored


@ready
def _holders(unit_id: UUID, keys: list[bytes]) -> QuerySet:
    held = RequestKey.objects.filter(unit_id=unit_id, key__among=keys)
    return held.values_list("request_id", flat=True)[:_CANDIDATES]


@ready
def _contacts(ids: list[UUID]) -> QuerySet[Contact]:
    return Contact.objects.select_related("key", "request__key", "request__owner").filter(request__among=ids)


@ready
def _granted(grantees: list[UUID], unit_id: UUID, moment: datetime) -> QuerySet[Contact]:
    standing = Q(valid_to=None) | Q(valid_to__gt=moment)
    held = AccessGrant.objects.filter(standing, grantee_id__among=grantees, subject_kind="request").values("subject_id")
    # Its owner may be of another agency: joined to somebody whom the asker does not see, the request would be lost.
    rows = Contact.objects.select_related("key", "request__key").filter(request__in=held)
    return rows.exclude(request__unit_id=unit_id).order_by("-pk")[:_MOST_GRANTED]
