"""Background work: an export that was brought is unfolded into sealed sheets, where no page waits for it."""

from rangkul.base import asking
from rangkul.base.work import task
from rangkul.journey.cases.queries import bytes_of
from rangkul.journey.protection import actions, chats
from rangkul.journey.protection.models import Chat
from rangkul.journey.protection.states import ChatState


@task(name="protection.unfold")
def unfold_chat(*, chat_id: str) -> None:
    """The same one twice is unfolded once; a chat whose case was erased meanwhile is left alone."""
    rows = Chat.objects.select_related("case", "key", "evidence__document__key")
    chat = rows.filter(pk=chat_id, state=ChatState.WAITING, key__wrapped__isnull=False).first()
    if chat is None:
        return
    raw = b"".join(bytes_of(chat.evidence.document))
    read = chats.read(chats.text_in(raw))
    actions.unfold(by=asking.current(), chat=chat, messages=read.messages(chat.order))
