"""Plans written in Markdown, shown right in MkDocs: progress, timeline, risks, and an index over all plans."""
