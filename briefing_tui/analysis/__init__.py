"""Find quotes and their speakers, key actors and summary points in an article.

Rules about English as news writes it; nothing is learned, nothing is fetched. `grammar` is below `names`, then `speakers`,
`actors` and `summary`.
"""
