"""Any module can be switched off and the rest works."""

import os
import subprocess
import sys

import pytest

from rangkul.web.settings.apps import OPTIONAL_MODULES

# Nothing is rubbish in a process that loads the house and ends: looking for it is a tenth of the time.
SAYS = """
import gc; gc.disable()
import django; django.setup()
from django.core.management import call_command; call_command("check")
from django.apps import apps; print(",".join(c.name for c in apps.get_app_configs() if c.name.startswith("rangkul.")))
"""


@pytest.mark.parametrize("without", [*OPTIONAL_MODULES, "all"])
def test_the_house_stands_without(without, tmp_path):
    kept = [] if without == "all" else [name for name in OPTIONAL_MODULES if name != without]
    environment = {
        **os.environ,
        "RANGKUL_MODULES": ",".join(kept) or "none",
        "RANGKUL_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "rangkul.web.settings",
    }
    done = subprocess.run([sys.executable, "-c", SAYS], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    running = done.stdout.strip().splitlines()[-1].split(",")
    assert {f"rangkul.{name}" for name in kept} <= set(running)
    assert not {f"rangkul.{name}" for name in OPTIONAL_MODULES if name not in kept} & set(running)
