"""The groups of RTF: what a control word at the beginning of a group says about the text in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.articles.formats.document_writing import WrittenText

__all__ = ["CHARACTERS", "SKIPPED", "STORIES", "TABLES", "WALKED", "GroupState"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TABLES = frozenset({"fonttbl", "stylesheet", "info"})
"""Groups that are about the document."""

STORIES = {"footnote": "note", "shptxt": "box", "dptxbxtext": "box"}
"""Groups whose text is apart from the paragraph in which they are, with the kinds of it."""

WALKED = _words(
    """
    shpinst shpgrp do ud listtext pntext nesttableprops footnote shptxt dptxbxtext fldrslt
    moMath moMathPara mr mnum mden me msup msub mdeg mlim mfName
    """
)
"""Groups with text that is shown, though programs which do not know them may leave them out ("\\*")."""

SKIPPED = _words(
    """
    annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background
    bkmkend bkmkstart blipuid buptim category colortbl colorschememapping comment company creatim datafield
    datastore defchp defpap docvar doccomm ebcend ebcstart factoidname falt fchars ffdeftext ffentrymcr
    ffexitmcr ffformat ffhelptext ffl ffname ffstattext filetbl fldinst fldtype fname fontemb fontfile footer
    footerf footerl footerr formfield ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc generator gridtbl header
    headerf headerl headerr hl hlfr hlinkbase hlloc hlsrc hsv htmltag keycode keywords latentstyles lchars
    levelnumbers leveltext lfolevel linkval listname listoverridetable listpicture listtable mailmerge manager
    mmathPict nextfile nonesttables objalias objclass objdata objname objsect objtime oldcprops oldpprops
    oldsprops oldtprops oleclsid operator panose password passwordhash pgptbl picprop pict pn pnseclvl pntxta
    pntxtb printim private propname protend protstart protusertbl pxe revtbl revtim rsidtbl rxe shppict
    shprslt sn sp staticval subject sv svb tc template themedata title txe userprops wgrffmtfilter
    windowcaption writereservation writereservhash xe xform xmlattrname xmlattrvalue xmlclose xmlname xmlnstbl
    xmlopen nonshppict mctrlPr mfPr msSupPr msSubPr msSubSupPr mdPr mradPr mnaryPr mrPr mbarPr maccPr
    """
)
"""Groups whose text is not shown in the document, or is shown a second time."""

CHARACTERS = {
    "line": "\n",
    "lbr": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "~": "\u00a0",
    "_": "-",
}
"""The characters that control words stand for."""


@dataclass(slots=True)
class GroupState:
    """The state of a group, which it inherits from the one around it.

    `kind` says what its text is: "", "note" or "box", `level` in how many of these it is, and `table` that it
    is about the document.
    """

    written: WrittenText
    kind: str = ""
    level: int = 0
    table: str = ""
    font: int = -1
    unicode_skip: int = 1
    skipped: bool = False
    starred: bool = False
    alternatives: bool = False
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    style: int = -1
    outlined: bool = False
    in_table: bool = False

    def inside(self) -> GroupState:
        """The state at the beginning of a group in this one."""
        return replace(self, starred=False, alternatives=False, skipped=self.skipped or self.alternatives)

    def is_shown(self) -> bool:
        """Whether text is part of the document."""
        return not (self.skipped or self.hidden or self.deleted or self.table)
