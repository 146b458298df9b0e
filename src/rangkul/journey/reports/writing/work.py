"""What was agreed, done and reached: activities, the plan, and both people's judgements. No sentence says why."""

from collections import Counter
from collections.abc import Iterator

from rangkul.base import clock
from rangkul.journey.cases.models import Activity, Partner
from rangkul.journey.cases.queries import partners_of
from rangkul.journey.cases.states import Channel
from rangkul.journey.plans import queries as plans
from rangkul.journey.plans.models import Review
from rangkul.journey.plans.states import ClientView, Judgement, NextStep, ReviewKind
from rangkul.journey.reports.states import Reader
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Line, Part, day, gap, known, one_line, quoted, sentence

# The newest ones; a year of visits does not fit into a report that somebody reads.
_SHOWN = 20
_IN_SHORT = "Isi setiap kegiatan tidak ikut; pembaca ini mendapat jumlah dan waktunya."
_BY_SIDE = "Nama pihak yang ikut tidak disebut; pembaca ini mendapat jumlahnya."
_MAP = "peta pemangku kepentingan"
_DRAFT = "Rencana bersama belum disepakati."


def activities(m: Material) -> Part:
    title = "Yang sudah dilakukan"
    if m.reader in (Reader.COURT, Reader.HOUSE):
        return Part("activities", title, known(list(_each(m)), "Belum ada kegiatan yang tercatat."))
    held = (_IN_SHORT,) if m.activities else ()
    return Part("activities", title, known(list(_counted(m)), "Belum ada kegiatan yang tercatat."), held=held)


def _each(m: Material) -> Iterator[Line]:
    told = [one for one in m.activities if one.result]
    for one in told[-_SHOWN:]:
        on = clock.local(one.at, m.case.region_code).date()
        words = f"{day(on)}, {_channel(one)}: {sentence(one.result)}"
        yield Line(words, "catatan kegiatan", on, one.pk)
    left = len(m.activities) - len(told[-_SHOWN:])
    if left:
        yield Line(f"Selain itu tercatat {left} kegiatan lain.", "catatan kegiatan")


def _counted(m: Material) -> Iterator[Line]:
    for channel, times in Counter(Channel(one.channel) for one in m.activities).most_common():
        days = [clock.local(one.at, m.case.region_code).date() for one in m.activities if one.channel == channel]
        words = f"{channel.label}: {times} kali, terakhir {day(max(days))}."
        yield Line(words, "catatan kegiatan", max(days))


def _channel(one: Activity) -> str:
    label = str(Channel(one.channel).label)
    return label[:1].lower() + label[1:]


def taking_part(m: Material) -> Part:
    """Who helps along from the four sides; a private person who did not agree is not named."""
    partners = partners_of(m.case)
    named = m.reader in (Reader.COURT, Reader.HOUSE)
    lines = known(list(_named(partners) if named else _by_side(partners)), "Belum ada pihak lain yang tercatat.")
    held = () if named or not partners else (_BY_SIDE,)
    return Part("taking_part", "Pihak yang ikut membantu", lines, held=held)


def _named(partners: list[Partner]) -> Iterator[Line]:
    for one in partners:
        side = f" ({one.get_sector_display().lower()})" if one.sector else ""
        words = f"{one_line(one.called_outside)}{side}" + (f": {sentence(one.part)}" if one.part else ".")
        yield Line(words, _MAP, row=one.pk)


def _by_side(partners: list[Partner]) -> Iterator[Line]:
    for side, many in Counter(one.get_sector_display() or "Pihak lain" for one in partners).items():
        yield Line(f"{side}: {many} pihak.", _MAP)


def goals(m: Material) -> Part:
    """The agreed goals with what the client thinks of each."""
    lines = list(_goals(m)) if m.plan else [gap(_DRAFT)]
    return Part("goals", "Tujuan kita" if m.to_client else "Rencana bersama", known(lines, _DRAFT))


def _goals(m: Material) -> Iterator[Line]:
    plan = m.plan
    on = plan.agreed_on
    if plan.wish:
        who = "Yang Anda inginkan" if m.to_client else "Yang diinginkan klien"
        yield Line(f"{who}: {quoted(plan.wish)}", _plan(m), on, plan.pk)
    for goal in plan.goals.all():
        words = [f"Tujuan {goal.number}: {sentence(goal.title)}"]
        words.append(f"{'Kata Anda' if m.to_client else 'Kata klien'}: {quoted(goal.client_words)}")
        if goal.client_view == ClientView.WANTS_OTHER and goal.settled:
            words.append(f"Yang akhirnya disepakati: {sentence(goal.settled)}")
        words.append(f"Hasil yang diharapkan: {sentence(goal.expected)}")
        yield Line(" ".join(words), _plan(m), on, goal.thread)


def _plan(m: Material) -> str:
    return f"rencana versi {m.plan.version}"


def progress(m: Material) -> Part:
    """Levels, both judgements, and the score beside them, never alone (A27)."""
    if not m.reviews:
        return Part("progress", "Perkembangan", [gap("Rencana belum ditinjau bersama klien.")])
    lines = [*_roads(m), *_scores(m), *(_review(m, one) for one in reversed(m.reviews)), *_next_step(m)]
    return Part("progress", "Perkembangan", lines, note="" if m.to_client else plans.caution())


def _roads(m: Material) -> Iterator[Line]:
    on = m.reviews[0].held_on
    for road in m.roads:
        finding = road.finding()
        if m.to_client:
            finding = finding.replace("Klien dan pekerja sosial", "Anda dan pekerja sosial").replace("Klien:", "Anda:")
        yield Line(f"Tujuan {road.number}, {one_line(road.title)}: {finding}", "tinjauan", on, road.thread)


def _scores(m: Material) -> Iterator[Line]:
    """A number is for readers who know what it is not."""
    if m.to_client or not m.roads:
        return
    for name, sentences in zip(("Menurut klien", "Menurut pekerja sosial"), plans.outcomes(m.roads), strict=True):
        yield Line(f"{name}: {' '.join(sentences)}", "tinjauan", m.reviews[0].held_on)


def _review(m: Material, one: Review) -> Line:
    kind = str(ReviewKind(one.kind).label)
    who = "Anda" if m.to_client else "klien"
    if one.client_judgement:
        verdict = str(Judgement(one.client_judgement).label).lower()
        said = f"{who} menilai keadaan {verdict}: {quoted(one.client_words)}"
    else:
        said = f"{who} belum bisa ditanya: {sentence(one.client_absent)}"
    verdict = str(Judgement(one.worker_judgement).label).lower()
    words = f"{kind} {day(one.held_on)}: {said} Pekerja sosial menilai {verdict}: {sentence(one.worker_words)}"
    return Line(words, "tinjauan", one.held_on, one.pk)


def voice(m: Material) -> Part:
    """What the client wants and thinks, in the client's words: for a child this is the child's view."""
    title = "Pandangan anak" if m.is_child else "Pandangan klien"
    return Part("voice", title, known(list(_voice(m))))


def _voice(m: Material) -> Iterator[Line]:
    if m.plan and m.plan.wish:
        yield Line(f"Yang diinginkan: {quoted(m.plan.wish)}", _plan(m), m.plan.agreed_on, m.plan.pk)
    if m.plan and m.plan.client_words:
        yield Line(f"Tentang rencana: {quoted(m.plan.client_words)}", _plan(m), m.plan.agreed_on, m.plan.pk)
    told = next((one for one in m.reviews if one.client_words), None)
    if told:
        yield Line(f"Pada tinjauan terakhir: {quoted(told.client_words)}", "tinjauan", told.held_on, told.pk)


def tasks(m: Material) -> Part:
    """Who does what until when; done ones are behind us."""
    found = plans.tasks_by_goal(m.case, to_client=m.to_client)
    open_ = [one for some in found.values() for one in some if one.state == "open"]
    lines = []
    for one in sorted(open_, key=lambda task: (task.due, task.pk)):
        client = "Anda" if m.to_client else "Klien"
        outside = one.partner.called_outside if one.partner else one.owner and one.owner.full_name
        who = outside or client
        words = f"{who}: {one_line(one.title).rstrip('.')}, paling lambat {day(one.due)}."
        lines.append(Line(words, "tugas", one.due, one.pk))
    return Part("tasks", "Siapa melakukan apa", known(lines, "Tidak ada tugas yang terbuka."))


def _next_step(m: Material) -> Iterator[Line]:
    """What was decided at the newest review."""
    last = m.reviews[0]
    reason = f" {sentence(last.next_reason)}" if last.next_reason else ""
    words = f"Langkah berikutnya menurut tinjauan terakhir: {str(NextStep(last.next_step).label).lower()}.{reason}"
    yield Line(words, "tinjauan", last.held_on, last.pk)
