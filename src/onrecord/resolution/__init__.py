"""One person, country or organisation is one entity in all articles."""

from onrecord.resolution.governments import stands_for
from onrecord.resolution.resolve import Resolution, Resolver, resolve

__all__ = ["Resolution", "Resolver", "resolve", "stands_for"]
