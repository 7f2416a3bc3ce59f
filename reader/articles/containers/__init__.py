"""Files that hold several articles: zip archives, JSON lines and Parquet."""
