"""The report repeats the record in plain sentences: voices stay apart, gaps are said, nothing is diagnosed."""

from datetime import date

import pytest

from rangkul.journey.assessment.narrative import Check, Known, Level, Record, RiskNow, report
from rangkul.journey.assessment.states import Dimension, Domain, FactKind, RiskKind, RiskLevel, Source, View

DAY = date(2026, 11, 12)


def fact(**given):
    values = {
        "domain": Domain.BIO,
        "kind": FactKind.STATEMENT,
        "source": Source.CLIENT,
        "on": DAY,
        "text": "Sulit tidur",
    }
    return Known(**{**values, **given})


def section(record, title):
    return next(part for part in report(record) if str(title) in str(part.title))


def told(record, title):
    return " ".join(sentence.text for sentence in section(record, title).sentences)


@pytest.mark.parametrize("domain", list(Domain))
def test_an_empty_domain_says_that_it_was_not_explored(domain):
    assert told(Record(), domain.label) == "Belum digali."


def test_every_part_of_an_empty_record_is_shown():
    assert len(report(Record())) == 11
    assert all(part.sentences for part in report(Record()))


@pytest.mark.parametrize(
    ("given", "opening"),
    [
        ({}, "Menurut klien (12 November 2026): Sulit tidur."),
        ({"source": Source.SIGNIFICANT_OTHER, "who": "ibu klien"}, "Menurut ibu klien (12 November 2026)"),
        ({"source": Source.DOCUMENT, "who": "surat puskesmas"}, "Tertulis di surat puskesmas"),
        ({"kind": FactKind.OBSERVATION, "source": Source.OBSERVATION}, "Pekerja sosial melihat atau mendengar sendiri"),
        ({"kind": FactKind.OPINION, "source": Source.WORKER}, "Pendapat pekerja sosial"),
        ({"kind": FactKind.OPINION, "source": Source.PROFESSIONAL, "who": "dokter"}, "Pendapat dokter"),
    ],
)
def test_a_sentence_begins_with_its_voice(given, opening):
    assert told(Record(facts=[fact(**given)]), "(bio)").startswith(opening)


def test_what_was_said_seen_and_thought_stays_apart():
    facts = [
        fact(kind=FactKind.OPINION, source=Source.WORKER, text="Tampak lelah"),
        fact(kind=FactKind.OBSERVATION, source=Source.OBSERVATION, text="Mata merah"),
        fact(),
    ]
    kinds = [sentence.kind for sentence in section(Record(facts=facts), "(bio)").sentences]
    assert kinds == ["statement", "observation", "opinion", "gap"]


def test_strengths_are_named_and_their_absence_too():
    with_strength = Record(facts=[fact(text="Rajin berjalan pagi", is_strength=True)])
    assert told(with_strength, "(bio)").startswith("Kekuatan. Menurut klien")
    assert "Kekuatan di bagian ini belum digali." in told(Record(facts=[fact()]), "(bio)")


def test_both_views_of_functioning_stand_side_by_side():
    levels = {
        (Dimension.NEEDS, View.CLIENT): Level(2, "Sering kurang"),
        (Dimension.NEEDS, View.WORKER): Level(3),
    }
    text = told(Record(functioning=levels), "Keberfungsian")
    assert "Klien memilih tingkat 2 dari 5" in text
    assert "Kata klien: Sering kurang." in text
    assert "Pekerja sosial memilih tingkat 3 dari 5" in text
    assert "Mengatasi masalah. Menurut klien belum digali." in text


def test_the_scale_is_called_our_own():
    assert "bukan instrumen tervalidasi" in str(section(Record(), "Keberfungsian").note)


def test_an_unknown_risk_is_not_called_low():
    text = told(Record(risks=[RiskNow(RiskKind.VIOLENCE, RiskLevel.UNKNOWN)]), "Risiko")
    assert "belum diketahui. Ini bukan berarti rendah" in text
    assert "Kapan dilihat lagi belum ditetapkan." in text


def test_risks_that_nobody_asked_about_are_listed():
    checked = Record(checks=[Check(DAY, [RiskKind.HUNGER])], risks=[RiskNow(RiskKind.VIOLENCE, RiskLevel.RED)])
    silent = section(checked, "Risiko").sentences[-1].text
    assert silent.startswith("Belum ditanyakan:")
    assert "tidak cukup makan" not in silent
    assert "kekerasan di rumah" not in silent
    assert "kekerasan seksual" in silent


def test_the_conclusion_is_marked_as_an_opinion():
    part = section(Record(summary="Perlu rencana pengasuhan"), "Kesimpulan")
    assert part.sentences[0].kind == "opinion"
    assert "pendapat" in str(part.note)


def test_no_sentence_diagnoses_or_claims_a_cause():
    full = Record(facts=[fact()], risks=[RiskNow(RiskKind.HEALTH, RiskLevel.ORANGE, DAY, "a", "b", "c", DAY)])
    text = " ".join(sentence.text for part in report(full) for sentence in part.sentences).lower()
    for word in ("diagnos", "menderita", "gangguan", "disebabkan", "akibat", "sehingga"):
        assert word not in text
