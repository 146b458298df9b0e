"""Every field of the house says whether it is personal: scrubbed how, or kept why."""

import pytest

from rangkul.base.declaring import WORDS, declared, house_models, undeclared
from rangkul.base.sealed import SealedText

MODELS = house_models()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_each_field_is_declared(model):
    missing = undeclared(model)
    assert not missing, (
        f"say in {model.__module__.split('.models')[0]}/personal.py how these are scrubbed, or why they are kept"
        f" ({', '.join(sorted(WORDS))}; see base/declaring.py): {missing}"
    )


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_what_is_sealed_dies_with_a_key_that_is_reached(model):
    entry = declared().get(model)
    sealed = [f.name for f in model._meta.concrete_fields if isinstance(f, SealedText)]
    if entry is None or not sealed or entry.removed:
        return
    # A shared key is destroyed with the file that owns it: the row of another model leads there.
    assert entry.has_key or entry.fields["key"].startswith("shared: ")
    # Either a way leads to the client, or a sentence says whose words they are; never both, or the sentence is stale.
    assert bool(entry.ways) != (len(entry.apart) > len("not of x")), (
        f"no way leads from {model.__name__} to a person: name it in WAYS, or say whose words it holds, NOT_OF_CLIENTS"
    )
    assert {entry.fields[name].split(":")[0] for name in sealed} == {"key"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_whatever_is_kept_has_a_reason(model):
    entry = declared().get(model)
    said = entry.fields.values() if entry else ()
    assert not [word for word in said if word.startswith("keep") and len(word) < len("keep: x")]


def test_every_way_leads_to_the_person():
    for entry in declared().values():
        for way in entry.ways:
            assert entry.steps(way), f"{entry.model.__name__}: {way}"
