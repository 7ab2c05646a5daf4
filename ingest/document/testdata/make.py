"""Writes a plain text as Markdown, HTML in one and in two columns, and the parts of an EPUB book."""
import html
import re
import sys
from pathlib import Path

HEAD = 3  # kicker, title, date line


def blocks(text):
    """Yields (level, text): the level of a heading, 0 for a paragraph; a label joins its title."""
    lines = [block.replace("\n", " ") for block in text.strip().split("\n\n")]
    label = ""
    for i, line in enumerate(lines[HEAD:]):
        if re.match(r"Chapter [IVX]+\.$", line):
            label = line
        elif label:
            yield 2, label + " " + line
            label = ""
        elif re.match(r"\d\. ", line) and line[-1] != ".":
            yield 3, line
        else:
            yield 0, line


def markdown(head, body):
    out = ["# " + head[1], head[2]]
    out += ["#" * level + " " + text if level else text for level, text in body]
    return "\n\n".join(out) + "\n"


def page(head, body, style=""):
    tags = {0: "p", 2: "h2", 3: "h3"}
    out = [f"<h1>{html.escape(head[1])}</h1>", f"<p>{html.escape(head[2])}</p>"]
    out += [f"<{tags[level]}>{html.escape(text)}</{tags[level]}>" for level, text in body]
    return (
        '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">\n<head>\n<meta charset="utf-8"/>\n'
        f"<title>{html.escape(head[1])}</title>\n{style}</head>\n<body>\n" + "\n".join(out) + "\n</body>\n</html>\n"
    )


COLUMNS = "<style>body { columns: 2; column-gap: 1cm; font: 10pt/1.3 serif; text-align: justify; hyphens: auto } h1 { column-span: all }</style>\n"
PICTURE = (
    '<!DOCTYPE html><body><svg width="400" height="200"><rect width="300" height="100" fill="teal"/></svg></body>'
)
CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
BOOK = (
    '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">sample</dc:identifier><dc:title>A book</dc:title>'
    '<dc:language>en</dc:language><dc:date>2026-03-18</dc:date></metadata><manifest><item id="t" href="text.xhtml" '
    'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="t"/></spine></package>'
)


def main(source, folder):
    text = Path(source).read_text(encoding="utf-8")
    text = text.split("\n", 1)[1].lstrip() if text.startswith("Made sample") else text
    head = text.strip().split("\n\n")[:HEAD]
    body = list(blocks(text))
    for name, content in {
        "sample.md": markdown(head, body),
        "sample.html": page(head, body),
        "columns.html": page(head, body, COLUMNS),
        "picture.html": PICTURE,
        "container.xml": CONTAINER,
        "book.opf": BOOK,
    }.items():
        Path(folder, name).write_text(content, encoding="utf-8")


main(*sys.argv[1:])
