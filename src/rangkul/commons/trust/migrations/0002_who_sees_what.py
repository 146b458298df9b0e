"""Who sees what of people, grants, consents and the event log. Standing rights compare a column of the row itself;
everything else is a grant. Later packages add their own rights to earlier tables with `also_see`."""

from django.db import migrations

from rangkul.base.rls import also_see, append_only, holds, keep_versions, protect, through

STAFF = "(SELECT ask_kind()) = 'staff'"
JOB = "(SELECT ask_kind()) = 'job'"
MY_AGENCY = "agency_id = (SELECT ask_agency())"
MY_UNIT = "unit_id = (SELECT ask_unit())"
I_PRACTISE = "(SELECT ask_practises())"
SUPERVISOR = "(SELECT ask_role('supervisor'))"
OVERSIGHT = "(SELECT ask_role('auditor', 'pdp'))"

# The register of an agency is open to who practises in it, so that a person who moved is recognised; a restricted
# person only to their own unit's supervisor and to who holds a grant.
PERSON = (
    f"({MY_AGENCY} AND {I_PRACTISE} AND NOT restricted) OR ({MY_UNIT} AND {SUPERVISOR}) OR {holds('people_person.id')}"
)
# Opened once a case or a ticket stands behind the person; a key row is read only together with its person.
PERSON_KEY = f"{MY_AGENCY} AND {I_PRACTISE}"

GRANT = (
    "grantee_id IN ((SELECT ask_staff()), (SELECT ask_unit()), (SELECT ask_ticket()))"
    f" OR ({STAFF} AND ({SUPERVISOR} OR {OVERSIGHT} OR {I_PRACTISE})) OR {JOB}"
)
CONSENT = f"{STAFF} OR {JOB} OR subject_id = (SELECT ask_ticket()) OR {holds('trust_consent.subject_id')}"

# A request is the shared work of its unit; a case is known to its team and its supervisor alone.
EVENT = (
    f"{JOB} OR by_id = (SELECT ask_staff()) OR subject_id = (SELECT ask_ticket())"
    f" OR ({MY_AGENCY} AND {OVERSIGHT}) OR ({MY_UNIT} AND {SUPERVISOR})"
    f" OR ({MY_UNIT} AND {I_PRACTISE} AND subject_kind = 'request') OR {holds('base_event.subject_id')}"
)


class Migration(migrations.Migration):
    dependencies = [("trust", "0001_trust"), ("people", "0001_people"), ("base", "0001_ground")]

    operations = [
        # Anybody who asks may know which agencies and units there are; the public picks none of them by itself.
        protect("people_agency", see="(SELECT ask_kind()) IS NOT NULL", add="(SELECT ask_role('admin'))"),
        protect(
            "people_unit", see="(SELECT ask_kind()) IS NOT NULL", add=f"(SELECT ask_role('admin')) AND {MY_AGENCY}"
        ),
        protect(
            "people_staff",
            see=f"(SELECT ask_kind()) = 'login' OR {JOB} OR ({STAFF} AND {MY_AGENCY})",
            add=f"(SELECT ask_kind()) = 'login' OR {JOB}"
            f" OR ({MY_AGENCY} AND ((SELECT ask_role('admin')) OR id = (SELECT ask_staff())))",
        ),
        protect("people_person", see=PERSON, add=f"{MY_AGENCY} AND {I_PRACTISE}"),
        protect("people_personkey", see=PERSON_KEY, delete=True),
        *[
            protect(table, see=through("people_person", f"{table}.person_id"))
            for table in ("people_personname", "people_phone", "people_safecontact", "people_address")
        ],
        protect("people_household", see=f"{MY_AGENCY} AND {I_PRACTISE}"),
        protect("people_householdmember", see=through("people_person", "people_householdmember.person_id")),
        protect(
            "people_kinship",
            see=f"{through('people_person', 'person_id')} AND {through('people_person', 'relative_id')}",
        ),
        protect("people_merge", see=through("people_person", "kept_id")),
        protect("trust_accessgrant", see=GRANT, add="(SELECT ask_kind()) IS NOT NULL"),
        protect(
            "trust_breakglass",
            see=f"{STAFF} AND {MY_AGENCY} AND (staff_id = (SELECT ask_staff())"
            f" OR reviewer_id = (SELECT ask_staff()) OR {OVERSIGHT})",
        ),
        protect("trust_consent", see=CONSENT, add="(SELECT ask_kind()) IS NOT NULL"),
        protect("trust_seal", see=f"{JOB} OR {OVERSIGHT}", add=JOB, keep=True),
        append_only("trust_seal"),
        also_see("base_event", "see", EVENT),
        also_see("base_version", "see", f"{STAFF} AND {OVERSIGHT}"),
        keep_versions(
            "people_staff",
            "people_person",
            "people_personname",
            "people_phone",
            "people_safecontact",
            "people_address",
            "people_household",
            "people_householdmember",
            "people_kinship",
            "trust_accessgrant",
            "trust_consent",
            "trust_breakglass",
        ),
    ]
