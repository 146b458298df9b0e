"""Numbers on desks count nobody in particular."""

FIELDS = {
    "Tally": "keep: counts of an agency or a unit",
    "EquityCount": "keep: counts of groups from which nobody can be counted back",
}
