"""What nobody keeps is given to somebody by whoever answers for a team, many at once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import days
from rangkul.base.models import Event
from rangkul.commons.directory.models import Service
from rangkul.commons.directory.tests import making

KEPT = reverse("directory:kept")


@pytest.fixture
def nobodys(cast, asking):
    """Three old entries without a keeper, as a file brought them."""
    with asking(cast.sari) as by:
        of = making.organization(by)
        rows = [
            making.service(by, of=of, name=f"Layanan {n}", assured=days.today() - timedelta(days=300)) for n in "abc"
        ]
        Service.objects.update(keeper=None)
    return rows


def give(browser, rows, keeper):
    return browser.post(KEPT, {"once": "", "services": [str(one.pk) for one in rows], "keeper": str(keeper.pk)})


def keepers(asking, cast):
    with asking(cast.sari):
        return dict(Service.objects.values_list("name", "keeper__called_name"))


def test_those_that_are_ticked_go_to_one_worker(nobodys, cast, asking, signed_in):
    browser = signed_in(cast.sari)
    assert give(browser, nobodys[:2], cast.ayu).status_code == 302
    assert keepers(asking, cast) == {"Layanan a": "Ayu", "Layanan b": "Ayu", "Layanan c": None}
    page = browser.get(KEPT).text
    assert "Ayu Peksos menjaga 2 keterangan ini." in page
    assert "Layanan a" not in page
    assert "Layanan c" in page
    assert "Layanan a" in signed_in(cast.ayu).get(KEPT).text
    with asking(cast.sari):
        assert Event.objects.filter(name="service.keeper_named").count() == 2


def test_the_same_post_twice_is_once(nobodys, cast, asking, signed_in):
    browser = signed_in(cast.sari)
    for _again in range(2):
        assert give(browser, nobodys, cast.ayu).status_code in (302, 422)
    with asking(cast.sari):
        assert Event.objects.filter(name="service.keeper_named").count() == 3


@pytest.mark.parametrize("lacks", ["services", "keeper"])
def test_what_lacks_is_said_and_what_was_ticked_stays(nobodys, cast, asking, signed_in, lacks):
    words = {"once": "", "services": [str(nobodys[0].pk)], "keeper": str(cast.ayu.pk)}
    del words[lacks]
    answer = signed_in(cast.sari).post(KEPT, words)
    assert answer.status_code == 422
    if lacks == "services":
        assert "Pilih keterangan yang dibagikan." in answer.text
        assert f'value="{cast.ayu.pk}" selected' in answer.text
    else:
        assert f'value="{nobodys[0].pk}" checked' in answer.text
    assert set(keepers(asking, cast).values()) == {None}


def test_nobody_of_another_agency_is_named(nobodys, cast, asking, signed_in):
    assert give(signed_in(cast.sari), nobodys, cast.budi).status_code == 422
    assert set(keepers(asking, cast).values()) == {None}


@pytest.mark.parametrize("who", ["ayu", "dimas", "agus"])
def test_who_answers_for_nobody_gives_nothing(nobodys, cast, asking, signed_in, who):
    browser = signed_in(getattr(cast, who))
    assert "Belum ada yang menjaga" not in browser.get(KEPT).text
    give(browser, nobodys, cast.ayu)
    assert set(keepers(asking, cast).values()) == {None}
