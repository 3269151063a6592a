"""Labels the passages of an article: body, heading, caption, promo … Nothing is deleted."""

from onrecord.cleaning.passages import label_passages

__all__ = ["label_passages"]
