"""A worker who searches the list for one need takes what they find into it, whether the list would have offered it or
not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from rangkul.base.wilayah import queries as wilayah
from rangkul.support.referral.behind import CaseOrRequest, may_work
from rangkul.support.referral.models import Need
from rangkul.support.referral.queries import get_need

if TYPE_CHECKING:
    from rangkul.commons.directory.hooks import Choosing


def for_need(request: HttpRequest, wanted: str) -> Choosing | None:
    """None where this is no open need that the asker works on."""
    try:
        need = get_need(None, UUID(wanted))
    except (ValueError, Need.DoesNotExist):
        return None
    file = need.file
    if not need.is_open or not may_work(request.asker, file):
        return None
    # The list is a module of its own, which may not be there.
    from rangkul.commons.directory.hooks import Choosing

    return Choosing(
        wanted,
        f"{need.get_kind_display()} · {file.client_name}",
        reverse("referrals:need", args=[file.pk, need.pk]),
        lambda service: reverse("referrals:choose_receiver", args=[file.pk, need.pk, service]),
    )


def search_address(file: CaseOrRequest, need: Need) -> str:
    """The search of the list, begun with the need and the place."""
    code = need.region_code or file.region_code
    asked = {"untuk": need.pk, "butuh": need.kind, "tempat": wilayah.path(code) if code else "", "kode": code}
    return f"{reverse('directory:search')}?{urlencode(asked)}"
