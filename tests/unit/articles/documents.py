"""Small documents for the tests, made byte by byte or by the libraries that write them."""

from __future__ import annotations

import io
import zipfile

import docx

__all__ = ["BODY", "epub", "page", "pdf", "placed_pdf", "word", "word_of"]

BODY = [
    "The harbour bridge was closed on Monday after inspectors found cracks in two piers, officials said.",
    "“We had no warning at all,” the harbour master told the council, and nobody in the room disagreed.",
    "The government promised twelve million for repairs, which the opposition called too little, too late.",
]
"""Three paragraphs of an article."""


def page(*middle: str, head: str = "", lang: str = "en") -> bytes:
    """A page with an article of BODY, with `middle` after its first paragraph, and navigation around it."""
    first, *others = (f"<p>{text}</p>" for text in BODY)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Bridge closed</title>'
        f"{head}</head><body><nav><a href=/>Home</a> <a href=/news>News</a></nav>"
        f"<article><h1>Bridge closed</h1>{first}{''.join(middle)}{''.join(others)}</article>"
        "<footer>About us</footer></body></html>"
    ).encode()


def pdf(*pages: list[str], encrypted: bool = False) -> bytes:
    """A PDF document whose pages have these lines, in Helvetica of 11 points."""
    return _pdf([" ".join(f"({line}) Tj 0 -14 Td" for line in lines) for lines in pages], encrypted)


def placed_pdf(*pages: list[tuple[float, float, float, str]]) -> bytes:
    """A PDF document whose pages have these texts, each with its left edge, baseline and size in points.

    Its font is Courier, in which each letter is six tenths of its size wide.
    """
    contents = (
        " ".join(
            f"/F1 {size} Tf 1 0 0 1 {left} {baseline} Tm ({text}) Tj" for left, baseline, size, text in page
        )
        for page in pages
    )
    return _pdf(list(contents), encrypted=False, font="Courier")


def _pdf(pages: list[str], encrypted: bool, font: str = "Helvetica") -> bytes:
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>",
    ]
    for number, shown in enumerate(pages):
        content = f"BT /F1 11 Tf 50 750 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects.append("<< /Title (A bridge is closed) /Author (Ann Roe) /CreationDate (D:20250311100000Z) >>")
    return _numbered(objects, encrypted)


def _numbered(objects: list[str], encrypted: bool) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    key = "00" * 32
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
    trailer = (
        f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {lock if encrypted else ''} >>"
    )
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\n".encode()
    return data + f"startxref\n{start}\n%%EOF\n".encode()


def word() -> bytes:
    """A Word document with a title, a heading, a list and a table."""
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Bridge closed", "Ann Roe"
    document.add_heading("Bridge closed", 0)
    document.add_paragraph(BODY[0])
    document.add_heading("What next", 2)
    document.add_paragraph("First demand", "List Bullet")
    row = document.add_table(1, 2).rows[0]
    row.cells[0].text, row.cells[1].text = "Cars", "40,000"
    document.add_paragraph(BODY[1])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_of(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """A Word document with this XML as its body; `parts` are notes, styles and core properties."""
    office, usual = (
        "http://schemas.openxmlformats.org/officeDocument/2006",
        "http://schemas.openxmlformats.org",
    )
    word, math = f"{usual}/wordprocessingml/2006/main", f"{office}/math"
    if strict:
        office = "http://purl.oclc.org/ooxml/officeDocument"
        word, math = "http://purl.oclc.org/ooxml/wordprocessingml/main", f"{office}/math"
    names = f'xmlns:w="{word}" xmlns:m="{math}" xmlns:mc="{usual}/markup-compatibility/2006"'
    related = [(kind, f"{kind}.xml") for kind in parts if kind != "core"]
    files = {
        "_rels/.rels": _relationships(
            f"{office}/relationships/officeDocument word/document.xml",
            f"{usual}/package/2006/relationships/metadata/core-properties core.xml",
        ),
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            *(f"{office}/relationships/{k} {f}" for k, f in related)
        ),
    }
    for kind, text in parts.items():
        place = "core.xml" if kind == "core" else f"word/{kind}.xml"
        files[place] = text.replace(f"<w:{kind}", f"<w:{kind} {names}", 1)
    return _zipped(files)


def _relationships(*lines: str) -> str:
    pairs = [line.split() for line in lines]
    elements = (f'<Relationship Type="{kind}" Target="{target}"/>' for kind, target in pairs)
    return f"<Relationships>{''.join(elements)}</Relationships>"


def _zipped(files: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return file.getvalue()


def epub(**changes: str) -> bytes:
    """An e-book of two chapters, out of order in the archive; `changes` replace or add files."""
    chapter = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="O/b.opf"/></container>',
        "O/b.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Bridges</dc:title>'
        "<dc:creator>Ann Roe</dc:creator><dc:language>en-GB</dc:language></metadata><manifest>"
        '<item id="b" href="two.xhtml"/><item id="a" href="a%20b.xhtml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
        "O/two.xhtml": chapter.format(f"<p>{BODY[1]}</p><script>x</script>"),
        "O/a b.xhtml": chapter.format(f"<h1>One</h1><p>{BODY[0]}</p>"),
    } | changes
    return _zipped(files)
