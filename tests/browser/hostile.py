"""Articles that attack whoever shows them: in the title, the text, the names, the outlet, the file's name."""

from __future__ import annotations

from typing import Any

EVIL = "http://evil.example"
PAYLOADS = (
    "<script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=2>",
    f"![pixel]({EVIL}/p.png)",
    f"[link](javascript:window.hacked=3) {EVIL}/q",
    '"><svg onload=window.hacked=4>',
    "{{constructor.constructor('window.hacked=5')()}}",
    "</style><style>@import url(http://evil.example/s.css)</style>",
    ":material/delete: :red[boo] $\\href{http://evil.example}{x}$",
    "\u202e\u2066gnp.exe",
    "' onmouseover='window.hacked=6",
)


def article(number: int, payload: str) -> dict[str, Any]:
    """One line of the interchange format with the payload everywhere that words may stand."""
    name = f"Mallory {payload}".strip()
    said = f"we {payload} again"
    text = f"{name} 😀 spoke.\n\n{name} said: “{said}” and left."
    speaker = text.index(name, len(name))
    start = text.index(said)
    mention = {"text": name, "label": "PERSON", "entity": name}
    return {
        "id": f"evil{number} {payload}",
        "title": f"Title {number} {payload}",
        "outlet": f"Outlet {payload}",
        "author": payload,
        "url": f"javascript:window.hacked='{number}'",
        "published": "2024-01-03",
        "text": text,
        "mentions": [
            {**mention, "start": 0, "end": len(name)},
            {**mention, "start": speaker, "end": speaker + len(name)},
        ],
        "quotes": [
            {
                "start": start, "end": start + len(said), "text": said, "type": "direct", "marked": [],
                "group": "1", "cue": None, "speaker": [speaker, speaker + len(name)],
                "speaker_name": name, "resolved_by": payload, "confidence": 0.9,
            }
        ],
        "marked_text": [],
    }  # fmt: skip


def lines() -> list[dict[str, Any]]:
    """One article a payload."""
    return [article(number, payload) for number, payload in enumerate(PAYLOADS)]
