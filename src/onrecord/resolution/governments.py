"""Capitals and seats that stand for a government: a link beside the entities, which merges nothing.

In the news *Pyongyang* refuses and *the White House* demands. Whether that counts for the country is a
convention, and both are in use: the seat stays an entity of its own, and who wants it otherwise maps it.
"""

from __future__ import annotations

import pandas as pd

from onrecord.names.countries import country_of
from onrecord.names.seats import government_of

_SEATS = frozenset({"GPE", "LOC", "FAC", "ORG"})


def stands_for(entities: pd.DataFrame) -> pd.DataFrame:
    """The country that each seat of government among the entities stands for.

    ``entities`` has entity_id, name, kind. The result has entity_id, stands_for (the country's
    entity_id): a row for each seat whose country is among the entities, too.
    """
    places = entities[entities["kind"].isin(_SEATS)]
    countries = {
        country: entity_id
        for entity_id, name in zip(places["entity_id"], places["name"], strict=True)
        if (country := country_of(name))
    }
    pairs = [
        (entity_id, countries[country])
        for entity_id, name in zip(places["entity_id"], places["name"], strict=True)
        if (country := government_of(name)) in countries and countries[country] != entity_id
    ]
    return pd.DataFrame(pairs, columns=["entity_id", "stands_for"], dtype="str")
