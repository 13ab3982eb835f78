"""Train the labeller of plain text's lines, and measure it."""
