"""Chats that a client brought: bringing one, reading it, searching it, marking what matters."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.readings import only_reads
from rangkul.journey.protection import actions, chats, policy, queries
from rangkul.journey.protection.models import Chat, ChatMark, Folder
from rangkul.journey.protection.pages.chat_forms import ChatForm, MarkForm, OrderForm, SearchForm
from rangkul.journey.protection.pages.frame import folder_or_404, go, page, place
from rangkul.journey.protection.queries.chats import Reading
from rangkul.journey.protection.states import ChatState


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, **whose: UUID) -> HttpResponse:
    folder = folder_or_404(request, **whose)
    form = ChatForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and send(
        form, request.asker, f"chat.{folder.pk}", lambda words: _bring(request, folder, words)
    ):
        return go(folder, "chats")
    words = {"form": form, "chats": queries.chats_of(folder)}
    return page(request, folder, "chats", words, title=_("Percakapan"), wrong=bool(form.errors))


def _bring(request: HttpRequest, folder: Folder, words: dict[str, Any]) -> Chat:
    upload, purpose = words.pop("file"), words.pop("purpose")
    return actions.bring_chat(
        by=request.asker,
        folder=folder,
        brought=actions.Brought(**words),
        purpose=purpose,
        file=upload.file,
        size=upload.size,
        name=upload.name,
    )


def _found(request: HttpRequest, chat_id: UUID, **whose: UUID) -> tuple[Folder, Chat]:
    folder = folder_or_404(request, **whose)
    try:
        return folder, queries.chat_of(folder, chat_id)
    except Chat.DoesNotExist:
        raise Http404 from None


def _since(request: HttpRequest, chat: Chat) -> int:
    """A place in the chat; anything else begins at its start."""
    given = request.GET.get("dari", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 8 and int(given) < chat.messages else 0


@require_http_methods(["GET"])
def one(request: HttpRequest, chat_id: UUID, **whose: UUID) -> HttpResponse:
    folder, chat = _found(request, chat_id, **whose)
    return _page(request, folder, chat)


@only_reads
@require_POST
def search(request: HttpRequest, chat_id: UUID, **whose: UUID) -> HttpResponse:
    """By POST: words out of somebody's chat have no place in an address."""
    folder, chat = _found(request, chat_id, **whose)
    form = SearchForm(request.POST, auto_id="id_cari_%s")
    if not form.is_valid():
        return _page(request, folder, chat, search=form)
    words, marked = form.cleaned_data["words"], form.cleaned_data["only_marked"]
    return _page(request, folder, chat, search=form, found=queries.searched(chat, words, only_marked=marked))


@require_POST
def order(request: HttpRequest, chat_id: UUID, **whose: UUID) -> HttpResponse:
    folder, chat = _found(request, chat_id, **whose)
    form = OrderForm(request.POST, auto_id="id_urutan_%s")
    verb = lambda words: actions.say_order(by=request.asker, chat=chat, **words)  # noqa: E731
    if send(form, request.asker, f"order.{chat.pk}", verb):
        return go(folder, "chat", chat.pk)
    return _page(request, folder, chat, order=form)


@require_POST
def mark(request: HttpRequest, chat_id: UUID, at: int, **whose: UUID) -> HttpResponse:
    folder, chat = _found(request, chat_id, **whose)
    form = MarkForm(request.POST, auto_id=f"id_tanda_{at}_%s")
    verb = lambda words: actions.mark(by=request.asker, chat=chat, place=at, **words)  # noqa: E731
    if send(form, request.asker, f"mark.{chat.pk}.{at}", verb):
        return redirect(_at(folder, chat, at))
    return _page(request, folder, chat, mark=form)


@require_POST
def unmark(request: HttpRequest, chat_id: UUID, mark_id: UUID, **whose: UUID) -> HttpResponse:
    folder, chat = _found(request, chat_id, **whose)
    try:
        row = queries.mark_of(chat, mark_id)
    except ChatMark.DoesNotExist:
        raise Http404 from None
    form = RangkulForm(request.POST)
    send(form, request.asker, f"unmark.{row.pk}", lambda _words: actions.unmark(by=request.asker, mark=row))
    return redirect(_at(folder, chat, row.place))


def _at(folder: Folder, chat: Chat, at: int) -> str:
    return f"{place(folder, 'chat', chat.pk)}?dari={max(at - 5, 0)}#pesan-{at}"


def _page(
    request: HttpRequest, folder: Folder, chat: Chat, found: Reading | None = None, **forms: RangkulForm
) -> HttpResponse:
    reading = queries.opened(chat, _since(request, chat)) if found is None else found
    asks = chat.state == ChatState.ASKING
    words = {
        "chat": chat,
        "may_mark": policy.may_read_chat(by=request.asker, chat=chat),
        "reading": reading,
        "searched": found is not None,
        "next_place": reading.lines[-1].place + 1 if reading.more else None,
        "search_form": forms.get("search") or SearchForm(auto_id="id_cari_%s"),
        "order_form": (forms.get("order") or OrderForm(auto_id="id_urutan_%s")) if asks else None,
        "both": _both(chat) if asks else (),
        "step_form": RangkulForm(),
        "mark_form": forms.get("mark") or MarkForm(),
    }
    return page(request, folder, "chat", words, title=_("Percakapan"), wrong=any(one.errors for one in forms.values()))


def _both(chat: Chat) -> list[tuple[str, Any, Any]]:
    """The first and the last day, if the days are meant one way or the other."""
    if chat.key.wrapped is None:
        return []
    read = chats.read(chats.text_in(b"".join(queries.original_of(chat))))
    return [(order, *read.ends(order)) for order in read.orders]
