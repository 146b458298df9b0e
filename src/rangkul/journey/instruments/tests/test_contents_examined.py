"""From the answer that a browser sends to what scoring says, through the house's own examination."""

import uuid

import pytest
from lxml import etree

from rangkul.base.xforms import Refused, check
from rangkul.journey.instruments.scoring import score
from rangkul.journey.instruments.scoring.fitting import unfit
from rangkul.journey.instruments.scoring.shipped import keys, shipped
from rangkul.journey.instruments.tests import retired


def form_of(key):
    checked = check(shipped(key).form.encode(), "form.md")
    assert checked.faults == ()
    assert checked.notices == ()
    return checked.form


def answer(form, values):
    """What a browser sends: every node of the form, with these values."""
    model = etree.fromstring(form.xml).find(".//{http://www.w3.org/2002/xforms}instance")
    data = model[0]
    for node in data.iter():
        name = etree.QName(node).localname
        if name in values:
            node.text = str(values[name])
        if name == "instanceID":
            node.text = f"uuid:{uuid.uuid4()}"
    return etree.tostring(data)


@pytest.mark.parametrize("key", keys())
def test_it_stands_the_check_and_can_be_scored(key):
    form = form_of(key)
    choices = {}
    for question in form.all_questions():
        steps = question.parameters if question.kind == "range" else {}
        numbers = [str(n) for n in range(int(steps["start"]), int(steps["end"]) + 1)] if steps else []
        choices[question.name] = [choice.name for choice in question.choices] or numbers
    labels = [label for question in form.all_questions() for label in question.labels.values()]
    faults = unfit(shipped(key).rules, choices, labels)
    assert [fault.id for fault in faults if "teks resmi" not in fault.id] == []
    assert bool(faults) is not shipped(key).publishable


def test_a_sent_phq9_is_scored():
    form = form_of("phq9")
    sent = answer(form, {f"phq9_{n}": 2 for n in range(1, 10)} | {"phq9_function": 1})
    scored = score(shipped("phq9").rules, form.examine(sent).values)
    assert (scored.total, scored.band.key, scored.level) == (18, "moderately_severe", "merah")


def test_a_sent_rating_is_scored_with_its_numbers():
    form, rules = check(retired.FORM, "form.md").form, retired.RULES
    sent = answer(form, dict.fromkeys(rules.items, 10) | {"alliance_free": 0})
    scored = score(rules, form.examine(sent).values)
    assert {part.key: part.total for part in scored.parts} == {"heard": 10, "matters": 10, "free": 0, "next": 10}


def test_what_was_answered_before_it_turned_out_to_be_unsafe_is_not_scored():
    """The form hides the questions again, and what is hidden was not said."""
    form = form_of("hark")
    sent = answer(form, {"safe_now": "tidak"} | {f"hark_{n}": "tidak" for n in range(1, 5)})
    scored = score(shipped("hark").rules, form.examine(sent).values)
    assert (scored.total, scored.band, len(scored.missing)) == (None, None, 4)


def test_a_sent_screener_without_thoughts_asks_no_more():
    form = form_of("cssrs_screen")
    sent = answer(form, {"cssrs_1": "tidak", "cssrs_2": "tidak", "cssrs_6": "tidak"})
    assert score(shipped("cssrs_screen").rules, form.examine(sent).values).band.key == "none_named"


def test_a_screener_keeps_no_answer_about_thoughts_that_were_taken_back():
    form = form_of("cssrs_screen")
    sent = answer(form, {"cssrs_1": "tidak", "cssrs_2": "tidak", "cssrs_4": "ya", "cssrs_6": "tidak"})
    assert score(shipped("cssrs_screen").rules, form.examine(sent).values).band.key == "none_named"


@pytest.mark.parametrize("value", ["4", "dua", "-1", "1 2"])
def test_an_answer_that_is_no_choice_is_refused_before_it_is_scored(value):
    form = form_of("phq9")
    with pytest.raises(Refused):
        form.examine(answer(form, {"phq9_1": value}))


def test_the_danger_judgement_needs_the_worker_and_a_reason():
    form = form_of("dv_danger_own")
    with pytest.raises(Refused) as refused:
        form.examine(answer(form, {"dv_weapon": "ada"}))
    assert {fault.path.rpartition("/")[2] for fault in refused.value.faults} == {"dv_judgement", "dv_reason"}
