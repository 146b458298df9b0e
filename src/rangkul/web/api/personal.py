"""Keys belong to workers and to partner sites."""

FIELDS = {"ApiToken": "keep: a worker's or a partner's own; ends by itself"}
