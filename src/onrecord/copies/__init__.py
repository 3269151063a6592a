"""Which articles are copies of one text. Pure: texts in, clusters out.

Four steps, each of which can be kept and gone on from: ``Words`` of the compared text, ``sketch`` (what is
stored of it), ``candidates`` (who shares a band with whom), ``alike`` (is it a copy), ``cluster``.
``find`` takes them all, for texts in memory.
"""

from __future__ import annotations

from onrecord.copies.agencies import credited
from onrecord.copies.candidates import candidates
from onrecord.copies.clusters import Copied, Pair, alike, cluster
from onrecord.copies.find import Text, find
from onrecord.copies.sketch import BANDS, SCHEME, sketch
from onrecord.copies.words import Words, compared

__all__ = [
    "BANDS",
    "SCHEME",
    "Copied",
    "Pair",
    "Text",
    "Words",
    "alike",
    "candidates",
    "cluster",
    "compared",
    "credited",
    "find",
    "sketch",
]
