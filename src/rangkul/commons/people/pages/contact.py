"""Safe contact: what was asked with the person."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.commons.people import actions
from rangkul.commons.people.models import SafeContact
from rangkul.commons.people.pages.forms import ContactForm
from rangkul.commons.people.pages.frame import page, person_or_404, sent
from rangkul.commons.people.words import safe_contact_parts


@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, person_id: UUID) -> HttpResponse:
    person = person_or_404(person_id)
    rules = SafeContact.objects.filter(person=person).select_related("key").first()
    form = ContactForm(request.POST) if request.method == "POST" else ContactForm(initial=ContactForm.initial_of(rules))
    if form.is_bound:
        made = sent(
            request, form, "people.contact",
            lambda words: actions.set_safe_contact(by=request.asker, person=person, **words),
        )  # fmt: skip
        if made is not None:
            messages.success(request, _("Kontak aman tersimpan."))
            return redirect("people:person", person.pk)
    context = {"form": form, "safe": safe_contact_parts(rules)}
    return page(request, person, "contact", context, wrong=bool(form.errors))
