"""axe looks at each page of the house: in the suite, or by `script/axe` in the demo world, or it says why not."""

import pytest

from tests.browser import pages_of_the_house, test_axe
from tests.test_doors import NOBODYS_ID

PART = "drawn into a page that is looked at"
FILE = "hands out a file"
PROGRAM = "read by programs"
LEADS = "only leads on to another page"
NOT_OURS = "a page of the account library that the house does not offer"
BROWSER = "needs two people, a device or an entry: a browser test of its own plays it and looks"
WALKED = "script/axe looks at it in the demo world, where links lead to it"
# Reason → names of addresses.
ELSEWHERE = {
    PART: """
        cases:of_person cases:timeline counselling:call_panel counselling:lists counselling:meeting_news
        counselling:meeting_people counselling:meeting_read counselling:meeting_state counselling:news
        counselling:state danger:rows intake:likely intake:news intake:told portal:thread referrals:line
        referrals:partner room:call_panel room:group_news room:group_state room:news room:state trust:rights_of
        wilayah:suggest
    """,
    FILE: """
        cases:document cases:preview counselling:file counselling:meeting_calendar counselling:meeting_file
        desks:equity_file
        counselling:slot_calendar danger:evidence danger:picture danger:preview exchange:incoming_file
        instruments:blank instruments:empty_place instruments:picture instruments:source mfa_download_recovery_codes
        portal:meeting
        portal:offer_picture portal:paper portal:plan_picture protection:evidence_paper protection:original
        protection:request_evidence_paper protection:request_original protection:request_rights_paper
        protection:request_safety_paper protection:rights_paper
        protection:safety_paper receivers:enclosure referrals:download referrals:letter_docx referrals:letter_pdf
        reports:file room:file room:group_calendar room:group_file room:slot_calendar
    """,
    PROGRAM: """
        api:api-root api:call api:case_summary api:find api:follow api:hand_in api:openapi-json api:record exchange:fhir
        exchange:key hsds:base hsds:openapi hsds:organization hsds:organizations hsds:package hsds:place
        hsds:places hsds:profile hsds:service hsds:services hsds:taxonomies hsds:taxonomy hsds:term hsds:terms
    """,
    LEADS: """
        account_logout  look:exit site:language
    """,
    NOT_OURS: """
        account_email account_inactive account_reauthenticate account_signup mfa_reauthenticate
        mfa_reauthenticate_webauthn
    """,
    BROWSER: """
        accounts:second_factor assessment:correct_pie counselling:meeting_end directory:hours directory:hours_new
        directory:rule_new directory:rules guests:door guests:room instruments:handed_back intake:entered
        mfa_authenticate mfa_edit_webauthn mfa_generate_recovery_codes mfa_login_webauthn mfa_remove_webauthn
        mfa_view_recovery_codes portal:offer_thanks receivers:room reports:paper room:group_room room:lock room:lost
        room:now room:ticket services:show services:suggest
    """,
    WALKED: """
        account_change_password account_reset_password accounts:staff_edit accounts:unit_edit accounts:unit_new
        accounts:units assessment:correct assessment:correct_institution assessment:end_category assessment:end_risk
        assessment:institutions assessment:pie cases:contract_print cases:correct_activity cases:correct_note
        cases:hold_activity cases:hold_note cases:people cases:person_change cases:sheet cases:sheet_filing
        cases:sheet_find cases:sheets cases:told conferences:change conferences:conference conferences:invited
        conferences:table consultation:article consultation:ask consultation:propose consultation:question
        consultation:rewrite consultation:write counselling:group counselling:group_change counselling:group_remove
        counselling:meeting counselling:of_case counselling:room counselling:slots danger:alert danger:device
        danger:person danger:print directory:agree directory:agreement directory:agreements directory:change
        directory:contact directory:contact_new directory:decide directory:history directory:hours_row directory:kept
        directory:new directory:organization directory:place directory:rule directory:search directory:show
        directory:suggestions directory:whereabouts entitlements:application entitlements:programme exchange:incoming
        exchange:peer instruments:case instruments:cutoffs instruments:fill instruments:forms instruments:offer
        instruments:paper instruments:preview instruments:result intake:letter lines:keep mfa_activate_totp
        mfa_add_webauthn mfa_index people:contact people:edit people:history people:household people:merge people:person
        pictures:ecomap pictures:ecomap_paper pictures:genogram pictures:genogram_paper pictures:lifeline
        pictures:lifeline_paper pictures:problems pictures:problems_paper plans:add_task plans:alliance
        plans:alliance_thanks plans:client_page plans:correct_phase plans:correct_point plans:follow plans:measure
        plans:new_measure plans:version portal:alliance portal:offer portal:own portal:withdraw_consent
        portal:withdraw_referral portal:written protection:chat protection:chats protection:check protection:child
        protection:evidence protection:of_case protection:online protection:piece protection:request_ask
        protection:request_evidence protection:request_of protection:request_rights protection:request_safety
        protection:request_safety_write protection:rights protection:safety protection:safety_write
        referrals:choose_receiver referrals:need referrals:referral referrals:typed_partner room:group room:kind
        room:room room:slots services:search trust:ask_right trust:breach trust:breach_letter
        trust:break_glass trust:right visits:change visits:visit workforce:contract workforce:contract_print
        workforce:home workforce:log workforce:pair workforce:practicum workforce:practicum_begin workforce:session
        workforce:session_print workforce:study
    """,
}
REASONS = {name: reason for reason, names in ELSEWHERE.items() for name in names.split()}
# What the suite plays its way to.
PLAYED = {
    "ask:step", "ask:ticket", "intake:request", "intake:decide", "intake:conflict", "intake:consents", "link:link",
    "portal:request", "protection:request_check",
    *test_axe.LED_TO, *test_axe.MADE,
}  # fmt: skip


def looked_at() -> set[str]:
    """The names behind the addresses of the axe test."""
    desks = [address for addresses in test_axe.DESKS.values() for address in addresses]
    of_a_case = [one.format(case=NOBODYS_ID) for one in (*test_axe.OF_A_CASE, *test_axe.OF_AN_ENDED_CASE)]
    addresses = [*test_axe.PUBLIC, *desks, *of_a_case, *test_axe.BEHIND_A_TICKET]
    return PLAYED | {pages_of_the_house.name_of(address.partition("?")[0]) for address in addresses}


def test_every_page_is_looked_at_or_says_who_looks_or_why_nobody_does():
    forgotten = pages_of_the_house.names() - looked_at() - REASONS.keys()
    assert not forgotten, (
        f"name them in tests/browser/test_axe.py, or here with the reason that is true: {sorted(forgotten)}"
    )


def test_no_reason_is_stale():
    assert not REASONS.keys() - pages_of_the_house.names()
    assert not REASONS.keys() & looked_at()


def test_nobody_has_two_reasons():
    assert len(REASONS) == sum(len(names.split()) for names in ELSEWHERE.values())


@pytest.mark.parametrize(("name", "answers"), [("cases:case", True), ("cases:record", False), ("portal:request", True)])
def test_it_is_known_who_answers_a_get(name, answers):
    assert (name in pages_of_the_house.names()) is answers
