"""What the pages of a case send: steps, contract, tasks, team, risk, signatures, files, the end."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.support.drawing import drawing

from rangkul.base import days
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Appointment, Case, Contract, Document, Signature, Task, TeamMember
from rangkul.journey.cases.states import Stage


def at(case, name, *more):
    return reverse(f"cases:{name}", args=[case.pk, *more])


@pytest.fixture
def ayu(cast, signed_in):
    return signed_in(cast.ayu)


@pytest.fixture
def sari(cast, signed_in):
    return signed_in(cast.sari)


@pytest.fixture
def rows(cast, asking):
    """`rows(Task)`: what the supervisor sees of a table now."""

    def seen(model):
        with asking(cast.sari):
            return list(model.objects.all())

    return seen


def test_a_step_that_is_not_ready_says_what_is_missing(case, ayu, rows):
    answer = ayu.post(at(case, "step", "begin_assessment"), {})
    assert answer.status_code == 422
    assert "Kontrak layanan belum disepakati" in answer.content.decode()
    assert rows(Case)[0].stage == Stage.ENGAGEMENT


def test_a_supervisor_passes_over_with_a_reason(case, sari, rows):
    sari.post(at(case, "step", "tetap-lanjut"), {"reason": ""})
    assert rows(Case)[0].stage == Stage.ENGAGEMENT
    sari.post(at(case, "step", "tetap-lanjut"), {"reason": "Klien dirawat"})
    assert rows(Case)[0].stage == Stage.ASSESSMENT


def test_an_unknown_step_is_not_there(case, ayu):
    assert ayu.post(at(case, "step", "fly"), {}).status_code == 404


def begin(ayu, case) -> None:
    ayu.post(at(case, "contract_draft"), {})


def test_the_contract_is_drafted_changed_signed_and_printed(case, ayu, rows):
    begin(ayu, case)
    page = ayu.get(at(case, "contract") + "?ubah=1")
    words = {name: field.initial for name, field in page.context["form"].fields.items()} | page.context["form"].initial
    ayu.post(at(case, "contract_draft"), words | {"purpose": "Hidup aman", "once": ""})
    ayu.post(at(case, "contract_agree"), {"mode": "signature", "signed_name": "Wati", "signature": drawing()})
    contract = rows(Contract)[0]
    assert (contract.state, contract.mode) == ("agreed", "signature")
    paper = ayu.get(at(case, "contract_print", 1)).content.decode()
    assert "Hidup aman" in paper
    assert b"".join(ayu.get(at(case, "preview", contract.evidence_id)).streaming_content).startswith(b"\xff\xd8")


def test_what_the_chosen_way_needs_is_not_called_optional(case, ayu):
    begin(ayu, case)
    asked = ayu.get(at(case, "contract")).context["agree_form"]
    for name in ("signature", "thumbprint", "witness"):
        assert "boleh kosong" not in asked[name].as_field_group()


@pytest.mark.parametrize("drawn", ["", "data:image/png;base64,%%%", "data:image/png;base64,aGFsbG8="])
def test_what_is_no_signature_is_refused_and_nothing_is_kept(case, ayu, rows, drawn):
    begin(ayu, case)
    answer = ayu.post(at(case, "contract_agree"), {"mode": "signature", "signed_name": "Wati", "signature": drawn})
    assert answer.status_code == 422
    assert rows(Contract)[0].state == "draft"
    assert not [one for one in rows(Document) if one.kind != "signature"]


def test_spoken_consent_without_a_witness_is_refused_at_its_field(case, ayu):
    begin(ayu, case)
    answer = ayu.post(at(case, "contract_agree"), {"mode": "spoken", "signed_name": "Wati"})
    assert "witness" in answer.context["agree_form"].errors


def test_tasks_are_added_ended_and_answered(case, ayu, cast, rows, signed_in):
    ayu.post(at(case, "task_add"), {"title": "Urus surat", "owner": str(cast.ayu.pk), "due": days.today().isoformat()})
    ayu.post(at(case, "task_add"), {"title": "Bawa KK", "owner": "client", "due": days.today().isoformat()})
    task, own = sorted(rows(Task), key=lambda one: one.owner_kind, reverse=True)
    assert own.owner_kind == "client"
    assert ayu.post(at(case, "task_end", task.pk, "batal"), {"outcome": ""}).status_code == 422
    ayu.post(at(case, "task_end", task.pk, "selesai"), {"outcome": "Sudah"})
    assert {one.state for one in rows(Task)} == {"done", "open"}
    assert ayu.post(at(case, "task_end", own.pk, "terbang"), {}).status_code == 404
    assert ayu.post(at(case, "task_show", own.pk), {"shown": "on"}).status_code == 422
    ayu.post(at(case, "task_show", task.pk), {"shown": "on"})
    assert [one.shown for one in rows(Task) if one.pk == task.pk] == [True]
    assert signed_in(cast.budi).post(at(case, "task_show", task.pk), {"shown": "on"}).status_code == 404


def test_a_meeting_is_made_and_kept(case, ayu, rows):
    ayu.post(at(case, "appoint"), {"at": "2099-01-05T09:30", "channel": "office", "place": "Ruang 2"})
    ayu.post(at(case, "settle", rows(Appointment)[0].pk), {"verb": "keep"})
    assert rows(Appointment)[0].state == "kept"


def test_a_meeting_in_the_past_is_refused(case, ayu, rows):
    assert ayu.post(at(case, "appoint"), {"at": "2020-01-05T09:30", "channel": "office"}).status_code == 422
    assert not rows(Appointment)


def test_the_team_changes_and_a_transfer_leads_back_to_the_list(case, ayu, cast, rows):
    ayu.post(at(case, "team_change", "tambah"), {"staff": str(cast.dimas.pk), "role": "co_worker"})
    member = next(one for one in rows(TeamMember) if one.staff_id == cast.dimas.pk)
    ayu.post(at(case, "member_end", member.pk), {})
    answer = ayu.post(at(case, "team_change", "pindahkan"), {"worker": str(cast.candra.pk), "reason": "Pindah"})
    assert answer.url == reverse("cases:mine")
    assert ayu.get(at(case, "team")).status_code == 404


def test_a_colleague_of_another_agency_is_not_on_offer(case, ayu, cast):
    answer = ayu.post(at(case, "team_change", "tambah"), {"staff": str(cast.budi.pk), "role": "co_worker"})
    assert answer.status_code == 422


def test_the_reason_why_nobody_else_helps_stands_in_the_team(case, ayu):
    assert ayu.post(at(case, "team_change", "sendiri"), {"reason": "Klien meminta"}).status_code == 302
    assert "Klien meminta" in ayu.get(at(case, "team")).content.decode()


def test_a_person_is_found_and_named(case, ayu, wati, rows):
    there = f"{at(case, 'people')}?orang={wati.pk}"
    assert ayu.get(there).status_code == 200
    assert ayu.post(there, {"role": "significant"}).status_code == 302
    assert ayu.get(f"{at(case, 'people')}?orang=bukan").status_code == 404


def test_the_risk_is_raised_signed_and_told(case, ayu, sari, cast, rows):
    ayu.post(at(case, "risk"), {"level": "merah", "reason": "Diancam"})
    signature = rows(Signature)[0]
    assert "Kasus merah" in sari.get(reverse("cases:waiting")).content.decode()
    assert ayu.post(at(case, "signature_decide", signature.pk, "setuju"), {}).status_code == 403
    assert sari.post(at(case, "signature_decide", signature.pk, "kembalikan"), {}).status_code == 422
    sari.post(at(case, "signature_decide", signature.pk, "setuju"), {"comment": "Sudah dibaca"})
    assert rows(Signature)[0].state == "signed"


def test_a_file_is_attached_listed_and_refused_in_plain_words(case, ayu, rows):
    good = SimpleUploadedFile("surat.pdf", b"%PDF-1.4 isi", "text/html")
    assert ayu.post(at(case, "documents"), {"file": good, "kind": "letter"}).status_code == 302
    assert "surat.pdf" in ayu.get(at(case, "documents")).content.decode()
    bad = SimpleUploadedFile("surat.pdf", b"<html><script>", "application/pdf")
    answer = ayu.post(at(case, "documents"), {"file": bad, "kind": "letter"})
    assert (answer.status_code, len(rows(Document))) == (422, 1)
    assert "tidak diterima" in answer.content.decode()


ENDING = {"reason": "achieved", "summary": "Aman", "client_words": "Terima kasih", "client_informed": "on"}


def test_the_end_and_the_new_beginning(case, ayu, cast, asking, agreed, rows):
    with asking(cast.ayu):
        actions.end_early(by=cast.ayu.asker(), case=case, reason="Klien pindah")
    half = ayu.post(at(case, "terminate"), ENDING | {"aftercare_0": "Telepon"})
    assert half.status_code == 422
    whole = ENDING | {"aftercare_0": "Telepon", "aftercare_due_0": days.today().isoformat()}
    assert ayu.post(at(case, "terminate"), whole).status_code == 302
    assert rows(Case)[0].stage == Stage.AFTERCARE
    assert "Layanan sudah diakhiri" in ayu.get(at(case, "terminate")).content.decode()
    assert ayu.post(at(case, "reopen"), {"reason": "Terancam lagi"}).status_code == 302
    assert rows(Case)[0].stage == Stage.ASSESSMENT


@pytest.mark.parametrize("name", ["contract_draft", "contract_agree", "task_add", "appoint"])
def test_reading_does_not_write(case, ayu, name):
    assert ayu.get(at(case, name)).status_code == 405


@pytest.mark.parametrize("name", ["contract_draft", "task_add", "appoint", "documents", "risk", "terminate", "reopen"])
def test_others_find_nothing(case, cast, signed_in, name):
    assert signed_in(cast.dimas).post(at(case, name), {}).status_code == 404
