"""Loads a country-sized world by COPY, as the owner, past the verbs: for measuring, never beside real data."""
