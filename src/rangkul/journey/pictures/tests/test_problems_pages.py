"""The graph of problems: who sees it, what a worker writes there, and no case that ends with a problem forgotten."""

import re

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.trust.erasure import erase
from rangkul.journey.cases import hooks
from rangkul.journey.cases.actions import add_member
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures import actions, gates
from rangkul.journey.pictures.models import Problem, ProblemLink

TOLD = {"source": "client"}


@pytest.fixture
def url(case):
    return reverse("pictures:problems", args=[case.pk])


@pytest.fixture
def tree(case, cast, asking):
    """Low pay leads to debt, debt to quarrels."""
    with asking(cast.ayu) as ayu:
        named = [
            actions.name_problem(by=ayu, case=case, role=role, words=words, **TOLD, source_date=today())
            for role, words in (("cause", "Upah tidak tetap"), ("problem", "Utang"), ("effect", "Sering bertengkar"))
        ]
        for cause, effect in ((0, 1), (1, 2)):
            actions.link_problems(
                by=ayu, case=case, cause=named[cause], effect=named[effect], confidence="middle",
                evidence="Saya pinjam ke warung.", **TOLD, source_date=today(),
            )  # fmt: skip
    return named


def shown(answer) -> str:
    return answer.content.decode()


def to(case, name, *row):
    return reverse(f"pictures:{name}", args=[case.pk, *[one.pk for one in row]])


def link_words(other, **more) -> dict[str, str]:
    words = {"other": str(other.pk), "way": "to", "confidence": "low", "evidence": "Katanya begitu.", **TOLD}
    return {**words, "source_date": today().isoformat(), **more}


def test_it_stands_on_the_picture_in_words_and_in_the_table(tree, cast, signed_in, url):
    page = shown(signed_in(cast.ayu).get(url))
    assert page.count("data-rangkul-member") == 3
    assert "“Upah tidak tetap” menyebabkan “Utang” (cukup yakin). Sumber: Klien" in page
    assert "Belum ditinjau" in page
    assert f'href="{url}"' in page, "it is one of the pictures"


def test_an_empty_one_says_how_to_begin(case, cast, signed_in, url):
    assert "Belum ada masalah yang digambar" in shown(signed_in(cast.ayu).get(url))


def test_something_is_named_once(case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    form = shown(browser.get(f"{url}?buat=tambah"))
    words = {"role": "problem", "words": "Utang", **TOLD, "source_date": today().isoformat()}
    assert browser.post(to(case, "name_problem"), {**words, "words": " "}).status_code == 422
    words["once"] = re.search(r'name="once" value="([^"]+)"', form).group(1)
    for _twice in range(2):
        assert browser.post(to(case, "name_problem"), words).status_code == 302
    with asking(cast.ayu) as ayu:
        actions.name_problem(by=ayu, case=case, role="problem", words="Utang", **TOLD, source_date=today())
        assert Problem.objects.get().words == "Utang"
        assert Event.objects.filter(name="problem.named", subject_id=case.pk).count() == 1


def test_a_circle_is_allowed_and_said(tree, case, cast, signed_in, url):
    browser, (pay, debt, quarrel) = signed_in(cast.ayu), tree
    assert "Lingkaran:" not in shown(browser.get(url))
    assert browser.post(to(case, "link_problem", quarrel), link_words(debt)).status_code == 302
    page = shown(browser.get(url))
    assert "Lingkaran: “Utang” dan “Sering bertengkar” saling menyebabkan." in page
    assert page.count("prob-ring") == 2
    assert browser.post(to(case, "link_problem", debt), link_words(pay, way="from", evidence="")).status_code == 422


def test_a_link_needs_two_and_is_drawn_once(tree, case, cast, asking, signed_in):
    browser, (pay, debt, _quarrel) = signed_in(cast.ayu), tree
    assert browser.post(to(case, "link_problem", pay), link_words(pay)).status_code == 422
    assert browser.post(to(case, "link_problem", debt), link_words(pay, way="from")).status_code == 302
    with asking(cast.ayu):
        assert ProblemLink.objects.count() == 2


def test_a_wish_stands_beside_it_and_leads_to_the_goal(tree, case, cast, asking, signed_in, url):
    browser, debt = signed_in(cast.ayu), tree[1]
    assert "Buat tujuan" not in shown(browser.get(url))
    for _twice in range(2):
        assert browser.post(to(case, "wish_problem", debt), {"wish": "Belanja tanpa utang"}).status_code == 302
    page = shown(browser.get(f"{url}?tampak=tujuan"))
    assert "Belanja tanpa utang" in page
    assert page.count("harapannya belum ditulis</text>") + page.count(">harapannya belum<") == 2
    assert f'href="{reverse("plans:new_goal", args=[case.pk])}"' in page
    with asking(cast.ayu):
        assert Event.objects.filter(name="problem.wished").count() == 1


def test_no_problem_is_forgotten_when_the_case_ends(tree, case, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        second = actions.name_problem(
            by=ayu, case=case, role="problem", words="Anak tidak sekolah", **TOLD, source_date=today()
        )
        assert [one.sentence for one in gates.closing_checks(case)] == [
            "Masalah belum ditinjau: Utang", "Masalah belum ditinjau: Anak tidak sekolah",
        ]  # fmt: skip
        assert not [one for one in gates.closing_checks(case) if one.firm], "a supervisor may pass it over"
    browser = signed_in(cast.ayu)
    assert browser.post(to(case, "review_problem", tree[1]), {"outcome": "solved"}).status_code == 302
    assert browser.post(to(case, "review_problem", second), {"outcome": ""}).status_code == 422
    with asking(cast.ayu) as ayu:
        assert len(gates.closing_checks(case)) == 1
        actions.drop_problem(by=ayu, case=case, problem=second, because="Ia bersekolah di paket A.")
        assert gates.closing_checks(case) == []


def test_the_check_is_asked_when_a_case_is_ended():
    assert gates.closing_checks in hooks.closing_checks


def test_what_is_dropped_takes_its_links_off_the_picture(tree, case, cast, asking, signed_in, url):
    browser = signed_in(cast.ayu)
    assert browser.post(to(case, "drop_problem", tree[1]), {"because": ""}).status_code == 422
    assert browser.post(to(case, "drop_problem", tree[1]), {"because": "Sudah lunas lama."}).status_code == 302
    page = shown(browser.get(url))
    assert page.count("data-rangkul-member") == 2
    assert "prob-link " not in page
    assert "Sudah lunas lama." in page
    assert browser.post(to(case, "drop_problem", tree[1]), {"because": "Lagi"}).status_code == 404


def test_a_link_is_taken_away_with_a_reason(tree, case, cast, asking, signed_in):
    with asking(cast.ayu):
        link = ProblemLink.objects.first()
    browser = signed_in(cast.ayu)
    browser.post(to(case, "unlink_problem", link), {"because": ""})
    with asking(cast.ayu):
        assert ProblemLink.objects.filter(ended_on=None).count() == 2
    assert browser.post(to(case, "unlink_problem", link), {"because": "Salah sambung."}).status_code == 302
    with asking(cast.ayu):
        assert ProblemLink.objects.filter(ended_on=None).count() == 1
    assert browser.post(to(case, "unlink_problem", link), {"because": "Lagi."}).status_code == 404


def test_mended_words_keep_the_link(tree, case, cast, signed_in, url):
    browser = signed_in(cast.ayu)
    words = {"role": "problem", "words": "Utang ke rentenir"}
    assert browser.post(to(case, "correct_problem", tree[1]), words).status_code == 302
    assert "menyebabkan “Utang ke rentenir”" in shown(browser.get(url))


@pytest.mark.parametrize("name", ["budi", "candra", "adi", "rini"])
def test_who_does_not_see_the_case_finds_nothing(tree, case, cast, signed_in, url, name):
    browser = signed_in(getattr(cast, name))
    assert browser.get(url).status_code in (403, 404)
    assert browser.get(to(case, "problems_paper")).status_code in (403, 404)
    assert browser.post(to(case, "review_problem", tree[1]), {"outcome": "solved"}).status_code in (403, 404)


def test_budi_gets_404(tree, cast, signed_in, url):
    assert signed_in(cast.budi).get(url).status_code == 404


ROWS = ("link_problem", "correct_problem", "wish_problem", "review_problem", "drop_problem", "unlink_problem")


def test_the_supervisor_reads_and_does_not_write(tree, case, cast, signed_in, url):
    browser = signed_in(cast.sari)
    page = shown(browser.get(f"{url}?pilih={tree[1].pk}&buat=hapus"))
    assert "Saya pinjam ke warung." in page
    assert "Simpan di gambar" not in page
    for name in ROWS:
        assert browser.post(to(case, name, tree[1]), {"because": "x"}).status_code == 403
    assert browser.post(to(case, "name_problem"), {}).status_code == 403


@pytest.mark.parametrize("name", ROWS)
def test_get_writes_nothing_and_what_is_not_there_is_not_found(tree, case, cast, signed_in, name):
    browser = signed_in(cast.ayu)
    assert browser.get(to(case, name, tree[1])).status_code == 405
    assert browser.post(to(case, name, case), {"because": "x"}).status_code == 404


def test_the_database_itself_shows_it_to_the_team_and_above_alone(tree, case, cast, asking):
    def count(staff) -> tuple[int, int]:
        with asking(staff):
            return Problem.objects.count(), ProblemLink.objects.count()

    assert Problem.objects.count() == ProblemLink.objects.count() == 0, "without an asker there is nothing"
    assert count(cast.ayu) == count(cast.sari) == (3, 2)
    assert {count(one) for one in (cast.dimas, cast.candra, cast.budi, cast.adi, cast.rini)} == {(0, 0)}
    with asking(cast.ayu) as ayu:
        add_member(by=ayu, case=case, staff=cast.candra)
        Case.objects.filter(pk=case.pk).update(against=cast.candra)
    assert count(cast.candra) == (0, 0), "who is complained about reads nothing"


def test_evidence_is_never_rewritten(tree, cast, asking):
    for rows in (ProblemLink.objects.all(), Problem.objects.all()):
        with asking(cast.ayu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            rows.update(source="worker")


def test_the_database_refuses_half_a_record(tree, case, cast, asking):
    row = {**TOLD, "source_date": today(), "recorded_by": cast.ayu, "case": case, "key": case.key}
    link = {"cause": tree[0], "effect": tree[2], "confidence": "low", "evidence": "x", **row}
    wrong = (
        (Problem, "problem_said", {"role": "cause", **row}),
        (Problem, "problem_review_paired", {"role": "cause", "words": "x", "outcome": "solved", **row}),
        (Problem, "problem_end_paired", {"role": "cause", "words": "x", "ended_on": today(), **row}),
        (ProblemLink, "problemlink_of_two", {**link, "effect": tree[0]}),
        (ProblemLink, "problemlink_once", {**link, "effect": tree[1]}),
        (ProblemLink, "problemlink_evidence", {**link, "evidence": ""}),
        (ProblemLink, "problemlink_end_paired", {**link, "ended_on": today()}),
    )
    with asking(cast.ayu):
        for model, name, values in wrong:
            with pytest.raises(IntegrityError, match=f"pictures_{name}"), transaction.atomic():
                model.objects.create(**values)


def test_erasing_the_client_makes_every_word_unreadable(tree, case, cast, asking):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        assert not [row for row in Problem.objects.select_related("key") if "Utang" in row.words]
        assert not [row for row in ProblemLink.objects.select_related("key") if "warung" in row.evidence]


@pytest.mark.parametrize("asked", ["pilih=bukan&buat=hapus", "buat=apa", "pilih=&buat=tinjau", "tampak=x"])
def test_odd_addresses_are_answered_calmly(tree, cast, signed_in, url, asked):
    assert signed_in(cast.ayu).get(f"{url}?{asked}").status_code == 200


@pytest.mark.parametrize("doing", ["hubungkan", "harapan", "tinjau", "perbaiki", "hapus"])
def test_every_verb_opens_its_form_without_scripts(tree, cast, signed_in, url, doing):
    assert "Simpan di gambar" in shown(signed_in(cast.ayu).get(f"{url}?pilih={tree[1].pk}&buat={doing}"))


def test_a_case_that_has_ended_is_only_read(tree, case, cast, asking, signed_in, url):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)
    browser = signed_in(cast.ayu)
    assert "buat=hapus" not in shown(browser.get(f"{url}?pilih={tree[1].pk}"))
    assert browser.post(to(case, "wish_problem", tree[1]), {"wish": "Lunas"}).status_code == 422


def test_the_paper_shows_the_same_without_links(tree, case, cast, signed_in):
    browser = signed_in(cast.ayu)
    page = shown(browser.get(to(case, "problems_paper")))
    assert ">Utang<" in page
    assert "data-rangkul-member" not in page
    assert "Pohon tujuan" not in page


def test_it_keeps_to_its_budget(tree, case, cast, asking, signed_in, url, django_assert_max_num_queries):
    with asking(cast.ayu) as ayu:
        for number in range(10):
            actions.name_problem(by=ayu, case=case, role="cause", words=f"S{number}", **TOLD, source_date=today())
    browser = signed_in(cast.ayu)
    browser.get(url)
    with django_assert_max_num_queries(20):
        browser.get(f"{url}?pilih={tree[1].pk}")
