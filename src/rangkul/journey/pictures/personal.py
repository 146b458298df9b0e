"""What is personal in the pictures. A relation line goes with either of its two people and with the client."""

FIELDS = {"FamilyTie": "removed: what was between two people"}
WAYS = {"FamilyTie": ["one", "other", "case__person"]}
