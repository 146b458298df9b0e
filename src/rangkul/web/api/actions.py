"""Making and ending keys. Whoever makes one sees its secret once."""

import secrets
from datetime import timedelta

from django.db import connection
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import LOGIN, Asker, asking_as
from rangkul.base.clock import now
from rangkul.commons.people.models import Staff
from rangkul.web.api import policy, queries
from rangkul.web.api.models import ApiToken
from rangkul.web.api.states import HOURLY, OF_PARTNER, OF_WORKER

LIFETIME = timedelta(days=90)
# A forgotten key is somebody else's some day.
LONGEST = timedelta(days=366)
# Living keys of one worker, or partner keys of one agency: more than these nobody keeps an eye on.
MOST = 50
_STALE = timedelta(minutes=10)


@action("api_token.made", may=policy.may_make_own)
def make_token(
    *, by: Asker, staff: Staff, label: str, scopes: tuple[str, ...] = OF_WORKER, lifetime: timedelta = LIFETIME
) -> Done:
    """A worker's key for their own tool. Returns (row, secret); the secret cannot be read again."""
    return _made(
        ApiToken(staff=staff, agency_id=staff.agency_id, label=label, scopes=list(scopes)), queries.own(by), lifetime
    )


@action("api_token.made", may=policy.may_keep_partners)
def make_partner_key(
    *,
    by: Asker,
    label: str,
    scopes: tuple[str, ...] = OF_PARTNER,
    hourly: int = HOURLY,
    lifetime: timedelta = LIFETIME,
) -> Done:
    """A key for the site of a partner. Returns (row, secret); the secret cannot be read again."""
    key = ApiToken(agency_id=by.agency_id, label=label, scopes=list(scopes), hourly=hourly)
    return _made(key, queries.of_partners(by), lifetime)


def _made(key: ApiToken, beside, lifetime: timedelta) -> Done:
    if not timedelta() < lifetime <= LONGEST:
        raise Refused(_("Kunci berlaku paling lama satu tahun."), field="days")
    if beside.filter(revoked_at__isnull=True, ends_at__gt=now()).count() >= MOST:
        raise Refused(_("Sudah ada %(count)d kunci yang berlaku. Akhiri dulu yang tidak dipakai.") % {"count": MOST})
    secret = queries.PREFIX + secrets.token_urlsafe(32)
    key.digest, key.ends_at = queries.digest_of(secret), now() + lifetime
    key.save(force_insert=True)
    payload = {"for": "partner" if key.for_partner else "worker", "scopes": sorted(key.scopes)}
    return Done((key, secret), subject=("apitoken", key.pk), payload=payload)


@action("api_token.revoked", may=policy.may_end)
def end_key(*, by: Asker, key: ApiToken) -> Done:
    """From this moment the key opens nothing. Ending it twice is ending it once."""
    fresh = ApiToken.objects.select_for_update(of=("self",)).get(pk=key.pk)
    if fresh.revoked_at is not None:
        return Done(fresh, silent=True)
    fresh.revoked_at = now()
    fresh.save(update_fields=["revoked_at"])
    return Done(fresh, payload={"for": "partner" if fresh.for_partner else "worker"})


def note_use(key: ApiToken) -> None:
    """Not a verb: it changes nothing but the time, and most calls find it fresh enough."""
    if key.last_used_at is None or now() - key.last_used_at > _STALE:
        with asking_as(LOGIN), connection.cursor() as cursor:
            cursor.execute("SELECT api_key_used(%s::uuid)", [key.pk])
