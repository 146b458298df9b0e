"""What every page asks before anything else: the session, and the account behind it. Both are put together once."""

from datetime import datetime
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from rangkul.base.ready import ready
from rangkul.commons.people.models import Staff


@ready
def _session(key: str, moment: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=moment)


@ready
def _account(pk: UUID) -> QuerySet[Staff]:
    return Staff.objects.filter(pk=pk)


class SessionStore(db.SessionStore):
    def _get_session_from_db(self) -> Session | None:
        found = _session.one(self.session_key, timezone.now())
        if found is None:
            self._session_key = None
        return found


class Accounts(AuthenticationBackend):
    def get_user(self, user_id: UUID) -> Staff | None:
        found = _account.one(user_id)
        return found if found and self.user_can_authenticate(found) else None
