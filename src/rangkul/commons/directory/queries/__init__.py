"""What the list answers. No question here names a person."""

from rangkul.commons.directory.queries.agreed import agreement_with, receivers_of
from rangkul.commons.directory.queries.candidates import Candidate, candidates
from rangkul.commons.directory.queries.entry import Entry, entries, entry

__all__ = ["Candidate", "Entry", "agreement_with", "candidates", "entries", "entry", "receivers_of"]
