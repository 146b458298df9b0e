"""The contract: filled from what is known, agreed in one of three ways, never changed afterwards."""

import io

import lxml.html
import pytest
from django.urls import reverse
from PIL import Image

from rangkul.base.actions import Refused
from rangkul.base.agreeing import AgreementMode
from rangkul.base.asking import asking_as
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case, Contract, Decision
from rangkul.journey.cases.models.contract import TEXTS
from rangkul.journey.cases.states import ContractState


@pytest.fixture
def draft(case, cast, asking):
    with asking(cast.ayu):
        return actions.draft_contract(by=cast.ayu.asker(), case=case)


def drawn() -> io.BytesIO:
    picture = io.BytesIO()
    Image.new("RGBA", (64, 32), (0, 0, 0, 0)).save(picture, "PNG")
    return picture


def test_the_draft_knows_what_is_known_but_not_the_words_about_violence(draft, case, cast, asking, signed_in):
    """The client takes it home, where whoever does harm may read it; so it is with a version that once copied them."""
    assert "Suami sering memukul" not in " ".join(getattr(draft, name) for name in TEXTS)
    page = signed_in(cast.ayu).get(reverse("cases:contract", args=[case.pk])).content.decode()
    assert "sengaja tidak disalin" in page
    with asking(cast.ayu) as by:
        contract = actions.change_contract(by=by, contract=draft, purpose="Mengatasi: Suami sering memukul")
        spoken = actions.Agreement(AgreementMode.SPOKEN, signed_name="Wati", witness="Bu RT")
        actions.agree_contract(by=by, contract=contract, agreement=spoken)
        assert "memukul" not in actions.draft_contract(by=by, case=case).purpose
    assert "Ayu" in draft.worker_role
    assert cast.ayu.agency.name in draft.complaint_route
    assert all(getattr(draft, name) for name in TEXTS)


def test_there_is_one_draft_at_a_time(draft, case, cast, asking):
    with asking(cast.ayu):
        assert actions.draft_contract(by=cast.ayu.asker(), case=case).pk == draft.pk


def test_spoken_needs_its_witness(draft, cast, asking):
    spoken = actions.Agreement(AgreementMode.SPOKEN, signed_name="Wati")
    with asking(cast.ayu), pytest.raises(Refused, match="saksi") as refused:
        actions.agree_contract(by=cast.ayu.asker(), contract=draft, agreement=spoken)
    assert refused.value.field == "witness"


@pytest.mark.parametrize("mode", [AgreementMode.SIGNATURE, AgreementMode.THUMBPRINT])
def test_a_signature_and_a_thumbprint_need_their_picture(draft, case, cast, asking, mode):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        with pytest.raises(Refused):
            actions.agree_contract(by=by, contract=draft, agreement=actions.Agreement(mode, signed_name="Wati"))
        picture = drawn()
        proof = actions.attach_document(by=by, case=case, file=picture, size=len(picture.getvalue()), kind=mode)
        agreement = actions.Agreement(mode, signed_name="Wati", evidence=proof)
        assert actions.agree_contract(by=by, contract=draft, agreement=agreement).state == ContractState.AGREED


def test_agreeing_tells_the_client_and_stops_the_clock(agreed, case, cast, asking):
    with asking(cast.ayu):
        assert Case.objects.get().contract_due_at is None
        assert Decision.objects.filter(kind="agreed").exists()


def test_an_agreed_contract_is_not_changed(agreed, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="versi baru"):
        actions.change_contract(by=cast.ayu.asker(), contract=agreed, purpose="Lain")


def test_a_new_version_begins_with_the_words_of_the_old_and_replaces_it(agreed, case, cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        second = actions.draft_contract(by=by, case=case)
        assert (second.version, second.purpose) == (2, agreed.purpose)
        second = actions.change_contract(by=by, contract=second, contact_days=7)
        spoken = actions.Agreement(AgreementMode.SPOKEN, signed_name="Wati", witness="Bu RT")
        actions.agree_contract(by=by, contract=second, agreement=spoken)
        states = dict(Contract.objects.values_list("version", "state"))
        assert Case.objects.get().contact_days == 7
    assert states == {1: "replaced", 2: "agreed"}


def test_a_part_without_words_is_refused_at_its_field(draft, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        actions.change_contract(by=cast.ayu.asker(), contract=draft, rights=" ")
    assert refused.value.field == "rights"


def test_a_contract_with_many_never_says_you_to_them(cast, asking, signed_in):
    from rangkul.journey.cases.actions import draft_contract, open_case

    with asking(cast.ayu) as by:
        case = open_case(by=by, client_kind="group", name="Ibu-ibu RW 5", concern="Air bersih")
        contract = draft_contract(by=by, case=case)
    paper = signed_in(cast.ayu).get(f"/kerja/kasus/{case.pk}/kontrak/{contract.version}/cetak/").content.decode()
    words = paper.split("<h1>")[1].split('class="letter-signs"')[0]
    assert "Anda" not in words
    assert "Yang kelompok lakukan" in words
    assert "Setiap anggota kelompok berhak" in words


def _sent(page, action):
    """What the form with this address would send as it stands."""
    (form,) = [one for one in lxml.html.fromstring(page.content).forms if (one.action or "").endswith(action)]
    return [(name, value) for name, value in form.form_values() if value is not None]


def test_two_who_change_the_draft_do_not_write_over_each_other(draft, case, cast, signed_in):
    ayu, sari = signed_in(cast.ayu), signed_in(cast.sari)
    address = f"/kerja/kasus/{case.pk}/kontrak/"
    hers, theirs = (dict(_sent(one.get(f"{address}?ubah=1"), "/kontrak/rancangan/")) for one in (ayu, sari))
    assert (
        sari.post(f"{address}rancangan/", theirs | {"rights": "Hak baru", "purpose": "Tujuan Sari"}).status_code == 302
    )
    refused = ayu.post(f"{address}rancangan/", hers | {"purpose": "Tujuan Ayu", "client_role": "Datang"})
    told = refused.content.decode()
    assert refused.status_code == 422
    assert "Tujuan Sari" in told
    assert "Tujuan Ayu" in told
    again = dict(_sent(refused, "/kontrak/rancangan/"))
    assert ayu.post(f"{address}rancangan/", again | {"purpose": "Tujuan bersama"}).status_code == 302
    with asking_as(cast.ayu.asker()):
        stands = case.contracts.select_related("key").get()
        assert (stands.purpose, stands.client_role, stands.rights) == ("Tujuan bersama", "Datang", "Hak baru")


def test_a_client_agrees_only_to_what_was_read_out(draft, case, cast, signed_in, asking):
    ayu, address = signed_in(cast.ayu), f"/kerja/kasus/{case.pk}/kontrak/"
    form = dict(_sent(ayu.get(address), "/kontrak/setuju/"))
    with asking(cast.sari) as by:
        actions.change_contract(by=by, contract=draft, rights="Hak yang lain")
    words = form | {"mode": "spoken", "signed_name": "Wati", "witness": "Ibu RT"}
    refused = ayu.post(f"{address}setuju/", words)
    assert refused.status_code == 422
    assert "Bacakan lagi" in refused.content.decode()
    assert "Hak yang lain" in refused.content.decode()
    again = dict(_sent(refused, "/kontrak/setuju/"))
    assert ayu.post(f"{address}setuju/", words | {"seen": again["seen"], "once": again["once"]}).status_code == 302
