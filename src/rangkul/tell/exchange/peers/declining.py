"""What the house that referred must hear of a no beyond our own reasons: that the service has closed, so that its entry
is marked there, or that its rules were not met. Asked with the decision, where the request came from another house."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.base.asking import Asker
from rangkul.base.forms.fields import choice
from rangkul.entry.intake.hooks import First
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Via
from rangkul.tell.exchange.peers import actions
from rangkul.tell.exchange.peers.actions.answering import EXACTLY
from rangkul.tell.exchange.peers.models import Incoming


def _of(request: Request) -> Incoming | None:
    if request.via != Via.PARTNER:
        return None
    return Incoming.objects.filter(request_id=request.pk, ended_at__isnull=True).first()


def _fields(request: Request) -> dict[str, Any]:
    if _of(request) is None:
        return {}
    asked = choice(
        _("Untuk lembaga yang merujuk"), EXACTLY, empty=_("Cukup alasan di atas"), required=False,
        help_text=_("Bila layanannya tutup atau pindah, daftar layanan mereka ikut ditandai."),
    )  # fmt: skip
    return {"told_sender": asked}


def _keep(by: Asker, request: Request, words: dict[str, Any]) -> None:
    row = _of(request)
    if row is not None and words["told_sender"]:
        actions.say_exactly(by=by, incoming=row, why=words["told_sender"])


FIRST = First(_fields, _keep, frozenset({"decline"}))
