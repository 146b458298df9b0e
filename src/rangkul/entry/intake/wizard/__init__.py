"""The public wizard: which question comes next, and what the answers become. No database here."""
