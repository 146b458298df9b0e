from rangkul.commons.people.queries.persons import get, identity_ids, root_of
from rangkul.commons.people.queries.search import Match, search

__all__ = ["Match", "get", "identity_ids", "root_of", "search"]
