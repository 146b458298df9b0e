"""Help lines are public."""

FIELDS = {"Hotline": "keep: numbers of public services"}
