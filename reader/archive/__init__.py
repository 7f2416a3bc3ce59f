"""An archive: an index of many articles, and its sentences that say nearly the same. Free of the screen."""
