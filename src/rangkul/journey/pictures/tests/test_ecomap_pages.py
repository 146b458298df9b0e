"""The ecomap: who sees it, what stands on it, what a worker writes there, and what never changes in silence."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.trust.erasure import erase
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.cases.actions import Known, Stake, add_member, add_partner
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import known_partners, partners_of
from rangkul.journey.pictures import actions
from rangkul.journey.pictures.models import SystemTie

WORDS = {"system": "school", "strength": "strong", "flow": "in", "source": "client"}


@pytest.fixture
def url(case):
    return reverse("pictures:ecomap", args=[case.pk])


@pytest.fixture
def tie(case, cast, asking):
    with asking(cast.ayu) as ayu:
        return actions.tie_system(
            by=ayu, case=case, **WORDS, source_date=today(), name="SDN 3", words="Gurunya menelepon saya."
        )


def shown(answer) -> str:
    return answer.content.decode()


def typed(**more) -> dict[str, str]:
    return {**WORDS, "name": "SDN 3", "source_date": today().isoformat(), **more}


def test_a_tie_stands_on_the_picture_in_words_and_in_the_table(tie, cast, signed_in, url):
    page = shown(signed_in(cast.ayu).get(url))
    assert page.count(f'data-rangkul-member="{tie.pk}"') == 1
    assert "Sekolah, SDN 3: hubungan kuat, tenaga dan bantuan mengalir ke rumah tangga ini." in page
    assert "Jaringannya: 1 ikatan di 1 bidang. Yang menopang: SDN 3." in re.sub(r"\s+", " ", page)
    assert "“Gurunya menelepon saya.”" in page


def test_nobody_who_supports_is_a_suggestion_to_the_worker(case, cast, signed_in, url):
    assert "Belum ada yang menopang" in shown(signed_in(cast.ayu).get(url))
    assert "Belum ada yang menopang" not in shown(signed_in(cast.sari).get(url)), "an empty ecomap says nothing yet"


def test_it_stands_beside_the_genogram(case, cast, signed_in, url):
    assert f'href="{url}"' in shown(signed_in(cast.ayu).get(reverse("pictures:genogram", args=[case.pk])))


def test_a_tie_is_written_once(case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    once = re.search(r'name="once" value="([^"]+)"', shown(browser.get(f"{url}?buat=tambah"))).group(1)
    for _twice in range(2):
        answer = browser.post(reverse("pictures:tie_system", args=[case.pk]), typed(once=once))
        assert answer.status_code == 302, shown(answer)
    with asking(cast.ayu):
        assert SystemTie.objects.get().name == "SDN 3"
        assert Event.objects.filter(name="system.tied", subject_id=case.pk).count() == 1
    assert "Ikatan di ekomap dicatat: Sekolah, kuat" in shown(browser.get(reverse("cases:case", args=[case.pk])))


def test_what_is_refused_stays_in_the_form(case, cast, signed_in):
    browser = signed_in(cast.ayu)
    answer = browser.post(reverse("pictures:tie_system", args=[case.pk]), typed(system="other", name=""))
    assert answer.status_code == 422
    assert "Tulis nama yang ada di ujung ikatan ini." in shown(answer)


def test_a_correction_stands_in_its_place_and_the_earlier_one_stays(tie, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    assert "Salah catat" not in shown(browser.get(url))
    form = shown(browser.get(f"{url}?ikatan={tie.pk}&buat=koreksi"))
    assert 'value="SDN 3"' in form
    correct = reverse("pictures:correct_system", args=[case.pk, tie.pk])
    assert browser.post(correct, typed(strength="stressful", reason="")).status_code == 422
    assert browser.post(correct, typed(strength="stressful", reason="Salah dengar.")).status_code == 302
    page = shown(browser.get(url))
    assert page.count("eco-tie eco-stressful") == 2, "once on the picture, once in its key"
    assert "Dikoreksi: Salah dengar." in page
    with asking(cast.ayu) as ayu:
        assert SystemTie.objects.get(pk=tie.pk).strength == "strong"
        with pytest.raises(Refused):
            actions.correct_system_tie(
                by=ayu, case=case, tie=tie, reason="Lagi", strength="strong", source="client", source_date=today()
            )
    assert browser.post(correct, typed(reason="Lagi.")).status_code == 404


def test_what_is_over_leaves_the_picture_and_stays_in_the_table(tie, case, cast, asking, signed_in, url):
    browser, end = signed_in(cast.ayu), reverse("pictures:end_system", args=[case.pk, tie.pk])
    assert browser.post(end, {"because": ""}).status_code == 422
    assert browser.post(end, {"because": "Anaknya pindah."}).status_code == 302
    page = shown(browser.get(url))
    assert "data-rangkul-member" not in page
    assert "Anaknya pindah." in page
    with asking(cast.ayu) as ayu:
        actions.end_system_tie(by=ayu, case=case, tie=tie, because="Lagi")
        assert Event.objects.filter(name="system.ended").count() == 1


def note(case, cast, asking, **more):
    words = {"kind": "faith", "name": "Gereja", "effect": "both", "helps": "Memberi beras.", "blocks": "Menghakimi."}
    with asking(cast.ayu) as ayu:
        said = {**words, **more}
        return assessment.note_institution(by=ayu, case=case, source="client", source_date=today(), **said)


def test_an_institution_of_the_assessment_is_offered_and_taken_by_one_click(case, cast, asking, signed_in, url):
    church = note(case, cast, asking)
    browser, take = signed_in(cast.ayu), reverse("pictures:take_institution", args=[case.pk, church.pk])
    page = shown(browser.get(url))
    assert "Ambil ke gambar" in page
    assert "data-rangkul-member" not in page, "nothing is copied in silence"
    for _twice in range(2):
        assert browser.post(take).status_code == 302
    assert "Ambil ke gambar" not in shown(browser.get(url))
    with asking(cast.ayu):
        tie = SystemTie.objects.get()
        assert (tie.system, tie.name, tie.strength, tie.words) == (
            "worship", "Gereja", "mixed", "Memberi beras. Menghakimi."
        )  # fmt: skip


def test_who_stands_on_it_is_offered_to_the_map_of_stakeholders_once(tie, case, cast, asking):
    with asking(cast.ayu) as by:
        neighbour = WORDS | {"system": "neighbours", "source_date": today(), "name": "Bu RT"}
        actions.tie_system(by=by, case=case, **neighbour)
        [offer] = known_partners(case, partners_of(case))
        assert (offer.source, offer.id, offer.name, offer.sector) == ("tie", tie.pk, "SDN 3", "academics")
        who = Known(offer.name, source=offer.source, source_id=offer.id)
        for _twice in range(2):
            add_partner(by=by, case=case, who=who, stake=Stake(offer.sector))
        [partner] = partners_of(case)
        assert str(partner) == "SDN 3"
        # Corrected, the tie is another row of the same school.
        actions.correct_system_tie(
            by=by, case=case, tie=tie, reason="Kata guru", strength="tenuous", source="client",
            source_date=today(), name="SDN 3",
        )  # fmt: skip
        assert not known_partners(case, [partner])


def test_what_was_never_explored_or_belongs_to_another_case_is_not_taken(case, cast, asking, signed_in):
    unknown = note(case, cast, asking, effect="unknown", helps="", blocks="")
    browser = signed_in(cast.ayu)
    assert browser.post(reverse("pictures:take_institution", args=[case.pk, unknown.pk])).status_code == 302
    assert browser.post(reverse("pictures:take_institution", args=[case.pk, case.pk])).status_code == 404
    with asking(cast.ayu):
        assert not SystemTie.objects.exists()


@pytest.mark.parametrize("name", ["budi", "candra", "adi", "rini"])
def test_who_does_not_see_the_case_finds_nothing(tie, case, cast, signed_in, url, name):
    browser = signed_in(getattr(cast, name))
    assert browser.get(url).status_code in (403, 404)
    assert browser.get(reverse("pictures:ecomap_paper", args=[case.pk])).status_code in (403, 404)
    assert browser.post(reverse("pictures:tie_system", args=[case.pk]), typed()).status_code in (403, 404)


def test_budi_gets_404(tie, cast, signed_in, url):
    assert signed_in(cast.budi).get(url).status_code == 404


def test_the_supervisor_reads_and_does_not_write(tie, case, cast, asking, signed_in, url):
    browser = signed_in(cast.sari)
    page = shown(browser.get(f"{url}?ikatan={tie.pk}&buat=akhiri"))
    assert "SDN 3" in page
    assert "Akhiri ikatan" not in page
    for name, row in (("tie_system", []), ("correct_system", [tie.pk]), ("end_system", [tie.pk])):
        assert browser.post(reverse(f"pictures:{name}", args=[case.pk, *row]), typed()).status_code == 403
    with asking(cast.sari) as sari, pytest.raises(PermissionDenied):
        actions.end_system_tie(by=sari, case=case, tie=tie, because="x")


def test_the_database_itself_shows_it_to_the_team_and_above_alone(tie, case, cast, asking):
    def count(staff) -> int:
        with asking(staff):
            return SystemTie.objects.count()

    assert SystemTie.objects.count() == 0, "without an asker there is nothing"
    assert count(cast.ayu) == count(cast.sari) == 1
    assert [count(one) for one in (cast.dimas, cast.candra, cast.budi, cast.adi, cast.rini)] == [0] * 5
    with asking(cast.ayu) as ayu:
        add_member(by=ayu, case=case, staff=cast.candra)
    assert count(cast.candra) == 1
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(against=cast.candra)
    assert count(cast.candra) == 0, "who is complained about reads nothing"


def test_what_was_told_is_never_rewritten(tie, cast, asking):
    with asking(cast.ayu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        SystemTie.objects.filter(pk=tie.pk).update(strength="tenuous")


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"system": "other", "name": ""}, "other_named"),
        ({"ended_on": "2026-01-01"}, "end_paired"),
        ({"correction_reason": "Salah."}, "correction_paired"),
    ],
)
def test_the_database_refuses_half_a_record(case, cast, asking, change, name):
    row = {**WORDS, "source_date": today(), "recorded_by": cast.ayu, "case": case, "key": case.key}
    with asking(cast.ayu), pytest.raises(IntegrityError, match=f"pictures_systemtie_{name}"), transaction.atomic():
        SystemTie.objects.create(**{**row, **change})


def test_a_note_is_corrected_once_and_taken_once(tie, case, cast, asking):
    church = note(case, cast, asking)
    row = {**WORDS, "source_date": today(), "recorded_by": cast.ayu, "case": case, "key": case.key}
    with asking(cast.ayu):
        for name, more in (
            ("corrected_once", {"corrects": tie, "correction_reason": "Salah."}),
            ("taken_once", {"institution": church}),
        ):
            SystemTie.objects.create(**row, **more)
            with pytest.raises(IntegrityError, match=f"pictures_systemtie_{name}"), transaction.atomic():
                SystemTie.objects.create(**row, **more)


def test_erasing_the_client_makes_every_word_unreadable(tie, case, cast, asking):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        row = SystemTie.objects.select_related("key").get()
        assert "SDN" not in row.name
        assert "menelepon" not in row.words


@pytest.mark.parametrize("name", ["tie_system", "take_institution", "correct_system", "end_system"])
def test_get_writes_nothing(tie, case, cast, signed_in, name):
    row = [] if name == "tie_system" else [tie.pk]
    assert signed_in(cast.ayu).get(reverse(f"pictures:{name}", args=[case.pk, *row])).status_code == 405


@pytest.mark.parametrize("asked", ["ikatan=bukan&buat=koreksi", "buat=apa", "ikatan=&buat=akhiri"])
def test_odd_addresses_are_answered_calmly(case, cast, signed_in, url, asked):
    assert signed_in(cast.ayu).get(f"{url}?{asked}").status_code == 200


def test_a_case_that_has_ended_is_only_read(tie, case, cast, asking, signed_in, url):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)
    browser = signed_in(cast.ayu)
    assert "Akhiri ikatan" not in shown(browser.get(f"{url}?ikatan={tie.pk}"))
    assert browser.post(reverse("pictures:tie_system", args=[case.pk]), typed(name="SMP 1")).status_code == 422


def test_the_household_stands_in_the_middle(case, family, cast, asking, signed_in, url):
    with asking(cast.ayu) as ayu:
        home = people.make_household(by=ayu, name="Keluarga Wati")
        for person in (family.wati, family.joko):
            people.add_member(by=ayu, household=home, person=person)
    assert "Di tengah, serumah: Wati dan Joko." in shown(signed_in(cast.ayu).get(url))


def test_the_paper_shows_the_same_without_links(tie, case, cast, signed_in):
    page = shown(signed_in(cast.ayu).get(reverse("pictures:ecomap_paper", args=[case.pk])))
    assert ">SDN 3<" in page
    assert "data-rangkul-member" not in page
    assert "Arti garis" in page


def test_words_are_escaped_on_the_drawing(case, cast, asking, signed_in, url):
    with asking(cast.ayu) as ayu:
        actions.tie_system(by=ayu, case=case, **WORDS, source_date=today(), name='"><script>x')
    page = shown(signed_in(cast.ayu).get(url))
    assert "<script>x" not in page


def test_it_keeps_to_its_budget(tie, case, cast, asking, signed_in, url, django_assert_max_num_queries):
    note(case, cast, asking)
    with asking(cast.ayu) as ayu:
        for number in range(12):
            actions.tie_system(by=ayu, case=case, **WORDS, source_date=today(), name=f"SMP {number}")
    browser = signed_in(cast.ayu)
    browser.get(url)
    with django_assert_max_num_queries(22):
        browser.get(url)
