"""A story told: composed once of headings, paragraphs and tables, and written as text, Markdown or HTML."""
