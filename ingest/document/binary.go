package document

import (
	"bytes"
	"fmt"
	"strings"
)

// magic holds how files of well-known formats begin.
var magic = [...]struct{ prefix, name string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a ZIP archive, as Word, OpenDocument and EPUB files are"},
	{"PK\x05\x06", "an empty ZIP archive"},
	{"\x7fELF", "a program (ELF)"},
	{"MZ\x90\x00", "a program (Windows)"},
	{"\xcf\xfa\xed\xfe", "a program (macOS)"},
	{"\x89PNG\r\n\x1a\n", "a PNG picture"},
	{"\xff\xd8\xff", "a JPEG picture"},
	{"GIF87a", "a GIF picture"},
	{"GIF89a", "a GIF picture"},
	{"II*\x00", "a TIFF picture"},
	{"MM\x00*", "a TIFF picture"},
	{"RIFF", "a RIFF file (picture, sound or film)"},
	{"ID3", "an MP3 file"},
	{"OggS", "an Ogg file"},
	{"\x1f\x8b", "gzip-compressed data"},
	{"BZh", "bzip2-compressed data"},
	{"\xfd7zXZ\x00", "xz-compressed data"},
	{"\x28\xb5\x2f\xfd", "zstd-compressed data"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"{\\rtf", "a Rich Text file"},
	{"%!PS", "a PostScript file"},
}

// binaryFormat names the format that raw begins like, empty for none known.
func binaryFormat(raw []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(raw, []byte(m.prefix)) {
			return m.name
		}
	}
	return ""
}

// controlEvery is how many bytes of text there must be to each stray control
// character.
const controlEvery = 1000

// checkText rejects decoded text that is full of control characters, and HTML.
func checkText(text string) error {
	controls, first := 0, -1
	for i, r := range text {
		if r < ' ' && !strings.ContainsRune("\t\n\v\f\x1b\x1a", r) || r == 0x7F {
			if controls++; first < 0 {
				first = i
			}
		}
	}
	if controls > 0 && controls >= len(text)/controlEvery {
		return fmt.Errorf("%w: control byte %#02x at offset %d and %d more; text and Markdown are read at present",
			ErrBinary, text[first], first, controls-1)
	}
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 256)]))
	for _, tag := range []string{"<!doctype html", "<html", "<?xml"} {
		if strings.HasPrefix(head, tag) {
			return fmt.Errorf("%w: it is a page of markup (%s …); text and Markdown are read at present: save it as one of them", ErrUnsupported, tag)
		}
	}
	return nil
}
