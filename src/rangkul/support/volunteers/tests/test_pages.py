"""From registering to the client's word by the pages; each closed to the wrong person, and nothing typed is lost."""

from django.urls import reverse

from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.support.volunteers.models import Complaint, Match, Need, Volunteer
from rangkul.support.volunteers.tests.conftest import CHILD, DISTRICT, NEXT_YEAR, SOON, TODAY, VILLAGE

NOBODY = "01900000-0000-7000-8000-000000000000"
BOARD, NEW = reverse("volunteers:board"), reverse("volunteers:new")
TYPED = {
    "name": "Tono Contoh", "contact": "0812 0000 1111", "place": "Bandung", "region_code": VILLAGE,
    "offers": ["escort"], "times": ["day"], "agreed_on": TODAY, "agreed_how": "spoken",
}  # fmt: skip
NEEDED = {
    "kind": "escort", "place": "Bandung", "region_code": DISTRICT, "from_day": SOON, "until_day": SOON, "time": "day",
    "child_there": "unknown", "older_there": "no",
}  # fmt: skip


def test_from_the_board_to_the_clients_word(signed_in, cast, case, asking):
    ayu, sari = signed_in(cast.ayu), signed_in(cast.sari)
    assert "Papan masih kosong" in ayu.get(BOARD).content.decode()
    wrong = ayu.post(NEW, TYPED | {"offers": []})
    assert wrong.status_code == 422
    assert "0812 0000 1111" in wrong.content.decode()
    assert ayu.post(NEW, TYPED).status_code == 302
    of_case = reverse("volunteers:of_case", args=[case.pk])
    assert ayu.post(of_case, NEEDED | {"until_day": TODAY}).status_code == 422
    assert ayu.post(of_case, NEEDED).status_code == 302
    with asking(cast.ayu):
        one, need = Volunteer.objects.get(), Need.objects.get()
    board = ayu.get(BOARD).content.decode()
    assert board.count(one.get_absolute_url()) == board.count(need.get_absolute_url()) == 1
    at = need.get_absolute_url()
    assert "belum selesai diperiksa untuk hari itu" in ayu.get(at).content.decode()
    choose = f"{at}pilih/{one.pk}/"
    refused = ayu.post(choose, {"along": ""})
    assert refused.status_code == 422
    assert "Pilih siapa yang mendampinginya" in refused.content.decode()
    assert ayu.post(choose, {"along": f"s{cast.dimas.pk}"}).status_code == 302
    for word, words in (("beri-tahu", {"words": "Sabtu jam 8, di puskesmas.", "agreed": "on"}), ("datang", {}),
                        ("kata-klien", {"words": "Terbantu sekali."}), ("terima-kasih", {})):  # fmt: skip
        assert ayu.post(f"{at}{word}/", words).status_code == 302
    assert ayu.post(f"{at}selesai/", {}).status_code == 422
    assert ayu.post(f"{at}selesai/", {"outcome": "helped"}).status_code == 302
    assert "Terbantu sekali." in ayu.get(at).content.decode()
    seen = signed_in(cast.dimas).get(at).content.decode()
    assert "Terbantu sekali." not in seen
    assert case.client_name not in seen
    assert str(case.pk) not in seen
    with asking_as(job("x")):
        opened = Event.objects.filter(name="file.opened", subject_id=case.pk)
        assert {(row.by_id, row.payload["why"]) for row in opened} == {(cast.ayu.pk, "team")}
    assert ayu.post(f"{at}keluhan/", {"words": "Memotret klien."}).status_code == 302
    page = sari.get(one.get_absolute_url()).content.decode()
    assert "Memotret klien." in page
    with asking(cast.sari):
        decide = reverse("volunteers:decide", args=[Complaint.objects.get().pk])
    assert sari.post(decide, {"words": "Dibicarakan."}).status_code == 422
    assert sari.post(decide, {"words": "Dibicarakan.", "then": "bar"}).status_code == 302
    barred = one.get_absolute_url()
    assert "Hapus namanya" not in ayu.get(barred).content.decode()
    assert ayu.post(f"{barred}berhenti/", {}).status_code == 404
    page = sari.get(barred).content.decode()
    assert "Tidak boleh ditugaskan lagi" in page
    assert "Hapus namanya" in page
    assert sari.post(f"{barred}berhenti/", {}).status_code == 302
    assert TYPED["name"] not in sari.get(barred).content.decode()


def test_what_is_seen_piece_by_piece_is_said_by_a_supervisor(signed_in, cast, tono, asking):
    at = tono.get_absolute_url()
    ayu, sari = signed_in(cast.ayu), signed_in(cast.sari)
    assert ayu.post(f"{at}dilihat/", {"kind": "police", "what": "SKCK", "seen_on": TODAY}).status_code == 422
    for kind in ("identity", "talk", "references", "police", "safeguarding"):
        given = {"kind": kind, "what": "Dilihat", "seen_on": TODAY, "valid_until": NEXT_YEAR}
        assert ayu.post(f"{at}dilihat/", given).status_code == 302
    assert ayu.post(f"{at}nyatakan/", {}).status_code == 404
    assert sari.post(f"{at}nyatakan/", {}).status_code == 302
    assert "Sudah diperiksa" in ayu.get(at).content.decode()
    assert ayu.post(f"{at}berhenti/", {}).status_code == 302
    assert "Tono" not in ayu.get(at).content.decode()


def test_others_find_nothing_here(signed_in, cast, told, asking):
    need, one = told.need.get_absolute_url(), told.volunteer.get_absolute_url()
    for name in ("adi", "agus", "putri"):
        browser = signed_in(getattr(cast, name))
        assert {browser.get(address).status_code for address in (BOARD, NEW, need, one)} == {403}
    budi, rini, dimas = (signed_in(who) for who in (cast.budi, cast.rini, cast.dimas))
    assert {budi.get(address).status_code for address in (need, one)} == {404}
    assert budi.post(f"{need}datang/", {}).status_code == 404
    assert "Ning" not in budi.get(BOARD).content.decode()
    assert dimas.post(f"{need}datang/", {}).status_code == 404
    assert rini.get(BOARD).status_code == 200
    assert rini.get(NEW).status_code == 403
    assert rini.post(f"{one}keluhan/", {"words": "x"}).status_code == 404
    assert signed_in(cast.ayu).get(f"{need}datang/").status_code == 405
    for name in ("of_case", "of_request"):
        assert signed_in(cast.ayu).get(reverse(f"volunteers:{name}", args=[NOBODY])).status_code == 404
    with asking(cast.ayu):
        assert Match.objects.get().state == "told"


def test_the_board_costs_a_few_questions(signed_in, cast, tono, noted, django_assert_max_num_queries):
    for _n in range(4):
        noted(CHILD)
    browser = signed_in(cast.ayu)
    with django_assert_max_num_queries(16):
        words = browser.get(BOARD).content.decode()
    assert words.count("/kerja/relawan/kebutuhan/") == 4
