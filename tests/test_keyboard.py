"""What keeps somebody out who uses no mouse is found, and nothing else is called a barrier."""

import pytest

from tests.keyboard import barriers


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p id=a></p><p id=a></p>", "id a stands 2 times"),
        ("<input name=n>", "input n has no label"),
        ("<label for=a>Nama</label><select id=b name=n></select>", "select n has no label"),
        ("<label for=a> </label><textarea id=a name=n></textarea>", "textarea n has no label"),
        ("<button><svg></svg></button>", "button without words"),
        ("<a href=/x></a>", "a without words"),
        ("<a href=/x tabindex=3>Maju</a>", "a has an order of its own"),
        ("<div role=button>Tekan</div>", "div plays a button"),
        (
            "<label><input type=radio name=r>Ya</label><label><input type=radio name=r>Tidak</label>",
            "radio r stands in",
        ),
    ],
)
def test_a_barrier_is_named(page, said):
    assert any(one.startswith(said) for one in barriers(f"<main>{page}</main>"))


def test_a_page_for_everybody_has_none():
    page = """<main><label for=a>Nama</label><input id=a name=n><input type=hidden name=once id=o>
      <fieldset><legend>Hadir?</legend><label><input type=radio name=r value=1>Ya</label>
      <label><input type=radio name=r value=0>Tidak</label></fieldset>
      <button aria-label="Tutup"><svg></svg></button><a href=/x tabindex=0>Maju</a></main>"""
    assert barriers(page) == []
