"""Measuring: forms are read right, percentiles are honest, promises are judged as written."""

import json

import pytest
from rich.console import Console

from rangkul.base.asking import asking_as, job
from rangkul.commons.directory import importing
from rangkul.web import bench
from rangkul.web.bench import machine, report, services, streams, targets, words
from rangkul.web.bench.browser import hidden_fields
from rangkul.web.bench.drive import _goes_on, at
from rangkul.web.bench.journeys import JOURNEYS

PAGE = """
<form action="/bahasa/"><input type="hidden" name="next" value="/"></form>
<form method="post" action="/x/tingkat/">
  <input type="hidden" name="csrfmiddlewaretoken" value="abc">
  <input name="once" value="a&amp;b" type="hidden"><input type="text" name="reason" value="no">
</form>
"""


def test_the_hidden_fields_of_the_wanted_form_are_found():
    assert hidden_fields(PAGE, "/tingkat/") == {"csrfmiddlewaretoken": "abc", "once": "a&b"}
    assert hidden_fields(PAGE) == {"next": "/"}
    assert hidden_fields(PAGE, "/elsewhere/") == {}


@pytest.mark.parametrize(
    ("times", "p50", "p95"), [([], 0.0, 0.0), ([5.0], 5.0, 5.0), ([float(n) for n in range(100)], 50.0, 95.0)]
)
def test_percentiles_are_taken_from_what_was_measured(times, p50, p95):
    assert (at(times, 0.50), at(times, 0.95)) == (p50, p95)


def test_a_client_walks_on_until_a_percentile_means_something_but_not_for_ever():
    assert _goes_on(7.9, 8, 1000)
    assert not _goes_on(8.1, 8, 1000)
    assert _goes_on(8.1, 8, 3)
    assert not _goes_on(41, 8, 3)


@pytest.mark.parametrize(
    ("change", "met"),
    [
        ({}, True),
        ({"p95": 60.1}, False),
        ({"errors": 1}, False),
        ({"steps": 0}, False),
        ({"clients": 8, "p95": 500}, None),
        ({"journey": "front page"}, None),
    ],
)
def test_a_promise_is_kept_only_without_errors_and_by_one_client(change, met):
    walked = {"journey": "queue", "clients": 1, "steps": 100, "errors": 0, "p95": 60}
    assert report.kept(walked | change) is met


@pytest.mark.django_db
def test_the_file_of_services_that_is_measured_is_read_without_a_fault():
    with asking_as(job("bench")):
        found = importing.examine(importing.read(services._table(514), "layanan.csv"))
    assert found.faults == []
    assert found.good + len(found.twins) == 514
    line = found.lines[0]
    assert line.service.places[0].region_code
    assert line.service.hours
    assert line.service.contacts
    assert line.service.source_key == "L0"


def test_every_target_belongs_to_a_journey():
    assert set(targets.P95_MS) <= set(JOURNEYS)


def test_the_words_of_the_command_are_understood(tmp_path):
    asked = words(["--persons", "1000000", "--json", str(tmp_path / "hasil.json")])
    assert asked.persons == 1_000_000
    assert asked.json.name == "hasil.json"


def test_the_pace_of_the_machine_is_told_beside_the_numbers():
    pace = machine.pace()
    assert 0 < pace["middle_ms"] <= pace["slowest_ms"]
    told = report.promises(
        {
            "journeys": [], "memory_mb": {}, "recall": {"recall": 1}, "live_ms": {"max": 1}, "load": {}, "persons": 1,
            "pace": {"before": pace | {"stolen_seconds": 2.0}, "after": pace | {"stolen_seconds": 9.4}},
        }
    )  # fmt: skip
    assert told[-1].endswith("menunggu induknya 7 detik")


HEARD = {
    "lost": 0, "twice": 0, "disordered": 0, "p50_ms": 40.0, "p99_ms": 200.0, "kb_a_stream": 19.0, "again_seconds": 3.4,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "missed"),
    [({}, []), ({"lost": 1}, ["lost"]), ({"p99_ms": 200.1}, ["p99_ms"]), ({"p99_ms": None}, ["p99_ms"])],
)
def test_streams_are_judged_number_by_number_and_what_was_not_measured_is_missed(change, missed):
    met = report.within(HEARD | change, targets.STREAMS)
    assert [name for name, kept in met.items() if not kept] == missed
    console = Console(record=True, width=100)
    report.told("streams", HEARD | change, targets.STREAMS, console)
    assert console.export_text().count("TIDAK") == len(missed)


def test_what_a_bound_names_is_what_is_measured():
    assert targets.STREAMS.keys() - {"kb_a_stream", "again_seconds"} <= streams._judged([], {}).keys()


def test_the_file_says_beside_the_numbers_which_bounds_were_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(machine, "described", lambda: {"machine": {"cores": 2}})
    asked = words(["--streams", "5", "--json", str(tmp_path / "aliran.json")])
    bench._told(asked, {"streams": HEARD | {"p99_ms": 900.0}}, {"streams": targets.STREAMS})
    kept = json.loads((tmp_path / "aliran.json").read_text())
    assert (kept["streams"]["p99_ms"], kept["met"]["streams"]["p99_ms"]) == (900.0, False)
    assert "machine" in kept
