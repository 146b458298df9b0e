"""Referrals that a worker answers for go to the worker of their case when the account is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import ngettext

from rangkul.commons.people import hooks
from rangkul.commons.people.models import Staff
from rangkul.support.referral import actions
from rangkul.support.referral.models import File, Referral
from rangkul.support.referral.states import LIVING, State


def _held(staff: Staff) -> QuerySet[Referral]:
    waits = Q(state__in=(State.DRAFT, *LIVING)) | Q(stop_due_at__isnull=False, stopped_at__isnull=True)
    return Referral.objects.filter(waits, owner=staff)


def _words(n: int) -> str:
    words = ngettext(
        "%(n)d rujukan; pindah ke penanggung jawab kasusnya",
        "%(n)d rujukan; pindah ke penanggung jawab kasusnya",
        n,
    )
    return words % {"n": n}


HOLDING = hooks.Holding(
    _words,
    lambda staff: _held(staff).count(),
    lambda handing: actions.hand_on(by=hooks.LEAVING, staff=handing.staff, referrals=_held(handing.staff)),
    needs_heir=False,
)


def files_of(names: Collection[str]) -> Iterable[UUID]:
    """Which of these files on the disk are rows of ours."""
    return File.objects.filter(pk__in=names).values_list("pk", flat=True)
