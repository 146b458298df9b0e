"""Words by which an entry is found, and what was meant by typed ones. Folding is the regions' own: it forgives the
usual spellings; a slip of one letter is found through the list of words without one letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah.folding import fold, questions
from rangkul.base.wilayah.models import Region
from rangkul.commons.directory.drafts import OrganizationDraft, ServiceDraft
from rangkul.commons.directory.models import Location, Organization, Service, Word
from rangkul.commons.directory.states import Help

# Words that tell no entry from another, folded as they are stored.
_EMPTY = frozenset(
    fold("dan yang di ke dari untuk bagi atau dengan oleh pada the of and kab kec desa kel provinsi orang jawa")
)
_MOST_WORDS = 80
_LONGEST = 40
_SLIP_FROM = 5
_BEGIN_FROM = 3
MOST_TYPED = 5
_NEAR = """
SELECT 1 AS kind, cut, word FROM directory_word WHERE cut = ANY (%s)
UNION ALL
SELECT 2, t.typed, found.word FROM unnest(%s::text[]) AS t (typed),
 LATERAL (SELECT DISTINCT w.word FROM directory_word w
          WHERE w.word ~>=~ t.typed AND w.word ~<~ (t.typed || '~') LIMIT 30) found
"""


def cuts(word: str) -> set[str]:
    """The word, and where it is long enough for a slip, the word without each of its letters."""
    if len(word) < _SLIP_FROM:
        return {word}
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def words_of(texts: Iterable[str]) -> list[str]:
    found = dict.fromkeys(word[:_LONGEST] for text in texts for word in fold(text) if len(word) > 1)
    return [word for word in found if word not in _EMPTY][:_MOST_WORDS]


def said_of(
    service: Service | ServiceDraft,
    organization: Organization | OrganizationDraft,
    labels: dict[str, str],
    places: Iterable[str],
) -> list[str]:
    """`labels`: words of categories by code; `places`: regions as they are written."""
    helps = [str(Help(code).label) for code in service.helps]
    names = [service.name, service.alternate_name, organization.name, organization.alternate_name]
    needs = [labels.get(code, "") for code in service.categories]
    return words_of([*names, *helps, *needs, *places, service.description[:400]])


def labels() -> dict[str, str]:
    """Words of categories by code."""
    return {term.code: f"{term.label_id} {term.legal_label_id}" for term in taxonomy.current(taxonomy.PPKS)}


def refresh(services: Sequence[Service]) -> None:
    """Make what a search finds of these entries anew."""
    named = labels()
    regions = _regions([service.pk for service in services])
    said = [said_of(service, service.organization, named, regions.get(service.pk, ())) for service in services]
    learn(word for words in said for word in words)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT directory_seek(%s::uuid[], %s::text[])",
            [[service.pk for service in services], [" ".join(words) for words in said]],
        )


def _regions(ids: list[UUID]) -> dict[UUID, list[str]]:
    rows = Location.objects.filter(service_at_locations__service__among=ids).values_list(
        "service_at_locations__service_id", "region_code"
    )
    codes = dict(Region.objects.filter(code__in={code for _, code in rows}).values_list("code", "path"))
    found: dict[UUID, list[str]] = {}
    for service, code in rows:
        found.setdefault(service, []).append(codes.get(code, ""))
    return found


def learn(words: Iterable[str]) -> None:
    known = set(words)
    known -= set(Word.objects.filter(cut__in=known).values_list("word", flat=True))
    rows = [Word(cut=cut, word=word) for word in sorted(known) for cut in sorted(cuts(word))]
    Word.objects.bulk_create(rows, ignore_conflicts=True, batch_size=2000)


def readings(text: str) -> list[str]:
    """Each typed word as "word|other word"; a word that nothing in the list is like stands alone and finds nothing."""
    typed = [word for word in questions(text[:100])[-1] if word not in _EMPTY][:MOST_TYPED]
    if not typed:
        return []
    with connection.cursor() as cursor:
        begun = [word for word in typed if len(word) >= _BEGIN_FROM]
        cursor.execute(_NEAR, [sorted({cut for word in typed for cut in cuts(word)}), begun])
        rows = cursor.fetchall()
    return ["|".join(_meant(word, rows)) for word in typed]


def _meant(word: str, rows: list[tuple[int, str, str]]) -> list[str]:
    begun = {found for kind, typed, found in rows if kind == 2 and typed == word}
    # A word of five letters may have lost one of them already.
    if begun or len(word) < _SLIP_FROM - 1:
        return sorted({word, *begun})
    mine = cuts(word)
    slipped = {found for kind, cut, found in rows if kind == 1 and cut in mine and abs(len(found) - len(word)) <= 1}
    return sorted({word, *slipped})
