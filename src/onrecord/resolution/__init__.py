"""One person, country or organisation is one entity in all articles."""

from onrecord.resolution.candidates import candidates
from onrecord.resolution.governments import stands_for
from onrecord.resolution.resolve import Resolution, Resolver, resolve
from onrecord.resolution.titles import titles_over_time

__all__ = ["Resolution", "Resolver", "candidates", "resolve", "stands_for", "titles_over_time"]
