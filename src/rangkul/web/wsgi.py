"""Pages over WSGI, for the production server."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkul.web.settings")
pages = get_wsgi_application()

from rangkul.web.middleware.limits import CollectedBody, FewAtOnce  # noqa: E402

application = CollectedBody(FewAtOnce(pages))

# What was loaded lives as long as the process: it is not looked through again, and what a page leaves behind is
# collected every few pages instead of some hundred times in each.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 100)
