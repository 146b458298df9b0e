from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultationConfig(AppConfig):
    name = "rangkul.support.consultation"
    label = "consultation"
    verbose_name = "Konsultasi"

    def ready(self) -> None:
        from rangkul.commons.people import hooks as people
        from rangkul.journey.cases import hooks
        from rangkul.support.consultation import leaving, queries, states

        hooks.tabs.append(hooks.Tab(_("Konsultasi"), "consultation:of_case", "question-mark"))
        hooks.late_kinds[states.LATE_QUESTION] = hooks.LateKind(
            _("Pertanyaan konsultasi belum terjawab"),
            _("Tanyakan konsultasinya"),
            "consultation:home",
            find=queries.late_questions,
            stands=queries.question_waits,
        )
        hooks.late_kinds[states.LATE_ARTICLE] = hooks.LateKind(
            _("Artikel pustaka perlu ditinjau lagi"),
            _("Tinjau artikelnya"),
            "consultation:home",
            find=queries.late_articles,
            stands=queries.article_waits,
        )
        people.holdings.append(leaving.HOLDING)
