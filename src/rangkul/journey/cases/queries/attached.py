"""What an attached file holds, for the packages that must look at the bytes themselves."""

from collections.abc import Iterator

from rangkul.base.files import vault
from rangkul.journey.cases.models import Document


def bytes_of(document: Document) -> Iterator[bytes]:
    """The plain bytes, chunk by chunk; give it `key` joined. Raises FileNotFoundError for a file that is gone,
    crypto.Unreadable for bytes that were changed."""
    return vault.read(document.pk, document.key)
