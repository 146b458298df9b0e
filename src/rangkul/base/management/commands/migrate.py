"""The framework's own command with an executor that draws less."""

from django.core.management.commands import migrate as shipped

from rangkul.base.migrating import Executor

# The command names its executor nowhere else; everybody migrates through this one.
shipped.MigrationExecutor = Executor  # type: ignore[attr-defined]
Command = shipped.Command
