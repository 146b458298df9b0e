"""The minutes of a case conference are written from the conference; nobody types them again."""

from datetime import datetime, time, timedelta

import pytest

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.journey.conferences import actions
from rangkul.journey.conferences.actions import Called, Guest
from rangkul.journey.reports.writing.parts import day

CALLED = {"place": "Balai desa", "question": "Di mana Dinda tinggal?", "brief": "Seorang anak, tiga pilihan tempat."}


def test_a_held_conference_becomes_minutes(planned, words, cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        called = Called(at=clock.now() + timedelta(hours=1), agenda="Pilihan tempat", **CALLED)
        conference = actions.call_conference(by=by, case=planned, called=called)
        doctor = actions.invite_guest(by=by, conference=conference, guest=Guest("dr. Contoh", "Dokter", "consent"))
        actions.decide(by=by, conference=conference, text="Tinggal di rumah bibi", due=today(), owner_kind="client")
        actions.dissent(by=by, conference=conference, words="Terlalu jauh dari sekolah")
        actions.hold(by=by, conference=conference, minutes="Bibi setuju", came=[doctor.pk])
    said = words(planned, "minutes", "house")
    for told in (
        "Di mana Dinda tinggal?",
        "dr. Contoh, Dokter",
        "Tinggal di rumah bibi",
        "Terlalu jauh",
        "Bibi setuju",
    ):
        assert told in said


def test_an_early_morning_is_written_with_the_day_of_its_place(planned, words, cast, asking):
    tomorrow = today() + timedelta(days=1)
    with asking(cast.ayu):
        by = cast.ayu.asker()
        called = Called(at=datetime.combine(tomorrow, time(6, 30), clock.WIB), **CALLED)
        conference = actions.call_conference(by=by, case=planned, called=called)
        actions.hold(by=by, conference=conference, minutes="Bibi setuju")
    assert f"Hari: {day(tomorrow)}" in words(planned, "minutes", "house")


def test_a_conference_that_lies_ahead_has_no_minutes(planned, words, cast, asking):
    with asking(cast.ayu):
        called = Called(at=clock.now() + timedelta(hours=1), **CALLED)
        actions.call_conference(by=cast.ayu.asker(), case=planned, called=called)
    with pytest.raises(Refused, match="Belum ada pembahasan"):
        words(planned, "minutes", "house")
