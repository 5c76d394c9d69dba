"""Migrating without drawing up every model anew at each step."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.migrations.operations import AlterField, DeleteModel, RenameField, RenameModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.migrations.utils import field_is_referenced

# What a step of these does may depend on who points at the table: it is given models that all know of each other.
LOOK_AROUND = (AlterField, RenameField, RenameModel, DeleteModel)


@contextmanager
def one_model_at_a_time() -> Iterator[None]:
    """Draw up, after each step of a migration, the changed model alone.

    Django draws up whatever hangs together with it too, and here that is nearly every model: nine tenths of what a
    fresh database took. The others then stand as delayed, in Django's own sense: whoever moves rows (`RunPython`)
    asks for all models anew by itself, and a step that looks around does so here.
    """
    drawn = "_find_reload_model"  # of Django's own, and in none of its promises: a test looks at what comes of it
    kept: list[tuple[Any, str, Any]] = [(ProjectState, drawn, getattr(ProjectState, drawn))]
    kept += [(step, "database_forwards", step.database_forwards) for step in LOOK_AROUND]
    setattr(ProjectState, drawn, alone)
    for owner, name, plain in kept[1:]:
        setattr(owner, name, looking_around(plain))
    try:
        yield
    finally:
        for owner, name, plain in kept:
            setattr(owner, name, plain)


def alone(state: ProjectState, app_label: str, model_name: str, _delay: bool = False) -> set[tuple[str, str]]:
    """Name the models to draw up anew where this one has changed; the others wait until somebody asks for them."""
    state.is_delayed = True
    return {(app_label, model_name)}


def looking_around(forwards: Any) -> Any:
    """Let a step begin with models that know of each other, before it and after it.

    A column that is altered and that none points at concerns its own table alone.
    """

    def begin(
        step: Operation, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        if not isinstance(step, AlterField) or is_pointed_at(step, app_label, to_state):
            from_state.clear_delayed_apps_cache()
            to_state.clear_delayed_apps_cache()
        forwards(step, app_label, schema_editor, from_state, to_state)

    return begin


def is_pointed_at(step: AlterField, app_label: str, state: ProjectState) -> bool:
    return bool(field_is_referenced(state, (app_label, step.model_name_lower), (step.name, step.field)))
