"""Evidence is kept as it came: hashed, chained, never changed, and a change shows."""

import hashlib
import io
import shutil

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, connection, transaction

from rangkul.base import clock, home
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.trust.erasure import erase
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import actions, queries, sealing
from rangkul.journey.protection.actions import Brought
from rangkul.journey.protection.models import Evidence
from rangkul.journey.protection.queries.evidence import _walk
from rangkul.journey.protection.states import Found
from rangkul.journey.protection.tests.conftest import CLOCK

PDF = b"%PDF-1.7\nvisum"


def brought(**more):
    given = {"title": "Hasil visum", "brought_by": "Wati", "basis": "consent", "came_at": clock.now(), "happened": ""}
    return Brought(**{**given, **more})


@pytest.fixture
def three(cast, case, asking):
    """A file, a link and a spoken fact."""
    with asking(cast.ayu) as by:
        actions.keep_evidence(by=by, folder=case, brought=brought(), file=io.BytesIO(PDF), size=len(PDF))
        actions.keep_evidence(by=by, folder=case, brought=brought(title="Kiriman"), link="https://contoh.id/kiriman/1")
        actions.keep_evidence(by=by, folder=case, brought=brought(title="Cerita tetangga"), words="Terdengar teriakan")
        return list(Evidence.objects.order_by("number"))


def found(case):
    return [one.found for one in queries.checked(case)]


def test_the_hash_is_over_the_original(three):
    assert [row.kind for row in three] == ["document", "link", "spoken"]
    assert three[0].sha == hashlib.sha256(PDF).hexdigest()
    assert three[1].sha == hashlib.sha256(b"https://contoh.id/kiriman/1").hexdigest()


def test_each_seal_holds_the_one_before(three, cast, asking):
    with asking(cast.ayu):
        rows = list(Evidence.objects.select_related("key").order_by("number"))
        before = sealing.FIRST
        for row in rows:
            assert bytes(row.seal) == sealing.seal_of(row, before)
            before = bytes(row.seal)
        assert len({bytes(row.seal) for row in rows}) == 3


def test_what_is_whole_is_found_whole(three, case, cast, asking):
    with asking(cast.ayu):
        assert found(case) == [Found.WHOLE] * 3


def test_the_application_can_neither_change_nor_remove_it(three, cast, asking):
    for sql in ("UPDATE protection_evidence SET basis = 'duty'", "DELETE FROM protection_evidence"):
        with asking(cast.ayu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(sql)


def test_a_row_that_somebody_changed_shows(three, case, cast, asking):
    with asking(cast.ayu):
        rows = {row.number: row for row in queries.evidence_of(case)}
        rows[2].link = "https://contoh.id/lain"
        logged = {n: bytes(row.seal).hex() for n, row in rows.items()}
        assert [one.found for one in _walk(rows, logged)] == [Found.WHOLE, Found.CHANGED, Found.WHOLE]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_row_that_is_gone_shows_even_the_last(three, case, cast, asking, number):
    with asking(cast.ayu):
        rows = {row.number: row for row in queries.evidence_of(case)}
        logged = {n: bytes(row.seal).hex() for n, row in rows.items()}
        del rows[number]
        seen = [one.found for one in _walk(rows, logged)]
        assert seen[number - 1] == Found.MISSING
        assert seen.count(Found.WHOLE) == 2


def test_a_file_that_is_gone_or_changed_shows(three, case, cast, asking):
    with asking(cast.ayu):
        name = three[0].document_id.hex
    path = home.attachments_dir() / name[-2:] / name
    spare = path.with_name("sementara")
    shutil.move(path, spare)
    with asking(cast.ayu):
        assert found(case)[0] == Found.GONE
    path.write_bytes(spare.read_bytes()[:-1] + b"x")
    with asking(cast.ayu):
        assert found(case)[0] == Found.BYTES
    spare.unlink()


def test_a_correction_is_appended(three, case, cast, asking):
    with asking(cast.ayu) as by:
        actions.correct_evidence(by=by, evidence=queries.one_evidence(case, three[2].pk), words="Tetangga sebelah kiri")
        rows = queries.evidence_of(case)
        assert [row.number for row in rows] == [1, 2, 3, 4]
        assert (rows[3].corrects_id, rows[2].words) == (three[2].pk, "Terdengar teriakan")
        assert found(case) == [Found.WHOLE] * 4
        assert queries.originals(rows)[0] == (rows[2], [rows[3]])


def test_the_same_file_is_one_piece(three, case, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused, match="nomor 1"):
        actions.keep_evidence(by=by, folder=case, brought=brought(), file=io.BytesIO(PDF), size=len(PDF))


def test_nothing_is_kept_without_an_original(case, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused, match="Lampirkan"):
        actions.keep_evidence(by=by, folder=case, brought=brought())


@pytest.mark.parametrize("empty", ["title", "brought_by"])
def test_who_brought_what_is_said(case, cast, asking, empty):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.keep_evidence(by=by, folder=case, brought=brought(**{empty: " "}), words="x")
    assert refused.value.field == empty


def test_the_log_knows_number_and_seal_and_no_words(three, cast, asking):
    with asking(cast.ayu):
        event = Event.objects.filter(name="evidence.kept").order_by("id").last()
        assert set(event.payload) == {"id", "number", "seal"}


def test_no_machine_and_no_stranger_keeps_evidence(case, cast, asking):
    with asking(CLOCK), pytest.raises(PermissionDenied):
        actions.keep_evidence(by=CLOCK, folder=case, brought=brought(), words="x")


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_sees_no_evidence(three, cast, asking, who):
    with asking(getattr(cast, who)):
        assert not Evidence.objects.exists()


def test_erasing_leaves_the_seal_and_nothing_to_read(three, case, cast, asking):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=clock.now())
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        rows = queries.evidence_of(case)
        assert [row.sha for row in rows] == ["", "", ""]
        assert all(row.title.startswith("(dihapus") for row in rows)
        assert found(case) == [Found.ERASED] * 3
