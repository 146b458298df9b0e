"""The agency's scoring sheet says which risk a grave answer raises; without a word it is "another risk"."""

import pytest

from rangkul.journey.assessment.models import Risk
from rangkul.journey.assessment.states import RiskKind
from rangkul.journey.instruments import actions, queries, reading
from rangkul.journey.instruments.models import Instrument
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.receiving import received
from rangkul.journey.instruments.scoring import Rules, Scored, score
from rangkul.journey.instruments.tests.test_scoring_sheet import CALM, changed, faults

HEAD = changed("| level |unanswered |", "| level | risk |unanswered |")
ROWS = (
    ("kuning | |", "kuning | | |"),
    ("oranye | |", "oranye | {band} | |"),
    ("| merah | oranye |", "| merah | {one} | oranye |"),
)


def book(one="kekerasan", band=""):
    text = HEAD
    for old, new in ROWS:
        assert old in text
        text = text.replace(old, new.format(one=one, band=band), 1)
    return text


def findings(text, **answers):
    rules = Rules.load(received(Parcel("beban.md", text.encode()), "Disusun sendiri").rules)
    scored = score(rules, CALM | answers)
    assert Scored.of(scored.to_json()) == scored
    return [finding.danger for finding in scored.findings]


@pytest.mark.parametrize("word", ["kekerasan", "violence", "Kekerasan"])
def test_a_grave_answer_names_its_risk_in_either_language(word):
    assert findings(book(word), aman="0") == ["violence"]


def test_an_unanswered_one_asks_about_the_same_risk():
    assert findings(book(), aman="") == ["violence"]


def test_a_band_may_name_one_too():
    assert findings(book(band="kesehatan"), tidur="sering", makan="sering", beban="4") == ["health"]


def test_every_risk_of_the_house_can_be_named():
    for kind in RiskKind:
        assert findings(book(kind.value), aman="0") == [kind.value]


def test_a_word_that_is_no_risk_has_its_place():
    assert any("kolom risk: “hantu” tidak dikenal" in fault for fault in faults(book("hantu")))


def test_a_band_that_calls_nobody_raises_nothing():
    text = book().replace("| Ringan | Light | Dengarkan. | |", "| Ringan | Light | Dengarkan. | | zat |", 1)
    assert any("kolom risk" in fault for fault in faults(text))


@pytest.mark.parametrize(("word", "kind"), [("bunuh_diri", "self_harm"), ("", "other")])
def test_the_case_carries_that_risk(cast, asking, case, word, kind):
    with asking(cast.adi) as adi:
        kept = actions.keep_upload(by=adi, ready=received(Parcel("beban.md", book(word).encode()), "Sendiri"))
        actions.publish_version(by=adi, version=kept)
    with asking(cast.ayu) as ayu:
        version = queries.newest_version(Instrument.objects.get(key="beban_asuh"))
        xml = reading.form_of(version).answer_from(CALM | {"aman": "0"})
        actions.record(by=ayu, case=case, version=version, given=actions.Given(answer=xml, person=case.person))
        assert Risk.objects.get(case=case).kind == kind
