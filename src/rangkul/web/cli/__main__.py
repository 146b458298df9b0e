"""`python -m rangkul.web.cli`: the same command where nothing is installed on the path."""

from rangkul.web.cli import main

raise SystemExit(main())
