"""How long a change takes to another screen: what was refused has changed nothing, and is counted apart."""

from types import SimpleNamespace

from rangkul.web.bench import live
from rangkul.web.bench.journeys import Subjects, Worker


def _measured(monkeypatch, answers):
    given = iter(answers)
    monkeypatch.setattr(live, "_change", lambda port, worker, number: next(given))
    ear = SimpleNamespace(wait_after=lambda moment: moment + live._PATIENCE + 0.02, error="")
    monkeypatch.setattr(live, "_Ear", lambda worker, port: ear)
    page = SimpleNamespace(ms=10.0)
    monkeypatch.setattr(live, "Browser", lambda port, cookies: SimpleNamespace(get=lambda path: page))
    return live.measure(Subjects(1, (Worker("s", requests=("r",)),), ()), 2)


def test_a_refusal_is_no_change_that_nobody_heard(monkeypatch):
    found = _measured(monkeypatch, [None, *[1.0] * live.TRIES])
    assert (found["tries"], found["refused"], found["heard"]) == (live.TRIES + 1, 1, live.TRIES)
    assert found["p50"] == 30.0


def test_where_all_is_refused_nothing_is_claimed(monkeypatch):
    found = _measured(monkeypatch, [None] * 2 * live.TRIES)
    assert found["refused"] == 2 * live.TRIES
    assert "p50" not in found
