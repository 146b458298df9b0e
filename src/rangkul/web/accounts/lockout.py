"""Whose failed logins are counted together."""

from django.http import HttpRequest


def username(request: HttpRequest, credentials: dict | None = None) -> str:
    """The name as typed, whatever the form called it; so that "Ayu" and "ayu" share one count."""
    typed = (credentials or {}).get("username") or request.POST.get("login", "")
    return typed.strip().lower()[:150]
