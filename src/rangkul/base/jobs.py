"""What runs by itself for the ground: answers that no repetition asks for any more are forgotten."""

from django.db import connection

from rangkul.base.idempotency import KEPT_DAYS
from rangkul.base.work import periodic

AT_ONCE = 5_000


@periodic("0 41 2 * * *", name="base.once")
def forget_answers() -> None:
    """At night, in small portions, each in this job's transaction; what is left waits for the next night."""
    for _portion in range(100):
        if forget(AT_ONCE) < AT_ONCE:
            break


def forget(most: int) -> int:
    """How many answers were forgotten."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT base_forget_once(%s::int, %s::int)", [KEPT_DAYS, most])
        return cursor.fetchone()[0]
