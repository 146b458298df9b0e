"""Every instrument of this release: its form compiles, its rules fit the form."""

import json
import re

import pytest
from lxml import etree
from pyxform.xls2xform import convert

from rangkul.journey.instruments.rendering import render
from rangkul.journey.instruments.scoring import Rules
from rangkul.journey.instruments.scoring.fitting import EMPTY_SLOT, unfit
from rangkul.journey.instruments.scoring.sentences import DISCLAIMER
from rangkul.journey.instruments.scoring.shipped import DATA, keys, shipped

LANGUAGES = {"Bahasa Indonesia (id)", "English (en)"}
NEVER = {"whodas12", "sdq", "hits", "da", "zarit", "iat", "outcomes_star", "ppi_idn", "fapgar"}
X = {"x": "http://www.w3.org/2002/xforms", "h": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module", params=keys())
def instrument(request):
    return shipped(request.param)


def compiled(instrument):
    converted = convert(instrument.form, file_type=".md")
    return etree.fromstring(converted.xform.encode()), converted.warnings


def settings(instrument):
    lines = [line for line in instrument.form.splitlines() if line.startswith("|")]
    at = next(n for n, line in enumerate(lines) if line.startswith("| settings"))
    header, values = ([cell.strip() for cell in line.split("|")[2:-1]] for line in lines[at + 1 : at + 3])
    return dict(zip(header, values, strict=True))


def choices(form, item):
    """The names that may be chosen for this question."""
    control = form.xpath(f"//*[substring(@ref, string-length(@ref) - {len(item)}) = '/{item}']")[-1]
    inline = control.xpath(".//x:item/x:value/text()", namespaces=X)
    if inline:
        return set(inline)
    listed = re.search(r"instance\('([^']+)'\)", control.xpath(".//x:itemset/@nodeset", namespaces=X)[0]).group(1)
    return set(form.xpath(f"//x:instance[@id='{listed}']/x:root/x:item/x:name/text()", namespaces=X))


def test_its_form_compiles_without_a_warning(instrument):
    assert compiled(instrument)[1] == []


def test_form_and_rules_carry_the_same_key_and_version(instrument):
    said = settings(instrument)
    assert (said["form_id"], said["version"]) == (instrument.rules.key, instrument.rules.version)
    assert said["default_language"] == "Bahasa Indonesia (id)"
    assert instrument.key == instrument.rules.key


def test_its_rules_name_questions_of_its_form_with_their_choices(instrument):
    form, _ = compiled(instrument)
    for item in instrument.rules.items:
        possible = set(instrument.rules.answers[item].points)
        if form.xpath(f"//x:range[contains(@ref, '/{item}')]", namespaces=X):
            bounds = form.xpath(f"//x:range[contains(@ref, '/{item}')]", namespaces=X)[0]
            assert possible == {str(n) for n in range(int(bounds.get("start")), int(bounds.get("end")) + 1)}
        else:
            assert choices(form, item) == possible, item


def test_every_label_is_said_in_both_languages(instrument):
    form, _ = compiled(instrument)
    for text in form.xpath("//x:itext/x:translation/x:text", namespaces=X):
        assert text.xpath("string(x:value)", namespaces=X).strip() not in {"", "-"}, text.get("id")
    assert set(form.xpath("//x:itext/x:translation/@lang", namespaces=X)) == LANGUAGES


def test_it_says_that_it_is_no_diagnosis(instrument):
    """Self-judgement is no screening; it says in its own words what it is not."""
    if instrument.key != "digital_ready_own":
        assert DISCLAIMER.id in instrument.form
        assert DISCLAIMER.en in instrument.form
    assert "bukan diagnosis" in instrument.form
    assert "not a diagnosis" in instrument.form


def test_names_of_questions_are_unique(instrument):
    """Answers travel as a flat mapping."""
    form, _ = compiled(instrument)
    instance = form.xpath("//h:head/x:model/x:instance[1]/*", namespaces=X | {"h": X["h"]})[0]
    names = [etree.QName(node).localname for node in instance.iter() if isinstance(node.tag, str)]
    assert len(names) == len(set(names))


def test_no_instrument_without_a_licence_to_ship_it_lies_here():
    assert not NEVER & set(keys())
    assert not NEVER & {folder.name for folder in DATA.iterdir()}


def test_rules_are_kept_as_they_are_read(instrument):
    stored = json.loads((DATA / instrument.key / "scoring.json").read_text("utf-8"))
    assert Rules.load(stored) == instrument.rules


def test_the_worker_is_told_source_licence_and_status(instrument):
    rules = instrument.rules
    assert rules.sources
    assert rules.licence.name
    assert rules.licence.holder
    assert rules.status.id != rules.status.en


CORE = {"phq9", "phq2", "gad7", "wgss", "hark", "dv_danger_own", "sas_sv", "ssm", "digital_ready_own"}
CONDITIONAL = {"srq20", "who5", "psc17", "ace", "mspss", "barthel", "katz", "cssrs_screen"}
WAITING_FOR_OFFICIAL_TEXT = {"psc17", "cssrs_screen"}


def test_the_packs_hold_what_they_should():
    packs = {pack: {key for key in keys() if shipped(key).rules.pack == pack} for pack in ("core", "conditional")}
    assert packs == {"core": CORE, "conditional": CONDITIONAL}


def test_what_waits_for_its_official_text_cannot_be_published():
    assert {key for key in keys() if not shipped(key).publishable} == WAITING_FOR_OFFICIAL_TEXT


def test_no_question_of_the_cssrs_is_written_from_memory():
    rows = [line for line in shipped("cssrs_screen").form.splitlines() if "| select_one" in line]
    assert len(rows) == 7
    for row in rows:
        indonesian, english = (cell.strip() for cell in row.split("|")[4:6])
        assert re.fullmatch(rf"\d[b]?\. {re.escape(EMPTY_SLOT)} \([^)]+\)", indonesian), indonesian
        assert re.fullmatch(rf"\d[b]?\. {re.escape(EMPTY_SLOT)} \([^)]+\)", english), english


def test_an_agency_that_fills_in_the_official_text_is_scored():
    waiting = shipped("psc17")
    choices = {item: ["0", "1", "2"] for item in waiting.rules.items} | {"note": []}
    assert unfit(waiting.rules, choices, ["Tidak bisa diam"]) == ()


def test_a_form_that_does_not_fit_is_told_why():
    rules = shipped("psc17").rules
    choices = {item: ["0", "1", "2"] for item in rules.items[1:]} | {rules.items[-1]: ["1", "2", "3"]}
    faults = [fault.id for fault in unfit(rules, choices, [f"1. {EMPTY_SLOT}", f"2. {EMPTY_SLOT}"])]
    assert faults == [
        f"Pertanyaan {rules.items[0]} belum ada di formulir.",
        f"Pilihan jawaban pertanyaan {rules.items[-1]} harus bernama 0, 1, 2.",
        "Masih ada 2 tempat yang menunggu teks resmi.",
    ]


def test_words_fit_where_they_are_kept(instrument):
    rules = instrument.rules
    for name in (rules.name.id, rules.name.en):
        assert len(name) <= 160
        assert len(name.partition(":")[0]) <= 40
    assert max(len(rules.purpose.id), len(rules.purpose.en)) <= 400
    assert max(len(rules.licence.notice.id), len(rules.licence.notice.en)) <= 1000


def test_the_readme_names_every_instrument_and_the_terms_of_its_holder():
    readme = (DATA / "README.md").read_text("utf-8")
    for key in keys():
        licence = shipped(key).rules.licence
        assert f"`{key}`" in readme
        assert licence.holder == "Rangkul" or f"| `{key}` | {licence.holder} | {licence.name} |" in readme


def test_a_smallest_change_says_where_it_was_published_and_for_whom(instrument):
    """Or that nobody here has seen it there; no number without its source."""
    minimal = instrument.rules.minimal
    if minimal is not None:
        assert minimal.source.endswith(".")
        assert minimal.holds_for or instrument.rules.unconfirmed


@pytest.mark.parametrize(("key", "long"), [("phq9", False), ("digital_ready_own", True)])
def test_sentences_stand_under_each_other_and_few_words_beside(key, long):
    xform = convert(shipped(key).form, file_type=".md").xform
    assert ("option-long" in render(xform, "id").questions) is long
