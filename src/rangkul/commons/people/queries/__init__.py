from rangkul.commons.people.queries.kin import households_of, kin_of
from rangkul.commons.people.queries.persons import get, identity_ids, root_of
from rangkul.commons.people.queries.search import Match, search

__all__ = ["Match", "get", "households_of", "identity_ids", "kin_of", "root_of", "search"]
