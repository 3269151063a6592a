"""What belongs to the report, and what the file did not say: passages, facts, mended text, the language.

Nothing is deleted. ``prepare`` comes before an article is added, ``label_passages`` and ``complete`` when
it is extracted.
"""

from onrecord.cleaning.origins import complete
from onrecord.cleaning.passages import label_passages
from onrecord.cleaning.prepare import prepare

__all__ = ["complete", "label_passages", "prepare"]
