"""British and American spellings."""

from __future__ import annotations

import pytest

from reader.language.spelling import american
from reader.language.stems import stem
from reader.language.word_list import word_list

PAIRS = word_list(
    """
    neighbours=neighbors favourite=favorite labour=labor harboured=harbored theatre=theater
    centred=centered kilometres=kilometers organised=organized organisation=organization
    realising=realizing privatisation=privatization recognise=recognize apologised=apologized
    emphasises=emphasizes standardised=standardized travelled=traveled cancelling=canceling
    councillors=councilors programme=program greys=grays tyres=tires defence=defense
    manoeuvres=maneuvers haemorrhage=hemorrhage sceptical=skeptical ploughed=plowed
    analysed=analyzed
    """
)

SAME = word_list(
    """
    four hours tour pours source course journey promise promised exercise rise raised surprise
    advertising wise otherwise acre massacre here there genre arise comprise enterprise franchise
    treatises raising spelled called belled excellent compelled controlled disc fire more before
    premise noise Louise
    """
)


@pytest.mark.parametrize("pair", PAIRS)
def test_british_and_american_spellings_have_one_stem(pair: str) -> None:
    british, one = pair.split("=")
    assert stem(british) == stem(one)


@pytest.mark.parametrize("word", SAME)
def test_words_with_one_spelling_stay_as_they_are(word: str) -> None:
    assert american(word) == word
