"""`rangkul peers` shows the key of this house, and changes it."""

import pytest
from django.apps import apps

from rangkul.base.asking import asking_as
from rangkul.base.models import Event
from rangkul.base.trouble import Trouble
from rangkul.tell.exchange.peers import keys, queries
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.web.cli import peers


def test_it_shows_what_is_read_out_by_telephone(db, capsys):
    assert peers.shown() == 0
    assert keys.own(1).public.fingerprint in capsys.readouterr().out


def test_a_new_key_counts_at_once_and_the_old_opens_still(db, capsys):
    peers.shown(new=True)
    assert keys.own(2).public.fingerprint in capsys.readouterr().out
    with asking_as(HOUSE):
        assert queries.generation() == 2
        assert set(queries.identities()) == {1, 2}
        assert Event.objects.filter(name="house_key.changed").count() == 1


def test_without_the_module_it_says_so(monkeypatch):
    monkeypatch.setattr(apps, "is_installed", lambda _name: False)
    with pytest.raises(Trouble):
        peers.shown()
