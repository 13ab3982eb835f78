"""Read and write Markdown blocks, inline marks and front matter."""
