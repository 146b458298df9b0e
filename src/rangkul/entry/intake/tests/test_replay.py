"""What a changed rule would have decided."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from rangkul.base import rules
from rangkul.base.clock import now
from rangkul.base.rules import because
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.replay import replay
from rangkul.entry.intake.tests.situations import IN_DANGER, handed_in

pytestmark = pytest.mark.django_db

SINCE = now() - timedelta(days=1)


@pytest.fixture
def everything_red():
    """`everything_red()` adds another version of the triage rule, for the length of a test."""

    def triage_99(given):
        return {"level": "merah", "due": given["received_at"]}, [because("all", "Semuanya merah.")]

    yield lambda: rules.versioned("triage", 99)(triage_99)
    rules._rules["triage"].pop(99, None)


def test_the_same_rule_changes_nothing(cast):
    handed_in()
    report = replay(1, SINCE)
    assert (report.looked_at, report.differences) == (1, [])


def test_a_changed_rule_shows_what_it_would_move(cast, asking, everything_red):
    calm = handed_in()
    handed_in(IN_DANGER)
    everything_red()
    report = replay(99, SINCE)
    assert report.looked_at == 2
    assert [(one.request_id, one.before, one.after) for one in report.differences] == [(calm.pk, "kuning", "merah")]
    assert report.differences[0].reasons == ("Semuanya merah.",)
    assert report.moves == {("kuning", "merah"): 1}
    with asking(cast.ayu):
        assert Request.objects.get(pk=calm.pk).level == "kuning"


def test_the_command_tells_it_in_plain_words(cast, everything_red, capsys):
    handed_in()
    everything_red()
    call_command("replay_rule", "99")
    assert "1 keputusan dicoba lagi, 1 menjadi lain." in capsys.readouterr().out
    with pytest.raises(CommandError, match="Tidak ada versi 7"):
        call_command("replay_rule", "7")
