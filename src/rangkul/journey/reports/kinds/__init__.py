"""The documents that this package knows by itself; hooks.kinds holds all of them."""

from rangkul.journey.reports.kinds import (
    assessment_report,
    case_file,
    client_plan,
    ending,
    minutes,
    referral,
    social_report,
)

OWN = tuple(
    module.KIND for module in (social_report, assessment_report, client_plan, referral, ending, minutes, case_file)
)
