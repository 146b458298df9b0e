"""What every page asks before anything else: the session, and the account behind it. Both are put together once.

A session ends when nobody has used it for a while, and a worker's after half a day in any case.
"""

from datetime import datetime, timedelta
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from rangkul.base.ready import ready
from rangkul.commons.people.models import Staff
from rangkul.web.accounts.sessions import SINCE

# However busy a worker is: after that they say again who they are.
LONGEST = timedelta(hours=12)
# Of its time, before a session that is used is written down as living longer.
_PART = 10


@ready
def _session(key: str, moment: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=moment)


@ready
def _account(pk: UUID) -> QuerySet[Staff]:
    return Staff.objects.filter(pk=pk)


class SessionStore(db.SessionStore):
    # When the row says that it ends; None for one that was never read.
    until: datetime | None = None

    def _get_session_from_db(self) -> Session | None:
        found = _session.one(self.session_key, timezone.now())
        if found is None:
            self._session_key = None
        self.until = found.expire_date if found else None
        return found

    def get_expire_at_browser_close(self) -> bool:
        """Always: also the half hour of a ticket is counted here, not by the telephone."""
        return True

    def get_expiry_date(self, **given) -> datetime:
        until = super().get_expiry_date(**given)
        since = self.get(SINCE)
        return min(until, datetime.fromisoformat(since) + LONGEST) if since else until

    def renew(self) -> None:
        """Somebody used it. The row alone is touched: what else it holds may just be changed by another page."""
        if self.until is None or self.modified or not self.session_key:
            return
        until = self.get_expiry_date()
        if until - self.until > timedelta(seconds=self.get_expiry_age()) / _PART:
            Session.objects.filter(session_key=self.session_key).update(expire_date=until)


class Accounts(AuthenticationBackend):
    def get_user(self, user_id: UUID) -> Staff | None:
        found = _account.one(user_id)
        return found if found and self.user_can_authenticate(found) else None
