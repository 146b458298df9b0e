"""What documents add to a person's copy: those that a person gave to the client."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rangkul.commons.trust.hooks import Section, Whose
from rangkul.journey.reports.drafting import spoken_name
from rangkul.journey.reports.models import Paper


def copy_of_papers(whose: Whose) -> Iterator[Section]:
    """Only those: what was written for a court or another agency may speak of others."""
    papers = Paper.objects.filter(case__person_id__in=whose.person_ids, given_at__isnull=False)
    if whose.request_id:
        papers = papers | Paper.objects.filter(case__request_id=whose.request_id, given_at__isnull=False)
    rows = tuple((spoken_name(paper.kind), _when(paper)) for paper in papers.distinct().order_by("signed_on", "id"))
    if rows:
        yield Section(_("Surat yang diberikan kepada Anda"), rows)


def _when(paper: Paper) -> str:
    return _("versi %(version)d, %(day)s") % {"version": paper.version, "day": f"{paper.signed_on:%d-%m-%Y}"}
