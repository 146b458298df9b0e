"""Places are public facts."""

_FACT = "keep: names of places; no person"
FIELDS = {"Region": _FACT, "RegionStart": _FACT, "Edition": _FACT}
