"""Python that runs inside a house of a test's own, in a process of its own, as `rangkul shell` does."""

import json
import subprocess
import sys

RANGKUL = [sys.executable, "-m", "rangkul.web.cli"]

PREPARE = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from rangkul.base.asking import LOGIN, asking_as
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person, Staff
from rangkul.journey.cases.actions import open_case
from rangkul.web.api import actions as api
with asking_as(LOGIN):
    ayu = Staff.objects.get(username="ayu")
    session = SessionStore()
    session[SESSION_KEY] = session["factor"] = str(ayu.pk)
    session[BACKEND_SESSION_KEY] = "rangkul.web.accounts.opening.Accounts"
    session[HASH_SESSION_KEY] = ayu.get_session_auth_hash()
    session.save()
with asking_as(ayu.asker()) as by:
    wati = Person.objects.create(key=DataKey.make(), agency=ayu.agency, unit=ayu.unit, registered_by=ayu,
                                 full_name="Wati Contoh")
    case = open_case(by=by, person=wati, concern="Butuh tempat aman.")
    _, token = api.make_token(by=by, staff=ayu, label="uji")
print(json.dumps({"case": str(case.pk), "token": token, "session": session.session_key}))
"""

# Ayu writes a note and keeps a document in the first case there is.
WRITE = """
from rangkul.base.asking import LOGIN, asking_as
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.actions import write_note
from rangkul.journey.cases.models import Case
with asking_as(LOGIN):
    ayu = Staff.objects.get(username="ayu")
with asking_as(ayu.asker()) as by:
    write_note(by=by, case=Case.objects.get(), text="Datang bersama anaknya. <b>42</b>")
print("true")
"""

# What the notes say, as their worker reads them: a sealed text that cannot be opened would be lost too.
READ = """
import json
from rangkul.base.asking import LOGIN, asking_as
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Note
with asking_as(LOGIN):
    ayu = Staff.objects.get(username="ayu")
with asking_as(ayu.asker()):
    print(json.dumps([note.text for note in Note.objects.select_related("key")]))
"""


def told_by(code: str):
    """What a line of Python in the house prints last, read as JSON."""
    made = subprocess.run([*RANGKUL, "shell", "-c", code], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout.splitlines()[-1])
