"""The public part of the list of services as the Human Services Data Specification 3.1 writes it, read-only."""
