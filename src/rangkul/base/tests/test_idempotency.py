"""The same POST twice is one POST."""

from uuid import uuid4

import pytest

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.idempotency import once, scope_of

BY = job("uji")


def test_the_second_time_gives_the_first_answer(db):
    ran = []
    with asking_as(BY):
        key = uuid4()
        answers = [once(key, "uji", lambda: ran.append(1) or {"n": len(ran)}) for _ in range(3)]
    assert answers == [{"n": 1}] * 3


def test_without_a_key_each_call_runs(db):
    ran = []
    with asking_as(BY):
        for _ in range(2):
            once(None, "uji", lambda: ran.append(1) or {})
    assert len(ran) == 2


def test_a_key_of_somebody_else_is_refused(db):
    with asking_as(BY):
        key = uuid4()
        once(key, scope_of(BY, "satu"), dict)
        with pytest.raises(Refused):
            once(key, "orang-lain", dict)


def test_a_failed_first_time_keeps_no_answer(db):
    key = uuid4()
    with asking_as(BY):
        with pytest.raises(Refused):
            once(key, "uji", lambda: (_ for _ in ()).throw(Refused("belum")))
        assert once(key, "uji", lambda: {"n": 2}) == {"n": 2}
