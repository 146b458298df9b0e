"""Who belongs to a client, and what they may know."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.commons.people.states import Influence, Relation, SignificantRole

_NOT_ASKED = ("", _("Belum ditanyakan"))


class PermissionForm(RangkulForm):
    """Said by the client about the relative."""

    influence = forms.ChoiceField(label=_("Pengaruhnya"), choices=[_NOT_ASKED, *Influence.choices], required=False)
    role = forms.ChoiceField(
        label=_("Perannya"), choices=[("", _("Tidak ada peran khusus")), *SignificantRole.choices], required=False
    )
    may_contact = forms.BooleanField(label=_("Klien mengizinkan orang ini dihubungi"), required=False)


class KinForm(PermissionForm):
    """`other` is a registered person, chosen from a search."""

    other = forms.CharField(max_length=36, widget=forms.HiddenInput)
    relation = forms.ChoiceField(label=_("Hubungannya dengan klien"), choices=Relation.choices)
    lives_here = forms.BooleanField(label=_("Tinggal serumah"), required=False)
