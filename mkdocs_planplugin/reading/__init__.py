"""Markdown text and front matter in, a `Plan` with its findings out."""
