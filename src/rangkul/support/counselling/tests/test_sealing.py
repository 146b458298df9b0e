"""Sealed letters: the server passes on what it cannot read, takes nothing else, and gives a key to its owner alone."""

import json
import os
from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.commons.trust.hooks import Whose
from rangkul.support.counselling import actions, keeping, queries
from rangkul.support.counselling.actions import key_rows
from rangkul.support.counselling.models import Draft, Message, Room, RoomKey, Transcript, WorkerKey
from rangkul.support.counselling.states import LEAST_ROUNDS
from rangkul.support.counselling.tests import browsers
from rangkul.support.counselling.tests.browsers import Pair, by_words, for_worker, opened, place
from rangkul.support.counselling.tests.conftest import CAME, begun, fresh

WORDS = "kopi payung melati sepeda hujan"
STORY = "Nama suami saya Bambang, ia menyimpan pisau"


@pytest.fixture
def pairs(cast, asking):
    """Ayu and Dimas work in the unit and hold keys, Sari supervises it and holds one; Candra has made none."""
    made = {}
    for staff in (cast.ayu, cast.dimas, cast.sari):
        with asking(staff) as by:
            made[staff.pk] = Pair()
            actions.make_key(by=by, public=made[staff.pk].public, wrapped=made[staff.pk].wrapped(WORDS, staff.pk))
    return made


@pytest.fixture
def letter(request_, cast, asking):
    """Wati's letter room, in which nobody has written yet."""
    with asking(cast.rini) as by:
        actions.set_terms(by=by, keep_days=30, letter_hours=24, seal_letters=True)
    return begun(request_, kind="letter", first_words="")


@pytest.fixture
def secret():
    return os.urandom(32)


def seal(room, by, secret, workers=None):
    wrapped = by_words(secret, WORDS, f"rangkul:ruang:1|{room.pk}|klien")
    with asking_as(by):
        there = queries.takers(fresh(room)) if workers is None else workers
        keys = {one.id: for_worker(secret, one.public, one.id, room.pk) for one in there}
        return actions.seal_room(by=by, room=fresh(room), wrapped=wrapped, keys=keys)


@pytest.fixture
def locked(letter, pairs, wati, secret):
    return seal(letter, wati, secret)


@pytest.fixture
def talks(locked, cast, asking):
    """Ayu took it."""
    with asking(cast.ayu) as by:
        return actions.take(by=by, room=fresh(locked))


def say(room, by, secret, words, once=None):
    once = once or uuid4()
    with asking_as(by):
        found = fresh(room)
        seat = next(one for one in queries.seats_of(found) if one.is_client == (by.kind == "ticket"))
        text = browsers.sealed(secret, words, place(room.pk, once, seat.pk, seat.is_client))
        return actions.send_message(by=by, room=found, text=text, client_id=once)


def key_of(room, staff, pairs):
    """The room's key as this worker's browser gets it."""
    with asking_as(staff.asker()) as by:
        row = queries.my_room_key(room, by)
        return pairs[staff.pk].room_key(row.wrapped, row.worker_key_id, room.pk)


def test_both_sides_read_and_the_server_does_not(talks, wati, secret, pairs, cast, asking):
    say(talks, wati, secret, STORY)
    say(talks, cast.ayu.asker(), secret, "Terima kasih sudah menulis.")
    theirs = key_of(talks, cast.ayu, pairs)
    with asking(cast.ayu) as by:
        rows = [one for one in queries.said(queries.newest(fresh(talks)), by, talks.pk) if not one.line]
        read = [opened(theirs, one.text, place(talks.pk, one.client_id, one.seat, one.client)) for one in rows]
    assert read == [STORY, "Terima kasih sudah menulis."]
    assert "Bambang" not in str([one.text for one in rows])
    with asking(wati) as by:
        mine = browsers.opened_by_words(
            queries.my_room_key(talks, by).wrapped, WORDS, f"rangkul:ruang:1|{talks.pk}|klien"
        )
    assert mine == secret


def dump_of(by) -> str:
    """Every row of every table that is shown to this asker, as text."""
    found = []
    with asking_as(by), connection.cursor() as cursor:
        cursor.execute(
            "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'"
            " AND table_name NOT LIKE 'wilayah%' AND has_table_privilege(quote_ident(table_name), 'SELECT')"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT string_agg(t::text, chr(10)) FROM {table} t")
            found.append(cursor.fetchone()[0] or "")
    return "\n".join(found)


def unsealed() -> str:
    """What the server reads of it with the keys that it has."""
    found = []
    with asking_as(job("apa saja")):
        for model in (Message, Draft, RoomKey, Room):
            names = [one.name for one in model._meta.get_fields() if hasattr(one, "key_attribute")]
            found += [getattr(row, name) for row in model.objects.select_related("key") for name in names]
    return "\n".join(found)


def test_a_dump_of_every_table_holds_no_plain_word(talks, wati, secret, cast):
    """Also after our own sealing is opened with the master key."""
    said = say(talks, wati, secret, STORY)
    dump = "\n".join([dump_of(job("apa saja")), dump_of(wati), dump_of(cast.ayu.asker()), unsealed()])
    assert str(said.pk) in dump
    assert "mangga muda" in dump
    for words in (STORY, "suami saya", "menyimpan pisau", WORDS, secret.hex()):
        assert words not in dump


def test_other_words_open_nothing(locked, wati, asking):
    with asking(wati) as by:
        wrapped = queries.my_room_key(locked, by).wrapped
    with pytest.raises(InvalidTag):
        browsers.opened_by_words(wrapped, "kopi payung melati sepeda panas", f"rangkul:ruang:1|{locked.pk}|klien")


@pytest.mark.parametrize("changed", ["room", "seat", "once", "side", "letter"])
def test_a_letter_opens_nowhere_else(talks, wati, secret, asking, changed):
    said = say(talks, wati, secret, STORY)
    with asking(wati):
        row = Message.objects.select_related("key").get(pk=said.pk)
        where = {"room_id": talks.pk, "once": row.client_id, "seat_id": row.seat_id, "client": True}
        body = row.body
    assert opened(secret, body, place(**where)) == STORY
    name = {"room": "room_id", "seat": "seat_id", "once": "once"}.get(changed)
    if name:
        where[name] = uuid4()
    elif changed == "side":
        where["client"] = False
    else:
        body = body[:-8] + ("A" if body[-8] != "A" else "B") + body[-7:]
    with pytest.raises(InvalidTag):
        opened(secret, body, place(**where))


def test_sent_again_it_is_the_same_letter(talks, wati, secret, cast, asking):
    once = uuid4()
    first, again = (say(talks, wati, secret, STORY, once) for _time in range(2))
    assert first.pk == again.pk


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "1.AAAA.BBBB",
        "2." + "A" * 16 + "." + "A" * 364,
        "1." + "A" * 16 + "." + "A" * 40,
        "1." + "A" * 16 + "." + "A" * 30_000,
        "1..",
        "1." + "=" * 16 + "." + "=" * 364,
    ],
)
def test_plain_words_are_refused(talks, wati, asking, text):
    for verb, more in ((actions.send_message, {"client_id": uuid4()}), (actions.keep_draft, {})):
        with asking(wati) as by, pytest.raises(Refused, match="terkunci"):
            verb(by=by, room=fresh(talks), text=text, **more)
    with asking(wati):
        assert not Message.objects.filter(line="").exists()
        assert not Draft.objects.exists()


def test_the_database_refuses_them_too(talks, wati, secret, cast, asking):
    said = say(talks, wati, secret, "Halo")
    plain = Message(room=talks, key=talks.key, seat_id=said.seat_id, number=99, client_id=uuid4())
    plain.body = STORY
    with asking(wati), pytest.raises(IntegrityError, match="sealed room"), transaction.atomic():
        plain.save(force_insert=True)
    draft = Draft(room=talks, key=talks.key)
    draft.body = STORY
    with asking(wati), pytest.raises(IntegrityError, match="sealed room"), transaction.atomic():
        draft.save(force_insert=True)


def test_a_sealed_room_stays_sealed(talks, wati, asking):
    with asking(wati), pytest.raises(IntegrityError, match="for ever"), transaction.atomic():
        Room.objects.filter(pk=talks.pk).update(end_to_end=False)


def test_after_the_first_plain_word_a_room_is_sealed_no_more(letter, pairs, wati, secret, asking):
    with asking(wati) as by:
        actions.send_message(by=by, room=fresh(letter), text="Halo", client_id=uuid4())
    with pytest.raises(Refused, match="tidak bisa dikunci lagi"):
        seal(letter, wati, secret)
    with asking(wati), pytest.raises(IntegrityError, match="before the first word"), transaction.atomic():
        Room.objects.filter(pk=letter.pk).update(end_to_end=True)


def test_only_letters_of_an_agency_that_offers_it(request_, pairs, wati, secret):
    with pytest.raises(Refused, match="tidak bisa dikunci lagi"):
        seal(begun(request_, kind="letter", first_words=""), wati, secret)


def test_without_anybody_who_holds_a_key_nothing_is_sealed(letter, wati, secret, asking):
    with asking(wati):
        assert queries.takers(fresh(letter)) == []
    with pytest.raises(Refused, match="Belum ada petugas"):
        seal(letter, wati, secret, workers=[])


def test_the_supervisor_is_not_wrapped_for_and_names_are_told_to_nobody(letter, pairs, wati, cast, asking):
    with asking(wati):
        there = queries.takers(fresh(letter))
    assert {one.staff_id for one in there} == {cast.ayu.pk, cast.dimas.pk}
    assert {one.name for one in there} == {""}


def test_sealed_twice_it_keeps_the_first_key(locked, wati, secret, asking):
    seal(locked, wati, os.urandom(32))
    with asking(wati) as by:
        wrapped = queries.my_room_key(locked, by).wrapped
    assert browsers.opened_by_words(wrapped, WORDS, f"rangkul:ruang:1|{locked.pk}|klien") == secret


def test_nobody_sees_the_keys_of_another(locked, pairs, wati, cast):
    for asker, pairs_seen, keys_seen in (
        (wati, 0, 1), (cast.ayu.asker(), 1, 1), (cast.sari.asker(), 1, 0), (cast.candra.asker(), 0, 0),
        (cast.budi.asker(), 0, 0),
    ):  # fmt: skip
        with asking_as(asker):
            assert (WorkerKey.objects.count(), RoomKey.objects.count()) == (pairs_seen, keys_seen), asker


def test_only_who_holds_the_key_takes_it(letter, pairs, wati, secret, cast, asking):
    with asking(wati):
        only_dimas = [one for one in queries.takers(fresh(letter)) if one.staff_id == cast.dimas.pk]
    seal(letter, wati, secret, only_dimas)
    with asking(cast.ayu) as by, pytest.raises(Refused, match="tidak memegang kuncinya"):
        actions.take(by=by, room=fresh(letter))
    with asking(cast.dimas) as by:
        assert actions.take(by=by, room=fresh(letter)).state == "open"


def test_handing_over_wraps_the_key_for_the_colleague(talks, wati, secret, pairs, cast, asking):
    say(talks, wati, secret, STORY)
    theirs = key_of(talks, cast.ayu, pairs)
    with asking(cast.ayu) as by, pytest.raises(Refused, match="belum memegang kunci"):
        actions.call_in(by=by, room=fresh(talks), staff=cast.sari)
    with asking(cast.ayu) as by, pytest.raises(Refused, match="belum membuat kunci"):
        actions.hand_over(by=by, room=fresh(talks), staff=cast.candra)
    with asking(cast.ayu) as by:
        sari = next(one for one in queries.holders(fresh(talks)) if one.staff_id == cast.sari.pk)
        wrapped = for_worker(theirs, sari.public, sari.id, talks.pk)
        actions.call_in(by=by, room=fresh(talks), staff=cast.sari, wrapped=wrapped)
    assert key_of(talks, cast.sari, pairs) == secret
    with asking(cast.ayu) as by:
        # Dimas had it since it was sealed.
        actions.hand_over(by=by, room=fresh(talks), staff=cast.dimas)
    assert key_of(talks, cast.dimas, pairs) == secret
    with asking(cast.ayu):
        assert not RoomKey.objects.exists()


def test_the_client_compares_the_key_of_a_supervisor_who_was_called_in_and_of_none_who_sits_beside(
    talks, wati, secret, pairs, cast, asking
):
    def seated():
        with asking(wati):
            return [one.name for one in queries.holders(fresh(talks)) if one.seated]

    with asking(cast.sari) as by:
        actions.send_message(by=by, room=fresh(talks), text="Saya ikut membaca.", lane="aside")
    assert seated() == ["Ayu"]
    with asking(cast.sari) as by:
        actions.leave(by=by, room=fresh(talks))
    with asking(cast.ayu) as by:
        sari = next(one for one in queries.holders(fresh(talks)) if one.staff_id == cast.sari.pk)
        wrapped = for_worker(secret, sari.public, sari.id, talks.pk)
        actions.call_in(by=by, room=fresh(talks), staff=cast.sari, wrapped=wrapped)
    assert sorted(seated()) == ["Ayu", "Sari"]


def test_pages_hear_that_a_key_was_lost_and_given(talks, wati, secret, pairs, cast, asking, monkeypatch):
    told = []
    monkeypatch.setattr(key_rows, "tell", lambda name, subject, topics: told.append((name, subject, topics)))
    new = Pair()
    with asking(cast.ayu) as by:
        actions.replace_key(by=by, public=new.public, wrapped=new.wrapped("kata baru", cast.ayu.pk))
    everybody = {talks.pk, key_rows.aside_topic(talks.pk)}
    assert told == [("room.keyed", talks.pk, everybody)]
    with asking(wati) as by:
        (ayu,) = [one for one in queries.holders(fresh(talks)) if one.seated]
        wrapped = for_worker(secret, ayu.public, ayu.id, talks.pk)
        actions.give_key(by=by, room=fresh(talks), worker_key=ayu.id, wrapped=wrapped)
    assert told == [("room.keyed", talks.pk, everybody)] * 2


def test_other_words_of_the_client_wrap_the_same_key(locked, wati, secret, asking):
    wrapped = by_words(secret, "lima kata yang baru sekali", f"rangkul:ruang:1|{locked.pk}|klien")
    with asking(wati) as by:
        actions.rewrap_room(by=by, room=fresh(locked), wrapped=wrapped)
        kept = queries.my_room_key(locked, by).wrapped
    assert browsers.opened_by_words(kept, "lima kata yang baru sekali", f"rangkul:ruang:1|{locked.pk}|klien") == secret


@pytest.mark.parametrize(
    "weak", [{"rounds": LEAST_ROUNDS - 1}, {"rounds": "600000"}, {"kdf": "none"}, {"v": 2}, {"salt": "AAAA"}, {"x": 1}]
)
def test_a_weak_wrapping_is_refused_whoever_wishes_it(locked, wati, secret, asking, weak):
    good = json.loads(by_words(secret, WORDS, f"rangkul:ruang:1|{locked.pk}|klien"))
    with asking(wati) as by, pytest.raises(Refused):
        actions.rewrap_room(by=by, room=fresh(locked), wrapped=json.dumps({**good, **weak}))


def test_a_point_beside_the_curve_is_no_key(cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused):
        actions.make_key(by=by, public=browsers.text_of(b"\x04" + b"\x01" * 64), wrapped=Pair().wrapped(WORDS, "x"))


def test_a_lost_key_is_replaced_and_given_anew(talks, wati, secret, pairs, cast, asking):
    say(talks, wati, secret, STORY)
    new = Pair()
    with asking(cast.ayu) as by:
        actions.replace_key(by=by, public=new.public, wrapped=new.wrapped("kata baru", cast.ayu.pk))
        assert queries.my_room_key(talks, by) is None
    with asking(wati) as by:
        (ayu,) = [one for one in queries.holders(fresh(talks)) if one.seated]
        assert (ayu.name, ayu.given) == ("Ayu", False)
        wrapped = for_worker(secret, ayu.public, ayu.id, talks.pk)
        actions.give_key(by=by, room=fresh(talks), worker_key=ayu.id, wrapped=wrapped)
        actions.give_key(by=by, room=fresh(talks), worker_key=ayu.id, wrapped=wrapped)
    pairs[cast.ayu.pk] = new
    assert key_of(talks, cast.ayu, pairs) == secret


def test_a_key_goes_only_to_who_sits_there(talks, wati, secret, pairs, cast, asking):
    with asking(wati) as by:
        dimas = next(one for one in queries.holders(fresh(talks)) if not one.seated)
        wrapped = for_worker(secret, dimas.public, dimas.id, talks.pk)
        with pytest.raises(Refused, match="tidak duduk"):
            actions.give_key(by=by, room=fresh(talks), worker_key=dimas.id, wrapped=wrapped)
    with asking(cast.dimas) as by, pytest.raises(PermissionDenied):
        actions.give_key(by=by, room=talks, worker_key=dimas.id, wrapped=wrapped)


def test_who_has_a_key_makes_no_second_one(pairs, cast, asking):
    other = Pair()
    with asking(cast.ayu) as by, pytest.raises(Refused, match="sudah punya"):
        actions.make_key(by=by, public=other.public, wrapped=other.wrapped(WORDS, cast.ayu.pk))


def test_one_press_says_danger_because_no_machine_reads(talks, wati, secret, cast, asking):
    say(talks, wati, secret, "Saya ingin mengakhiri hidup saya malam ini")
    with asking(cast.ayu) as by:
        assert not fresh(talks).red
        assert [one.signs for one in queries.said(queries.newest(fresh(talks)), by, talks.pk) if one.signs] == []
    with asking(wati) as by:
        actions.say_danger(by=by, room=fresh(talks))
        actions.say_danger(by=by, room=fresh(talks))
    with asking(cast.ayu):
        assert fresh(talks).red
        assert fresh(talks).request.level == "merah"


def test_the_copy_and_the_file_hold_plain_words_only_where_the_client_wants(talks, wati, secret, cast, asking):
    say(talks, wati, secret, STORY)
    with asking(cast.ayu) as by, pytest.raises(Refused, match="tidak meminta"):
        actions.hand_in_words(by=by, room=fresh(talks), text=STORY)
    with asking(wati) as by:
        actions.choose_transcript(by=by, room=fresh(talks), in_file=True)
    with asking(cast.ayu) as by:
        actions.hand_in_words(by=by, room=fresh(talks), text=STORY)
        (section,) = keeping.copy_of_rooms(Whose((), talks.request_id))
        assert STORY in str(section.rows)
        assert "1." not in str(section.rows)
    with asking(wati) as by:
        actions.choose_transcript(by=by, room=fresh(talks), in_file=False)
    with asking(cast.ayu):
        assert not Transcript.objects.exists()
        (section,) = keeping.copy_of_rooms(Whose((), talks.request_id))
        assert "Bambang" not in str(section.rows)


def test_with_the_words_go_the_keys(talks, wati, secret, cast, asking):
    from rangkul.support.counselling.tests.test_words_go import pass_days

    say(talks, wati, secret, STORY)
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(talks), came=CAME)
    pass_days(talks)
    with asking_as(job("apa saja")):
        assert not RoomKey.objects.exists()
        assert not Message.objects.exists()


def test_each_deed_is_an_event_without_a_word(locked, wati, asking, cast):
    with asking_as(job("apa saja")):
        said = Event.objects.get(name="room.sealed")
        assert said.payload == {"workers": 2}
        assert Event.objects.filter(name="worker_key.made").count() == 3


def test_the_room_before_it_was_sealed_is_kept_as_a_version(locked, cast, asking):
    with asking(cast.agus), connection.cursor() as cursor:
        cursor.execute("SELECT before ->> 'end_to_end' FROM base_version WHERE row_id = %s", [locked.pk])
        assert [row[0] for row in cursor.fetchall()] == ["false"]
