"""Rules of the house that a linter cannot hold. Each message says how to comply."""

import ast
import io
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.urls import URLPattern, get_resolver

SOURCE = Path(__file__).resolve().parents[1] / "src" / "rangkul"
PYTHON = [path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts]
STAGES = ("base", "commons", "entry", "journey", "support", "sustain", "tell", "web")
OPEN_TO_OTHERS = {"states", "models", "policy", "queries", "actions", "hooks", "frame"}


def package(path: Path) -> tuple[str, ...]:
    """("commons", "people") for a file of that package; base and web are one package each."""
    parts = path.relative_to(SOURCE).parts
    return parts[:1] if parts[0] in {"base", "web"} else parts[:2]


def imports(path: Path) -> list[tuple[str, ...]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rangkul."):
            module = tuple(node.module.split(".")[1:])
            found += [(*module, alias.name) for alias in node.names] if len(module) <= 2 else [module]
    return found


def test_other_packages_are_entered_by_their_front_door():
    wrong = []
    for path in PYTHON:
        if "tests" in path.parts:
            continue
        for target in imports(path):
            other = target[:2]
            if target[0] in {"base", "web"} or other == package(path) or len(target) < 3:
                continue
            if target[2] not in OPEN_TO_OTHERS and package(path) != ("web",):
                wrong.append(f"{path.relative_to(SOURCE)} imports {'.'.join(target)}")
    assert not wrong, (
        "import only states, models, policy, queries, actions, hooks, frame of another package:\n" + "\n".join(wrong)
    )


def test_files_stay_small():
    big = {str(p.relative_to(SOURCE)): n for p in PYTHON if (n := len(p.read_text().splitlines())) > 500}
    assert not big, f"split these by noun: {big}"


def test_no_relation_is_a_string_to_another_package():
    wrong = []
    for path in SOURCE.rglob("models/*.py"):
        wrong += [
            f"{path.relative_to(SOURCE)}: {hit}"
            for hit in re.findall(r'(?:ForeignKey|OneToOneField)\(\s*"[a-z_]+\.\w+"', path.read_text())
        ]
    assert not wrong, f"relate to the class itself: {wrong}"


def test_no_module_is_called_utils():
    assert not [p for p in SOURCE.rglob("*.py") if p.stem in {"utils", "helpers", "misc", "common"}]


@pytest.mark.parametrize(
    "folder", sorted({p.parent for p in SOURCE.rglob("apps.py") if p.parent.name != "settings"}), ids=lambda p: p.name
)
def test_every_package_tells_why_it_exists(folder):
    assert (folder / "README.md").exists(), (
        f"{folder.name} needs a README.md: why it exists, what it owns, what it must never know"
    )


def views():
    def walk(patterns, prefix=""):
        for entry in patterns:
            if isinstance(entry, URLPattern):
                yield prefix + str(entry.pattern), entry
            else:
                yield from walk(entry.url_patterns, prefix + str(entry.pattern))

    return list(walk(get_resolver().url_patterns))


def test_constraints_are_named_after_their_table():
    wrong = [
        constraint.name
        for model in apps.get_models()
        if model.__module__.startswith("rangkul.")
        for constraint in model._meta.constraints
        if not constraint.name.startswith((model._meta.app_label, f"{model._meta.app_label}_"))
    ]
    assert not wrong


def test_every_relation_has_chosen_what_happens_on_delete():
    """CASCADE to something the application role may not delete is only paper; it must be a deliberate part-of."""
    cascades = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("rangkul.")
        for field in model._meta.fields
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.SET_NULL
    }
    assert not cascades, "SET_NULL forgets who did it; choose PROTECT or CASCADE"


def test_templates_hold_no_inline_code():
    wrong = []
    for path in SOURCE.rglob("templates/**/*.html"):
        text = path.read_text()
        if re.search(r"\son[a-z]+=\"|\sstyle=\"|<style", text) or re.search(
            r"<script(?![^>]*(src=|application/json))", text
        ):
            wrong.append(str(path.relative_to(SOURCE)))
    assert not wrong, f"the Content-Security-Policy refuses inline code and styles: {wrong}"


def test_nothing_names_a_machine_or_a_package_host():
    wrong = []
    for path in [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.md"), *SOURCE.rglob("*.html")]:
        if re.search(r"/(?:work|farm|tmp/research)/|pypi[.]org|registry[.]npmjs", path.read_text()):
            wrong.append(str(path.relative_to(SOURCE)))
    assert not wrong


def test_migrations_hold_what_the_models_say(db):
    """A migration that was forgotten shows here, not in service."""
    said = io.StringIO()
    call_command("makemigrations", dry_run=True, stdout=said)
    assert said.getvalue().startswith("No changes"), said.getvalue()
