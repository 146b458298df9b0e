"""Signing freezes a document: its words, its number, the hash over them and the code that proves it."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import today
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.actions import ask_signature
from rangkul.journey.cases.queries import needs_signature
from rangkul.journey.cases.queries import secrets as safety
from rangkul.journey.cases.states import SignatureState, SignatureSubject
from rangkul.journey.reports import policy
from rangkul.journey.reports.actions.rows import done, lock_draft
from rangkul.journey.reports.codes import blind_code, new_code
from rangkul.journey.reports.freezing import document_of, sealed
from rangkul.journey.reports.models import Paper, Passage
from rangkul.journey.reports.queries import passages_of
from rangkul.journey.reports.states import PAPER_STEPS, PaperState, Reader
from rangkul.journey.reports.writing.material import shared_with_others
from rangkul.journey.reports.writing.parts import GROUND, sentence


@action("document.signed", may=policy.may_change)
def sign_paper(*, by: Asker, paper: Paper, check_at: str = "", ground: str = "") -> Done:
    """Sign by name; where the junior rule asks, a supervisor signs beside and only then it stands.

    `check_at` is where this installation checks papers; `ground` says by what right it goes to another agency without
    the client's consent. Raises Refused for what the document still lacks and for what it must not hold.
    """
    held = lock_draft(paper)
    passages = passages_of(held)
    held.ground = ground.strip() or held.ground
    check(held, passages)
    _say_ground(held, passages)
    held.signed_by, held.check_at = Staff.objects.get(pk=by.staff_id), check_at
    if needs_signature(held.case, SignatureSubject.DOCUMENT):
        _ask(by, held)
        # The supervisor's signature is the event; asking for it has one of its own.
        return done(held, held.case, held, silent=True)
    freeze(held, passages)
    return done(held, held.case, held)


def _say_ground(paper: Paper, passages: list[Passage]) -> None:
    """Where a paper says by what right it was sent, it says what the worker wrote."""
    for passage in passages:
        if passage.code == GROUND and paper.ground and not passage.changed and needs_ground(paper):
            passage.text, passage.changed = f"Data ini diteruskan atas dasar: {sentence(paper.ground)}", True
            passage.save(update_fields=["text", "changed"])


def _ask(by: Asker, paper: Paper) -> None:
    kind = SignatureSubject.DOCUMENT
    if paper.case.signatures.filter(subject_kind=kind, state=SignatureState.ASKED).exists():
        raise Refused(_("Dokumen lain dari kasus ini masih menunggu supervisor. Tunggu jawabannya dulu."), code="asked")
    PAPER_STEPS.step(paper, "ask")
    paper.save()
    ask_signature(by=by, case=paper.case, subject_kind=kind, subject_id=paper.pk)


def check(paper: Paper, passages: list[Passage]) -> None:
    """Everything that stands between a draft and a signature. Raises Refused."""
    if empty := unwritten(passages):
        names = ", ".join(passage.part.title for passage in empty)
        raise Refused(_("Bagian ini menunggu kata-kata Anda: %(names)s.") % {"names": names}, code="unwritten")
    if found := [one.what for _passage, one in leaks(paper, passages) if one.firm]:
        raise Refused(
            _("Dokumen ini memuat %(what)s. Hapus dulu; tempat persembunyian tidak pernah ditulis.")
            % {"what": ", ".join(dict.fromkeys(found))},
            code="leak",
        )
    if needs_ground(paper) and not paper.ground:
        raise Refused(
            _("Klien belum tercatat menyetujui datanya diteruskan. Catat persetujuannya, atau tulis dasar hukumnya."),
            field="ground",
            code="consent",
        )


def unwritten(passages: list[Passage]) -> list[Passage]:
    """Parts that only the worker can write and that nobody wrote yet."""
    parts = [(passage, passage.part) for passage in passages]
    return [one for one, part in parts if part.own and not one.changed and all(line.gap for line in part.lines)]


def leaks(paper: Paper, passages: list[Passage]) -> list[tuple[Passage | None, safety.Secret]]:
    """What the document holds of what must not leave: by part, None for the addressee."""
    secrets = safety.secrets_of(paper.case)
    found: list[tuple[Passage | None, safety.Secret]] = [
        (None, one) for one in safety.found_in(paper.addressee, secrets)
    ]
    for passage in passages:
        if not passage.left_out:
            drawn = passage.part.drawn
            text = f"{passage.now}\n{safety.words_on(drawn.svg)}" if drawn else passage.now
            found += [(passage, one) for one in safety.found_in(text, secrets)]
    return found


def needs_ground(paper: Paper) -> bool:
    """Another agency gets data by the client's consent or by another right that is written down (A08)."""
    return paper.reader == Reader.AGENCY and shared_with_others(paper.case) is None


def freeze(paper: Paper, passages: list[Passage], cosigned_by: Staff | None = None) -> None:
    """This version holds from now on; the one before it is replaced. The database changes neither any more."""
    paper.cosigned_by, paper.signed_on = cosigned_by, today(paper.case.region_code)
    code = new_code()
    paper.frozen, paper.sha256 = sealed(document_of(paper, passages), code, paper.check_at)
    paper.code_blind = blind_code(code)
    PAPER_STEPS.step(paper, "sign")
    for old in Paper.objects.filter(thread=paper.thread, state=PaperState.SIGNED).select_for_update():
        PAPER_STEPS.step(old, "replace")
        old.save(update_fields=["state"])
    paper.save()
