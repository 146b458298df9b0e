"""By whose hand the outbox and the inbox are kept: no worker reads them, and no message is a worker's."""

from rangkul.base.asking import job

HOUSE = job("peers.house")
