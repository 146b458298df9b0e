"""How the account library behaves here: accounts are made by an admin, never by signing up; secrets are sealed."""

from base64 import b64decode, b64encode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from rangkul.base import crypto

_CONTEXT = "mfa"


class StaffAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class FactorAdapter(DefaultMFAAdapter):
    """The library stores what `encrypt` returns; a stolen database must not yield working second factors."""

    def encrypt(self, text: str) -> str:
        return b64encode(crypto.seal(crypto.derived(_CONTEXT), text.encode(), _CONTEXT)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.unseal(crypto.derived(_CONTEXT), b64decode(encrypted_text), _CONTEXT).decode()
