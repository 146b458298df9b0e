"""Whether the file tells of violence: then nobody brings both sides to one table unasked (A05)."""

from collections.abc import Iterator
from itertools import chain

from django.db.models import Exists, Q
from django.utils.translation import gettext as _

from rangkul.commons.people.models import Address
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import hooks
from rangkul.journey.cases.models import Case

_FIELDS = ("violence_home", "violence_sexual")


def signs_of_violence(case: Case) -> list[str]:
    """Each in a few words, as the worker may read them; empty where nothing tells of it. One statement here, and one
    for each package that has something to say."""
    later = (sign for tell in hooks.violence for sign in tell(case))
    return list(dict.fromkeys(chain(_ours(case), later)))


def _ours(case: Case) -> Iterator[str]:
    asked = Request.objects.filter(Q(pk=case.request_id) | Q(case_tickets__case=case))
    told = asked.filter(Q(violence_hours__isnull=False) | Q(fields__overlap=_FIELDS))
    hidden = Address.objects.filter(person=case.person_id, hidden=True, ended_at=None)
    tells, hides = Case.objects.filter(pk=case.pk).values_list(Exists(told), Exists(hidden)).get()
    if tells:
        yield _("permintaannya bercerita tentang kekerasan")
    if hides or (case.person is not None and case.person.restricted):
        yield _("tempat tinggalnya dirahasiakan")
