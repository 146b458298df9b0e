"""What a search looks through: one row for each service, made anew whenever something of it changes."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from rangkul.commons.directory.models.service import Service


class Sought(models.Model):
    """Made by `directory_seek(ids)` in the database from the entry; asked through `directory_find` alone."""

    service = models.OneToOneField(Service, on_delete=models.CASCADE, primary_key=True, related_name="+")
    # PPKS codes and kinds of help, for whoever it is said to be.
    needs = ArrayField(models.TextField(), default=list)
    # Region codes: "=32.73" serves people of Bandung, "<32" serves only a part of West Java.
    reach = ArrayField(models.TextField(), default=list)
    # Region codes of its places, and of those that everybody may know.
    places = ArrayField(models.TextField(), default=list)
    shown = ArrayField(models.TextField(), default=list, db_default=[])
    # Degrees of the places that everybody may know: their own point, else the centre of their kecamatan or regency.
    latitudes = ArrayField(models.FloatField(), default=list, db_default=[])
    longitudes = ArrayField(models.FloatField(), default=list, db_default=[])
    # The edition of the regions by which it was placed, set by the database; null: to be placed anew by `load.py`, as
    # by a release that changes `directory_where`.
    edition = models.BigIntegerField(null=True, editable=False)
    # Folded words of its names and of what it does.
    words = ArrayField(models.TextField(), default=list)
    age_from = models.SmallIntegerField(default=0)
    age_to = models.SmallIntegerField(default=200)
    # "" for everybody.
    sex = models.CharField(max_length=1, blank=True)
    assured = models.DateField(null=True)
    public = models.BooleanField()
    # Offered at all: active or closed for a while.
    offered = models.BooleanField()

    class Meta:
        indexes = [
            GinIndex(fields=["needs", "reach"], name="directory_sought_by_need", fastupdate=False),
            GinIndex(fields=["words"], name="directory_sought_by_word", fastupdate=False),
        ]


class Word(models.Model):
    """A word of the list, and every way to write it with one letter less: finds a word that was typed with a slip."""

    cut = models.CharField(max_length=40)
    word = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(OpClass("word", name="text_pattern_ops"), name="directory_word_by_start")]
        constraints = [models.UniqueConstraint(name="directory_word_once", fields=["cut", "word"])]
