"""What anybody sees of the list: without an account, without scripts, on a small telephone."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rangkul.base.asking import PUBLIC, acting
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, text
from rangkul.base.forms.sending import send
from rangkul.commons.directory import actions, queries
from rangkul.commons.directory.pages.asked import asked
from rangkul.commons.directory.pages.showing import shown
from rangkul.commons.directory.saying import code_for
from rangkul.commons.directory.states import Topic

_STRIP = {"problems": (), "area": "", "quick_exit": True}


class SuggestForm(RangkulForm):
    topic = choice(gettext_lazy("Apa yang tidak benar?"), Topic.choices, empty=gettext_lazy("Pilih satu"))
    text = text(
        gettext_lazy("Yang benar menurut Anda"), rows=3, most=500, required=False,
        help_text=gettext_lazy("Tulis tentang layanannya saja. Jangan menulis nama atau cerita seseorang."),
    )  # fmt: skip


@require_safe
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    # Whoever is signed in in this browser, this page shows what everybody sees.
    with acting(PUBLIC):
        found = asked(request)
        # Pressed with nothing in it: one is told what is lacking, and not left with the same page.
        blank = found.rows is None and not found.form.is_bound and bool(set(request.GET) & set(found.form.fields))
        return render(request, "directory/search.html", found.words | {"blank": blank} | _STRIP)


@require_safe
@never_cache
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    with acting(PUBLIC):
        return render(request, "directory/service.html", {"shown": shown(_entry(pk))} | _STRIP)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def suggest(request: HttpRequest, pk: UUID) -> HttpResponse:
    with acting(PUBLIC):
        entry = _entry(pk)
        form = SuggestForm(request.POST or None)
        # The same for a second press, which writes nothing.
        code = code_for(form.once_key or uuid4()) if form.is_bound else ""
        if request.method == "POST" and send(
            form, PUBLIC, f"suggest {pk}",
            lambda words: actions.suggest(
                by=PUBLIC, service=entry.service, topic=words["topic"], text=words["text"], code=code
            ),
        ):  # fmt: skip
            words = _(
                "Terima kasih. Seorang petugas memeriksanya sebelum keterangan diubah."
                " Kode usul Anda: %(code)s. Simpan kodenya bila ingin tahu hasilnya."
            )
            messages.success(request, words % {"code": code})
            return redirect("services:show", pk)
        status = 422 if form.is_bound else 200
        return render(request, "directory/suggest.html", {"entry": entry, "form": form} | _STRIP, status=status)


def _entry(pk: UUID) -> queries.Entry:
    found = queries.entry(pk)
    if found is None:
        raise Http404
    return found
