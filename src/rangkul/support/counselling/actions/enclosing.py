"""Sending a picture, a PDF or a voice, in a room or in a group: looked at, freed of what it tells beside itself,
sealed, and on the disk before its message is committed."""

import io
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.files import sniff, vault
from rangkul.base.files.preview import UNREADABLE, upright
from rangkul.base.files.sound import voice_of, without_tags
from rangkul.support.counselling import group_policy, policy, sealed_words
from rangkul.support.counselling.actions import group_rows
from rangkul.support.counselling.actions.heeding import hear
from rangkul.support.counselling.actions.meeting import hear_in_group, say_to_group
from rangkul.support.counselling.actions.rows import about
from rangkul.support.counselling.actions.talking import say
from rangkul.support.counselling.models import Enclosure, GroupMessage, Meeting, Message, Room
from rangkul.support.counselling.states import CIPHER
from rangkul.support.counselling.words import plain

# Large enough to read a letter that was photographed.
_LONGEST_SIDE = 2400


def may_enclose(*, by: Asker, room: Room | None = None, meeting: Meeting | None = None, **_: object) -> bool:
    if meeting is not None:
        return group_policy.may_say(by=by, meeting=meeting)
    return room is not None and policy.may_speak(by=by, room=room)


def enclose(
    *, by: Asker, file: BinaryIO, size: int, room: Room | None = None, meeting: Meeting | None = None, name: str = "",
    text: str = "", client_id: UUID | None = None,
) -> Message | GroupMessage | None:  # fmt: skip
    """Into a `room`, or to everybody in a `meeting`; returns the Message or the GroupMessage. The same `client_id`
    again is the same message with the same file; None as `send_message`.

    Raises Refused for a kind that is not accepted, for more than 15 MB, and for whatever a message is refused for; the
    words beside such a file are heard all the same. What comes to a sealed room was looked at and sealed by a browser;
    here it is a shape alone."""
    if room is not None:
        hear(by=by, room=room, text=text, client_id=client_id)
    else:
        hear_in_group(by=by, meeting=meeting, text=text)
    return send_file(by=by, file=file, size=size, room=room, meeting=meeting, name=name, text=text, client_id=client_id)


@action("room.file_sent", may=may_enclose)
def send_file(
    *, by: Asker, file: BinaryIO, size: int, room: Room | None, meeting: Meeting | None, name: str, text: str,
    client_id: UUID | None,
) -> Done:  # fmt: skip
    """`enclose`, after its words were heard."""
    if room is not None and room.end_to_end:
        return _enclose_sealed(by, room, file, size, text, client_id)
    kind, clean = _cleaned(file, size)
    called = _name(_unnamed(by, name, kind) if meeting else name, kind)
    if meeting is not None:
        said = say_to_group(by=by, meeting=meeting, text=text or called, client_id=client_id)
        _keep(Enclosure(said=said, media_type=kind.media_type), said, called, clean)
        return group_rows.about(meeting.group, said, silent=True)
    message = say(by=by, room=room, text=text or called, client_id=client_id)
    _keep(Enclosure(message=message, media_type=kind.media_type), message, called, clean)
    return about(room, message, silent=True)


def _enclose_sealed(by: Asker, room: Room, file: BinaryIO, size: int, text: str, client_id: UUID | None) -> Done:
    sealed_words.file(file, size)
    message = say(by=by, room=room, text=text, client_id=client_id)
    row = Enclosure(message=message, media_type="application/octet-stream", cipher=CIPHER)
    _keep(row, message, _("Lampiran terkunci"), file)
    return about(room, message, silent=True)


def _keep(row: Enclosure, message: Message | GroupMessage | None, called: str, clean: BinaryIO) -> None:
    """Nothing where a client closed their room by the words, and where the message has its file already."""
    if message is None or Enclosure.objects.filter(message=row.message_id, said=row.said_id).exists():
        return
    row.key, row.size, row.name = message.key, _size(clean), called
    vault.keep(row.pk, message.key, clean)
    row.save(force_insert=True)


def _unnamed(by: Asker, name: str, kind: sniff.Kind) -> str:
    """Members know each other by called names: neither the name of a file nor what the maker of a PDF wrote into it
    tells more."""
    if by.kind != "ticket":
        return name
    if kind.extension == "pdf":
        raise Refused(
            _("Di dalam PDF bisa tertulis nama Anda. Kirim fotonya saja, atau kirim PDF di ruang Anda sendiri."),
            field="file",
            code="type",
        )
    return ""


def _cleaned(file: BinaryIO, size: int) -> tuple[sniff.Kind, BinaryIO]:
    if size > sniff.LARGEST:
        raise Refused(_("Berkas terlalu besar: paling besar 15 MB."), field="file", code="size")
    file.seek(0)
    voice = voice_of(file.read(64))
    if voice is not None:
        return voice, without_tags(file, voice)
    kind = sniff.kind_of(file, size)
    if kind.media_type.startswith("image/"):
        return _drawn(file)
    if kind.extension != "pdf":
        raise Refused(
            _("Kirim foto (JPEG, PNG, WebP), PDF, atau rekaman suara. Untuk berkas lain: foto saja isinya."),
            field="file",
            code="type",
        )
    return kind, file


def _drawn(file: BinaryIO) -> tuple[sniff.Kind, BinaryIO]:
    """The picture and nothing beside it: where it was taken, and by which telephone, stays with its sender."""
    try:
        picture = upright(file, _LONGEST_SIDE)
        sees_through = picture.mode in ("RGBA", "LA", "P")
        bare = picture.convert("RGBA" if sees_through else "RGB")
        bare.info = {}
        drawn = io.BytesIO()
        bare.save(drawn, "PNG" if sees_through else "JPEG", **({} if sees_through else {"quality": 85}))
    except UNREADABLE as error:
        raise Refused(_("Gambar ini belum bisa dibaca. Foto ulang, lalu kirim lagi."), field="file") from error
    return (sniff.Kind("image/png", "png") if sees_through else sniff.Kind("image/jpeg", "jpg")), drawn


def _size(file: BinaryIO) -> int:
    return file.seek(0, io.SEEK_END)


def _name(name: str, kind: sniff.Kind) -> str:
    """A readable name that ends in what the file is, whatever it was called."""
    stem = plain(name).replace("\\", "/").rsplit("/", 1)[-1].strip().strip(".").replace("\n", " ")
    stem = stem.rsplit(".", 1)[0] if "." in stem else stem
    return f"{stem[:80].strip() or _('lampiran')}.{kind.extension}"


def remove_files(*, of: Room | Meeting) -> None:
    """With the words; the files themselves once that is certain. Whatever is left is swept away, and nothing opens it:
    its key is destroyed."""
    mine = {"message__room": of} if isinstance(of, Room) else {"said__meeting": of}
    gone = list(Enclosure.objects.filter(**mine).values_list("pk", flat=True))

    def remove() -> None:
        for pk in gone:
            vault.remove(pk)

    if gone:
        transaction.on_commit(remove)
