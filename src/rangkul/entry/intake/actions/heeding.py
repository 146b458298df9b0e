"""What the asker writes after the request came in, by ticket or in a conversation: the same triage rule on what was
known and what is new. It can only raise; what it decided, on which facts, is kept for showing and for a replay.

Also after the request was decided: what makes these words red is told to people at once, and once more each time."""

from collections.abc import Sequence

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now, zone
from rangkul.base.rules import Facts
from rangkul.entry.intake import policy
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.actions.telling import at_once
from rangkul.entry.intake.actions.work import change
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.rules import triage, words
from rangkul.entry.intake.rules.levels import is_raise
from rangkul.entry.intake.states import Level
from rangkul.entry.signals.queries import Signal, signals


def says_nothing_new(text: str, found: Sequence[Signal]) -> bool:
    """Whether `heed` could not but leave everything as it is, so that nothing has to be read or locked: most of what
    people write. `found` are the signs in the text."""
    return not found and not words.flags(text)


@action("request.level_raised", may=policy.is_clock)
def heed(*, by: Asker, request: Request, text: str, found: Sequence[Signal] | None = None) -> Done:
    """Returns the request as it is afterwards. `found` are the signs in the text, where they were read already."""
    request = lock(request)
    found = signals(text) if found is None else found
    before = _known(request)
    facts = triage.with_more_words(before, text, found)
    if not found and (facts["flags"] == before["flags"] if request.is_open else not words.flags(text)):
        # Nothing new to judge: what a person lowered stays where it is.
        return Done(request, silent=True)
    if request.is_open:
        return _judged(by, request, facts)
    return _heard_later(by, request, triage.words_alone(before, text, found), facts)


def _known(request: Request) -> Facts:
    """As last judged. A ticket that a worker gave was never judged: nothing is known of it but whose it is."""
    kept = request.rulings.filter(rule="triage").order_by("-made_at").first()
    if kept is not None:
        return kept.decision.facts
    return triage.facts(
        received_at=request.received_at,
        zone=zone(request.region_code).key,
        channel=request.via,
        for_whom=request.for_whom,
    )


def _heard_later(by: Asker, request: Request, alone: Facts, facts: Facts) -> Done:
    """What was known when it was decided alarms nobody again; these words have to be red by themselves."""
    if triage.decide({**alone, "received_at": now().isoformat()}).value["level"] != Level.MERAH:
        return Done(request, silent=True)
    done = _judged(by, request, facts)
    if done.silent:
        at_once(request, by)
    return done


def _judged(by: Asker, request: Request, facts: Facts) -> Done:
    ruled = triage.decide({**facts, "received_at": now().isoformat()})
    after = ruled.value["level"]
    if not is_raise(request.level, after):
        return Done(request, silent=True)
    request.rulings.create(rule=ruled.rule, version=ruled.version, decided=ruled.to_json())
    before = change(request, after, by, " ".join(reason.sentence for reason in ruled.reasons))
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(request, subject=("request", request.pk), payload={"before": before, "after": after}, **where)
