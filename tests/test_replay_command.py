"""`rangkul replay`: what another version of a rule would have decided, in words and tables."""

from argparse import Namespace

import pytest

from rangkul.base import rules
from rangkul.base.rules import because
from rangkul.base.trouble import Trouble
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.web.cli import replay as command

pytestmark = pytest.mark.django_db


@pytest.fixture
def everything_red():
    """`everything_red()` adds another version of the triage rule, for the length of a test."""

    def triage_99(given):
        return {"level": "merah", "due": given["received_at"]}, [because("all", "Semuanya merah.")]

    yield lambda: rules.versioned("triage", 99)(triage_99)
    rules._rules["triage"].pop(99, None)


def words(**more):
    return Namespace(**{"rule": "triage", "version": None, "days": 365, "show": 20, **more})


def test_the_command_tells_it_in_plain_words(cast, everything_red, capsys):
    made = handed_in()
    everything_red()
    command.tell(command.replayed(words(version=99)))
    said = capsys.readouterr().out
    assert "Aturan triage versi 99: 1 keputusan dicoba lagi, 1 menjadi lain." in said
    for word in ("Kuning", "Merah", made.ticket_words, "+ Semuanya merah.", "− Ada kebutuhan"):
        assert word in said


@pytest.mark.parametrize(("given", "sentence"), [({"version": 7}, "versi 7"), ({"rule": "sihir"}, "'sihir'")])
def test_what_there_is_not_is_said(cast, given, sentence):
    with pytest.raises(Trouble, match=sentence):
        command.replayed(words(**given))
