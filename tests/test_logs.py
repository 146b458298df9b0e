"""Logs tell where something broke, never what somebody wrote."""

import logging

import pytest
from django.db import IntegrityError, OperationalError, connection
from django.http import HttpResponse
from django.urls import path

from rangkul.web import errors
from rangkul.web.logs import Discreet

SECRET = "Wati Rahasia"


def breaks(request, who):
    raise ValueError(f"cannot read {SECRET}")


def breaks_a_rule(request):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE orang (nama text CONSTRAINT orang_bernama CHECK (length(nama) < 3))")
        cursor.execute("INSERT INTO orang VALUES (%s)", [SECRET])


def loses_the_database(request):
    raise OperationalError("server closed the connection")


urlpatterns = [
    path("sehat/<str:who>/", breaks),
    path("sehat/", breaks_a_rule),
    path("keluar/", loses_the_database),
    path("api/", loses_the_database),
    path("", lambda request: HttpResponse("ok")),
]
handler404, handler500 = errors.not_found, errors.broken
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def broken(visitor, caplog):
    """Send a POST that breaks; the answer, and everything that was logged as the house logs it."""
    visitor.raise_request_exception = False
    house = Discreet("%(levelname)s %(name)s %(message)s")

    def send(address):
        caplog.clear()
        answer = visitor.post(address)
        return answer, "\n".join(house.format(record) for record in caplog.records)

    return send


def test_an_exception_is_told_by_kind_and_place(broken):
    answer, said = broken(f"/sehat/{SECRET}/")
    assert answer.status_code == 500
    assert "builtins.ValueError" in said
    assert "in breaks" in said
    assert "500 POST /sehat/<str:who>/" in said
    assert SECRET not in said
    assert "Rahasia" not in said


def test_a_broken_constraint_is_named_without_its_row(broken):
    answer, said = broken("/sehat/")
    assert answer.status_code == 500
    assert f"{IntegrityError.__module__}.IntegrityError 23514 orang_bernama" in said
    assert SECRET not in said


def test_an_unknown_address_is_not_repeated(broken):
    answer, said = broken(f"/keluar/{SECRET}")
    assert answer.status_code == 404
    assert "Rahasia" not in said


def test_another_message_passes_as_it_is():
    record = logging.LogRecord("rangkul", logging.WARNING, __file__, 1, "%d pekerjaan", (3,), None)
    assert Discreet("%(message)s").format(record) == "3 pekerjaan"


def test_a_database_that_is_away_is_no_fault_of_the_page(broken):
    answer, _ = broken("/keluar/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert "Mengirim ulang tidak membuat data ganda" in answer.content.decode()


def test_a_program_is_told_to_send_again_under_the_same_key(broken):
    answer, _ = broken("/api/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
    assert "Idempotency-Key" in answer.json()["message"]
