"""However many lines are open, a process draws few pages at a time, and lets go of its place when a page fails."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from rangkul.web.middleware.limits import FewAtOnce


def test_the_others_wait_their_turn():
    lock, at_work, most = threading.Lock(), 0, 0
    both_in = threading.Barrier(2, timeout=20)

    def page(environ, start_response):
        nonlocal at_work, most
        with lock:
            at_work += 1
            most = max(most, at_work)
        # Two are in at once; a third would show in `most`.
        both_in.wait()
        with lock:
            at_work -= 1
        return [b"ada"]

    few = FewAtOnce(page, most=2)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda _: few({}, None), range(8))) == [[b"ada"]] * 8
    assert most == 2


def test_a_page_that_fails_leaves_its_place():
    def page(environ, start_response):
        raise ValueError("rusak")

    few = FewAtOnce(page, most=1)
    for _again in range(3):
        with pytest.raises(ValueError, match="rusak"):
            few({}, None)
