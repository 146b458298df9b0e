"""What was signed stands: numbered, sealed, provable, and changed by nobody."""

import io
import json

import docx as word
import pytest
from django.db import DatabaseError, connection, transaction

from rangkul.base import typesetting
from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, Asker, asking_as
from rangkul.base.models import Event
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.queries import secrets as safety
from rangkul.journey.reports import actions, codes, queries
from rangkul.journey.reports.conftest import HIDDEN
from rangkul.journey.reports.models import Paper, Passage


def fresh(paper):
    return queries.get(paper.case, paper.pk)


def code_of(paper):
    (checked,) = (one for one in json.loads(paper.frozen)["blocks"] if one["block"] == "checked")
    return checked["words"].split("Kode: ")[1][:14]


def test_signing_freezes_words_number_hash_and_code(signed, cast, asking):
    with asking(cast.ayu):
        paper = fresh(signed)
        kept = json.loads(paper.frozen)
    assert paper.state == "signed"
    assert paper.signed_by_id == cast.ayu.pk
    assert kept["title"] == "Laporan sosial"
    assert kept["footer"].endswith("/LS/1")
    assert len(paper.sha256) == 32
    assert codes.blind_code(code_of(paper)) == bytes(paper.code_blind)
    assert "Kami menyarankan pendampingan" in paper.frozen


def test_the_file_says_what_was_signed(signed, cast, asking):
    with asking(cast.ayu):
        kept = json.loads(fresh(signed).frozen)
    whole = word.Document(io.BytesIO(typesetting.docx(kept)))
    said = "\n".join(text.text or "" for text in whole.element.body.iter() if text.tag.endswith("}t"))
    for piece in (
        "Yayasan Harapan Contoh",
        "Laporan sosial",
        "Wati Contoh",
        "Saya takut pulang",
        "Ayu Peksos",
        "Kode: ",
    ):
        assert piece in said
    assert "Tanda visit" not in said
    assert typesetting.pdf(kept).startswith(b"%PDF")


def test_the_worker_s_own_words_are_needed(planned, start, sign):
    with pytest.raises(Refused, match="Yang kami minta") as refused:
        sign(start(planned, "referral", "agency"))
    assert refused.value.code == "unwritten"


def test_a_hidden_address_stops_a_signature(planned, start, write, sign, hides):
    hides(planned)
    paper = start(planned)
    write(paper, "recommendation", f"Jemput di {HIDDEN.upper().replace(' ', ', ')} besok.")
    with pytest.raises(Refused, match="alamat yang dirahasiakan"):
        sign(paper)


def test_another_agency_gets_nothing_without_consent_or_a_written_right(planned, start, write, sign, agree_to_share):
    paper = start(planned, "referral", "agency")
    write(paper, "asked", "Mohon pendampingan hukum.")
    with pytest.raises(Refused) as refused:
        sign(paper)
    assert refused.value.field == "ground"
    agree_to_share(planned)
    assert sign(paper).state == "signed"


def test_a_right_that_is_written_down_stands_for_consent(planned, start, write, sign):
    paper = start(planned, "referral", "agency")
    write(paper, "asked", "Mohon pendampingan hukum.")
    assert sign(paper, ground="UU 12/2022 Pasal 41").ground == "UU 12/2022 Pasal 41"


def test_a_signed_document_is_changed_by_nobody(signed, passage, cast, asking):
    one = passage(signed, "identity")
    with asking(cast.ayu):
        for verb in (
            lambda: actions.write_passage(by=cast.ayu.asker(), paper=signed, passage=one, text="Nama: Lain"),
            lambda: actions.drop_paper(by=cast.ayu.asker(), paper=signed),
            lambda: actions.sign_paper(by=cast.ayu.asker(), paper=signed),
        ):
            with pytest.raises(Refused), transaction.atomic():
                verb()
        for change in ("frozen = ''", "version = 9", "signed_on = '2020-01-01'", "state = 'draft'", "code_blind = ''"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"UPDATE reports_paper SET {change} WHERE id = %s", [signed.pk])
        assert Passage.objects.filter(pk=one.pk).update(changed=True) == 0


def test_a_new_version_keeps_the_worker_s_words_and_replaces_the_old_one(signed, cast, asking, sign):
    with asking(cast.ayu):
        second = actions.new_version(by=cast.ayu.asker(), paper=signed)
        assert second.version == 2
        texts = {one.code: one for one in queries.passages_of(second)}
        assert texts["recommendation"].now == "Kami menyarankan pendampingan selama sidang."
        assert not texts["identity"].changed
    sign(second)
    with asking(cast.ayu):
        assert fresh(signed).state == "replaced"
        assert "menggantikan versi 1" in fresh(second).frozen
        with pytest.raises(Refused):
            actions.new_version(by=cast.ayu.asker(), paper=signed)


def test_a_junior_s_document_waits_for_the_supervisor(cast, asking, start, write, sign):
    from rangkul.journey.reports.conftest import somebody

    with asking(cast.dimas):
        case = cases.open_case(
            by=cast.dimas.asker(), person=somebody(cast.dimas, "Wati Contoh"), concern="Butuh bantuan"
        )
    paper = start(case, by=cast.dimas)
    with asking(cast.dimas):
        for code in ("opinion", "recommendation"):
            one = next(part for part in queries.passages_of(paper) if part.code == code)
            actions.write_passage(
                by=cast.dimas.asker(), paper=paper, passage=one, text="Saya menyarankan pendampingan."
            )
    assert sign(paper, by=cast.dimas).state == "asked"
    with asking(cast.sari):
        signature = case.signatures.get(subject_kind="document")
        cases.send_back(by=cast.sari.asker(), signature=signature, comment="Lengkapi dulu")
        assert fresh(paper).state == "draft"
    sign(paper, by=cast.dimas)
    with asking(cast.sari):
        cases.sign(by=cast.sari.asker(), signature=case.signatures.get(subject_kind="document", state="asked"))
        done = fresh(paper)
        assert (done.state, done.cosigned_by_id) == ("signed", cast.sari.pk)
        assert "Sari Supervisor" in done.frozen


def test_a_red_case_s_document_waits_too(planned, start, write, sign, cast, asking):
    with asking(cast.ayu):
        cases.change_level(by=cast.ayu.asker(), case=planned, level="merah", reason="Ada ancaman")
    paper = start(planned)
    write(paper, "recommendation", "Segera lindungi.")
    assert sign(paper).state == "asked"


def test_the_case_s_key_seals_every_word(signed, cast, asking):
    with asking(cast.ayu), connection.cursor() as cursor:
        cursor.execute("SELECT frozen, opening FROM reports_paper WHERE id = %s", [signed.pk])
        raw = b"".join(bytes(column) for column in cursor.fetchone())
        cursor.execute("SELECT written FROM reports_passage WHERE paper_id = %s", [signed.pk])
        raw += b"".join(bytes(row[0]) for row in cursor.fetchall())
    assert b"Wati" not in raw


def test_signing_leaves_an_event_with_codes_only(signed, cast, asking):
    with asking(cast.ayu):
        event = Event.objects.get(name="document.signed")
    assert set(event.payload) == {"id", "kind", "version"}


def test_the_holder_of_the_ticket_reads_what_was_given_and_nothing_else(signed, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="tidak punya tiket"):
        actions.give_paper(by=cast.ayu.asker(), paper=signed)
    for stranger in (PUBLIC, Asker("ticket", ticket_id=signed.pk)):
        with asking_as(stranger):
            assert not Paper.objects.exists()


def test_an_empty_part_and_a_row_without_a_name_are_refused(planned, start, write):
    paper = start(planned)
    for text in ("  ", "Wati tanpa titik dua"):
        with pytest.raises(Refused):
            write(paper, "identity", text)


def test_the_worker_s_own_part_cannot_be_left_out(planned, start, passage, cast, asking):
    paper = start(planned)
    with asking(cast.ayu):
        actions.leave_out(by=cast.ayu.asker(), paper=paper, passage=passage(paper, "family"), left_out=True)
        with pytest.raises(Refused):
            actions.leave_out(by=cast.ayu.asker(), paper=paper, passage=passage(paper, "recommendation"), left_out=True)
    assert passage(paper, "family").left_out


def test_a_written_right_stands_on_the_paper(planned, start, write, sign, passage):
    paper = start(planned, "referral", "agency")
    write(paper, "asked", "Mohon pendampingan hukum.")
    sign(paper, ground="UU 12/2022 Pasal 41")
    assert passage(paper, "leave").now == "Data ini diteruskan atas dasar: UU 12/2022 Pasal 41."


@pytest.mark.parametrize("typed", ["Jl. Kenanga Rahasia No. 9", "jln kenanga rahasia nomor 9", HIDDEN])
def test_a_hidden_address_is_known_however_it_is_shortened(planned, hides, cast, asking, typed):
    hides(planned)
    with asking(cast.ayu):
        found = safety.found_in(f"Tinggal di {typed}, dekat pasar.", safety.secrets_of(planned))
    assert [one.firm for one in found] == [True]


def test_numbers_and_code_words_are_named_to_the_worker(planned, cast, asking):
    from rangkul.commons.people.models import SafeContact

    with asking(cast.ayu):
        rules = SafeContact(key=planned.person.key, person=planned.person)
        rules.code_word = "melati putih"
        rules.save(force_insert=True)
        secrets = safety.secrets_of(planned)
        assert [one.what for one in safety.found_in("Katakan Melati Putih.", secrets)] == ["kata rahasia"]
        assert not safety.found_in("Katakan melati putihan.", secrets)


def test_after_an_erasure_the_page_says_so_and_the_file_is_gone(signed, cast, asking, signed_in):
    from rangkul.base.asking import job
    from rangkul.base.clock import now
    from rangkul.base.models import DataKey

    with asking(job("trust.erase")):
        DataKey.objects.filter(pk=signed.key_id).update(wrapped=None, destroyed_at=now())
    ayu = signed_in(cast.ayu)
    assert "sudah dihapus atas hak" in ayu.get(signed.get_absolute_url()).content.decode()
    assert ayu.get(f"{signed.get_absolute_url()}berkas/pdf/").status_code == 404
