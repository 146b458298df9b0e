"""A referral of ours goes to another house: once, in order, proved; what comes back is said through its own door."""

import json
from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.base.asking import acting
from rangkul.commons.trust import actions as trust
from rangkul.support.referral import actions as referrals
from rangkul.support.referral.models import Referral
from rangkul.support.referral.tests.conftest import ASKED
from rangkul.tell.exchange.peers import queries
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Heard, Message, Outgoing, Peer
from rangkul.tell.exchange.peers.taking_in import take_in


def state(asking, cast, referral) -> str:
    with asking(cast.ayu):
        return Referral.objects.get(pk=referral.pk).state


@pytest.fixture
def thread(referred, house):
    return house(Outgoing)[0].pk


def test_it_carries_what_the_link_shows_and_nothing_else(referred, other, delivered):
    assert delivered() == 1
    said = json.dumps(other.got, ensure_ascii=False)
    assert other.kinds == ["referral"]
    assert other.got[0]["asked"] == ASKED
    assert [one["name"] for one in other.got[0]["items"]] == ["called", "kind"]
    for kept in ("Wati Contoh", "Saya takut pulang", "Suami", str(referred.case_id), str(referred.pk), referred.code,
                 str(referred.door), "32.73.01"):  # fmt: skip
        assert kept not in said


def test_its_words_leave_the_outbox_with_the_receipt(referred, delivered, house):
    before = house(Message)[0]
    assert before.__dict__["body"] is not None
    delivered()
    (after,) = house(Message)
    assert (after.state, after.__dict__["body"]) == ("delivered", None)
    assert str(after.pk).encode() in bytes(after.receipt)


def test_an_organisation_that_no_house_reaches_goes_by_link(cast, case, need, asking, waiting, peer, house):
    from rangkul.support.referral.tests.conftest import CHOSEN, RECEIVER, SPOKEN, fresh

    with asking(cast.ayu) as by:
        row = referrals.prepare(by=by, need=need, receiver=RECEIVER)
        referrals.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        referrals.send(by=by, referral=fresh(row), leave=SPOKEN)
    assert not house(Message)


def test_a_house_that_does_not_answer_is_tried_again_later(referred, other, delivered, peer, house):
    other.down = True
    assert delivered() == 0
    assert delivered() == 0
    assert other.posts == 1, "it waits before it tries again"
    (row,) = house(Peer)
    assert (row.fault, row.tries) == ("no_answer", 1)
    assert row.next_try_at > clock.now()
    other.down = False
    with acting(HOUSE):
        Peer.objects.update(next_try_at=clock.now())
    assert delivered() == 1
    (row,) = house(Peer)
    assert (row.silent_since, row.fault, row.tries) == (None, "", 0)
    assert other.kinds == ["referral"]


def test_a_lost_answer_is_sent_again_and_read_once(referred, other, delivered, house, monkeypatch):
    """The worker died between sending and keeping the receipt."""
    from rangkul.tell.exchange.peers import delivering

    with monkeypatch.context() as patch:
        patch.setattr(delivering.actions, "settle", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            delivered()
    assert house(Message)[0].state == "waiting"
    with acting(HOUSE):
        Peer.objects.update(next_try_at=clock.now())
    assert delivered() == 1
    assert other.posts == 2
    assert other.kinds == ["referral"]


@pytest.mark.parametrize(
    ("kind", "words", "after"),
    [
        ("seen", {}, "seen"),
        ("accepted", {"words": "Silakan datang."}, "accepted"),
        ("declined", {"why": "full", "words": "Penuh."}, "declined"),
    ],
)
def test_what_they_say_is_said_through_the_door(referred, thread, cast, asking, other, house, kind, words, after):
    letter = other.letter(kind, thread, **words)
    assert other.proved(letter, take_in(other.packed(letter))) == "done"
    assert state(asking, cast, referred) == after
    assert len(house(Message)) == 1, "what they said is not told back to them"


def test_from_accepted_to_its_outcome(referred, thread, cast, asking, other):
    for kind, words in (
        ("accepted", {"words": "Ya"}), ("begun", {}), ("question", {"words": "Membawa anak?"}),
        ("completed", {"outcome": "helped", "words": "Sudah tinggal di sini."}),
    ):  # fmt: skip
        letter = other.letter(kind, thread, **words)
        assert other.proved(letter, take_in(other.packed(letter))) == "done"
    with asking(cast.ayu):
        row = Referral.objects.get(pk=referred.pk)
    assert (row.state, row.outcome) == ("completed", "helped")


@pytest.mark.parametrize("before", [[], [("accepted", {"words": "Ya"})]])
def test_they_refer_on_and_the_need_stays_open(referred, thread, cast, asking, other, house, before):
    """Whether they had accepted or not."""
    for kind, words in [*before, ("onward", {"to": "Panti Contoh", "words": "Kami penuh."})]:
        letter = other.letter(kind, thread, **words)
        assert other.proved(letter, take_in(other.packed(letter))) == "done"
    with asking(cast.ayu):
        row = Referral.objects.select_related("key", "need").get(pk=referred.pk)
        assert (row.state, row.outcome, row.onward_to) == ("completed", "onward", "Panti Contoh")
        assert row.need.is_open
    assert len(house(Message)) == 1, "what they said is not told back to them"


def test_the_same_letter_twice_is_one_and_gets_the_same_receipt(referred, thread, cast, asking, other, house):
    letter = other.letter("accepted", thread, words="Ya")
    first, second = take_in(other.packed(letter)), take_in(other.packed(letter))
    assert first == second
    assert len(house(Heard)) == 1
    with asking(cast.ayu):
        assert referred.steps.filter(verb="accept").count() == 1


def test_an_answer_to_their_question_goes_out_in_order(referred, thread, cast, asking, other, delivered):
    take_in(other.packed(other.letter("question", thread, words="Berapa anak?")))
    with asking(cast.ayu) as by:
        referrals.tell(by=by, referral=referred, words="Dua.")
    assert delivered() == 2
    assert [(one["kind"], one["n"]) for one in other.got] == [("referral", 1), ("answer", 2)]
    assert other.got[1]["words"] == "Dua."


def test_a_consent_taken_back_goes_out_at_once(referred, thread, cast, asking, other, delivered, house):
    delivered()
    other.down = True
    with asking(cast.ayu) as by:
        referrals.tell(by=by, referral=referred, words="Segera.")
    delivered()
    other.down = False
    with asking(cast.ayu) as by:
        trust.withdraw_consent(by=by, consent=referred.consent)
    assert delivered() == 1
    assert other.kinds == ["referral", "withdrawn"]
    assert [one.state for one in house(Message)] == ["delivered", "dropped", "delivered"]
    with asking(cast.ayu):
        row = Referral.objects.get(pk=referred.pk)
    assert other.got[1]["stop_due"] == row.stop_due_at.isoformat()
    assert row.waits_for_stop


def test_after_that_their_answers_change_nothing_but_the_stop(referred, thread, cast, asking, other, delivered):
    delivered()
    with asking(cast.ayu) as by:
        trust.withdraw_consent(by=by, consent=referred.consent)
    late = other.letter("accepted", thread, words="Ya")
    assert other.proved(late, take_in(other.packed(late))) == "none"
    assert state(asking, cast, referred) == "cancelled"
    stop = other.letter("stopped", thread)
    assert other.proved(stop, take_in(other.packed(stop))) == "done"
    with asking(cast.ayu):
        assert Referral.objects.get(pk=referred.pk).stopped_at is not None


def test_a_receipt_that_it_is_gone_is_the_stop(referred, cast, asking, other, delivered):
    other.effects["withdrawn"] = "erased"
    with asking(cast.ayu) as by:
        trust.withdraw_consent(by=by, consent=referred.consent)
    delivered()
    assert other.kinds == ["withdrawn"], "what was taken back before it arrived does not go any more"
    with asking(cast.ayu):
        assert Referral.objects.get(pk=referred.pk).stopped_at is not None


def test_what_is_too_late_is_told_to_the_team(referred, delivered, other, house):
    with acting(HOUSE):
        Message.objects.update(expires_at=clock.now() - timedelta(minutes=1))
    assert delivered() == 1
    assert other.posts == 0
    assert [(one.state, one.fault) for one in house(Message)] == [("failed", "too_late")]


def test_a_new_key_of_ours_is_tried_where_the_old_is_unknown(referred, other, delivered, house, monkeypatch):
    from rangkul.tell.exchange.peers import actions, keys, posting
    from rangkul.tell.exchange.peers.posting import Answered

    with acting(HOUSE):
        actions.change_house_key(by=HOUSE)
        assert set(queries.identities()) == {1, 2}

    def post(address, letter, by, to, *, file):
        return (
            other.post(address, letter, by, to, file=file)
            if by.kid == keys.own(2).kid
            else Answered(fault="unknown_sender")
        )

    monkeypatch.setattr(posting, "post", post)
    assert delivered() == 1
    assert house(Peer)[0].our_generation == 2


@pytest.mark.parametrize("name", ["ayu", "budi", "adi", "rini"])
def test_nobody_reads_the_outbox(referred, cast, asking, name):
    with asking(getattr(cast, name)):
        assert not Message.objects.exists()
        assert not Outgoing.objects.exists()


def test_taken_back_after_a_no_it_reaches_them_and_is_proved(referred, other, delivered, thread, cast, asking):
    delivered()
    take_in(other.packed(other.letter("declined", thread, why="full")))
    assert state(asking, cast, referred) == "declined"
    with asking(cast.ayu) as by:
        trust.withdraw_consent(by=by, consent=referred.consent)
    delivered()
    assert other.kinds == ["referral", "withdrawn"]
    take_in(other.packed(other.letter("stopped", thread)))
    with asking(cast.ayu):
        row = Referral.objects.get(pk=referred.pk)
        assert (row.state, row.stopped_at is not None) == ("declined", True)
