"""Tokens belong to workers."""

FIELDS = {"ApiToken": "keep: a worker's own; ends by itself"}
