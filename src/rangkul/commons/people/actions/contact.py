"""Safe contact: asked for with the person, kept so that nobody is endangered by a well-meant call."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import policy
from rangkul.commons.people.contact_rules import wrong_hours
from rangkul.commons.people.models import Person, SafeContact
from rangkul.commons.people.states import Channel


@action("safe_contact.set", may=policy.may_write)
def set_safe_contact(
    *,
    by: Asker,
    person: Person,
    channels: Iterable[str],
    days: Iterable[int] = (),
    from_time: time | None = None,
    to_time: time | None = None,
    code_word: str = "",
    never_leave_message: bool = True,
    note: str = "",
) -> Done:
    """Write down when and how this person may be contacted. No channel at all is an answer too: only the ticket."""
    channels, days = sorted(set(channels)), sorted(set(days))
    _check(channels, days, from_time, to_time)
    # The person's row is the lock: two workers who write at once write one after the other.
    Person.objects.select_for_update().get(pk=person.pk)
    row = SafeContact.objects.filter(person=person).first() or SafeContact(person=person)
    row.key = person.key
    row.channels, row.days, row.from_time, row.to_time = channels, days, from_time, to_time
    row.never_leave_message = never_leave_message
    row.code_word, row.note = code_word.strip(), note.strip()
    row.save()
    return Done(row, subject=("person", person.pk), payload={"channels": channels, "hours": from_time is not None})


def _check(channels: list[str], days: list[int], from_time: time | None, to_time: time | None) -> None:
    if set(channels) - set(Channel.values):
        raise Refused(_("Pilih cara menghubungi dari daftar."), field="channels")
    if set(days) - set(range(1, 8)):
        raise Refused(_("Pilih hari dari daftar."), field="days")
    if wrong := wrong_hours(from_time, to_time):
        raise Refused(wrong, field="to_time")
