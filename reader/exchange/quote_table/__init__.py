"""Tables of quotes (CSV) from other programs: Hypothesis, Readwise, Taguette, ATLAS.ti, NVivo, MAXQDA."""
