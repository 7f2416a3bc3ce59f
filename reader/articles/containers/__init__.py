"""Files of several articles: zip archives, JSON lines, Parquet; `registry` lists them."""
