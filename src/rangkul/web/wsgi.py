"""Pages over WSGI, for the production server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkul.web.settings")
pages = get_wsgi_application()

from rangkul.web.middleware.limits import CollectedBody, FewAtOnce  # noqa: E402

application = CollectedBody(FewAtOnce(pages))
