"""Word lists of English that matching relies on. Each is closed and small; none was fitted on data."""

from __future__ import annotations

from reader.language.word_list import word_list, word_set

__all__ = ["FUNCTION_WORDS", "IRREGULAR", "SPEECH_VERBS"]

FUNCTION_WORDS = word_set(
    """
    a an the this that these those such same other another each everi all both some ani no not
    nor none i me my mine myself we us our ourselv you your yourselv he him his himself she her
    hers herself it itself they them their themselv who whom whose which what when where whi how
    one am is are was were be been being isn't aren't wasn't weren't do does did doesn't don't
    didn't done have has had having haven't hasn't hadn't will would won't wouldn't shall should
    shouldn't can could can't couldn't cannot may might must need and or but if then than as so
    becaus while until unless although though whether either neither of at by for with about
    against between into through dure befor after abov below to from up down in out on off over
    under again further within without among across around along upon toward behind beyond near
    onto via per like there here now just onli also too veri even still more most much mani less
    least few veri own ever never yet alreadi quit rather say get go come make take he's she's
    it's that's i'm we're they're you're i've we've they've you've i'll we'll they'll he'd she'd
    they'd we'd i'd there's let's who's what's ms mr mrs dr thing way time
    """
)
"""Stems (as `stems.stem` returns them) that every text has: articles, pronouns, auxiliaries, prepositions,
conjunctions, and the verb "to say", which is as common in the news as they are."""

IRREGULAR = dict(
    pair.split("=")
    for pair in word_list(
        """
        said=say says=say saying=say told=tell spoke=speak spoken=speak thought=think knew=know
        known=know struck=strike stricken=strike won=win took=take taken=take taking=take gave=give
        given=give went=go gone=go goes=go going=go came=come made=make got=get gotten=get
        getting=get began=begin begun=begin found=find held=hold left=leav led=lead lost=lose
        met=meet paid=pay ran=run running=run rose=rise risen=rise saw=see seen=see sent=send
        shot=shoot sold=sell stole=steal stolen=steal stood=stand fell=fall fallen=fall felt=feel
        fled=flee fought=fight flew=fly flown=fly broke=break broken=break brought=bring built=build
        bought=buy caught=catch chose=choos chosen=choos drew=draw drawn=draw drove=drive
        driven=drive grew=grow grown=grow hid=hide hidden=hide hung=hang kept=keep laid=lay lay=lie
        meant=mean overthrew=overthrow rode=ride ridden=ride sought=seek shook=shake shaken=shake
        sank=sink sunk=sink spent=spend swore=swear sworn=swear taught=teach threw=throw
        thrown=throw torn=tear tore=tear understood=understand woke=wake withdrew=withdraw
        withdrawn=withdraw wrote=write written=write died=die dying=die dead=die death=die
        deaths=die men=man women=woman children=child people=person dealt=deal slain=slay
        slept=sleep wore=wear worn=wear forbade=forbid forbidden=forbid forgot=forget
        forgotten=forget blew=blow blown=blow ate=eat eaten=eat became=becom arose=aris
        overcame=overcom overtook=overtak retook=retak retaken=retak
        """
    )
)
"""Irregular forms that the stemmer does not recognize, each with the stem of its word."""

SPEECH_VERBS = word_set(
    """
    say says said saying tell tells told telling add adds added adding ask asks asked asking
    answered replied replies argue argues argued arguing announce announces announced
    acknowledge acknowledges acknowledged admit admits admitted assert asserts asserted assured
    believe believes believed claimed claiming commented complain complains complained
    complaining concede concedes conceded concluded confirm confirms confirmed contend contends
    contended declare declares declared denied denies deny describes described disclosed
    emphasized emphasised estimates estimated explain explains explained exclaimed expressed
    insist insists insisted insisting joked mention mentions mentioned noted notes noting
    observed pointed predicted predicts promised proposed recalled recalls remarked reported
    requested responded responds revealed reveals stated stating stressed stresses suggest
    suggests suggested suggesting testified testifies think thinks thought tweeted urged urges
    vowed vows warn warns warned warning write writes wrote writing called accused accuses
    boasted cautioned according quoted asserted reiterated
    """
)
"""Verbs that introduce somebody's words, in the forms that occur in a text. Forms that are more often nouns
("claims", "reports", "states") are left out."""
