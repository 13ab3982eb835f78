"""Read the exports of other reading tools: articles or addresses, with tags, status, highlights and notes."""
