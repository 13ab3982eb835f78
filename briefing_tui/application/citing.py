"""Find what `ID#ITEM` cites."""

from briefing_tui.anchoring.items import ItemIndex
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.application.items import only_item
from briefing_tui.citations.cited import Cited, CitedWords, image_words, quote_words
from briefing_tui.model.briefing import Briefing


def cited_item(briefing: Briefing, item: str | None, name: str) -> Cited:
    """Return what is cited: the words of a quote, image or section, or the article.

    An actor is no passage, and cites the article. Raises InputError, with `name` for the file, if there is no such item.
    """
    if not item:
        return Cited(briefing)
    found, pane = only_item(briefing, item, name)
    article = PlainArticle(briefing)
    if pane == "quotes":
        words = quote_words(briefing, found.quotes[0], article.once(ItemIndex).places(found.quotes[0]))
    elif pane == "images":
        words = image_words(found.images[0])
    elif pane == "article" and found.sections[0].heading:
        words = CitedWords((found.sections[0].heading,), briefing.article == "full")
    else:
        return Cited(briefing)
    return Cited(briefing, words, article)
