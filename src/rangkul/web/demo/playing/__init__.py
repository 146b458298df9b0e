"""Plays the demo world through the real verbs, each at its own moment and by the person whose work it was."""
