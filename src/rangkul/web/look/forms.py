"""How Django forms look: the renderer for FORM_RENDERER. The widgets stand in the base kit, open to every package."""

from django.forms.renderers import TemplatesSetting

from rangkul.base.forms.widgets import PicturedCheckboxes, PicturedRadio, Scale, SignaturePad, counted, suggest

__all__ = ["LookRenderer", "PicturedCheckboxes", "PicturedRadio", "Scale", "SignaturePad", "counted", "suggest"]


class LookRenderer(TemplatesSetting):
    # By the engine of the pages, which draws once what never changes.
    form_template_name = "look/forms/form.html"
    field_template_name = "look/forms/field.html"
