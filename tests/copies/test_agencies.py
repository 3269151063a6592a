from __future__ import annotations

import pytest

from onrecord.copies import credited

BODY = "The harbour of Torvia was closed after the ferry ran aground. " * 12


@pytest.mark.parametrize(
    ("text", "facts", "agency"),
    [
        (f"TORVIA (AP) — {BODY}", {}, "Associated Press"),
        (f"TORVIA, May 4 (Reuters) - {BODY}", {}, "Reuters"),
        (f"AFP — {BODY}", {}, "AFP"),
        (f"PORT AMBER, Torvia, May 4 (Northern Wire) - {BODY}", {}, "Northern Wire"),
        (f"TORVIA (the capital) - {BODY}", {}, None),
        (f"TORVIA - Clara Voss (Liberal) - {BODY}", {}, None),
        (f"By Ada Quill, Associated Press\n\n{BODY}", {}, "Associated Press"),
        (f"{BODY}\nReporting by Ada Quill; Reuters", {}, "Reuters"),
        (f"{BODY}\nCopyright 2031 The Associated Press. All rights reserved.", {}, "Associated Press"),
        (BODY, {"author": "Ada Quill, Associated Press"}, "Associated Press"),
        (BODY, {"author": "Ada Quill/AP"}, "Associated Press"),
        (BODY, {"author": "AFP"}, "AFP"),
        (BODY, {"outlet": "Reuters"}, "Reuters"),
        (BODY, {"outlet": "Reuters UK"}, "Reuters"),
        (BODY, {"author": "Ada Quill", "outlet": "Harbour Post"}, None),
        (f"{BODY}Oake told Reuters that nobody was hurt. {BODY}", {}, None),
        ("An app (free) of the AP class.", {}, None),
        (BODY, {"author": "Clara Apfel"}, None),
        ("", {}, None),
    ],
)
def test_knows_the_agency_that_an_article_credits(
    text: str, facts: dict[str, str], agency: str | None
) -> None:
    assert credited(text, **facts) == agency
