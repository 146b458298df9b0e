"""Row-level security as readable SQL in migrations.

    operations = [protect("intake_request", see="unit_id = (SELECT ask_unit()) ...", add="(SELECT ask_kind()) <> ''")]

`see` decides reading and changing, `add` decides inserting (default: the same). Several permissive policies on one
table add up, so a later package may open an earlier table to its own people with `also_see`. The settings are read
once per statement because they stand in a scalar subquery.
"""

import re

from django.db.migrations import RunSQL

APP = "rangkul_app"
NOBODY = "(SELECT ask_kind()) IS NULL"


def protect(
    table: str,
    *,
    see: str,
    add: str | None = None,
    change: str | None = None,
    columns: str = "",
    keep: bool = False,
    delete: bool = False,
) -> RunSQL:
    """Switch row-level security on. `keep`: append-only, no change. `delete`: rows may be removed by who sees them.

    `change` narrows who may change what they see, `columns` ("a, b") which columns may be changed at all.
    """
    rights = ["REVOKE ALL ON {t} FROM {a}", "GRANT SELECT, INSERT ON {t} TO {a}"]
    if not keep:
        rights.append(f"GRANT UPDATE{f' ({columns})' if columns else ''} ON {{t}} TO {{a}}")
    if delete:
        rights.append("GRANT DELETE ON {t} TO {a}")
    policies = [
        "ALTER TABLE {t} ENABLE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_see ON {{t}} FOR SELECT TO {{a}} USING ({see})",
        f"CREATE POLICY {table}_add ON {{t}} FOR INSERT TO {{a}} WITH CHECK ({add or see})",
    ]
    if not keep:
        policies.append(
            f"CREATE POLICY {table}_change ON {{t}} FOR UPDATE TO {{a}}"
            f" USING ({change or see}) WITH CHECK ({change or add or see})"
        )
    if delete:
        policies.append(f"CREATE POLICY {table}_remove ON {{t}} FOR DELETE TO {{a}} USING ({see})")
    lines = [line.format(t=table, a=APP) for line in rights + policies]
    forward = ";\n".join([*_seen_functions(see, add, change), *lines])
    names = ["see", "add", *([] if keep else ["change"]), *(["remove"] if delete else [])]
    backward = ";\n".join(
        [f"DROP POLICY {table}_{name} ON {table}" for name in names]
        + [f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]
    )
    return RunSQL(forward, backward)


def also_see(table: str, name: str, see: str, *, command: str = "SELECT") -> RunSQL:
    """A further right to read rows of an earlier package's table; one that costs more than a comparison is then told
    to wait its turn with `ask_last`."""
    return RunSQL(
        ";\n".join(
            [*_seen_functions(see), f"CREATE POLICY {table}_{name} ON {table} FOR {command} TO {APP} USING ({see})"]
        ),
        f"DROP POLICY {table}_{name} ON {table}",
    )


def narrow(table: str, name: str, only: str) -> RunSQL:
    """Of the rows that the other policies show, these alone: what a later package keeps from some of their readers."""
    return RunSQL(
        f"CREATE POLICY {table}_{name} ON {table} AS RESTRICTIVE FOR SELECT TO {APP} USING ({only})",
        f"DROP POLICY {table}_{name} ON {table}",
    )


def ask_last(table: str, name: str) -> RunSQL:
    """Let a dear right be asked only where no cheap one holds: PostgreSQL asks the policies of a table in the reverse
    order of their names, so this one gets a name that stands before `see`."""
    before, after = f"{table}_{name}", f"{table}_also_{name}"
    return RunSQL(
        f"ALTER POLICY {before} ON {table} RENAME TO {after}", f"ALTER POLICY {after} ON {table} RENAME TO {before}"
    )


def append_only(table: str) -> RunSQL:
    return RunSQL(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {APP}", RunSQL.noop)


def keep_versions(*tables: str) -> RunSQL:
    """Keep the state of a row before each change in base_version, by a trigger."""
    return RunSQL(
        ";\n".join(
            f"CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON {t} FOR EACH ROW EXECUTE FUNCTION keep_version()"
            for t in tables
        ),
        ";\n".join(f"DROP TRIGGER keep_version ON {t}" for t in tables),
    )


def count_without_version(table: str, column: str) -> RunSQL:
    """Keep no version where `column` alone is written: a count is no new state of the row.

    The trigger names every other column of now; a migration that adds one calls this again.
    """
    return RunSQL(
        f"""
DROP TRIGGER keep_version ON {table};
DO $$ BEGIN
  EXECUTE (SELECT format('CREATE TRIGGER keep_version BEFORE UPDATE OF %s OR DELETE ON {table}'
                         ' FOR EACH ROW EXECUTE FUNCTION keep_version()', string_agg(quote_ident(attname), ', '))
             FROM pg_attribute
            WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> '{column}');
END $$""",
        f"DROP TRIGGER keep_version ON {table};"
        f" CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION keep_version()",
    )


def holds(subject: str) -> str:
    """SQL: the asker holds a grant on `subject` (a column with a uuid) that is valid now, by the statement's time:
    who gives a grant goes on working with it in the same transaction.

    A call, not a subquery: written out, each policy took the planner milliseconds for every statement.
    """
    return f"holds({subject})"


def through(table: str, column: str) -> str:
    """SQL: visible exactly when the parent row (by its `id`) is visible to the asker."""
    return f"{table}_seen({column})"


# Runs with the asker's own rights, so the parent's policies decide; its plan is kept for the life of the connection.
_SEEN = """CREATE OR REPLACE FUNCTION {t}_seen(wanted uuid) RETURNS boolean STABLE PARALLEL SAFE LANGUAGE plpgsql AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM public.{t} WHERE id = wanted); END $$"""


def _seen_functions(*policies: str | None) -> list[str]:
    """The functions that these policies call through `through`."""
    tables = {table for policy in policies if policy for table in re.findall(r"\b(\w+)_seen\(", policy)}
    return [_SEEN.format(t=table) for table in sorted(tables)]
