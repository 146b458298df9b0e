"""The tab "Gambar keluarga": who sees it, what stands on it, what a worker writes there."""

import re
from datetime import date

import pytest
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Kinship, Person
from rangkul.journey.cases.actions import add_member
from rangkul.journey.cases.models import Case, CasePerson
from rangkul.journey.pictures.models import FamilyTie


@pytest.fixture
def url(case):
    return reverse("pictures:genogram", args=[case.pk])


def add_url(case, person, what):
    return reverse("pictures:add", args=[case.pk, person.pk, what])


def shown(answer) -> str:
    return answer.content.decode()


def test_everybody_stands_on_the_picture_in_words_and_in_the_table(family, cast, signed_in, url):
    page = shown(signed_in(cast.ayu).get(url))
    for name in ("Wati", "Joko", "Dinda", "Rafi", "Minah"):
        assert page.count(f'class="geno-name">{name}<') == 1, "once on the picture"
        assert f">{name} Contoh</a>" in page, "and in the table"
    assert "Joko dan Wati menikah." in page
    assert "2 anak Joko dan Wati: Dinda dan Rafi." in page


def test_it_is_a_tab_of_the_case(case, cast, signed_in, url):
    assert f'href="{url}"' in shown(signed_in(cast.ayu).get(reverse("cases:case", args=[case.pk])))


def test_a_client_alone_says_how_to_begin(case, cast, signed_in, url):
    assert "Mulai dari orang ini" in shown(signed_in(cast.ayu).get(url))


def test_a_group_without_people_says_how_to_begin(cast, asking, signed_in, case):
    with asking(cast.ayu):
        CasePerson.objects.filter(case=case).update(until=date(2026, 1, 1))
        Case.objects.filter(pk=case.pk).update(client_kind="group", person=None, name="Kelompok ibu")
    page = shown(signed_in(cast.ayu).get(reverse("pictures:genogram", args=[case.pk])))
    assert "Belum ada orang untuk digambar" in page


@pytest.mark.parametrize("name", ["budi", "candra", "adi", "rini"])
def test_who_does_not_see_the_case_finds_nothing(family, case, cast, signed_in, url, name):
    browser = signed_in(getattr(cast, name))
    assert browser.get(url).status_code in (403, 404)
    assert browser.post(add_url(case, family.wati, "parent"), {"full_name": "Mbah"}).status_code in (403, 404)


def test_budi_gets_404(family, cast, signed_in, url):
    assert signed_in(cast.budi).get(url).status_code == 404


def test_the_worker_who_is_complained_about_never_sees_it(family, case, cast, asking, signed_in, url):
    with asking(cast.ayu) as ayu:
        add_member(by=ayu, case=case, staff=cast.candra)
    assert signed_in(cast.candra).get(url).status_code == 200
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(against=cast.candra)
    assert signed_in(cast.candra).get(url).status_code == 404


def test_the_supervisor_reads_and_does_not_draw(family, case, cast, signed_in, url):
    browser = signed_in(cast.sari)
    page = shown(browser.get(f"{url}?orang={family.wati.pk}"))
    assert "Hubungan keluarga" in page
    assert "Tambah orang tua" not in page
    assert browser.post(add_url(case, family.wati, "parent"), {"full_name": "Mbah Sri"}).status_code == 403


def test_opening_it_is_noted_as_reading_the_file(family, case, cast, asking, signed_in, url):
    signed_in(cast.ayu).get(url)
    with asking(cast.ayu):
        assert Event.objects.filter(name="file.opened", subject_id=case.pk).exists()


def test_a_grandmother_is_added_once_as_a_person_of_the_register_and_of_the_case(family, case, cast, asking, signed_in):
    browser, words = signed_in(cast.ayu), {"full_name": "Mbah Sri Lestari", "sex": "P", "age": "81", "kind": "birth"}
    form = shown(browser.get(reverse("pictures:genogram", args=[case.pk]) + f"?orang={family.minah.pk}&buat=parent"))
    words["once"] = re.search(r'name="once" value="([^"]+)"', form).group(1)
    for _twice in range(2):
        answer = browser.post(add_url(case, family.minah, "parent"), words)
        assert answer.status_code == 302, shown(answer)
    with asking(cast.ayu):
        sri = Person.objects.get(full_name="Mbah Sri Lestari")
        assert sri.birth_precision == "about"
        assert Kinship.objects.get(person=sri).relative == family.minah
        row = CasePerson.objects.select_related("key").get(person=sri)
        assert (row.role, row.relation) == ("member", "orang tua Minah")
        added = Event.objects.filter(name="family.person_added")
        assert [event.subject_id for event in added] == [case.pk]
    assert "Mbah Sri Lestari" in shown(browser.get(answer.url.split("#")[0]))


def test_the_whole_team_sees_whom_one_of_them_added(family, case, cast, asking, signed_in):
    signed_in(cast.ayu).post(add_url(case, family.wati, "sibling"), {"full_name": "Nunung Lestari"})
    with asking(cast.ayu) as ayu:
        people.restrict(by=ayu, person=Person.objects.get(full_name="Nunung Lestari"), reason="Dicari orang.")
        add_member(by=ayu, case=case, staff=cast.candra)
    with asking(cast.candra):
        assert Person.objects.get(full_name="Nunung Lestari").restricted


def test_a_likely_twin_of_the_record_is_shown_with_reasons_before_a_second_one_is_made(
    family, case, cast, asking, signed_in
):
    with asking(cast.ayu) as ayu:
        known = people.register(
            by=ayu, full_name="Suparman Widodo", birth_date=date(1955, 1, 1), birth_precision="year"
        )
    browser, words = signed_in(cast.ayu), {"full_name": "Soeparman Widodo", "birth_year": "1955", "kind": "birth"}
    answer = browser.post(add_url(case, family.wati, "parent"), words)
    assert answer.status_code == 422
    assert "Suparman Widodo" in shown(answer)
    assert "Pakai orang ini" in shown(answer)
    assert browser.post(add_url(case, family.wati, "parent"), {**words, "existing": str(known.pk)}).status_code == 302
    with asking(cast.ayu):
        assert Person.objects.filter(full_name__endswith="Widodo").count() == 1
        assert Kinship.objects.get(person=known).relative == family.wati


def test_who_is_sure_registers_a_namesake(family, case, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        people.register(by=ayu, full_name="Suparman Widodo", birth_date=date(1955, 1, 1), birth_precision="year")
    words = {"full_name": "Suparman Widodo", "birth_year": "1955", "kind": "birth", "sure": "on"}
    assert signed_in(cast.ayu).post(add_url(case, family.wati, "parent"), words).status_code == 302
    with asking(cast.ayu):
        assert Person.objects.filter(full_name="Suparman Widodo").count() == 2


def test_somebody_of_another_agency_cannot_be_taken_by_guessing_an_id(family, case, cast, asking, signed_in):
    with asking(cast.budi) as budi:
        other = people.register(by=budi, full_name="Orang Jakarta")
    words = {"full_name": "Orang Jakarta", "kind": "birth", "existing": str(other.pk)}
    assert signed_in(cast.ayu).post(add_url(case, family.wati, "parent"), words).status_code == 404


def test_a_child_gets_both_parents_and_a_sibling_shares_them(family, case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    browser.post(
        add_url(case, family.wati, "child"),
        {"full_name": "Tini Lestari", "kind": "adopted", "beside": [str(family.joko.pk)]},
    )
    parents = [str(family.joko.pk), str(family.wati.pk)]
    browser.post(
        add_url(case, family.rafi, "sibling"), {"full_name": "Tono Lestari", "beside": parents, "twin": "identical"}
    )
    with asking(cast.ayu):
        of_tini = Kinship.objects.filter(relative__full_name="Tini Lestari", relation="parent")
        assert {(row.person_id, row.kind) for row in of_tini} == {
            (family.joko.pk, "adopted"), (family.wati.pk, "adopted"),
        }  # fmt: skip
        assert Kinship.objects.filter(relative__full_name="Tono Lestari", relation="parent").count() == 2
        assert Kinship.objects.get(relation="sibling").kind == "identical"


def test_a_child_is_placed_with_the_grandmother(family, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    link = reverse("pictures:link", args=[case.pk, family.rafi.pk])
    for _twice in range(2):
        assert browser.post(link, {"other": str(family.minah.pk), "bond": "carer:placed"}).status_code == 302
    with asking(cast.ayu):
        row = Kinship.objects.get(relation="caregiver")
        assert (row.person, row.relative, row.kind) == (family.minah, family.rafi, "placed")
        assert Event.objects.filter(name="family.linked").count() == 1
    assert "Rafi dititipkan pada Minah." in shown(browser.get(url))


def test_nobody_becomes_their_own_ancestor(family, case, cast, asking, signed_in):
    link = reverse("pictures:link", args=[case.pk, family.minah.pk])
    answer = signed_in(cast.ayu).post(link, {"other": str(family.rafi.pk), "bond": "parent:birth"})
    assert answer.status_code == 422
    assert "leluhur dirinya sendiri" in shown(answer)


def test_a_marriage_that_ended_is_drawn_as_ended(family, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    with asking(cast.ayu):
        row = Kinship.objects.get(relation="spouse")
    words = {"kind": "married", "since_year": "2010", "standing": "divorced", "until_year": "2018"}
    assert browser.post(reverse("pictures:change", args=[case.pk, row.pk]), words).status_code == 302
    page = shown(browser.get(url))
    assert page.count("geno-slash") >= 2
    assert "menikah sejak 2010, lalu bercerai (2018)." in page
    answer = browser.post(reverse("pictures:change", args=[case.pk, row.pk]), {**words, "until_year": "2001"})
    assert answer.status_code == 422


def test_a_line_that_was_a_mistake_is_gone_and_its_row_stays(family, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    with asking(cast.ayu):
        row = Kinship.objects.get(person=family.minah)
    assert browser.post(reverse("pictures:remove", args=[case.pk, row.pk])).status_code == 302
    assert browser.post(reverse("pictures:remove", args=[case.pk, row.pk])).status_code == 404
    assert ">Minah<" not in shown(browser.get(url))
    with asking(cast.ayu):
        assert Kinship.objects.get(pk=row.pk).standing == "mistake"
        assert Event.objects.filter(name="family.link_ended").count() == 1


def test_violence_has_a_direction_a_source_and_a_day(family, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    words = {
        "other": str(family.joko.pk), "kind": "violence", "direction": "to", "source": "client",
        "source_date": "2026-01-05", "words": "Ia memukul saya di depan anak-anak.",
    }  # fmt: skip
    for _twice in range(2):
        assert browser.post(reverse("pictures:tie", args=[case.pk, family.wati.pk]), words).status_code == 302
    with asking(cast.ayu):
        tie = FamilyTie.objects.get()
        tie.case = case
        assert (tie.one, tie.other, tie.words) == (family.joko, family.wati, words["words"])
        assert b"memukul" not in bytes(tie.__dict__["words"])
        assert Event.objects.filter(name="tie.drawn").count() == 1
    page = shown(browser.get(f"{url}?orang={family.wati.pk}"))
    assert "Kekerasan oleh Joko terhadap Wati (sumber: klien, 5 Januari 2026)." in page
    assert words["words"] in page
    assert "geno-tie-violence" in page


def test_a_line_ends_with_a_reason(family, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    words = {"other": str(family.minah.pk), "kind": "close", "source": "observation", "source_date": "2026-01-05"}
    browser.post(reverse("pictures:tie", args=[case.pk, family.wati.pk]), words)
    with asking(cast.ayu):
        end = reverse("pictures:end_tie", args=[case.pk, FamilyTie.objects.get().pk])
    assert browser.post(end, {"because": ""}).status_code == 422
    assert browser.post(end, {"because": "Wati berkata lain."}).status_code == 302
    assert browser.post(end, {"because": "Wati berkata lain."}).status_code == 404
    assert "geno-tie-close" not in shown(browser.get(url)).split("geno-legend")[0]


def test_moving_house_leaves_the_old_one(family, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    move = reverse("pictures:home", args=[case.pk, family.rafi.pk])
    assert browser.post(move, {"home": "", "name": ""}).status_code == 422
    assert browser.post(move, {"home": "", "name": "Rumah Minah"}).status_code == 302
    assert browser.post(move, {"home": "", "name": "Asrama"}).status_code == 302
    with asking(cast.ayu):
        present = family.rafi.memberships.filter(until=None)
        assert [row.household.name for row in present] == ["Asrama"]
    assert "Asrama" in shown(browser.get(url))


def test_mending_a_name_keeps_an_exact_day_of_birth(family, case, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        people.correct(by=ayu, person=family.dinda, birth_date=date(2012, 5, 17), birth_precision="day")
    correct = reverse("pictures:correct", args=[case.pk, family.dinda.pk])
    words = {"full_name": "Dinda Ayu", "sex": "P", "birth_year": "2012", "edition": "2"}
    browser = signed_in(cast.ayu)
    assert browser.post(correct, words).status_code == 302
    assert browser.post(correct, {**words, "full_name": "Lain"}).status_code == 422, "corrected meanwhile"
    with asking(cast.ayu):
        dinda = Person.objects.get(pk=family.dinda.pk)
        assert (dinda.full_name, dinda.birth_date, dinda.birth_precision) == ("Dinda Ayu", date(2012, 5, 17), "day")


def test_a_death_without_a_day_is_a_cross(family, case, cast, signed_in, url):
    browser = signed_in(cast.ayu)
    words = {"full_name": "Minah Contoh", "sex": "P", "died": "on", "edition": "1"}
    assert browser.post(reverse("pictures:correct", args=[case.pk, family.minah.pk]), words).status_code == 302
    page = shown(browser.get(url)).split("geno-legend")[0]
    assert page.count("geno-cross") == 2
    assert "sudah meninggal" in page


def test_a_pregnancy_stands_among_the_children_until_it_ends(family, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    words = {"outcome": "expected", "father": str(family.joko.pk)}
    assert browser.post(reverse("pictures:pregnancy", args=[case.pk, family.wati.pk]), words).status_code == 302
    assert "Joko dan Wati menantikan kelahiran seorang anak." in shown(browser.get(url))
    with asking(cast.ayu):
        row = family.wati.pregnancies.get()
    assert "Bagaimana berakhir" in shown(browser.get(f"{url}?orang=k-{row.pk}"))
    end = reverse("pictures:end_pregnancy", args=[case.pk, row.pk])
    assert browser.post(end, {"outcome": "miscarried"}).status_code == 302
    assert "kehilangan kehamilan: keguguran." in shown(browser.get(url))


WRITES = ("add", "link", "tie", "home", "correct", "pregnancy")


@pytest.mark.parametrize("name", WRITES)
def test_get_writes_nothing_and_strangers_to_the_picture_are_not_found(family, case, cast, asking, signed_in, name):
    with asking(cast.ayu) as ayu:
        stranger = people.register(by=ayu, full_name="Bukan Keluarga")
    browser, more = signed_in(cast.ayu), ["parent"] if name == "add" else []
    assert browser.get(reverse(f"pictures:{name}", args=[case.pk, family.wati.pk, *more])).status_code == 405
    assert browser.post(reverse(f"pictures:{name}", args=[case.pk, stranger.pk, *more])).status_code == 404


@pytest.mark.parametrize(
    "asked", ["orang=bukan-uuid&buat=parent", "orang={wati}&buat=apa", "orang={wati}&buat=line&baris=x"]
)
def test_odd_addresses_are_answered_calmly(family, cast, signed_in, url, asked):
    assert signed_in(cast.ayu).get(f"{url}?{asked.format(wati=family.wati.pk)}").status_code == 200


@pytest.mark.parametrize(
    "what", ["parent", "partner", "child", "sibling", "carer", "pregnancy", "link", "tie", "home", "correct"]
)
def test_every_verb_opens_its_form_without_scripts(family, cast, signed_in, url, what):
    page = shown(signed_in(cast.ayu).get(f"{url}?orang={family.wati.pk}&buat={what}"))
    assert "Simpan di gambar" in page


def test_a_case_that_has_ended_is_only_read(family, case, cast, asking, signed_in, url):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)
    browser = signed_in(cast.ayu)
    assert "Tambah orang tua" not in shown(browser.get(f"{url}?orang={family.wati.pk}"))
    assert (
        browser.post(add_url(case, family.wati, "parent"), {"full_name": "Mbah Sri", "kind": "birth"}).status_code
        == 422
    )


def test_the_paper_shows_the_same_without_links(family, case, cast, signed_in):
    page = shown(signed_in(cast.ayu).get(reverse("pictures:genogram_paper", args=[case.pk])))
    assert ">Wati<" in page
    assert "data-rangkul-member" not in page
    assert "Arti simbol dan garis" in page


def test_names_are_escaped_on_the_drawing(family, case, cast, asking, signed_in, url):
    with asking(cast.ayu) as ayu:
        people.correct(by=ayu, person=family.joko, full_name="<b>Joko</b>", called_name='"><script>')
    page = shown(signed_in(cast.ayu).get(url))
    assert "<b>Joko</b>" not in page
    assert "<script>" not in page


def test_it_keeps_to_its_budget(family, case, cast, signed_in, url, django_assert_max_num_queries):
    browser = signed_in(cast.ayu)
    browser.get(url)
    with django_assert_max_num_queries(26):
        browser.get(f"{url}?orang={family.wati.pk}&buat=child")


def test_forty_people_cost_hardly_more_than_five(forty, cast, signed_in, url, django_assert_max_num_queries):
    browser = signed_in(cast.ayu)
    browser.get(url)
    with django_assert_max_num_queries(28):
        page = shown(browser.get(f"{url}?orang={forty.wati.pk}"))
    assert page.count("data-rangkul-member=") == 40
