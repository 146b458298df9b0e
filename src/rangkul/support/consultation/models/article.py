"""What helped once, kept for all: written, looked at by an editor, and looked at again by a day."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.support.consultation.models.question import Answer
from rangkul.support.consultation.states import ArticleState, Body, Topic

_PUBLISHED = models.Q(state=ArticleState.PUBLISHED)


class Article(Row):
    """Names nobody, so it is not sealed and can be searched. `agency` keeps it: its supervisors are the editors."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    topic = models.CharField(max_length=10, choices=Topic)
    body = models.CharField(max_length=9, choices=Body)
    # Codes of the PPKS list, beside whose cases it is shown.
    categories = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    title = models.CharField(max_length=160)
    text = models.TextField(max_length=10_000)
    # Where it can be read whole: a law, a book, a colleague's practice.
    source = models.CharField(max_length=300)
    # The answer it grew from; a question that is gone leaves the article.
    answer = models.ForeignKey(
        Answer, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="articles"
    )
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    author = models.CharField(max_length=240)
    state = models.CharField(max_length=9, choices=ArticleState, default=ArticleState.PROPOSED)
    edited_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    edited_at = models.DateTimeField(null=True, blank=True)
    # What the editor says to whoever wrote it, or why it is not valid any more.
    said = models.CharField(max_length=500, blank=True)
    review_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["topic", "title"], name="consultation_article_listed", condition=_PUBLISHED),
            models.Index(fields=["review_on"], name="consultation_article_review", condition=_PUBLISHED),
        ]
        constraints = [
            models.CheckConstraint(
                name="consultation_article_seen_by_an_editor",
                condition=~_PUBLISHED
                | models.Q(edited_by__isnull=False, edited_at__isnull=False, review_on__isnull=False),
                violation_error_message=_("Yang ada di pustaka sudah dibaca penyunting dan punya hari tinjauannya."),
            ),
            models.CheckConstraint(
                name="consultation_article_edited_by_another",
                condition=models.Q(edited_by__isnull=True) | ~models.Q(edited_by=models.F("written_by")),
                violation_error_message=_("Penyunting bukan penulisnya."),
            ),
            models.CheckConstraint(
                name="consultation_article_has_source",
                condition=~models.Q(source=""),
                violation_error_message=_("Tulis sumbernya."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("consultation:article", args=[self.pk])

    @property
    def is_stale(self) -> bool:
        return bool(self.review_on and self.review_on < clock.local(clock.now()).date())


class ArticleKey(models.Model):
    """A folded word of an article, a word without one letter, or "#" and the code of a group."""

    pk = models.CompositePrimaryKey("article_id", "key")
    # Made again from the article whenever it changes.
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="keys", db_index=False)
    key = models.CharField(max_length=48, db_collation="C")
    # Of the title: counts before words of the text.
    first = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["key", "article"], name="consultation_key_find")]
