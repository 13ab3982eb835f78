"""Content files for the reader's tests.

They are ordinary, empty, huge or broken, in many scripts, with every kind of block; one is a digest.
"""

# ruff: noqa: E501 - a summary point is one line, and emoji are wide.

import random
from collections.abc import Callable

ORDINARY = """---
briefing: 1
title: The lighthouse that was switched off twice
kicker: Gannet Head
lead: A board wants the light dark, the fleet wants it lit, and a school keeps the log.
published: 2026-04-11
publisher: The Saltmarsh Courier
authors: [Ines Calder, Tomas Birk]
dateline: GANNET HEAD
language: en
tags: [fictional]
article: full
source: {name: lighthouse.txt, url: "https://example.org/lighthouse", sha256: ""}
---

# The lighthouse that was switched off twice

## Summary

- The light on Gannet Head was switched off in February and again, after a week of protest, in March. ([Lead](#lead))
- Skippers say that the satellites they are told to trust fail exactly when a light is needed. ([What the fleet says](#what-the-fleet-says))
- A school of eleven pupils has kept the log since the last keeper left. ([The log](#the-log), [Who decides](#who-decides))

## Key actors

### Maren Holt

person · skipper of the Kittiwake · speaker of the fleet
Also: Holt

### Anselm Roke

person · head teacher

### Gannet Head Lights Board

organization · owner of the lighthouse
Also: the board

### Northern Fleet Union

organization

## Quotes

> “You do not switch off a star because you have bought a map”

— [Maren Holt](#maren-holt), said, [Lead](#lead)
<!-- id: q-star -->

> “a sentimental expense”

— [Gannet Head Lights Board](#gannet-head-lights-board), called it, [Lead](#lead) · partial
<!-- id: q-expense -->

> “The screen went black at the bar
>
> The light did not.”

— [Maren Holt](#maren-holt), told, [What the fleet says](#what-the-fleet-says)
<!-- id: q-bar -->

> “We write what we see”

— [Anselm Roke](#anselm-roke "the head teacher"), said, [The log](#the-log) · inferred
<!-- id: q-write -->

> “nobody asked the birds”

— a visitor to the school, wrote, [The log](#the-log) · partial
<!-- id: q-birds -->

> “This sentence stands nowhere in the article.”

— unattributed, [Who decides](#who-decides)
<!-- id: q-lost -->

## Images

![A white tower on a cliff under a low sky, its lantern dark](tower.jpg)

The tower on the first evening without its light.
*Tomas Birk/The Saltmarsh Courier*, [Lead](#lead)

![Pupils in yellow coats read a thermometer](log.jpg)

Pupils of the school at Gannet Head take the temperature for the log.
*Photo: Gannet Head School*, [The log](#the-log)

## Article

### Lead

The light on Gannet Head went out on a Tuesday in February, at noon, when nobody needs it. By dusk the harbour had noticed.

“You do not switch off a star because you have bought a map,” said Maren Holt, who has brought the Kittiwake home past the
head for thirty-one years. The Gannet Head Lights Board called the lamp “a sentimental expense” and turned to other business.

A week of protest later it burned again. In March it was switched off for the second time.

### What the fleet says

Holt keeps two receivers on board and trusts neither. “The screen went black at the bar,” she told a meeting of the Northern
Fleet Union in the net loft, where the heating had failed as well. “The light did not.”

The union counted nineteen nights this winter on which positions were wrong by more than the width of the channel. The board
has *not* disputed the count; it disputes **what follows** from it.

Three skippers described the same night in March:

- the swell came over the east quay before nine,
- the receivers lost the sky one after the other,
- and the only thing that stayed where it was supposed to be was the tower, which was dark.

### The log

Since the last keeper left, the log of the lighthouse has been kept by the school: eleven pupils, a thermometer, a window.

“We write what we see,” said the head teacher. The entry for the first dark evening is two words long. It says: no light.
A visitor to the school wrote beneath it that “nobody asked the birds”, and the pupils have left it there.

#### What is in it

Wind, cloud, visibility, ships, and whatever the pupil of the week finds worth a line. The board has asked for a copy.

### What it costs

The lamp takes as much electricity as two kitchens. The tower takes more: the stairs are to be renewed before anybody may be
sent up to change the lamp, and the estimate for the stairs is what the meeting in February was really about.

Nobody has proposed to pay for the stairs.

### Who decides

The board has five seats, of which the fleet holds one. A vote is set for the end of April. Anselm Roke has asked whether the
pupils may read from the log before it, and has been told that the rules do not provide for it.

He has looked at the rules, he says, and they do not provide against it either.
"""

EMPTY = "---\nbriefing: 1\ntitle: Nothing yet\n---\n"

BROKEN = """---
briefing: 1
title: A file that was never finished
published: next Tuesday
colour: green
---

## Quotes

> “It moved three times.”

— [Nobody Known](#nobody-known), said, [Gone](#gone)
<!-- id: q-same -->

> “It moved again.”

— [Maria Ortega](#maria-ortega), said, [Lead](#lead)
<!-- id: q-same -->

## Key actors

### Maria Ortega

wizard · harbour engineer

## Pictures

![Half a picture](

## Article

### Lead

“It moved again,” said Maria Ortega; and then [b]nobody[/b] said [red]anything[/] at all. \x1b[31mNo colour\x1b[0m.

### Lead

A second section of the same name.
"""

SCRIPTS = """---
briefing: 1
title: 港口的墙 — the wall of the harbour 🚢
kicker: 港
lead: 港口委员会说，墙在移动。没有人知道为什么。
published: 2026-05-06
publisher: 盐沼信使 · بريد المستنقع
language: zh
tags: [fictional]
---

# 港口的墙 — the wall of the harbour 🚢

## Summary

- 两个码头关闭到秋天。维修费用尚未确定。 ([Lead](#lead))
- Die Käänkirche läutet; naïve cafés — été — Ωμέγα. ([שלום](#שלום))

## Key actors

### 王丽

person · 港口工程师

### אורי לוי

person · צולל

### Πανιέρα & Söhne

organization

## Quotes

> “我们量了三次，它移动了三次。”

— [王丽](#王丽), said, [Lead](#lead)

> “הקיר זז”

— [אורי לוי](#אורי-לוי), said, [שלום](#שלום)

## Images

![👩‍👩‍👧 on the quay](quay.jpg)

一家人 👩‍👩‍👧 在码头上，👍🏽 ❤️ 🇵🇹。
*摄影：档案馆*, [Lead](#lead)

## Article

### Lead

“我们量了三次，它移动了三次。”工程师王丽说。港口委员会（成立于一九五二年）表示，在完成「东码头」的勘测之前不会作出任何决定；渔民们要求在花钱之前先听取他们的意见。

東の岸壁は閉鎖されたままです。ひび割れは四十メートルにわたって続いています。 동쪽 부두는 가을까지 닫혀 있습니다.

An emoji family 👩‍👩‍👧 stands on the quay 👍🏽 with a red heart ❤️ and a flag 🇵🇹, and the line goes on behind them so that it wraps.

### שלום

“הקיר זז”, אמר אורי לוי. הצוללים ירדו שלוש פעמים ולא מצאו דבר מלבד אבנים ישנות.

قال الغواص إن الجدار تحرك ثلاث مرات، ولم يجد أحد سببا لذلك حتى الآن.

### नमस्ते दुनिया

बंदरगाह की दीवार हिल रही है। ไม่มีใครรู้ว่าทำไม กำแพงท่าเรือเคลื่อนที่สามครั้ง
"""

BLOCKS = """---
briefing: 1
title: Every kind of block
published: 2026-01-02
publisher: The Saltmarsh Courier
tags: [fictional]
---

# Every kind of block

## Summary

- Tables, lists and code are shown as such. ([A table](#a-table))

## Article

### A table

| Quay | Cracks | Closed until |
| :--- | -----: | :----------: |
| North | 12 | October |
| East, with the slipway and the ice house | 3 | not known |

### A wide table

| Quay | Built | Length | Depth | Bollards | Cracks | Surveyed by | Owner |
| --- | --- | --- | --- | --- | --- | --- | --- |
| North | 1951 | 140 m | 6 m | 22 | 12 | Maria Ortega | Harbour Board |
| East | 1974 | 95 m | 8 m | 14 | 3 | nobody so far | in dispute |

### Lists

1. First, with a **bold** word, an *italic* one, ~~one struck out~~, `code` and a [link](https://example.org/).
2. Second, long enough to be wrapped in every terminal that is not wider than the column in which text is set here.
   - a list within, with words enough to be wrapped again in a narrow terminal
     - and another one within that
   - and on
3. Third.

> A block quote, whose lines all stand behind a bar, however many of them there are at the width of the terminal.

### Code

```python
def survey(quay: str) -> float:
\tmoved = measure(quay) - plan(quay)  # a line that is too long for a narrow terminal goes on in the next
\treturn round(moved, 1)
```

The last paragraph has <b>markup of others</b> and [red]markup of the framework[/red], which show as they are written.
"""

DIGEST = """---
briefing: 1
title: The ferry that waits
published: 2026-02-14
publisher: The Saltmarsh Courier
language: en
tags: [fictional]
article: digest
---

# The ferry that waits

## Summary

- The ferry keeps to its berth when the east wind blows. ([Lead](#lead))

## Key actors

### Jun Sato

person · ferry captain

## Quotes

> “I would rather be late than wet.
>
> And I do not like to be late.”

— [Jun Sato](#jun-sato "the captain"), said, [Lead](#lead)

> “a question of paint”

— the yard's foreman, called it, [The yard](#the-yard) · partial

## Images

![The ferry at its berth](ferry.jpg)

The Portolan ferry on a windy day.
*Photo: Portolan Archive*, [The yard](#the-yard)

## Article

### Lead

The captain explains why he stays in port when the wind turns east, and what that costs the company each winter.

### The yard

The yard, which has had the ferry twice this year, thinks little of the delay.
"""

_WORDS = [
    "the",
    "lamp",
    "tower",
    "keeper",
    "board",
    "fleet",
    "harbour",
    "winter",
    "night",
    "log",
    "window",
    "vote",
    "stairs",
    "swell",
    "bar",
    "channel",
    "said",
    "asked",
    "wrote",
    "counted",
    "and",
    "of",
    "in",
    "on",
    "before",
    "after",
    "nobody",
    "somebody",
    "again",
    "twice",
]


def huge(size: int = 300_000) -> str:
    """Return a briefing of about `size` bytes, always the same one."""
    rng = random.Random(7)

    def sentence() -> str:
        return " ".join(rng.choice(_WORDS) for _ in range(rng.randint(6, 20))).capitalize() + "."

    parts: list[str] = []
    quotes: list[str] = []
    written = number = 0
    while written < size:
        if number % 12 == 0:
            part = f"### Part {number // 12 + 1}: {sentence()[:-1].lower()}"
        elif number % 12 == 5:
            words = sentence()
            quotes.append(f"> “{words}”\n\n— [Maren Holt](#maren-holt), said\n")
            part = f"“{words}” said Maren Holt. {sentence()}"
        else:
            part = " ".join(sentence() for _ in range(rng.randint(3, 8)))
        parts.append(part)
        written += len(part) + 2
        number += 1
    head = (
        "---\nbriefing: 1\ntitle: The whole log of the lighthouse\npublisher: The Saltmarsh Courier\ntags: [fictional]\n---\n\n"
    )
    actors = "## Key actors\n\n### Maren Holt\n\nperson · skipper\n\n"
    return head + actors + "## Quotes\n\n" + "\n".join(quotes) + "\n## Article\n\n" + "\n\n".join(parts) + "\n"


CONTENTS: dict[str, Callable[[], str]] = {
    "ordinary": lambda: ORDINARY,
    "empty": lambda: EMPTY,
    "huge": huge,
    "broken": lambda: BROKEN,
    "scripts": lambda: SCRIPTS,
    "blocks": lambda: BLOCKS,
    "digest": lambda: DIGEST,
}
"""Every kind of content by name."""
