"""The words by which pictures, their captions and their credits are told from an article's text.

Lists are of the trade in general, never a page's own name.
"""

import re

GALLERY = re.compile(
    r"(?:view|see|open|show)? ?(?:\d+ |all |the )?(?:images?|photos?|pictures?|gallery)(?: \d+| in (?:gallery|"
    r"fullscreen))?|(?:image|photo|bild|foto) \d+(?: ?(?:of|/|von) ?\d+)?|\d+ ?(?:/|of|von) ?\d+|\d+ (?:bilder|fotos|"
    r"images|photos)|bild(?:er)? (?:anzeigen|vergrößern)|in galerie öffnen|zur galerie|bildergalerie"
)
"""Whole lines that stand where a picture is."""

CREDIT_WORDS = (
    "Image|Images|Photo|Photos|Photograph|Photographs|Photographer|Picture|Pictures|Pic|Pics|Credit|Credits|Illustration|"
    "Graphic|Composite|Screenshot|Screengrab|Video|"
    "Source|Bild|Bilder|Foto|Fotos|Quelle|Grafik|Bildquelle|Bildrechte|Bildnachweis|Fotocredit|Symbolbild|Archivbild|"
    "Symbolfoto|"
    "Archivfoto|Fotograf|"
    "Crédit|Crédits|Photographie|Imagen|Imágenes|Fotografía|Crédito|Fotografia|Immagine|Beeld|Afbeelding|Imagem|Bildkälla"
)
CREDIT_WORDS_UPPER = "|".join(word.upper() for word in ("Image", "Photo", "Picture", "Credit", "Bild", "Foto"))

AGENCIES = (
    "AP Photo|AP Images|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|Reuters|REUTERS|dpa|DPA|"
    "dpa-infocom|EPA|EPA-EFE|EFE|ANSA|ANP|APA|KNA|epd|sda|SDA|dapd|ddp|"
    "AAP|PA Images|PA Media|PA Wire|PA|Press Association|Getty Images|Getty|GETTY|GETTY IMAGES|GettyImages|Alamy|"
    "Shutterstock|iStockphoto|iStock|Adobe Stock|AdobeStock|Unsplash|Pexels|Pixabay|Depositphotos|"
    "imago images|Imago|IMAGO|imago|picture alliance|picture-alliance|Picture Alliance|ullstein bild|laif|Keystone|"
    "KEYSTONE|Keystone-SDA|Bloomberg|Xinhua|Anadolu Agency|Anadolu|ANADOLU|TASS|RIA Novosti|Sputnik|"
    "Zuma Press|ZUMA|ZUMA Press|Sipa|SIPA|Abaca|Rex Features|REX|Rex|WENN|Splash News|Wikimedia Commons|Wikipedia|"
    "Wikimedia|Creative Commons|CC BY|CC BY-SA|CC0|Public Domain|Flickr|NASA|ESA|NOAA|"
    "Handout|HANDOUT|handout|Supplied|Courtesy|NurPhoto|SOPA Images|LightRocket|Magnum Photos|Magnum|Bernama|Kyodo|"
    "Yonhap|PTI|ANI|IANS|CNA|Belga|BELGA|TT|NTB|Ritzau|Lusa|Agencia EFE|Europa Press|Action Images|Hulton Archive|Corbis|"
    "Everett Collection|"
    "YouTube|Instagram|Facebook|Twitter|Screenshot|File|FILE|Archiv|Privat|privat|Zvg|zvg|ZVG|Canadian Press|"
    "The Canadian Press|Gallo Images|Bettmann|Mary Evans|Science Photo Library|SPL|Zoonar|Panthermedia|Fotolia|Colourbox|"
    "Polizei|Feuerwehr"
)
"""Picture agencies, libraries and the other words that credits end in, as they write themselves."""

WEAK_AGENCIES = frozenset(
    [
        "YouTube",
        "Instagram",
        "Facebook",
        "Twitter",
        "Wikipedia",
        "Rex",
        "REX",
        "TT",
        "PA",
        "File",
        "FILE",
        "Archiv",
        "Polizei",
        "Feuerwehr",
        "NASA",
        "ESA",
        "NOAA",
        "Bloomberg",
        "Reuters",
        "AP",
        "AFP",
        "dpa",
        "Associated Press",
        "The Associated Press",
        "Courtesy",
        "Supplied",
        "Sputnik",
        "TASS",
        "Xinhua",
        "Magnum",
        "Handout",
        "handout",
        "privat",
        "Privat",
    ]
)
"""Those that articles also talk about: a line must end its sentence, or glue them on, before they are a credit."""

CAPTION_HINTS = re.compile(
    r", (?:(?:second|third|fourth|far|back|front|top|bottom|from) )*+(?:left|right|cent(?:er|re))\b(?=[, ])"
    r"|\((?:left|right|l|r|c|centre|center|top|bottom|pictured|above|below|from left[^)]{0,200}|links|rechts|l\.|r\.|m\.|mitte|"
    r"oben|unten|hinten|vorne)\)"
    r"|\b(?:file (?:photo|image|picture|pic)|stock (?:image|photo|picture)|pictured|poses? (?:for|with|during|next)|"
    r"from left|left to right|symbolbild|archivbild|symbolfoto|von links|v\.\s?l\.|im bild|clockwise from|screenshot)\b",
    re.I,
)
"""What captions say and headings do not."""
