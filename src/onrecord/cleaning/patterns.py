"""Pieces of patterns that several rules share."""

from __future__ import annotations

AGENCY = (
    r"(?:AP|AFP|EPA|UPI|Reuters|REUTERS|Getty|Bloomberg|Shutterstock|Alamy|Xinhua|Newscom|Zuma|ZUMA|TASS)"
)
NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|von|van|al|bin|el)){1,4}"
LETTER = r"(?:newsletters?|inbox|e-?mail|alerts?|updates|podcasts?|channel|briefing|headlines|digest)"
STORY = r"(?:report|story|article|post|column|piece|dispatch)"
NETWORK = (
    r"(?:Twitter|Facebook|Instagram|LinkedIn|YouTube|Snapchat|TikTok|WhatsApp|Telegram|Flipboard|Threads)"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{{1,2}} {MONTH},? (?:19|20)\d\d)"
# A picture's credit behind a stroke: "… on Monday. | Ann Lee/AP Photo".
PICTURED = (
    rf"[.!?…\"'’”)]\s\|\s?(?:[A-Z][\w.’' -]{{2,40}}/[A-Z]\w+|{AGENCY})(?:/[A-Z]\w+)*"
    rf"(?: (?:[Ii]mages|Photos?)\b)?(?:/[A-Z]\w+ [A-Z]\w+)?(?:, {AGENCY}(?: [Ii]mages)?)*"
)
