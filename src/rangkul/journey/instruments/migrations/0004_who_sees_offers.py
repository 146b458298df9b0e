"""An offer is seen through its case, by the client too, who may answer it once; nobody changes it in another way. What
the client types belongs to the client: no worker sees it, and one job may throw it away unread.
"""

from django.db import migrations

from rangkul.base.rls import also_see, keep_versions, protect, through

APP = "rangkul_app"
STAFF = "(SELECT ask_kind()) = 'staff'"
TICKET = "(SELECT ask_kind()) = 'ticket'"
SWEEPER = "(SELECT ask_kind()) = 'job' AND (SELECT ask_name()) = 'instruments.drafts'"


def mine(table: str) -> str:
    return through("cases_case", f"{table}.case_id")


MY_OFFER = f"{TICKET} AND offer_id IS NOT NULL AND {through('instruments_offer', 'offer_id')}"
# With the asker's own rights: an offer that they do not see is not open to them.
OPEN = """
CREATE FUNCTION instruments_offer_open(wanted uuid, of_case uuid, of_version uuid) RETURNS boolean
  STABLE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.instruments_offer o WHERE o.id = wanted AND o.case_id = of_case
  AND o.version_id = of_version AND o.answered_at IS NULL AND o.taken_back_at IS NULL); END $$;
"""
BY_TICKET = (
    f"CREATE POLICY instruments_administration_by_ticket ON instruments_administration FOR INSERT TO {APP} WITH CHECK ("
    f"{TICKET} AND mode = 'ticket' AND recorded_by_id IS NULL AND retest_id IS NULL AND shared_at IS NULL"
    f" AND wrong_at IS NULL AND {mine('instruments_administration')}"
    " AND instruments_offer_open(offer_id, case_id, version_id))"
)
OWN_DRAFT = f"{MY_OFFER} AND staff_id IS NULL AND {mine('instruments_answerdraft')}"
SWEPT = (
    f"CREATE POLICY instruments_answerdraft_swept_{{name}} ON instruments_answerdraft FOR {{verb}} TO {APP}"
    f" USING ({SWEEPER} AND offer_id IS NOT NULL)"
)
# Answered by the client, or taken back by staff; either of them once.
KEEP_OFFER = """
CREATE FUNCTION instruments_keep_offer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := CASE ask_kind() WHEN 'ticket' THEN ARRAY['answered_at', 'danger']
                                 WHEN 'staff' THEN ARRAY['taken_back_at', 'taken_back_by_id'] ELSE ARRAY[]::text[] END;
BEGIN
  IF ask_kind() IS NOT NULL AND (OLD.answered_at IS NOT NULL OR OLD.taken_back_at IS NOT NULL
     OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'an offer is answered or taken back once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_offer BEFORE UPDATE ON instruments_offer FOR EACH ROW EXECUTE FUNCTION instruments_keep_offer();
"""


class Migration(migrations.Migration):
    dependencies = [("instruments", "0003_offers_through_the_ticket")]

    operations = [
        protect(
            "instruments_offer",
            see=mine("instruments_offer"),
            add=f"{STAFF} AND {mine('instruments_offer')}",
            change=f"({STAFF} OR {TICKET}) AND {mine('instruments_offer')}",
            columns="answered_at, danger, taken_back_at, taken_back_by_id",
        ),
        migrations.RunSQL(KEEP_OFFER, "DROP FUNCTION instruments_keep_offer() CASCADE"),
        migrations.RunSQL(OPEN, "DROP FUNCTION instruments_offer_open(uuid, uuid, uuid) CASCADE"),
        migrations.RunSQL(BY_TICKET, "DROP POLICY instruments_administration_by_ticket ON instruments_administration"),
        also_see("instruments_answerdraft", "of_client", OWN_DRAFT, command="ALL"),
        *[
            migrations.RunSQL(
                SWEPT.format(name=verb.lower(), verb=verb),
                f"DROP POLICY instruments_answerdraft_swept_{verb.lower()} ON instruments_answerdraft",
            )
            for verb in ("SELECT", "DELETE")
        ],
        keep_versions("instruments_offer"),
    ]
