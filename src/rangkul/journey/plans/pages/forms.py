"""What worker and client write into a plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.days import today
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.agreeing import AgreementForm
from rangkul.base.forms.days import DayField
from rangkul.base.forms.seen import SeenForm
from rangkul.journey.assessment.states import Dimension
from rangkul.journey.plans.gas import LEVELS
from rangkul.journey.plans.models import Goal, Plan
from rangkul.journey.plans.models.goal import LEVEL_COLUMNS
from rangkul.journey.plans.states import Baseline, ClientView, Purpose, Responsible

NOTE = 4_000
LINE = 300


def area(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PlanForm(SeenForm):
    wish = forms.CharField(
        label=_("Yang diinginkan klien"),
        help_text=_("Dengan kata-katanya sendiri: apa yang ingin berbeda?"),
        max_length=NOTE,
        widget=area(3),
    )
    resources = forms.CharField(
        label=_("Sumber daya yang dipakai"),
        help_text=_("Kekuatan klien, keluarga, tetangga, layanan, dan bantuan yang bisa diandalkan."),
        max_length=NOTE,
        widget=area(),
        required=False,
    )
    risks = forms.CharField(
        label=_("Risiko dari rencana ini"),
        help_text=_("Apa yang bisa memburuk karena rencana ini, dan apa yang dilakukan bila terjadi?"),
        max_length=NOTE,
        widget=area(),
        required=False,
    )
    review_on = DayField(label=_("Ditinjau bersama pada"), required=False)


class GoalForm(RangkulForm):
    title = forms.CharField(
        label=_("Tujuan"),
        help_text=_("Apa yang akan berbeda, dilihat dari sisi klien. Misalnya: Dinda kembali bersekolah."),
        max_length=LINE,
    )
    client_view = forms.ChoiceField(label=_("Pandangan klien"), choices=ClientView.choices, widget=forms.RadioSelect)
    client_words = forms.CharField(label=_("Kata-kata klien tentang tujuan ini"), max_length=NOTE, widget=area())
    settled = forms.CharField(
        label=_("Yang akhirnya disepakati, bila klien menginginkan yang lain"),
        max_length=NOTE,
        widget=area(),
        required=False,
    )
    purpose = forms.ChoiceField(label=_("Maksud kerja sosialnya"), choices=Purpose.choices)
    dimension = forms.ChoiceField(
        label=_("Bagian keberfungsian sosial"), choices=[("", "—"), *Dimension.choices], required=False
    )
    responsible = forms.ChoiceField(label=_("Penanggung jawab"), choices=Responsible.choices)
    weight = forms.TypedChoiceField(
        label=_("Seberapa penting bagi klien"),
        choices=[
            (1, _("1: kurang penting")),
            (2, "2"),
            (3, _("3: penting")),
            (4, "4"),
            (5, _("5: paling penting")),
        ],
        coerce=int,
        initial=3,
    )
    baseline = forms.TypedChoiceField(
        label=_("Keadaan sekarang"), choices=Baseline.choices, coerce=int, initial=Baseline.BELOW
    )
    far_above = forms.CharField(label=_("+2: jauh di atas harapan"), max_length=LINE, widget=area())
    above = forms.CharField(label=_("+1: di atas harapan"), max_length=LINE, widget=area())
    expected = forms.CharField(
        label=_("0: sesuai harapan"),
        help_text=_("Hasil yang wajar diharapkan sampai tinjauan berikutnya."),
        max_length=LINE,
        widget=area(),
    )
    below = forms.CharField(label=_("−1: di bawah harapan"), max_length=LINE, widget=area())
    far_below = forms.CharField(label=_("−2: jauh di bawah harapan"), max_length=LINE, widget=area())

    def clean(self):
        words = super().clean()
        words["levels"] = {level: words.pop(LEVEL_COLUMNS[level], "") for level in LEVELS}
        return words

    @classmethod
    def of(cls, goal: Goal) -> dict:
        """The words of a goal, to be changed."""
        return {name: getattr(goal, name) for name in cls.base_fields if name != "once"}

    def scale(self) -> list:
        """The five level fields, highest first."""
        return [self[LEVEL_COLUMNS[level]] for level in reversed(LEVELS)]


class AlternativeForm(RangkulForm):
    title = forms.CharField(label=_("Jalan yang ditimbang"), max_length=LINE)
    merits = forms.CharField(label=_("Kebaikannya"), max_length=NOTE, widget=area(), required=False)
    drawbacks = forms.CharField(label=_("Kekurangan dan risikonya"), max_length=NOTE, widget=area(), required=False)
    chosen = forms.BooleanField(label=_("Ini jalan yang dipilih"), required=False)
    reason = forms.CharField(label=_("Mengapa dipilih, atau mengapa tidak"), max_length=NOTE, widget=area())


class HypothesisForm(RangkulForm):
    condition = forms.CharField(label=_("Jika"), max_length=LINE * 3, widget=area())
    expectation = forms.CharField(label=_("Maka"), max_length=LINE * 3, widget=area())
    because = forms.CharField(label=_("Karena"), max_length=LINE * 3, widget=area())
    evidence = forms.CharField(
        label=_("Bersandar pada"),
        help_text=_("Pengalaman, pedoman, atau penelitian. Boleh alamat situs."),
        max_length=LINE * 3,
        required=False,
    )
    thread = forms.ChoiceField(label=_("Untuk tujuan"), required=False)

    def __init__(self, *args, plan: Plan | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.threads = {str(goal.thread): goal for goal in plan.goals.all()} if plan else {}
        self.fields["thread"].choices = [
            ("", _("Rencana seluruhnya")),
            *((key, goal.title) for key, goal in self.threads.items()),
        ]

    def clean(self):
        words = super().clean()
        goal = self.threads.get(words.get("thread", ""))
        words["thread"] = goal.thread if goal else None
        return words


class AgreeForm(AgreementForm):
    client_words = forms.CharField(
        label=_("Kata-kata klien tentang rencana ini"), max_length=NOTE, widget=area(), required=False
    )
    agreed_on = DayField(label=_("Tanggal disepakati"), initial=today)


class RenewForm(RangkulForm):
    reason = forms.CharField(
        label=_("Mengapa rencana diubah"),
        help_text=_("Versi sekarang tetap berlaku sampai versi baru disepakati."),
        max_length=NOTE,
        widget=area(),
    )


class RemoveForm(RangkulForm):
    """Only the key against a second removal."""
