"""What is the same everywhere: regions, taxonomies, help lines, instruments. Loaded as the owner, idempotent."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from django.db.backends.base.base import BaseDatabaseWrapper

# Each has `load(connection)`, which brings its tables up to what this release ships and may run again.
LOADERS = (
    ("wilayah", "rangkul.base.wilayah.load"),
    ("jarak layanan", "rangkul.commons.directory.load"),
    ("taksonomi", "rangkul.base.taxonomy.load"),
    ("layanan darurat", "rangkul.entry.crisis.load"),
    ("instrumen", "rangkul.journey.instruments.load"),
)


def load_reference_data(connection: BaseDatabaseWrapper, progress: Callable[[str], None] | None = None) -> None:
    """Bring the reference data up to what this release ships; a second run changes nothing."""
    for what, module in LOADERS:
        if find_spec(module) is None:
            continue
        if progress:
            progress(what)
        import_module(module).load(connection)
