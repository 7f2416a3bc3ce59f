"""An archive: an index of many articles, searched for sentences that say nearly the same thing. No screen."""
