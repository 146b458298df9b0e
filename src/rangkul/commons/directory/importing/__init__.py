"""Entries from a file: CSV, XLSX, HSDS as JSON or as a data package. Read, checked row by row, held against what is
there, then written.

`read(data, filename)` yields `Line`s; `examine(lines)` sorts them into what may be written, faults and likely twins.
"""

from rangkul.commons.directory.importing.columns import COLUMNS
from rangkul.commons.directory.importing.examining import Changed, Report, Twin, examine
from rangkul.commons.directory.importing.lines import Line, RowFault, Unreadable
from rangkul.commons.directory.importing.reading import read

__all__ = ["COLUMNS", "Changed", "Line", "Report", "RowFault", "Twin", "Unreadable", "examine", "read"]
