"""To whom a question goes, how it stands, and how an article comes into the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class Audience(models.TextChoices):
    COLLEAGUE = "colleague", _("Seorang rekan")
    UNIT = "unit", _("Satu unit di lembaga saya")
    AGENCY = "agency", _("Lembaga lain")
    FORUM = "forum", _("Semua pekerja sosial di sini")


class Topic(models.TextChoices):
    SAFETY = "safety", _("Keselamatan dan kekerasan")
    CHILD = "child", _("Anak dan pengasuhan")
    FAMILY = "family", _("Keluarga")
    OLDER = "older", _("Lanjut usia")
    DISABILITY = "disability", _("Disabilitas")
    MIND = "mind", _("Kesehatan jiwa dan pemulihan")
    RIGHTS = "rights", _("Hak, bantuan, dan surat")
    LIVING = "living", _("Nafkah, rumah, dan sekolah")
    METHOD = "method", _("Cara kerja dan pencatatan")
    ETHICS = "ethics", _("Etika dan batas peran")


class Body(models.TextChoices):
    """The three bodies of the profession (A61)."""

    KNOWLEDGE = "knowledge", _("Pengetahuan")
    VALUE = "value", _("Nilai")
    SKILL = "skill", _("Keterampilan")


class QuestionState(models.TextChoices):
    DRAFT = "draft", _("Belum dikirim")
    OPEN = "open", _("Menunggu jawaban")
    ANSWERED = "answered", _("Terjawab")
    CLOSED = "closed", _("Ditutup")
    WITHDRAWN = "withdrawn", _("Ditarik")


SHOWN = (QuestionState.OPEN, QuestionState.ANSWERED, QuestionState.CLOSED)
QUESTION = StateTable.of(
    "question",
    [
        ("send", [QuestionState.DRAFT], QuestionState.OPEN),
        ("help", [QuestionState.OPEN, QuestionState.ANSWERED], QuestionState.ANSWERED),
        ("close", [QuestionState.OPEN, QuestionState.ANSWERED], QuestionState.CLOSED),
        ("withdraw", [QuestionState.DRAFT, *SHOWN], QuestionState.WITHDRAWN),
    ],
)


class ArticleState(models.TextChoices):
    PROPOSED = "proposed", _("Menunggu penyunting")
    SENT_BACK = "sent_back", _("Dikembalikan penyunting")
    PUBLISHED = "published", _("Di pustaka")
    RETIRED = "retired", _("Tidak berlaku lagi")


ARTICLE = StateTable.of(
    "article",
    [
        ("publish", [ArticleState.PROPOSED], ArticleState.PUBLISHED),
        ("send_back", [ArticleState.PROPOSED], ArticleState.SENT_BACK),
        ("rewrite", [ArticleState.SENT_BACK, ArticleState.PROPOSED, ArticleState.PUBLISHED], ArticleState.PROPOSED),
        ("renew", [ArticleState.PUBLISHED], ArticleState.PUBLISHED),
        ("retire", [ArticleState.PUBLISHED, ArticleState.SENT_BACK], ArticleState.RETIRED),
    ],
)

# Keys of `cases.hooks.late_kinds`.
LATE_QUESTION = "question"
LATE_ARTICLE = "article"
