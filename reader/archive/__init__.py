"""An archive of many articles: an index of its sentences, and who says nearly the same as whom. No screen."""
