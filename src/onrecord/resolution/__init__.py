"""One person, country or organisation is one entity in all articles."""

from onrecord.resolution.candidates import Candidates, Evidence, candidates, weigh
from onrecord.resolution.governments import stands_for
from onrecord.resolution.resolve import Resolution, Resolver, resolve
from onrecord.resolution.titles import titles_over_time

__all__ = [
    "Candidates", "Evidence", "Resolution", "Resolver", "candidates", "resolve", "stands_for",
    "titles_over_time", "weigh",
]  # fmt: skip
