"""When who was called what: the titles of entities with the days of the articles that give them."""

from __future__ import annotations

import pandas as pd

COLUMNS = ["entity_id", "title", "articles", "first", "last"]


def titles_over_time(links: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The titles of each entity, with the first and the last day an article gives them.

    ``links`` has entity_id, article_id, titles (a list); ``articles`` has article_id, published. The result
    has entity_id, title (as most often written), articles (how many give it), first and last (missing
    where no article has a day); an entity's titles in order of time.
    """
    given = links[["entity_id", "article_id", "titles"]].explode("titles").dropna(subset=["titles"])
    given = given.rename(columns={"titles": "title"}).merge(
        articles[["article_id", "published"]], on="article_id"
    )
    given["form"] = given["title"].str.casefold()
    counted = given.groupby(["entity_id", "form"], as_index=False).agg(
        title=("title", lambda titles: titles.mode().iat[0]),
        articles=("article_id", "nunique"),
        first=("published", "min"),
        last=("published", "max"),
    )
    return counted.sort_values(["entity_id", "first", "last", "title"], ignore_index=True)[COLUMNS]
