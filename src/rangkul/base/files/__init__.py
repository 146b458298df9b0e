"""Attached files: what they are, where they lie, how they are shown. Nothing here is ever executed or unpacked."""
