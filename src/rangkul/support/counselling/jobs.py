"""What runs by itself: conversations in which nothing is said any more end, words that nobody agreed to keep are erased
when their days are over, and who wished it hears that something came."""

from rangkul.base import asking, work
from rangkul.base.clock import now
from rangkul.base.news.wishes import while_time_lasts
from rangkul.support.counselling import queries
from rangkul.support.counselling.actions import end_silent, erase, erase_meeting, tell_news
from rangkul.support.counselling.models import Room

AT_ONCE = 200


@work.periodic("0 23 * * * *", name="counselling.erase")
def erase_words() -> None:
    by = asking.current()
    for room in queries.silent(now(), AT_ONCE):
        end_silent(by=by, room=room)
    for room in Room.objects.filter(erase_at__lte=now(), state="ended").order_by("erase_at")[:AT_ONCE]:
        erase(by=by, room=room)
    for meeting in queries.erasable(now(), AT_ONCE):
        erase_meeting(by=by, meeting=meeting)


@work.periodic("41 * * * * *", name="counselling.news")
def tell_the_news() -> None:
    by = asking.current()
    for wish in while_time_lasts(queries.news_due(now(), AT_ONCE)):
        tell_news(by=by, wish=wish)
