"""A round is written, signed, and from then on unchanged; a junior's is co-signed."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import Assessment, Fact
from rangkul.journey.assessment.queries import report_of
from rangkul.journey.cases.actions import send_back, sign, transfer
from rangkul.journey.cases.models import Case, Signature


def signed(cast, case):
    return actions.sign_round(by=cast.ayu.asker(), case=case)


def test_a_signed_round_leaves_one_event(case, cast, asking, fill):
    fill()
    with asking(cast.ayu):
        assert signed(cast, case).state == "signed"
        assert Event.objects.filter(name="assessment.signed").count() == 1
        with pytest.raises(Refused):
            signed(cast, case)


def test_without_the_clients_words_nothing_is_signed(case, cast, asking, record):
    with asking(cast.ayu):
        record()
        with pytest.raises(Refused, match="kata-kata klien"):
            signed(cast, case)


def test_a_signed_round_takes_nothing_more(case, cast, asking, fill, record):
    fill()
    with asking(cast.ayu):
        signed(cast, case)
        with pytest.raises(Refused, match="asesmen ulang"):
            record(text="Baru")
        with pytest.raises(Refused):
            actions.summarise(by=cast.ayu.asker(), case=case, summary="Baru")


def test_the_database_freezes_it_too(case, cast, asking, fill):
    fill()
    with asking(cast.ayu):
        signed(cast, case)
        assert Assessment.objects.update(presenting=None) == 0
        old = Fact.objects.first()
        values = {f.attname: getattr(old, f.attname) for f in Fact._meta.fields if f.attname not in ("id", "text")}
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Fact.objects.bulk_create([Fact(**values)])


def test_a_reassessment_begins_beside_the_signed_round(case, cast, asking, fill, record):
    fill()
    by = cast.ayu.asker()
    with asking(cast.ayu):
        with pytest.raises(Refused):
            actions.begin_reassessment(by=by, case=case, why="Terlalu cepat")
        first = signed(cast, case)
        second = actions.begin_reassessment(by=by, case=case, why="Suami kembali")
        record(text="Kini tinggal di rumah kakak", domain="sosial")
        assert (second.number, second.kind) == (2, "reassessment")
        assert "kakak" not in told(case, first)
        assert "kakak" in told(case, second)


def told(case, round_):
    round_ = Assessment.objects.select_related("key").get(pk=round_.pk)
    return " ".join(sentence.text for part in report_of(case, round_) for sentence in part.sentences)


def test_the_report_of_a_signed_round_does_not_change_with_later_corrections(case, cast, asking, fill, record):
    fill()
    by = cast.ayu.asker()
    with asking(cast.ayu):
        fact = record(text="Anak tiga", domain="sosial")
        first = signed(cast, case)
        actions.begin_reassessment(by=by, case=case, why="Suami kembali")
        actions.correct_fact(by=by, case=case, fact=fact, text="Anak dua", reason="Salah dengar")
        assert "Anak tiga" in told(case, first)


@pytest.fixture
def juniors(cast, asking, case):
    """The case is Dimas's now, a junior, and his assessment waits for Sari."""
    with asking(cast.sari):
        case = transfer(by=cast.sari.asker(), case=case, worker=cast.dimas, reason="Ayu cuti")
    with asking(cast.dimas):
        case = Case.objects.select_related("key", "worker").get(pk=case.pk)
        by = cast.dimas.asker()
        actions.state_presenting(by=by, case=case, words="Saya takut", source="client", said_on=today())
        actions.sign_round(by=by, case=case)
    return case


def waiting():
    return Signature.objects.select_related("case__key", "key").get(subject_kind="assessment")


def test_a_juniors_round_waits_for_the_supervisor(juniors, cast, asking):
    with asking(cast.dimas):
        assert queries.newest_round(juniors).state == "asked"
        assert not Event.objects.filter(name="assessment.signed").exists()
        with pytest.raises(Refused, match="menunggu"):
            actions.summarise(by=cast.dimas.asker(), case=juniors, summary="Baru")


def test_the_supervisors_signature_freezes_it(juniors, cast, asking):
    with asking(cast.sari):
        sign(by=cast.sari.asker(), signature=waiting())
        round_ = queries.newest_round(juniors)
        assert (round_.state, round_.signed_by_id) == ("signed", cast.sari.pk)


def test_sent_back_it_is_a_draft_again(juniors, cast, asking):
    with asking(cast.sari):
        send_back(by=cast.sari.asker(), signature=waiting(), comment="Fakta sosial belum ada")
    with asking(cast.dimas):
        assert queries.newest_round(juniors).state == "draft"
        assert actions.summarise(by=cast.dimas.asker(), case=juniors, summary="Baru").summary == "Baru"


def test_who_wrote_it_reads_why_it_came_back(juniors, cast, asking, signed_in):
    with asking(cast.sari):
        send_back(by=cast.sari.asker(), signature=waiting(), comment="Fakta sosial belum ada")
    dimas = signed_in(cast.dimas)
    for page in ("assessment:workspace", "cases:signatures"):
        said = dimas.get(reverse(page, args=[juniors.pk])).text
        assert "Dikembalikan" in said
        assert "Fakta sosial belum ada" in said
