"""What follows when the last second factor is taken away."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest

from rangkul.commons.people.models import Staff
from rangkul.web.accounts import actions


def dropped(sender: type, request: HttpRequest, user: Staff, authenticator: Authenticator, **kwargs) -> None:
    """Nothing opens until another is set up: here the door asks for it, elsewhere the account is signed out."""
    # Recovery codes go with the last factor, and are told of after it.
    if authenticator.type == Authenticator.Type.RECOVERY_CODES or is_mfa_enabled(user):
        return
    request.session.pop("factor", None)
    actions.end_my_other_sessions(by=request.asker, staff=user, keep=request.session.session_key)
