"""Kinds of boilerplate that are known in many languages by a few words, for short lines that are no sentence.

The words are in lower case, separated by " | ". They are looked for anywhere in a
line, but `BEGINNINGS` only
before a colon.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["BEGINNINGS", "DATED", "WORD_KINDS", "WordKind"]

BEGINNINGS = {
    "photo credit": """
        foto | fotos | photo | fotografía | fotoğraf | fot | zdjęcie | imagem |
        immagine | imagen | beeld | bild |
        ilustrasi | kuva | φωτογραφία | фото | фотография | світлина | تصوير | صورة |
        צילום | תמונה | फोटो |
        图片来源 | 图源 | 摄影 | 写真 | 撮影 | 사진 | ảnh
    """,
    "agency credit": """
        quelle | fuente | fonte | bron | źródło | kaynak | källa | kilde | sumber |
        nguồn | πηγή | источник |
        джерело | المصدر | מקור | स्रोत | 来源 | 出典 | 출처
    """,
    "related articles": """
        lesen sie auch | mehr zum thema | à lire aussi | lire aussi | lea también |
        lee también | leia também |
        leggi anche | lees ook | czytaj także | czytaj też | zobacz też | ayrıca
        okuyun | xem thêm | läs mer |
        läs också | les også | lue myös | baca juga | διαβάστε επίσης | читайте также
        | читайте також |
        اقرأ أيضا | اقرأ أيضًا | קראו גם | यह भी पढ़ें | 延伸阅读 | 相关阅读 | 関連記事 | 관련기사
    """,
    "byline": """
        autor | autorin | auteur | autore | yazan | автор | كتب | كتبت | מאת | लेखक |
        作者 | 记者 | 글
    """,
}
"""Labels that end in a colon, by reason; what follows is at most a few names or a title."""

DATED = """
    aktualisiert | veröffentlicht | stand | mis à jour | publié | actualizado |
    publicado | atualizado | aggiornato |
    pubblicato | bijgewerkt | gepubliceerd | aktualizacja | opublikowano | uppdaterad
    | publicerad | güncelleme |
    yayınlanma | cập nhật | ενημερώθηκε | обновлено | опубликовано | оновлено | آخر
    تحديث | עודכן | अपडेट |
    更新时间 | 发布时间 | 更新 | 公開 | 수정 | 입력
"""
"""The first words of a time of publication; a year follows, or a time of day."""


class WordKind(NamedTuple):
    """A kind of boilerplate: a line of at most `longest` characters has a word of every group."""

    reason: str
    longest: int
    groups: tuple[str, ...]


WORD_KINDS = (
    WordKind(
        "social link",
        60,
        (
            """
            follow us | folgen sie | suivez | síguenos | siga-nos | seguici | volg ons
            | obserwuj | följ oss |
            takip edin | theo dõi | ακολουθήστε | подписывайтесь | підписуйтесь |
            تابعونا | עקבו | फॉलो | 关注 |
            フォロー | 팔로우
            """,
            """
            facebook | twitter | telegram | instagram | whatsapp | youtube | linkedin
            | tiktok | google |
            فيسبوك | تويتر | פייסבוק | फेसबुक | 微信 | 微博 | フェイスブック | 페이스북
            """,
        ),
    ),
    WordKind(
        "newsletter",
        45,
        (
            """
            newsletter | boletín | nieuwsbrief | nyhetsbrev | bülten | bản tin |
            рассылк | розсилк | نشرتنا |
            ניוזלטר | न्यूज़लेटर | 电子报 | ニュースレター | 뉴스레터
            """,
            """
            abonn | inscri | suscr | assine | iscriv | schrijf je in | zapisz |
            prenumer | abone | đăng ký |
            εγγραφ | подпис | підпиш | اشترك | הירשמו | साइन अप | 订阅 | 登録 | 구독
            """,
        ),
    ),
    WordKind(
        "reading time",
        45,
        (
            """
            lesezeit | lecture | lectura | leitura | lettura | leestijd | czytania |
            lästid | okuma | đọc |
            ανάγνωσης | чтения | читання | القراءة | קריאה | में पढ़ें | 阅读时间 | で読めます
            | 읽는 시간
            """,
            "0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9",
        ),
    ),
    WordKind("advertisement", 90, ("requires javascript | enable javascript",)),
    WordKind(
        "affiliate links",
        250,
        (
            "our links | our site | this post | this story | this article | affiliate link",
            "commission | share of the sale | compensat",
            "may earn | may receive | may get | we earn | we receive",
        ),
    ),
)
