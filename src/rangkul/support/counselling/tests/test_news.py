""" "Ada kabar untuk Anda": only by the client's own wish, never with content, never outside their hours."""

import urllib.error
from datetime import time, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, TICKET_SESSION_KEY, asking_as, job
from rangkul.base.models import Event
from rangkul.base.news import sending
from rangkul.commons.people import actions as people
from rangkul.commons.people import contact_rules
from rangkul.commons.people.tests.telling import PUSHED, set_up
from rangkul.entry.intake.actions import SafeWays
from rangkul.entry.intake.models import Contact, Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.journey.cases import jobs as case_jobs
from rangkul.journey.cases.models import Escalation
from rangkul.support.counselling import actions, jobs, queries
from rangkul.support.counselling.models import Message, NewsWish, Room, Slot
from rangkul.support.counselling.tests.conftest import begun, fresh
from rangkul.support.counselling.tests.gathering import at_its_time, first_of, join, opened

JOB = job("counselling.news")
WATI = "wati@contoh.id"


@pytest.fixture(autouse=True)
def ways(settings):
    set_up(settings)


@pytest.fixture(autouse=True)
def _by_day(monkeypatch):
    """Whoever named no hours is told by day: these tests run at night too."""
    monkeypatch.setattr(contact_rules, "_DECENT", (time(0), time(23, 59, 59)))


def wish(request, way="mail", reach_at=WATI):
    with asking_as(holder(request)) as by:
        return actions.wish_news(by=by, request=Request.objects.get(pk=request.pk), way=way, reach_at=reach_at)


def run(after=timedelta(minutes=5)):
    with time_machine.travel(clock.now() + after, tick=False), asking_as(JOB):
        jobs.tell_the_news()


def row():
    with asking_as(JOB):
        return NewsWish.objects.select_related("key").first()


def test_an_answer_that_lies_unread_is_told_in_one_sentence_and_nothing_else(taken, talk, request_):
    wish(request_)
    talk.ayu("Suami Anda sudah dipanggil polisi")
    run()
    (sent,) = mail.outbox
    assert (sent.subject, sent.to, sent.from_email) == ("Ada kabar untuk Anda", [WATI], "kabar@contoh.id")
    for never in ("polisi", "Ayu", "Rangkul", "konseling", request_.ticket, "http"):
        assert never not in sent.body


def test_told_once_however_much_is_written(taken, talk, request_):
    wish(request_)
    talk.ayu("Halo")
    run()
    talk.ayu("Masih di sana?")
    run()
    assert len(mail.outbox) == 1
    run(after=timedelta(minutes=70))
    assert len(mail.outbox) == 2


def test_what_was_read_meanwhile_is_not_told(taken, talk, request_, wati):
    wish(request_)
    talk.ayu("Halo")
    with asking_as(wati) as by:
        actions.mark(by=by, room=fresh(taken), read=99)
    run()
    assert mail.outbox == []
    assert row().due_at is None


def test_nobody_is_told_who_did_not_wish_it(taken, talk):
    talk.ayu("Halo")
    run()
    assert mail.outbox == []


def test_a_room_closed_by_its_code_word_tells_nothing(taken, talk, request_, wati):
    wish(request_)
    talk.ayu("Halo")
    with asking_as(wati) as by:
        actions.hush(by=by, room=fresh(taken))
    run()
    assert mail.outbox == []


def test_it_waits_for_the_hours_that_the_client_named(taken, talk, request_):
    wish(request_)
    local = clock.local(clock.now(), request_.region_code)
    with asking_as(job("uji")):
        start = (local + timedelta(hours=3)).replace(minute=0, second=0)
        end = start + timedelta(hours=1)
        Contact.objects.filter(request=request_).update(from_time=start.time(), to_time=end.time())
        found = actions.next_safe(request_, clock.now())
        assert clock.local(found, request_.region_code).hour == start.hour
    talk.ayu("Halo")
    run()
    assert mail.outbox == []
    assert row().due_at >= clock.now() + timedelta(hours=1)


@pytest.fixture
def known_person(request_, cast, asking):
    """Wati, registered, with the request as hers."""
    with asking(cast.ayu) as by:
        person = people.register(by=by, full_name="Wati Contoh")
    with asking_as(JOB):
        Request.objects.filter(pk=request_.pk).update(person=person)
    return person


def test_what_a_worker_wrote_down_since_holds_too(taken, talk, request_, known_person, cast, asking):
    local = clock.local(clock.now(), request_.region_code)
    later = local + timedelta(hours=4)
    hours = {"from_time": time(later.hour), "to_time": time((later.hour + 1) % 24)}
    with asking(cast.ayu) as by:
        people.set_safe_contact(by=by, person=known_person, channels=["call"], never_leave_message=False, **hours)
    wish(request_)
    talk.ayu("Halo")
    run()
    assert mail.outbox == []
    assert row().due_at >= clock.now() + timedelta(hours=2)
    with asking(cast.ayu) as by:
        people.set_safe_contact(by=by, person=known_person, channels=["call"])
    run(after=timedelta(hours=5))
    assert mail.outbox == []
    with pytest.raises(Refused, match="jangan meninggalkan pesan"):
        wish(request_)


def test_nobody_is_told_at_night_but_who_wrote_just_now(taken, talk, request_, monkeypatch):
    talk.wati("Masih ada orang?")
    with asking_as(JOB):
        wrote = clock.local(Message.objects.filter(seat__role="client").latest("at").at, request_.region_code)
        monkeypatch.setattr(contact_rules, "_DECENT", (time((wrote.hour + 4) % 24), time((wrote.hour + 5) % 24)))
        soon, later = wrote + timedelta(minutes=30), wrote + timedelta(hours=2)
        assert actions.next_safe(request_, soon) == soon
        assert actions.next_safe(request_, later) == (wrote + timedelta(hours=4)).replace(
            minute=0, second=0, microsecond=0
        )


def test_where_no_message_may_be_left_it_cannot_be_turned_on(cast):
    ways = SafeWays(channels=("call",), phone="081234567890", phone_owner="self", never_leave_message=True)
    request = handed_in(HUNGRY, ways=ways)
    with pytest.raises(Refused, match="jangan meninggalkan pesan"):
        wish(request)


@pytest.mark.parametrize("address", ["bukan alamat", "", "a@b", "x" * 300 + "@contoh.id"])
def test_what_is_no_address_is_refused(request_, address):
    with pytest.raises(Refused):
        wish(request_, reach_at=address)


@pytest.mark.parametrize(
    "address",
    [
        "http://updates.push.services.mozilla.com/x",
        "https://127.0.0.1/x",
        "https://fcm.googleapis.com.jahat.id/x",
        "https://fcm.googleapis.com@127.0.0.1/x",
        "https://fcm.googleapis.com:22/x",
        "file:///etc/passwd",
    ],
)
def test_the_server_calls_no_host_but_a_push_service(request_, address):
    with pytest.raises(Refused):
        wish(request_, "push", address)


def test_a_push_has_no_content_and_one_that_is_gone_is_forgotten(taken, talk, request_, monkeypatch):
    asked = []

    class Answer:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            return False

    def answer(request, timeout):
        asked.append(request)
        if len(asked) > 1:
            raise urllib.error.HTTPError(request.full_url, 410, "gone", {}, None)
        return Answer()

    monkeypatch.setattr(sending.urllib.request, "urlopen", answer)
    wish(request_, "push", PUSHED)
    talk.ayu("Halo")
    run()
    assert (asked[0].full_url, asked[0].data) == (PUSHED, b"")
    assert asked[0].headers["Authorization"].startswith("vapid t=")
    talk.ayu("Masih di sana?")
    run(after=timedelta(minutes=90))
    assert (row().reach_at, row().due_at) == ("", None)
    assert row().lost_at


def test_what_fails_is_tried_again_through_a_night_then_client_and_worker_read_that_it_is_lost(
    taken, talk, request_, monkeypatch, client, cast, signed_in
):
    monkeypatch.setattr(sending, "_mail", lambda *_: (_ for _ in ()).throw(sending.Unreachable))
    wish(request_)
    talk.ayu("Halo")
    with time_machine.travel(clock.now(), tick=False) as moving:
        for turn in range(12):
            assert (row().tries, row().lost_at) == (turn, None)
            moving.shift(timedelta(hours=1, minutes=1))
            with asking_as(JOB):
                jobs.tell_the_news()
    assert (row().tries, row().due_at, row().reach_at) == (12, None, "")
    talk.ayu("Masih di sana?")
    assert row().due_at is None, "what is lost is told no more"
    for reader, seen in ((cast.ayu, [""]), (cast.sari, [""]), (cast.dewi, []), (cast.adi, []), (cast.budi, [])):
        with asking_as(reader.asker()):
            assert [one.reach_at for one in queries.news_wishes(request_.pk)] == seen
    said = "tidak bisa dikabari saat halamannya tertutup"
    assert said in signed_in(cast.ayu).get(reverse("counselling:room", args=[taken.pk])).content.decode()
    session = client.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    assert "Pasang lagi" in client.get("/konseling/kabar/").content.decode()
    wish(request_)
    assert row().lost_at is None


def test_off_without_settings(request_, settings):
    settings.NEWS_MAIL_FROM = settings.NEWS_PUSH_KEY = ""
    with pytest.raises(Refused, match="tidak tersedia"):
        wish(request_)


def test_nobody_of_the_staff_and_no_other_ticket_sees_where(request_, cast, asking):
    wish(request_)
    with asking(cast.ayu) as by:
        assert not NewsWish.objects.exists()
        with pytest.raises(PermissionDenied):
            actions.wish_news(by=by, request=request_, way="mail", reach_at=WATI)
    with asking_as(holder(handed_in())):
        assert not NewsWish.objects.exists()


@pytest.mark.parametrize("who", ["budi", "anybody"])
def test_neither_budi_nor_anybody_without_a_ticket_turns_it_on_off_or_sees_it(request_, cast, who):
    wish(request_)
    with asking_as(cast.budi.asker() if who == "budi" else PUBLIC) as by:
        assert not NewsWish.objects.exists()
        with pytest.raises(PermissionDenied):
            actions.wish_news(by=by, request=request_, way="mail", reach_at=WATI)
        with pytest.raises(PermissionDenied):
            actions.stop_news(by=by, request=request_, way="mail")
    assert row().reach_at == WATI


def test_it_is_told_in_the_language_in_which_they_asked(cast):
    english = handed_in(language="en")
    room = begun(english)
    with asking_as(cast.ayu.asker()) as by:
        actions.take(by=by, room=fresh(room))
    wish(english)
    with asking_as(cast.ayu.asker()) as by:
        actions.send_message(by=by, room=fresh(room), text="Hello")
    run()
    assert [one.subject for one in mail.outbox] == ["There is news for you"]


def test_the_page_turns_it_on_and_off(request_, client):
    begun(request_)
    session = client.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    page = client.get("/konseling/kabar/").content.decode()
    assert "Nyalakan lewat surel" in page
    assert sending.public_key() in page
    assert client.get("/konseling/kabar/surel/").status_code == 405
    assert client.post("/konseling/kabar/surel/", {"reach_at": "bukan"}).status_code == 422
    assert client.post("/konseling/kabar/surel/", {"reach_at": WATI}).status_code == 302
    assert WATI not in client.get("/konseling/kabar/").content.decode()
    assert client.post("/konseling/kabar/matikan/mail/").status_code == 302
    assert row() is None
    with asking_as(JOB):
        assert Room.objects.exists()


def test_a_meeting_that_opens_is_told_to_everybody_who_sits_there_and_wished_it(group, request_, cast, asking):
    tini, other = handed_in(HUNGRY), handed_in(HUNGRY)
    join(request_, group, "Melati")
    join(tini, group, "Kenanga")
    wish(request_)
    wish(other, reach_at="lain@contoh.id")
    with asking(cast.ayu):
        meeting = first_of(group)
    with at_its_time(meeting):
        opened(cast.ayu, group)
        run(after=timedelta(minutes=1))
        run(after=timedelta(minutes=2))
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Ada kabar untuk Anda", [WATI])
    for never in (group.title, "kelompok", "Ayu", "Melati", request_.ticket, "http"):
        assert never not in sent.body


@pytest.mark.parametrize("why", ["came", "left", "ended", "hushed"])
def test_a_meeting_is_not_told_to_who_came_left_missed_it_or_is_not_alone(group, request_, cast, asking, why):
    begun(request_)
    join(request_, group, "Melati")
    wish(request_)
    with asking(cast.ayu):
        meeting = first_of(group)
    with at_its_time(meeting):
        met = opened(cast.ayu, group)
        with asking_as(holder(request_)) as by:
            if why == "came":
                actions.enter_meeting(by=by, meeting=met)
            elif why == "left":
                actions.leave_group(by=by, group=group)
            elif why == "hushed":
                actions.hush(by=by, room=Room.objects.select_related("key").get(request_id=request_.pk))
        if why == "ended":
            with asking(cast.ayu) as by:
                actions.end_meeting(by=by, meeting=met, text="Tidak ada yang datang.")
        run(after=timedelta(minutes=1))
    assert mail.outbox == []
    assert row().due_at is None


@pytest.fixture
def promised(request_, cast, asking):
    """Wati comes tomorrow at Ayu's time."""
    with asking(cast.ayu) as by:
        slot = actions.offer_slots(by=by, at=clock.now() + timedelta(days=1))
    with asking_as(holder(request_)) as by:
        return actions.take_slot(by=by, request=Request.objects.get(), slot=slot)


def cancel(cast, slot):
    with asking_as(cast.ayu.asker()) as by:
        held = Slot.objects.get(pk=slot.pk)
        actions.cancel_slot(by=by, slot=held, seen=held.request_id)


def test_a_time_that_the_worker_cancels_is_told_in_one_sentence(promised, request_, cast):
    wish(request_)
    cancel(cast, promised)
    run(after=timedelta(minutes=1))
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Ada kabar untuk Anda", [WATI])
    for never in ("Ayu", "batal", "janji", request_.ticket, "http"):
        assert never not in sent.body
    cancel(cast, promised)
    assert row().due_at is None, "cancelled twice it is told once"


@pytest.mark.parametrize("why", ["other time", "given back", "passed", "hushed"])
def test_a_cancelled_time_is_not_told_where_nobody_would_come_in_vain(promised, request_, cast, asking, why):
    if why == "hushed":
        begun(request_)
    wish(request_)
    if why == "given back":
        with asking_as(holder(request_)) as by:
            actions.give_slot_back(by=by, request=Request.objects.get(), slot=promised)
    cancel(cast, promised)
    if why == "other time":
        with asking(cast.ayu) as by:
            other = actions.offer_slots(by=by, at=clock.now() + timedelta(days=2))
        with asking_as(holder(request_)) as by:
            actions.take_slot(by=by, request=Request.objects.get(), slot=other)
    if why == "hushed":
        with asking_as(holder(request_)) as by:
            actions.hush(by=by, room=Room.objects.select_related("key").get(request_id=request_.pk))
    run(after=timedelta(days=2) if why == "passed" else timedelta(minutes=1))
    assert mail.outbox == []
    assert row().due_at is None


@pytest.mark.parametrize("how", ["meeting", "group"])
def test_a_meeting_that_does_not_happen_is_told_to_those_who_sit_there(group, request_, cast, asking, how):
    left = handed_in(HUNGRY)
    for one, name, reach_at in ((request_, "Melati", WATI), (left, "Kenanga", "lain@contoh.id")):
        join(one, group, name)
        wish(one, reach_at=reach_at)
    with asking_as(holder(left)) as by:
        actions.leave_group(by=by, group=group)
    with asking(cast.ayu) as by:
        if how == "meeting":
            actions.cancel_meeting(by=by, meeting=first_of(group))
        else:
            actions.close_group(by=by, group=group)
    run(after=timedelta(minutes=1))
    (sent,) = mail.outbox
    assert (sent.subject, sent.to) == ("Ada kabar untuk Anda", [WATI])


def test_turned_off_the_browser_of_this_device_is_asked_to_forget_it_too(taken, request_, client):
    wish(request_, "push", PUSHED)
    session = client.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    page = client.get(reverse("room:news_wish")).content.decode()
    assert "data-news-off" in page
    assert "news/news.js" in page
    assert client.post(reverse("room:news_stop", args=["push"])).status_code == 302
    assert row() is None
    assert "data-news-off" not in client.get(reverse("room:news_wish")).content.decode()


def lost(request):
    """What the mail server did not take for a night."""
    with asking_as(JOB):
        NewsWish.objects.filter(request=request).update(lost_at=clock.now(), due_at=None, reach_at=None, tries=12)


def home(signed_in, worker):
    return signed_in(worker).get(reverse("counselling:home")).content.decode()


def risen():
    with asking_as(job("cases.clock")):
        case_jobs.move_clocks()
        return [(one.kind, one.told_id) for one in Escalation.objects.filter(settled_at=None)]


HEAD = "Kabar yang tidak sampai"


def test_lost_news_waits_for_whoever_answered_and_a_day_later_for_somebody_above(
    taken, talk, request_, cast, signed_in
):
    wish(request_)
    talk.ayu("Halo")
    assert HEAD not in home(signed_in, cast.ayu)
    lost(request_)
    assert HEAD in home(signed_in, cast.ayu)
    assert HEAD not in home(signed_in, cast.sari)
    assert ("room_lost", cast.sari.pk) not in risen()
    with time_machine.travel(clock.now() + timedelta(hours=25), tick=False):
        assert ("room_lost", cast.sari.pk) in risen()
        assert "Klien tidak bisa dikabari" in home(signed_in, cast.sari)
        for _twice in range(2):
            assert signed_in(cast.ayu).post(reverse("counselling:news_known", args=[taken.pk])).status_code == 302
        assert not [kind for kind, _told in risen() if kind == "room_lost"]
        assert HEAD not in home(signed_in, cast.ayu)
    with asking_as(JOB):
        assert Event.objects.filter(name="news.known").count() == 1


def test_news_that_is_read_after_all_or_goes_another_way_waits_for_nobody(taken, talk, request_, cast, signed_in, wati):
    wish(request_)
    talk.ayu("Halo")
    lost(request_)
    wish(request_, "push", PUSHED)
    assert HEAD not in home(signed_in, cast.ayu)
    with asking_as(holder(request_)) as by:
        actions.stop_news(by=by, request=Request.objects.get(pk=request_.pk), way="push")
    assert HEAD in home(signed_in, cast.ayu)
    with asking_as(holder(request_)) as by:
        actions.mark(by=by, room=fresh(taken), read=99)
    assert HEAD not in home(signed_in, cast.ayu)


def test_who_does_not_counsel_there_takes_no_care_of_it(taken, talk, request_, cast, signed_in, client):
    wish(request_)
    talk.ayu("Halo")
    lost(request_)
    for other in (cast.dewi, cast.budi, cast.adi):
        assert signed_in(other).post(reverse("counselling:news_known", args=[taken.pk])).status_code in (403, 404)
        assert HEAD not in home(signed_in, other)
    answer = client.post(reverse("counselling:news_known", args=[taken.pk]))
    assert "/masuk/" in answer.headers["Location"]
    assert HEAD in home(signed_in, cast.ayu)
