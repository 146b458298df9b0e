"""The kinds of places. Values are the field's English words, labels what people call them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegionLevel(models.IntegerChoices):
    PROVINCE = 1, _("Provinsi")
    REGENCY = 2, _("Kabupaten/kota")
    DISTRICT = 3, _("Kecamatan")
    VILLAGE = 4, _("Desa/kelurahan")


class RegionKind(models.TextChoices):
    PROVINCE = "province", _("Provinsi")
    REGENCY = "regency", _("Kabupaten")
    CITY = "city", _("Kota")
    DISTRICT = "district", _("Kecamatan")
    URBAN_VILLAGE = "urban_village", _("Kelurahan")
    VILLAGE = "village", _("Desa")
    CUSTOMARY_VILLAGE = "customary_village", _("Desa adat")


class Centre(models.TextChoices):
    """What the point of a region is."""

    SEAT = "seat", _("Ibu kota wilayah")
    MIDDLE = "middle", _("Tengah tempat yang dikenal di wilayah ini")
    CITY = "city", _("Titik kota yang memuat wilayah ini")
