"""What a worker types on the pages of a case."""
