"""Person-in-environment: what the worker codes with the client (I, II), and what others found (III, IV)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.models.round import Assessment
from rangkul.journey.assessment.pie.codes import (
    PROBLEMS_OF,
    Coping,
    Duration,
    Factor,
    Ground,
    Problem,
    Profession,
    Role,
    Severity,
    System,
    Trouble,
    Via,
)
from rangkul.journey.cases.models import Case

_A_ROLE = models.Q(
    factor=Factor.ROLE, role__in=Role.values, trouble__in=Trouble.values, coping__range=(1, 6), system="", problem=""
)
_AN_ENVIRONMENT = models.Q(
    models.Q(
        *[
            models.Q(system=system.value, problem__in=[problem.value for problem in problems])
            for system, problems in PROBLEMS_OF.items()
        ],
        _connector=models.Q.OR,
    ),
    factor=Factor.ENVIRONMENT,
    role="",
    trouble="",
    coping__isnull=True,
)
_FIRST_OR_CORRECTION = models.Q(corrects__isnull=True, correction_reason__isnull=True) | models.Q(
    corrects__isnull=False, correction_reason__isnull=False
)


class PieCoding(Row):
    """One difficulty of one round. Appended: a correction points at the row it replaces; `taken_back` says that it
    should not have been coded. `carried_from` is the coding of an earlier round that a worker looked at and kept."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pie_codings")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="pie_codings")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    factor = models.CharField(max_length=1, choices=Factor.choices[:2])
    role = models.CharField(max_length=16, choices=Role, blank=True)
    trouble = models.CharField(max_length=16, choices=Trouble, blank=True)
    system = models.CharField(max_length=12, choices=System, blank=True)
    problem = models.CharField(max_length=16, choices=Problem, blank=True)
    ground = models.CharField(max_length=12, choices=Ground, blank=True)
    # What it is where the lists have no word for it, or whose parent, friend, member.
    named = SealedText()
    severity = models.PositiveSmallIntegerField(choices=Severity)
    duration = models.PositiveSmallIntegerField(choices=Duration)
    coping = models.PositiveSmallIntegerField(choices=Coping, null=True, blank=True)
    # On which facts the coding rests.
    because = SealedText()
    taken_back = models.BooleanField(default=False)
    carried_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="carried")
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    correction_reason = SealedText()
    coded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "assessment"], name="assessment_pie_of_case")]
        constraints = [
            models.CheckConstraint(
                name="assessment_pie_fits_factor",
                condition=_A_ROLE | _AN_ENVIRONMENT,
                violation_error_message=_("Pilih peran dengan jenisnya, atau lingkungan dengan masalahnya."),
            ),
            models.CheckConstraint(
                name="assessment_pie_scales",
                condition=models.Q(severity__range=(1, 6), duration__range=(1, 6)),
                violation_error_message=_("Pilih berat dan lamanya, 1 sampai 6."),
            ),
            models.CheckConstraint(
                name="assessment_pie_ground_of_discrimination",
                condition=models.Q(problem=Problem.DISCRIMINATION, ground__in=Ground.values)
                | (~models.Q(problem=Problem.DISCRIMINATION) & models.Q(ground="")),
                violation_error_message=_("Sebutkan atas dasar apa orang ini didiskriminasi."),
            ),
            models.CheckConstraint(
                name="assessment_pie_correction_paired",
                condition=_FIRST_OR_CORRECTION,
                violation_error_message=_("Koreksi memerlukan alasan."),
            ),
            models.UniqueConstraint(
                name="assessment_pie_corrected_once",
                fields=["corrects"],
                violation_error_message=_("Kode ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
            ),
            models.UniqueConstraint(
                name="assessment_pie_carried_once",
                fields=["assessment", "carried_from"],
                violation_error_message=_("Kode ini sudah dibawa ke asesmen sekarang."),
            ),
        ]


class PieFinding(Row):
    """What somebody entitled to it found about mental (III) or physical (IV) health. It always has a finder who is not
    a social worker, a way by which it came, and a day; the worker has no field for a finding of their own (A21)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="pie_findings")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="pie_findings")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    factor = models.CharField(max_length=1, choices=Factor.choices[2:])
    finding = SealedText()
    profession = models.CharField(max_length=14, choices=Profession)
    found_by = SealedText()
    via = models.CharField(max_length=14, choices=Via)
    # Which letter or card: "surat kontrol RSUD".
    document = SealedText()
    found_on = models.DateField()
    taken_back = models.BooleanField(default=False)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    correction_reason = SealedText()
    noted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "factor"], name="assessment_finding_of_case")]
        constraints = [
            models.CheckConstraint(
                name="assessment_finding_is_of_another",
                condition=models.Q(
                    factor__in=[Factor.MENTAL, Factor.PHYSICAL],
                    profession__in=Profession.values,
                    via__in=Via.values,
                    finding__isnull=False,
                    found_by__isnull=False,
                ),
                violation_error_message=_("Temuan kesehatan selalu dari yang memeriksa: tulis siapa dan profesinya."),
            ),
            models.CheckConstraint(
                name="assessment_finding_names_document",
                condition=~models.Q(via=Via.DOCUMENT) | models.Q(document__isnull=False),
                violation_error_message=_("Tulis dokumen apa."),
            ),
            models.CheckConstraint(
                name="assessment_finding_correction_paired",
                condition=_FIRST_OR_CORRECTION,
                violation_error_message=_("Koreksi memerlukan alasan."),
            ),
            models.UniqueConstraint(
                name="assessment_finding_corrected_once",
                fields=["corrects"],
                violation_error_message=_("Temuan ini sudah dikoreksi; koreksi yang terakhir bisa dikoreksi lagi."),
            ),
        ]
