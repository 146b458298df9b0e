"""A believable world: played through the verbs for a demo, loaded in bulk for measuring."""

from rangkul.base.progress import Progress, quiet


def load(progress: Progress = quiet, persons: int = 300):
    """What `rangkul demo` calls; returns a DemoReport. Imported late, because models need Django to be awake."""
    from rangkul.web.demo.load import load as play

    return play(progress, persons)
