#!/bin/sh
# Makes the samples of this folder: the text of data/sample.txt in each format
# that is read, as other programs write it. LibreOffice (Debian's package
# libreoffice-writer-nogui), Chromium, qpdf and zip must be there:
#
#   sh ingest/document/testdata/make.sh
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 make.py ../../../data/sample.txt .
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to docx:'MS Word 2007 XML' sample.html
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf:writer_pdf_Export --outdir "$work" sample.docx
mv "$work/sample.pdf" writer.pdf
qpdf --encrypt open open 256 -- writer.pdf locked.pdf
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --user-data-dir="$work/chromium" \
    --print-to-pdf=chromium.pdf "file://$PWD/sample.html"
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --user-data-dir="$work/chromium" \
    --no-pdf-header-footer --print-to-pdf=columns.pdf "file://$PWD/columns.html"
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --user-data-dir="$work/chromium" \
    --no-pdf-header-footer --print-to-pdf=picture.pdf "file://$PWD/picture.html"
rm picture.html
mkdir -p "$work/book/META-INF"
cp sample.html "$work/book/text.xhtml"
cp container.xml "$work/book/META-INF/"
cp book.opf "$work/book/"
printf application/epub+zip > "$work/book/mimetype"
(cd "$work/book" && zip -qX0 book.epub mimetype && zip -qXr9D book.epub META-INF book.opf text.xhtml)
mv "$work/book/book.epub" sample.epub
rm container.xml book.opf
