"""A case from its contract to where it stands today, as the worker of the story would have written it."""

from rangkul.base.asking import Asker
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import SignatureSubject
from rangkul.web.demo.playing import (
    assessing,
    ending,
    measuring,
    offering,
    own_forms,
    papers,
    partnering,
    picturing,
    planning,
    practising,
    protecting,
    telling,
)
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.playing.words import WITNESS
from rangkul.web.demo.world.roads import Road

# Days after the request on which each part is done.
HELPED_FIRST = 4
# Where nothing else is played in the last days.
QUIET_STAGES = ("planning", "evaluation", "termination")
HELPED, CONTRACT, ASSESSED, AGREED = 0.3, 2, 9, 17


def play(office: Office, road: Road, case: Case) -> None:
    """Everything up to the stage in which the road stands today."""
    course = Course(office, road, case)
    _help_first(course)
    _contract(course)
    if road.reached("assessment"):
        course.worker_does(CONTRACT + 0.2, course.step)
        picturing.play(course)
        assessing.play(course)
        measuring.play(course)
        own_forms.play(course)
    if road.reached("planning"):
        _ask_about_red(course)
        course.worker_does(ASSESSED + 0.4, course.step)
        partnering.play(course)
        planning.play(course)
    if road.reached("intervention"):
        course.worker_does(AGREED + 0.4, course.step)
        practising.play(course)
    if road.reached("evaluation"):
        ending.play(course)
    elif road.reached("assessment"):
        offering.play(course)
    protecting.play(course)
    papers.play(course, course.lasted())
    if road.standing in QUIET_STAGES:
        practising.keep_in_touch(course, max(AGREED, course.lasted() - road.number % 6))


def _help_first(course: Course) -> None:
    """Some come with nothing to eat: they were helped before there was a contract, and its clock runs (A17)."""
    if course.road.standing != "engagement" or course.road.number % 40 != HELPED_FIRST:
        return
    help_given = "Beras, lauk, dan susu untuk tiga hari; diantar ke rumah."
    reason = "Keluarga ini belum makan sejak kemarin."
    words = {"help_given": help_given, "reason": reason, "channel": "visit", "minutes": 45}
    course.worker_does(HELPED, lambda by: actions.give_emergency_help(by=by, case=course.case, **words))


def _contract(course: Course) -> None:
    wanted = course.story["contract"]
    agreed = course.road.reached("assessment")

    def write(by: Asker) -> None:
        draft = actions.draft_contract(by=by, case=course.case)
        words = {
            "purpose": course.said(wanted["purpose"]),
            "contact_days": 7 if "minggu" in wanted["frequency"] else 14,
        }
        draft = actions.change_contract(by=by, contract=draft, **words)
        if agreed:
            agreement = actions.Agreement("spoken", course.road.client.full_name, witness=WITNESS)
            actions.agree_contract(by=by, contract=draft, agreement=agreement)

    course.worker_does(CONTRACT, write, lambda by: telling.by_template(course, by))


def _ask_about_red(course: Course) -> None:
    """A red case goes on only after the supervisor has signed (A55)."""
    if course.case.level != "merah":
        return
    subject = SignatureSubject.RISK
    course.worker_does(ASSESSED, lambda by: actions.ask_signature(by=by, case=course.case, subject_kind=subject))
    course.sign_what_waits(ASSESSED + 0.2)
