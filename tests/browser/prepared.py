"""What a test needs before it begins is done by the verbs, in the database of the house that is being served: the
pages on the way there have tests of their own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from allauth.mfa.totp.internal import auth as totp

from rangkul.base.asking import LOGIN, PUBLIC, asking_as
from rangkul.base.days import today
from rangkul.base.taxonomy.queries import current
from rangkul.commons.people import actions as people
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.handed_in import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Request
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.assessment.states import RiskKind
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import actions as plans
from tests.browser.asking import STORY, Ticket
from tests.browser.working import FACTS, GOAL, LEVELS
from tests.support import cast

LADDER = dict(zip((2, 1, 0, -1, -2), LEVELS.values(), strict=True))
SPOKEN = cases.Agreement("spoken", "Wati Contoh", witness="Bu RT Nani")


@dataclass(frozen=True)
class Taken:
    """A case that Ayu has just accepted: its key, the request it began with, and the way in for the client."""

    key: str
    request: str
    ticket: Ticket


class House:
    """The served house, from behind. `inside` points this process at its database while something is prepared."""

    def __init__(self, inside: Callable[[], Any]) -> None:
        self._inside = inside

    @contextmanager
    def asks(self, name: str) -> Iterator[Any]:
        """One of the cast is at work there."""
        with self._inside():
            with asking_as(LOGIN):
                staff = getattr(cast.members(), name)
            with asking_as(staff.asker()) as by:
                yield by

    @contextmanager
    def with_an_app(self, name: str) -> Iterator[None]:
        """Meanwhile one of the cast has a second factor on a telephone."""
        with self._inside(), asking_as(LOGIN):
            app = totp.TOTP.activate(getattr(cast.members(), name), totp.generate_totp_secret())
        yield
        with self._inside(), asking_as(LOGIN):
            app.instance.delete()

    def asked(self, name: str) -> Request:
        """Somebody of this name asked for help; it waits in Ayu's queue."""
        with self._inside(), asking_as(PUBLIC) as by:
            return _ask(by, name)

    def taken(self, request: Request, name: str) -> Taken:
        with self.asks("ayu") as by:
            person = people.register(by=by, full_name=name, sex="P")
            intake.link_person(by=by, request=request, person=person)
            text = "Saya Ayu, pekerja sosial. Saya akan menghubungi Anda dengan cara yang Anda pilih."
            case = intake.accept(by=by, request=request, text=text, no_conflict=True)
        return Taken(str(case.pk), str(request.pk), Ticket(request.ticket, intake.first_pin(request)))

    def case(self, name: str) -> Taken:
        """Somebody of this name asked for help, and Ayu accepted."""
        return self.taken(self.asked(name), name)

    def walk_to_the_review(self, case: str) -> None:
        """From the accepted request to the threshold of evaluation."""
        for do in (_agree_contract, _assess, _plan, _record_contact):
            with self.asks("ayu") as by:
                row = Case.objects.get(pk=case)
                do(by, row)
                cases.advance(by=by, case=row)


def _ask(by: Any, name: str) -> Request:
    given = HandedIn(
        narrative=STORY,
        fields=("basic_needs", "education"),
        safe_now="yes",
        for_whom="self",
        ages=(34,),
        region_code="32.73.02.1001",
        asked=Asked(name=name),
        ways=SafeWays(channels=("call",), phone="+6281234567890", code_word="melati"),
        agreed=Agreed({"service": True, "share": True, "statistics": True}, text_version="2026-11"),
    )
    return intake.submit(by=by, given=given)


def _agree_contract(by: Any, case: Case) -> None:
    draft = cases.draft_contract(by=by, case=case)
    cases.agree_contract(by=by, contract=draft, agreement=SPOKEN)


def _assess(by: Any, case: Case) -> None:
    words = "Anak saya berhenti sekolah karena kami tidak punya uang."
    assessment.state_presenting(by=by, case=case, words=words, source="client", said_on=today())
    for domain, text in FACTS.items():
        fact = {"kind": "statement", "text": text, "source": "client", "source_date": today(), "is_strength": False}
        assessment.record_fact(by=by, case=case, domain=domain, **fact)
    for view, level in (("client", 2), ("worker", 3)):
        levels = dict.fromkeys(("needs", "roles", "coping"), (level, ""))
        assessment.record_functioning(by=by, case=case, view=view, moment="baseline", seen_on=today(), levels=levels)
    assessment.check_risks(by=by, case=case, kinds=[kind.value for kind in RiskKind], checked_on=today())
    assessment.add_category(by=by, case=case, code=current("ppks").first().code)
    assessment.sign_round(by=by, case=case)


def _plan(by: Any, case: Case) -> None:
    plans.describe_plan(by=by, case=case, wish="Anak-anak sekolah lagi dan utang berkurang.")
    words = {name: GOAL[name] for name in ("title", "client_words")}
    plans.set_goal(
        by=by, case=case, purpose="link", responsible="together", client_view="agrees", levels=LADDER, **words
    )
    for title, chosen in (("Beasiswa dan pendampingan", True), ("Menunggu suami bekerja lagi", False)):
        plans.weigh_alternative(by=by, case=case, title=title, reason="Ditimbang bersama Wati.", chosen=chosen)
    plans.agree_plan(by=by, case=case, agreement=SPOKEN, client_words="Ini yang saya mau.")


def _record_contact(by: Any, case: Case) -> None:
    result = "Bertemu wali kelas; Dinda boleh masuk lagi hari Senin."
    cases.record_activity(by=by, case=case, channel="visit", minutes=30, result=result)
