"""What an assessment still needs before the case goes on, and what must not stand open when it ends.

Everything here can be passed over by a person with a reason (A62): judgement stands above the form.
"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.journey.assessment import queries
from rangkul.journey.assessment.models import Assessment, CaseCategory, Fact, Risk, RiskCheck
from rangkul.journey.assessment.states import HIGH, NEEDED_DOMAINS, Domain, RiskLevel, RoundState
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Stage


def _page(name: str, case: Case, anchor: str = "") -> str:
    return reverse(f"assessment:{name}", args=[case.pk]) + (f"#{anchor}" if anchor else "")


def _missing(code: str, sentence: str, url: str) -> Missing:
    return Missing(Stage.ASSESSMENT, "exit", f"assessment.{code}", sentence, url)


def criteria(case: Case) -> list[Missing]:
    """What leaving the assessment still needs; asked only while the case stands there."""
    return needed(case) if case.stage == Stage.ASSESSMENT else []


def needed(case: Case) -> list[Missing]:
    """What the newest round still lacks, in whatever stage the case is."""
    round_ = queries.newest_round(case)
    return [
        *_presenting(case, round_),
        *_domains(case),
        *_functioning(case, round_),
        *_risk(case, round_),
        *_category(case, round_),
        *_signature(case, round_),
    ]


def _presenting(case: Case, round_: Assessment | None) -> Iterator[Missing]:
    if round_ is None or not round_.presenting:
        yield _missing(
            "presenting",
            _("Yang dihadapi, dengan kata-kata klien, belum ditulis."),
            _page("workspace", case, "masalah"),
        )


def _domains(case: Case) -> Iterator[Missing]:
    # A fact that was taken back tells nothing any more.
    known = set(Fact.objects.filter(case=case, text__isnull=False, corrections=None).values_list("domain", flat=True))
    for domain in NEEDED_DOMAINS:
        if domain not in known:
            yield _missing(
                f"domain_{domain}",
                _("%(domain)s: belum digali.") % {"domain": Domain(domain).label},
                _page("facts", case, domain),
            )


def _functioning(case: Case, round_: Assessment | None) -> Iterator[Missing]:
    explained = round_ is not None and round_.functioning_gap
    if not explained and queries.missing_views(queries.profile(case)):
        yield _missing(
            "functioning",
            _("Keberfungsian sosial di awal belum lengkap menurut klien dan pekerja sosial."),
            _page("functioning", case),
        )


def _risk(case: Case, round_: Assessment | None) -> Iterator[Missing]:
    """In a reassessment risks are looked at anew; what was seen a year ago does not tell how it is."""
    since = {"made_at__gte": round_.made_at} if round_ is not None and round_.number > 1 else {}
    looked = (
        RiskCheck.objects.filter(case=case, **since).exists()
        or Risk.objects.filter(case=case, looks__looked_by__isnull=False)
        .filter(**({"looks__made_at__gte": round_.made_at} if since else {}))
        .exists()
    )
    if not looked:
        yield _missing("risk", _("Risiko belum ditanyakan."), _page("risks", case))


def _category(case: Case, round_: Assessment | None) -> Iterator[Missing]:
    explained = round_ is not None and round_.category_gap
    if not explained and not CaseCategory.objects.filter(case=case, until=None).exists():
        yield _missing("category", _("Kelompok layanan (PPKS) belum dipilih."), _page("categories", case))


def _signature(case: Case, round_: Assessment | None) -> Iterator[Missing]:
    if round_ is None or round_.state == RoundState.DRAFT:
        yield _missing("signed", _("Asesmen belum ditandatangani."), _page("workspace", case, "tanda-tangan"))
    elif round_.state == RoundState.ASKED:
        yield _missing("signed", _("Asesmen menunggu tanda tangan supervisor."), _page("workspace", case))
    elif case.steps.filter(verb="return_to_assessment", at__gt=round_.signed_at).exists():
        # The case came back because something changed; the round from before cannot stand for it.
        yield _missing("again", _("Asesmen ulang belum dimulai."), _page("workspace", case))


def closing_checks(case: Case) -> list[Missing]:
    """A case does not end in silence while a grave or unknown risk is open."""
    worrying = Risk.objects.filter(case=case, ended_on=None, level__in=[*HIGH, RiskLevel.UNKNOWN])
    return [
        Missing(
            Stage.TERMINATION,
            "exit",
            f"assessment.risk_{risk.kind}",
            _("Risiko masih terbuka: %(risk)s (%(level)s).")
            % {"risk": risk.get_kind_display(), "level": _short(risk.level)},
            _page("risks", case),
        )
        for risk in worrying
    ]


def _short(level: str) -> str:
    """The level's one word, before its explanation."""
    return str(RiskLevel(level).label).split(":")[0].lower()
