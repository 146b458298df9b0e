"""The verbs of a case."""

from rangkul.journey.cases.actions.agreeing import Agreement, check_agreement, keep_evidence
from rangkul.journey.cases.actions.apart import keep_apart
from rangkul.journey.cases.actions.closing import Ending, reopen, terminate
from rangkul.journey.cases.actions.consenting import ask_consents, withdraw_for_client
from rangkul.journey.cases.actions.contracts import agree_contract, change_contract, draft_contract
from rangkul.journey.cases.actions.documents import attach_document, hand_in_document
from rangkul.journey.cases.actions.joining_requests import join_request
from rangkul.journey.cases.actions.late import acknowledge, escalate, settle
from rangkul.journey.cases.actions.late_between import acknowledge_between, escalate_between, settle_between
from rangkul.journey.cases.actions.opening import open_case
from rangkul.journey.cases.actions.partners import Known, Stake, add_partner, describe_partner, end_partner
from rangkul.journey.cases.actions.people import Nearness, add_person, describe_person, end_person
from rangkul.journey.cases.actions.reminding import remind
from rangkul.journey.cases.actions.risk import change_level, raise_by_words
from rangkul.journey.cases.actions.service import choose_programme, choose_service
from rangkul.journey.cases.actions.sheets import file_sheet, print_sheet
from rangkul.journey.cases.actions.signatures import ask_signature, mark_supervised, send_back, sign
from rangkul.journey.cases.actions.stages import advance, end_early, give_emergency_help, return_to_assessment
from rangkul.journey.cases.actions.tasks import (
    add_appointment,
    add_task,
    drop_task,
    finish_task,
    settle_appointment,
    show_task,
)
from rangkul.journey.cases.actions.team import add_member, end_member, say_why_alone, transfer
from rangkul.journey.cases.actions.telling import hold_back, tell
from rangkul.journey.cases.actions.tickets import give_ticket, renew_ticket, take_back_ticket
from rangkul.journey.cases.actions.writing import correct_note, goals, record_activity, send_note, write_note

__all__ = [
    "Agreement",
    "Ending",
    "Known",
    "Nearness",
    "Stake",
    "acknowledge",
    "acknowledge_between",
    "add_appointment",
    "add_member",
    "add_partner",
    "add_person",
    "add_task",
    "advance",
    "agree_contract",
    "ask_consents",
    "ask_signature",
    "attach_document",
    "change_contract",
    "change_level",
    "check_agreement",
    "choose_programme",
    "choose_service",
    "correct_note",
    "describe_partner",
    "describe_person",
    "draft_contract",
    "drop_task",
    "end_early",
    "end_member",
    "end_partner",
    "end_person",
    "escalate",
    "escalate_between",
    "file_sheet",
    "finish_task",
    "give_emergency_help",
    "give_ticket",
    "goals",
    "hand_in_document",
    "hold_back",
    "join_request",
    "keep_apart",
    "keep_evidence",
    "mark_supervised",
    "open_case",
    "print_sheet",
    "raise_by_words",
    "record_activity",
    "remind",
    "renew_ticket",
    "reopen",
    "return_to_assessment",
    "say_why_alone",
    "send_back",
    "send_note",
    "settle",
    "settle_appointment",
    "settle_between",
    "show_task",
    "sign",
    "take_back_ticket",
    "tell",
    "terminate",
    "transfer",
    "withdraw_for_client",
    "write_note",
]
