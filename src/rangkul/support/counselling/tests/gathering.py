"""Groups as situations: Ayu leads one with three places; it meets in an hour and again a week later."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, transaction

from rangkul.base import clock
from rangkul.base.asking import asking_as
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import holder
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions import Purpose, Times
from rangkul.support.counselling.models import Group, GroupMessage, GroupSeat, Meeting

PURPOSE = Purpose(
    title="Orang tua anak remaja",
    for_whom="Siapa pun yang membesarkan anak remaja sendirian.",
    rules="Yang dibicarakan di sini tinggal di sini. Bicara bergantian. Tidak menyuruh dan tidak menghakimi.",
    places=3,
)
SOON = timedelta(hours=1)


def opened_by(staff, *, at=None, count=2, **changes) -> Group:
    times = Times(at or clock.now() + SOON, minutes=90, weeks=1, count=count)
    with asking_as(staff.asker()) as by:
        return actions.open_group(by=by, purpose=replace(PURPOSE, **changes), times=times)


def join(request, group, name, *, agreed=True):
    with asking_as(holder(request)) as by:
        mine = Request.objects.get(pk=request.pk)
        return actions.join_group(by=by, group=Group(pk=group.pk), request=mine, name=name, agreed=agreed)


def first_of(group) -> Meeting:
    return Meeting.objects.select_related("group").filter(group_id=group.pk).order_by("at").first()


def at_its_time(meeting):
    return time_machine.travel(meeting.at + timedelta(minutes=1), tick=True)


def opened(staff, group) -> Meeting:
    with asking_as(staff.asker()) as by:
        return actions.open_meeting(by=by, meeting=first_of(group))


def say(who, group, text, **how):
    """`who`: staff, or a request whose ticket speaks."""
    asker = holder(who) if isinstance(who, Request) else who.asker()
    with asking_as(asker) as by:
        met = Meeting.objects.select_related("group").get(pk=how.pop("meeting", None) or first_of(group).pk)
        return actions.say_in_group(by=by, meeting=met, text=text, client_id=how.pop("client_id", uuid4()), **how)


def seat_named(staff, group, name) -> GroupSeat:
    with asking_as(staff.asker()):
        rows = GroupSeat.objects.select_related("key", "group").filter(group=group)
        return next(one for one in rows if one.name == name)


def words_of(who) -> list[str]:
    """Every word of any group that this one can read at all."""
    asker = holder(who) if isinstance(who, Request) else who.asker()
    with asking_as(asker):
        rows = GroupMessage.objects.select_related("key").filter(line="").order_by("at")
        return [one.body for one in rows]


def kept_out(constraint, row):
    """The database itself refuses it."""
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        row.save(force_insert=True)


def enter(request, meeting):
    with asking_as(holder(request)) as by:
        actions.enter_meeting(by=by, meeting=queries.get_meeting(meeting.pk))
