"""A fictional clipping of a page in Markdown, with a clipper's furniture."""

from tests.sources import pages

CLIPPING = f"""---
title: The harbour that would not settle
author: Ines Calder
---

![The quay](quay.jpg)

*Cracks run along the east quay. Photo: Kim Soo/Tidewater*

{pages.LORE[0]}

## Who pays

{pages.LORE[1]}

[Read more](https://courier.example/more)

- {pages.LORE[3]}

{pages.LORE[4]}
"""
