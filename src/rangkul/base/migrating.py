"""Migrating forwards without drawing the whole house for each step.

The framework keeps every model as a class while it migrates, and after each operation it makes those around the change
anew: 55,000 classes for 250 models, nine tenths of the time. Here an operation gets the model that it names and, of
what that refers to, the keys. An operation that must see who refers to a model, or that runs code, gets everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.db.migrations.utils import field_is_referenced, resolve_relation


@dataclass
class _Sight:
    """What the operation in hand may look at, before and after: both states share one."""

    whole: bool = False


class Executor(MigrationExecutor):
    """Migrates forwards over narrow states; backwards as the framework does."""

    def _migrate_all_forwards(self, state: ProjectState, *args: Any, **named: Any) -> ProjectState:
        narrow = NarrowState(state.models, state.real_apps)
        done = super()._migrate_all_forwards(narrow, *args, **named)  # type: ignore[misc]
        return ProjectState(done.models, done.real_apps)


class NarrowState(ProjectState):
    """The project as rows of fields; classes are made when an operation asks for them."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._sight = _Sight()
        self._everything: StateApps | None = None

    def clone(self) -> NarrowState:
        """Taken before each operation: from here on both belong to it."""
        copy = NarrowState({key: model.clone() for key, model in self.models.items()}, self.real_apps)
        self._everything = None
        self._sight = copy._sight
        return copy

    @property
    def apps(self) -> Any:
        return _Asked(self)

    def everything(self) -> StateApps:
        if self._everything is None:
            self._everything = self._drawn(self.models)
        return self._everything

    def around(self, key: tuple[str, str]) -> StateApps:
        """A registry in which this model can be looked at."""
        if self._sight.whole:
            return self.everything()
        taken: dict[tuple[str, str], ModelState] = {}
        self._take(key, taken, keys_only=False)
        return self._drawn(taken)

    def _drawn(self, models: dict[tuple[str, str], ModelState]) -> StateApps:
        return StateApps(self.real_apps, models)  # type: ignore[arg-type]

    def _take(self, key: tuple[str, str], taken: dict[tuple[str, str], ModelState], *, keys_only: bool) -> None:
        if key in taken or key not in self.models:
            return
        taken[key] = _keys_of(self.models[key]) if keys_only else self.models[key]
        for base in taken[key].bases:
            if isinstance(base, str):
                self._take(resolve_relation(base), taken, keys_only=False)
        for field in taken[key].fields.values():
            if field.remote_field:
                self._take(resolve_relation(field.remote_field.model, *key), taken, keys_only=True)
            if through := getattr(field.remote_field, "through", None):
                self._take(resolve_relation(through, *key), taken, keys_only=False)

    def clear_delayed_apps_cache(self) -> None:
        """An operation calls this before it runs code, which may go anywhere."""
        self._sight.whole = True

    def alter_field(self, app_label: str, model_name: str, name: str, field: Any, *args: Any, **named: Any) -> None:
        super().alter_field(app_label, model_name, name, field, *args, **named)
        # What refers to a column follows its type.
        if field_is_referenced(self, (app_label, model_name), (name, field)):
            self._sight.whole = True


def _wholly(name: str) -> Any:
    def change(self: NarrowState, *args: Any, **named: Any) -> None:
        getattr(super(NarrowState, self), name)(*args, **named)
        self._sight.whole = True

    return change


# Rare, and each of them meets other models.
for _name in ("remove_model", "rename_model", "rename_field", "remove_field", "alter_model_options", "rename_index"):
    setattr(NarrowState, _name, _wholly(_name))


class _Asked:
    """Stands where the framework keeps its registry of classes."""

    def __init__(self, state: NarrowState) -> None:
        self._state = state

    def get_model(self, app_label: str, model_name: str | None = None, **named: Any) -> Any:
        if model_name is None:
            app_label, model_name = app_label.split(".")
        return self._state.around((app_label, model_name.lower())).get_model(app_label, model_name, **named)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._state.everything(), name)


def _keys_of(model: ModelState) -> ModelState:
    """What another table needs of this one: its name and the columns that can be referred to."""
    fields = {
        name: field
        for name, field in model.fields.items()
        if not field.is_relation or field.primary_key or field.unique
    }
    options: dict[str, Any] = {
        name: value for name, value in model.options.items() if name in {"db_table", "swappable", "proxy"}
    }
    return ModelState(model.app_label, model.name, fields, options, model.bases)
