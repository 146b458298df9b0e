"""Taking a row in hand, and the days that may be promised."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.days import today

LONGEST = timedelta(days=31)


def held_row(model: type[Model], row: Any) -> Any:
    """The row as it is now, with its case, held until the verb ends. Raises Http404 where the asker sees it no more."""
    rows = model._default_manager.select_for_update(of=("self",)).select_related("case", "key")
    held = rows.filter(pk=row.pk).first()
    if held is None:
        raise Http404
    return held


def soon(day: date, region: str, field: str = "next_look") -> date:
    """A day within a month from today. Raises Refused for any other."""
    if not today(region) <= day <= today(region) + LONGEST:
        raise Refused(_("Pilih hari dalam sebulan ke depan."), field=field)
    return day
