"""The list says who may help and why; its room, its age and its agreement are looked at before somebody is asked."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.commons.directory import actions as directory
from rangkul.commons.directory.actions import ContactDraft, PlaceDraft, RuleDraft
from rangkul.commons.directory.models import Service
from rangkul.commons.directory.tests import making
from rangkul.journey.assessment.actions import add_category, end_category
from rangkul.journey.cases import hooks
from rangkul.journey.cases.models import Document
from rangkul.support.referral import actions, matching
from rangkul.support.referral.actions import Told
from rangkul.support.referral.models import Referral, Step
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, SPOKEN, fresh

SHELTER = {
    "name": "Rumah Teduh",
    "helps": ["shelter"],
    "categories": [],
    "places": [PlaceDraft(region_code="32.73.01", address="Jl. Contoh No. 5")],
    "contacts": [ContactDraft("email", "terima@teduh.example", receives_referrals=True)],
}


@pytest.fixture
def shelter(cast, asking):
    with asking(cast.sari) as by:
        return making.service(by, **SHELTER)


def offered(cast, asking, case, need):
    with asking(cast.ayu):
        return matching.candidates(case, need)


def test_who_may_help_says_why(cast, case, need, shelter, asking):
    (one,) = offered(cast, asking, case, need)
    assert one.service_id == shelter.pk
    assert any("Kota Bandung" in words for words in one.because)
    assert one.doubt == ""


def test_an_agreement_and_a_contact_come_along(cast, case, need, shelter, asking):
    with asking(cast.sari) as by:
        agreed = directory.Agreed(response_hours=24, valid_from=days.today())
        directory.agree(by=by, organization=shelter.organization, agreed=agreed)
    with asking(cast.ayu):
        one = matching.chosen(case, need, shelter.pk)
    assert (one.answers_within, one.contact, one.link_by) == (24, "terima@teduh.example", "email")


def test_a_full_house_is_asked_with_a_reason_only(signed_in, cast, case, need, shelter, asking):
    with asking(cast.sari) as by:
        directory.count_room(by=by, service=shelter, unit="bed", available=0, maximum=8)
    address = reverse("referrals:choose_receiver", args=[case.pk, need.pk, shelter.pk])
    browser = signed_in(cast.ayu)
    assert "penuh" in browser.get(address).content.decode()
    words = {"name": "Rumah Teduh", "contact": "terima@teduh.example", "link_by": "email", "code_by": "phone"}
    assert browser.post(address, words).status_code == 422
    assert browser.post(address, {**words, "because": "Besok ada yang pulang"}).status_code == 302
    with asking(cast.ayu):
        assert Referral.objects.get().service_id == shelter.pk


def test_old_information_is_never_certain(cast, case, need, asking):
    with asking(cast.sari) as by:
        making.service(by, assured=days.today() - timedelta(days=300), **SHELTER)
    (one,) = offered(cast, asking, case, need)
    assert not one.fresh
    assert "6 bulan" in one.doubt


def test_a_receiver_that_moved_marks_its_entry(cast, case, need, shelter, asking):
    with asking(cast.ayu) as by:
        match = matching.chosen(case, need, shelter.pk)
        receiver = actions.Receiver(name=match.name, contact=match.contact, **matching.known(match))
        row = actions.prepare(by=by, need=need, receiver=receiver)
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        row = actions.send(by=by, referral=fresh(row), leave=SPOKEN)
        actions.decline(by=by, referral=row, why="closed", told=Told(by="Penjaga gedung"))
        assert Service.objects.get(pk=shelter.pk).doubt == "closed"


def test_papers_of_the_case_are_known_with_their_day(cast, case, need, asking, monkeypatch):
    def answered(on):
        told = {"documents": dict.fromkeys(("ktp", "kk"), (False, on, False))}
        monkeypatch.setattr(hooks, "known_facts", [lambda case: told])

    with asking(cast.sari) as by:
        making.service(by, **SHELTER | {"rules": [RuleDraft("document", codes=["ktp", "kk"])]})
    with asking(cast.ayu):
        (one,) = matching.candidates(case, need)
        assert any("belum diketahui apakah sudah ada" in words for words in one.unsure)
        answered(days.today())
        (one,) = matching.candidates(case, need)
        assert any("belum ada, bisa diurus dulu" in words for words in one.unsure)
        with clock.pretending(clock.now() + timedelta(days=1)):
            Document.objects.create(
                case=case, key=case.key, kind="kk", media_type="image/png", size=72, sha256=b"0" * 32, by=cast.ayu
            )
            (one,) = matching.candidates(case, need)
        assert any("ada Kartu Keluarga di lampiran kasus" in words for words in one.because)
        answered(days.today() + timedelta(days=2))
        (one,) = matching.candidates(case, need)
        assert any("belum ada, bisa diurus dulu" in words for words in one.unsure), "lost since"


CHILD, ELDER = "PPKS-02", "PPKS-05"


@pytest.fixture
def for_elders(cast, asking):
    with asking(cast.sari) as by:
        rules = [RuleDraft("category", codes=[ELDER])]
        return making.service(by, **SHELTER | {"rules": rules})


def test_the_group_of_a_need_turns_nobody_away(cast, case, for_elders, asking):
    with asking(cast.ayu) as by:
        noted = actions.note_need(by=by, case=case, kind="shelter", category=CHILD)
        (one,) = matching.candidates(case, noted)
    assert any(words.startswith("khusus untuk") for words in one.unsure)


def test_the_groups_of_the_case_are_facts_all_of_them(cast, case, need, for_elders, asking):
    with asking(cast.ayu) as by:
        for code in (CHILD, ELDER):
            add_category(by=by, case=case, code=code, because="Menurut keluarga")
        (one,) = matching.candidates(case, need)
        assert any(words.startswith("khusus untuk") for words in one.because)
        found = case.categories.get(term__code=ELDER)
        end_category(by=by, case=case, category=found, reason="Keliru")
        assert matching.candidates(case, need) == []


@pytest.fixture
def prepared(cast, case, need, shelter, asking):
    with asking(cast.ayu) as by:
        match = matching.chosen(case, need, shelter.pk)
        receiver = actions.Receiver(name=match.name, contact=match.contact, **matching.known(match))
        row = actions.prepare(by=by, need=need, receiver=receiver)
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        return fresh(row)


def fill(cast, asking, service):
    with asking(cast.sari) as by:
        directory.count_room(by=by, service=service, unit="bed", available=0, maximum=8)


def pause(cast, asking, service):
    with asking(cast.sari):
        Service.objects.filter(pk=service.pk).update(status="temporarily closed")


def close(cast, asking, service):
    with asking(cast.sari):
        Service.objects.filter(pk=service.pk).update(status="inactive")


def doubt(cast, asking, service):
    with asking(cast.sari) as by:
        directory.suggest(by=by, service=service, topic="closed", text="Kata tetangga")


def age(cast, asking, service):
    with asking(cast.sari):
        Service.objects.filter(pk=service.pk).update(assured_date=days.today() - timedelta(days=300))


CHANGES = [(fill, "penuh"), (pause, "tutup sementara"), (close, "tidak melayani"), (doubt, "kabar"), (age, "6 bulan")]


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_what_changed_since_is_said_before_it_goes(cast, prepared, shelter, asking, change, said):
    change(cast, asking, shelter)
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            actions.send(by=by, referral=prepared, leave=SPOKEN)
        assert (refused.value.field, refused.value.code) == ("anyway", "doubt")
        assert said in refused.value.message
        assert fresh(prepared).is_draft
        actions.send(by=by, referral=prepared, leave=SPOKEN, anyway="Sudah ditelepon")
        assert Step.objects.select_related("key").get(referral=prepared, verb="send").words == "Sudah ditelepon"


def test_nothing_changed_and_nothing_is_asked(cast, prepared, asking):
    with asking(cast.ayu) as by:
        assert actions.send(by=by, referral=prepared, leave=SPOKEN).state == "sent"


def test_what_was_answered_before_is_not_asked_twice(cast, case, need, shelter, asking):
    fill(cast, asking, shelter)
    with asking(cast.ayu) as by:
        match = matching.chosen(case, need, shelter.pk)
        told = matching.known(match)
        receiver = actions.Receiver(name=match.name, contact=match.contact, because="Besok ada yang pulang", **told)
        row = actions.prepare(by=by, need=need, receiver=receiver)
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        assert actions.send(by=by, referral=fresh(row), leave=SPOKEN).state == "sent"


def test_the_page_of_a_draft_says_what_changed(signed_in, cast, prepared, shelter, asking):
    browser = signed_in(cast.ayu)
    here = reverse("referrals:referral", args=[prepared.case_id, prepared.pk])
    assert 'name="anyway"' not in browser.get(here).text
    fill(cast, asking, shelter)
    page = browser.get(here).text
    assert "Berubah sejak rujukan ini disiapkan" in page
    words = {"ground": "consent", "mode": "spoken", "witness": "Ibu RT", "words": "", "last_day": ""}
    assert browser.post(f"{here}kirim/", words).status_code == 422
    assert browser.post(f"{here}kirim/", {**words, "anyway": "Besok ada yang pulang"}).status_code == 302
    with asking(cast.ayu):
        assert fresh(prepared).state == "sent"


def test_who_was_asked_is_marked(cast, case, need, shelter, asking):
    with asking(cast.ayu):
        (one,) = matching.candidates(case, need, asked={shelter.pk})
    assert one.asked


def test_the_page_of_a_need_costs_few_queries(signed_in, cast, case, need, shelter, django_assert_max_num_queries):
    browser = signed_in(cast.ayu)
    address = reverse("referrals:need", args=[case.pk, need.pk])
    browser.get(address)
    # Of these one asks for the papers that lie with the case, one for the middles of the regions, one for the place
    # that the search of the list begins with.
    with django_assert_max_num_queries(36):
        assert "Rumah Teduh" in browser.get(address).content.decode()


@pytest.mark.parametrize(
    ("answer", "ago", "known"),
    [("yes", 3, "terdaftar, menurut jawaban"), ("no", 3, "tidak terdaftar; yang belum dapat diusulkan"),
     ("yes", 93, "sudah lebih dari 3 bulan, cek lagi")],
)  # fmt: skip
def test_what_was_asked_about_the_register_counts_with_its_day(signed_in, cast, case, need, asking, answer, ago, known):
    with asking(cast.sari) as by:
        making.service(by, **SHELTER | {"rules": [RuleDraft("dtsen", codes=["registered"])]})
    day = days.today(case.region_code) - timedelta(days=ago)
    said = {"name": "dtsen", "answer": answer, "way": "register", "on": day.isoformat()}
    assert signed_in(cast.ayu).post(reverse("entitlements:of_case", args=[case.pk]), said).status_code == 302
    (one,) = offered(cast, asking, case, need)
    words = next(words for words in (*one.because, *one.unsure) if "DTSEN" in words)
    assert known in words
    assert date_format(day, "j F Y") in words
    assert (words in one.because) is ((answer, ago) == ("yes", 3))


def test_what_nobody_asked_stays_unsure(cast, case, need, asking):
    with asking(cast.sari) as by:
        making.service(by, **SHELTER | {"rules": [RuleDraft("dtsen", codes=["registered"])]})
    (one,) = offered(cast, asking, case, need)
    assert "syarat DTSEN: terdaftar; yang belum dapat diusulkan" in one.unsure


def test_the_list_goes_on_where_more_fit_than_are_shown_first(signed_in, cast, case, need, shelter, asking):
    with asking(cast.sari) as by:
        others = [making.service(by, **SHELTER | {"name": f"Singgah {n}"}) for n in range(matching.MOST)]
    address, browser = reverse("referrals:need", args=[case.pk, need.pk]), signed_in(cast.ayu)
    first = browser.get(address).content.decode()
    assert first.count('class="referral-match"') == matching.MOST
    assert "?halaman=2#layanan-8" in first
    whole = browser.get(f"{address}?halaman=2").content.decode()
    assert whole.count('class="referral-match"') == matching.MOST + 1
    assert "?halaman=3" not in whole
    last = next(one for one in (shelter, *others) if str(one.pk) not in first)
    assert browser.get(reverse("referrals:choose_receiver", args=[case.pk, need.pk, last.pk])).status_code == 200
