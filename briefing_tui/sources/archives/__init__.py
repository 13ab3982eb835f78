"""Read pages out of web archives: WARC files, and WACZ files that hold some.

An archive is no kind of source, as it holds many. `survey` lists its pages, `page` reads one of them.
"""
