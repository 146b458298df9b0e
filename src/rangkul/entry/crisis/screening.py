"""Which question comes next, and what the answers add up to. Pure; logic of the C-SSRS screener as its makers publish
the triage points (cssrs.columbia.edu): high with intent or plan in the past month, or behaviour within three months;
moderate with a method or earlier behaviour; low with a wish or thoughts alone.

Their words are not here: they belong to a content pack that an agency may load. An unanswered question that could
still mean high makes the whole unknown, and unknown is never low.
"""

from collections.abc import Mapping

from rangkul.entry.crisis.states import Answer, Question, Risk

VERSION = 1

Answers = Mapping[str, str]


def asked(answers: Answers) -> list[Question]:
    """The questions that are to be asked, given these answers: without thoughts nobody is asked about a method."""
    path = [Question.WISH, Question.THOUGHTS]
    if _said(answers, Question.THOUGHTS) != Answer.NO:
        path += [Question.METHOD, Question.INTENT, Question.PLAN]
    path.append(Question.EVER)
    if _said(answers, Question.EVER) != Answer.NO:
        path.append(Question.RECENT)
    return path


def missing(answers: Answers) -> list[Question]:
    return [one for one in asked(answers) if _said(answers, one) == Answer.UNKNOWN]


def risk(answers: Answers) -> Risk:
    said = {one: _said(answers, one) for one in asked(answers)}
    yes = {one for one, answer in said.items() if answer == Answer.YES}
    if yes & {Question.INTENT, Question.PLAN} or {Question.EVER, Question.RECENT} <= yes:
        return Risk.HIGH
    if Answer.UNKNOWN in said.values():
        return Risk.UNKNOWN
    if yes & {Question.METHOD, Question.EVER}:
        return Risk.MODERATE
    return Risk.LOW if yes else Risk.NONE


def _said(answers: Answers, question: Question) -> str:
    given = answers.get(question, Answer.UNKNOWN)
    return given if given in (Answer.YES, Answer.NO) else Answer.UNKNOWN
