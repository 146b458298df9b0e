"""A need names nobody; a worker chooses who goes; what came of it is said by the client and settles it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from tests.support.cases import opened

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, asking_as, job
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.commons.people.models import Household
from rangkul.commons.trust.erasure import erase
from rangkul.commons.trust.hooks import Whose
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.journey.cases.actions import end_member, transfer
from rangkul.journey.cases.models import Case
from rangkul.support.volunteers import actions, keeping, matching, queries
from rangkul.support.volunteers.behind import file_of
from rangkul.support.volunteers.models import MatchNote, Need, NeedFile, Volunteer
from rangkul.support.volunteers.tests.conftest import ADULTS, CHILD, SOON, TODAY


def test_whose_need_it_is_only_the_readers_of_the_case_learn(cast, case, told, asking):
    with asking(cast.dimas) as by:
        need = queries.get_need(told.need_id)
        assert file_of(need) == (None, None)
        assert not NeedFile.objects.exists()
        assert not MatchNote.objects.exists()
        assert [area.needs for area in queries.board(by).areas] == [[need], []]
        with pytest.raises(PermissionDenied):
            actions.settle(by=by, need=need, outcome="dropped")
    with asking(cast.sari):
        assert file_of(need)[0] == case
        assert [one.words for one in queries.notes_of(need)] == ["Temani seorang anak, Sabtu pagi."]
    with asking(cast.ayu):
        events = Event.objects.filter(name__startswith="aid.")
        assert events
        assert not [one for one in events if str(case.pk) in f"{one.subject_id} {one.payload}"]


@pytest.mark.parametrize(("born", "field"), [(date(2019, 5, 1), "child_there"), (date(1941, 5, 1), "older_there")])
def test_an_age_that_the_file_knows_cannot_be_ticked_away(cast, asking, born, field):
    with asking(cast.ayu) as by:
        case = opened(cast.ayu, "Nana Contoh", concern="Sendiri")
        case.person.birth_date, case.person.birth_precision = born, "day"
        case.person.save()
        with pytest.raises(Refused) as said:
            actions.note_need(by=by, given=replace(ADULTS, **{field: "no"}), case=case)
    assert said.value.field == field


@pytest.mark.parametrize("where", ["beside", "at_home", "asked"])
def test_nor_the_age_of_anybody_who_is_named_or_lives_there(cast, case, asked, asking, where):
    given = replace(ADULTS, older_there="yes")
    with asking(cast.ayu) as by:
        child = register(by=by, full_name="Nana Contoh", birth_date=date(2019, 5, 1), birth_precision="day")
        if where == "beside":
            case.people.create(person=child, role="member")
        elif where == "at_home":
            home = Household.objects.create(agency=cast.ayu.agency, unit=cast.ayu.unit, name="Rumah Wati")
            for person in (case.person, child):
                home.members.create(person=person)
        else:
            case.request = handed_in(ages=(4,))
            case.save(update_fields=["request"])
        with pytest.raises(Refused) as said:
            actions.note_need(by=by, given=given, case=case)
        assert said.value.code == "child"
        assert actions.note_need(by=by, given=replace(given, child_there="unknown"), case=case).is_guarded


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"from_day": TODAY - timedelta(days=1)}, "from_day"), ({"until_day": SOON - timedelta(days=1)}, "until_day"),
     ({"until_day": SOON + timedelta(days=60)}, "until_day"), ({"kind": "mlm"}, "kind"),
     ({"region_code": "32"}, "place")],
)  # fmt: skip
def test_a_need_has_a_day_a_kind_and_a_place(noted, wrong, field):
    with pytest.raises(Refused) as said:
        noted(replace(CHILD, **wrong))
    assert said.value.field == field


def test_the_nearest_comes_first_with_what_speaks_for_them(cast, tono, ning, noted, asking):
    need = noted(replace(ADULTS, time="evening", language="sun"))
    with asking(cast.ayu) as by:
        near, far = matching.candidates(need)
        assert [near.volunteer.pk, far.volunteer.pk] == [tono.pk, ning.pk]
        assert "tinggal di kecamatan yang sama" in near.because
        assert "bisa berbahasa itu" in near.because
        assert set(far.doubts) == {
            "waktunya lain", "belum tercatat bisa berbahasa itu", "belum selesai diperiksa untuk hari itu"
        }  # fmt: skip
        match = actions.match(by=by, need=need, volunteer=tono)
        actions.call_off(by=by, match=match, words="Hujan.")
        again = matching.candidates(queries.get_need(need.pk))
        assert [one.volunteer.pk for one in again] == [tono.pk, ning.pk]
        with pytest.raises(Refused):
            actions.call_off(by=by, match=match, words="Lagi.")


def test_a_volunteer_learns_only_what_the_client_agreed_to_and_no_number_of_the_file(cast, ning, case, noted, asking):
    need = noted(ADULTS)
    with asking(cast.ayu) as by:
        case.person.nik = "3273016704880001"
        case.person.save()
        match = actions.match(by=by, need=need, volunteer=ning)
        for words, agreed, field in (("Sabtu.", False, "agreed"), (" ", True, "words"),
                                     ("NIK 3273016704880001", True, "words")):  # fmt: skip
            with pytest.raises(Refused) as said:
                actions.tell(by=by, match=match, words=words, agreed=agreed)
            assert said.value.field == field
        with pytest.raises(Refused):
            actions.come(by=by, match=match)


def test_from_coming_to_the_clients_word_and_the_outcome(cast, case, told, asking):
    with asking(cast.ayu) as by:
        need = told.need
        assert [one.code for one in keeping.open_before_ending(case)] == ["aid"]
        with pytest.raises(Refused, match="Catat dulu"):
            actions.settle(by=by, need=need, outcome="dropped")
        with pytest.raises(Refused):
            actions.thank(by=by, match=told)
        actions.come(by=by, match=told)
        actions.hear(by=by, match=told, words="Anaknya senang.")
        for _n in range(2):
            actions.thank(by=by, match=told)
        assert actions.settle(by=by, need=need, outcome="helped").state == "settled"
        assert [note.kind for note in queries.notes_of(need)] == ["told", "client"]
        assert Event.objects.filter(name="aid.thanked").count() == 1
        assert not list(keeping.open_before_ending(case))
        (part,) = keeping.copy_of_help(Whose((case.person_id,)))
        assert ("Kata klien", "Anaknya senang.") in part.rows
        assert "Ning" not in str(part)


def test_who_did_not_come_leaves_the_need_open_and_nothing_counts_as_helped(cast, told, asking):
    with asking(cast.ayu) as by:
        actions.miss(by=by, match=told, words="Sakit.")
        need = queries.get_need(told.need_id)
        assert (need.state, matching.candidates(need)) == ("open", [])
        with pytest.raises(Refused, match="Belum ada relawan yang datang"):
            actions.settle(by=by, need=need, outcome="helped")
        assert actions.settle(by=by, need=need, outcome="nobody").outcome == "nobody"


def test_a_need_of_a_request_goes_with_it_into_the_case(cast, asking):
    given = HandedIn(
        narrative="Butuh teman ke puskesmas.", region_code="32.73.01", asked=Asked(name="Wati Contoh"),
        agreed=Agreed({"service": True}, text_version="1"),
    )  # fmt: skip
    with asking(None) as public:
        request = intake.submit(by=public, given=given)
    with asking(cast.ayu) as by:
        need = actions.note_need(by=by, given=ADULTS, request=request)
        assert [one.pk for one in queries.needs_of(request=request)] == [need.pk]
        assert "bantuan warga" in keeping.why_not_end(request)
    with asking(Asker("ticket", ticket_id=request.pk)):
        assert [part.title for part in keeping.copy_of_help(Whose((), request.pk))] == ["Bantuan warga: Menemani"]
        assert not Volunteer.objects.exists()
    with asking(cast.ayu) as by:
        intake.link_person(by=by, request=request, person=register(by=by, full_name="Wati Contoh"))
        case = intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)
        assert file_of(need) == (case, None)
        assert queries.get_need(need.pk).owner_id == case.worker_id
        with pytest.raises(Refused):
            actions.note_need(by=by, given=ADULTS, request=type(request).objects.get(pk=request.pk))


def test_who_asked_for_somebody_else_reads_no_word_of_the_client(cast, asked, ning, asking):
    need, request = asked(for_whom="other")
    with asking(cast.ayu) as by:
        match = actions.match(by=by, need=need, volunteer=ning)
        actions.tell(by=by, match=match, words="Sabtu pagi.", agreed=True)
        actions.come(by=by, match=match)
        actions.hear(by=by, match=match, words="Ia tidak mau tetangganya tahu.")
        wati = register(by=by, full_name="Wati Contoh")
        intake.link_person(by=by, request=request, person=wati)
    theirs, clients = Whose((), request.pk), Whose((wati.pk,))

    def words_of(whose):
        with asking(cast.ayu):
            (part,) = keeping.copy_of_help(whose)
            return [words for what, words in part.rows if what == "Kata klien"]

    with asking(holder(request)):
        assert not MatchNote.objects.exists()
    assert (words_of(theirs), words_of(clients)) == ([], ["Ia tidak mau tetangganya tahu."])
    with asking(cast.ayu) as by:
        request.refresh_from_db()
        intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)
    assert (words_of(theirs), words_of(clients)) == ([], ["Ia tidak mau tetangganya tahu."])
    with asking(holder(request)):
        assert not MatchNote.objects.exists()


def test_how_the_asker_is_reached_is_told_to_no_volunteer(cast, asked, ning, asking):
    ways = SafeWays(phone="+6281234567890", channels=("ticket",), code_word="Mawar")
    need, _request = asked(ways=ways, place_words="Kos Melati kamar 3")
    with asking(cast.ayu) as by:
        match = actions.match(by=by, need=need, volunteer=ning)
        for words in ("Telepon +62 812-3456-7890", "Ke kos melati, kamar 3", "Katakan mawar"):
            with pytest.raises(Refused) as said:
                actions.tell(by=by, match=match, words=words, agreed=True)
            assert said.value.field == "words"
        assert actions.tell(by=by, match=match, words="Di puskesmas jam 8.", agreed=True).state == "told"


@pytest.mark.parametrize("how", ["assigned", "tied"])
def test_a_need_of_a_request_goes_on_with_who_answers_for_it(cast, asked, asking, how):
    need, request = asked()
    with asking(cast.ayu) as by:
        settled, _request = asked()
        actions.settle(by=by, need=settled, outcome="dropped")
        if how == "assigned":
            intake.assign(by=by, request=request, owner=cast.dimas)
        else:
            intake.state_conflict(by=by, request=request, kind="neighbour")
    with asking_as(job("x")):
        owner = Request.objects.get(pk=request.pk).owner_id
        assert owner != cast.ayu.pk
        assert Need.objects.get(pk=need.pk).owner_id == owner
        assert Need.objects.get(pk=settled.pk).owner_id == cast.ayu.pk
        assert Event.objects.get(name="aid.handed_on").payload == {"needs": 1}


def test_a_need_of_a_case_goes_on_with_its_worker_unless_who_sees_to_it_stays(cast, case, noted, asking):
    need = noted()

    def owner():
        with asking_as(job("x")):
            return Need.objects.get(pk=need.pk).owner_id

    with asking(cast.sari) as by:
        transfer(by=by, case=case, worker=cast.dimas, reason="Ayu cuti.", stay=True)
        assert owner() == cast.ayu.pk
        end_member(by=by, member=case.team.get(staff=cast.ayu, until=None))
    assert owner() == cast.dimas.pk


def test_erasing_the_client_takes_what_was_said_of_them_and_leaves_the_volunteer(cast, case, ning, told, asking):
    with asking(cast.ayu) as by:
        actions.come(by=by, match=told)
        actions.hear(by=by, match=told, words="Wati senang.")
        actions.settle(by=by, need=told.need, outcome="helped")
        Case.objects.update(state="closed", closed_at=now())
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        gone = [one.words for one in queries.notes_of(told.need)]
        assert len(gone) == 2
        assert all(words.startswith("(dihapus") for words in gone)
        assert queries.get_need(told.need_id).region_code == "32.73"
        assert queries.get_volunteer(ning.pk).name == "Ning Contoh"
