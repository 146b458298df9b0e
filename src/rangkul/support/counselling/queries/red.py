"""Conversations that belong on the crisis board: red ones, those closed by the code word, those in which an answer is
due."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.entry.crisis.hooks import Alarm
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.queries.hushed import waits_for_somebody, with_who_saw_to
from rangkul.support.counselling.states import LIVING

_MOST = 60


def alarms(asker: Asker) -> list[Alarm]:
    """The asker's own and their unit's, as far as they see them; what waits now first."""
    now = clock.now()
    mine = Q(owner_id=asker.staff_id) | Q(unit_id=asker.unit_id)
    grave = Q(red=True) | Q(hushed_at__isnull=False) | Q(answer_due__lte=now)
    # Whose name may be read is asked of the owners of these few alone: joined, it is asked of everybody first.
    rows = Room.objects.select_related("key").prefetch_related("owner").filter(mine, grave, state__in=LIVING)
    rows = with_who_saw_to(rows).order_by("answer_due", "pk")
    found = [_alarm(room, asker, room.answer_due is not None and room.answer_due <= now) for room in rows[:_MOST]]
    return sorted(found, key=lambda one: not one.waits)


def _alarm(room: Room, asker: Asker, late: bool) -> Alarm:
    hushed = waits_for_somebody(room)
    seen = room.hushed_at is not None and not hushed
    # While nobody has taken it, a colleague takes it first.
    verb = hushed and (asker.has("supervisor") or not room.waits)
    return Alarm(
        id=room.pk,
        title=room.called_name or _("Tanpa nama"),
        matters=tuple(_matters(room, late)),
        url=reverse("counselling:room", args=[room.pk]),
        owner=room.owner.called_name,
        due_at=room.answer_due,
        waits=late or hushed,
        done_by=room.seen_who or "" if seen else "",
        done_at=room.seen_at if seen else None,
        verb=_("Sudah saya lihat") if verb else "",
        verb_url=reverse("counselling:room", args=[room.pk]) + "#dilihat" if verb else "",
    )


def _matters(room: Room, late: bool) -> Iterator[Any]:
    if room.red:
        yield _("Percakapan merah")
    if room.hushed_at is not None:
        yield _("Ditutup dengan kata rahasia")
    if late:
        yield _("Menunggu jawaban")
