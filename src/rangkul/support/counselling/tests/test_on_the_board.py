"""Conversations that are red, closed by the code word or late stand on the crisis board of who may see them."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.support.counselling import queries
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.tests.test_heeding import GRAVE

AT = "/kerja/krisis/"
SYSTEM = job("uji")


def shown(signed_in, staff) -> str:
    return signed_in(staff).get(f"{AT}papan/").content.decode()


def late(room):
    with asking_as(SYSTEM):
        Room.objects.filter(pk=room.pk).update(answer_due=clock.now() - timedelta(minutes=1))


def test_a_calm_conversation_is_not_there(taken, cast, signed_in):
    assert f"/kerja/konseling/{taken.pk}/" not in shown(signed_in, cast.ayu)


def test_a_red_one_is_there_until_it_ends_also_when_it_was_answered(taken, talk, cast, signed_in):
    talk.wati(GRAVE)
    talk.ayu("Saya di sini.")
    for staff in (cast.ayu, cast.sari):
        page = shown(signed_in, staff)
        assert f"/kerja/konseling/{taken.pk}/" in page
        assert "Percakapan merah" in page


def test_one_that_the_code_word_closed_waits_for_somebody(taken, talk, cast, signed_in):
    talk.wati("mangga muda")
    page = shown(signed_in, cast.sari)
    assert "Ditutup dengan kata rahasia" in page
    assert 'data-rangkul-waiting="1"' in page


def test_one_in_which_an_answer_is_due_waits_for_somebody(room, cast, signed_in):
    late(room)
    page = shown(signed_in, cast.sari)
    assert "Menunggu jawaban" in page
    assert 'data-rangkul-waiting="1"' in page


@pytest.mark.parametrize("name", ["budi", "candra"])
def test_others_see_nothing_of_it(taken, talk, cast, asking, name):
    talk.wati(GRAVE)
    with asking(getattr(cast, name)) as by:
        assert queries.alarms(by) == []


def test_many_cost_one_query_and_one_for_all_their_owners(taken, cast, asking, django_assert_num_queries):
    """Joined, whose name may be read would be asked of the whole house before a conversation is looked for."""
    with asking(cast.ayu) as by, django_assert_num_queries(1):
        assert queries.alarms(by) == []
    late(taken)
    with asking(cast.ayu) as by, django_assert_num_queries(2):
        assert len(queries.alarms(by)) == 1
