"""What the list answers. No question here names a person."""

from rangkul.commons.directory.fitting import condition_words
from rangkul.commons.directory.queries.agreed import (
    CLIMBS_BEFORE,
    agreement_keepers,
    agreement_with,
    agreements_ending,
    agreements_kept_by,
    agreements_of,
    agreements_to_renew,
    receivers_of,
)
from rangkul.commons.directory.queries.assets import AssetMap, assets_in
from rangkul.commons.directory.queries.called import Called, organizations_called
from rangkul.commons.directory.queries.candidates import Candidate, candidate, candidates
from rangkul.commons.directory.queries.entry import Entry, contacts_of, entries, entry, public_entries
from rangkul.commons.directory.queries.keeping import (
    MOST_TOLD,
    due_for,
    history_of,
    number_to_look_at,
    old,
    unkept,
    waiting_of,
)
from rangkul.commons.directory.queries.listing import (
    changed_since,
    hidden_since,
    places_around,
    public_contacts_of,
    public_locations_of,
    public_organizations,
    public_places,
    public_services,
    public_services_of,
)
from rangkul.commons.directory.queries.said import Outcome, outcome_of, overdue, said_by, waiting, waiting_for

__all__ = [
    "CLIMBS_BEFORE",
    "MOST_TOLD",
    "AssetMap",
    "Called",
    "Candidate",
    "Entry",
    "Outcome",
    "agreement_keepers",
    "agreement_with",
    "agreements_ending",
    "agreements_kept_by",
    "agreements_of",
    "agreements_to_renew",
    "assets_in",
    "candidate",
    "candidates",
    "changed_since",
    "condition_words",
    "contacts_of",
    "due_for",
    "entries",
    "entry",
    "hidden_since",
    "history_of",
    "number_to_look_at",
    "old",
    "organizations_called",
    "outcome_of",
    "overdue",
    "places_around",
    "public_contacts_of",
    "public_entries",
    "public_locations_of",
    "public_organizations",
    "public_places",
    "public_services",
    "public_services_of",
    "receivers_of",
    "said_by",
    "unkept",
    "waiting",
    "waiting_for",
    "waiting_of",
]  # fmt: skip
