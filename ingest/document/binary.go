package document

import (
	"bytes"
	"fmt"
	"strings"
)

// signature is how the files of a format begin, its name, and what is wrong
// with giving one.
type signature struct {
	prefix, name string
	err          error
}

// signatures are those of well-known formats that are not read.
func signatures() []signature {
	return []signature{
		{"PK\x05\x06", "an empty ZIP archive", ErrBinary},
		{"\x7fELF", "a program (ELF)", ErrBinary},
		{"MZ\x90\x00", "a program (Windows)", ErrBinary},
		{"\xcf\xfa\xed\xfe", "a program (macOS)", ErrBinary},
		{"\x89PNG\r\n\x1a\n", "a PNG picture", ErrBinary},
		{"\xff\xd8\xff", "a JPEG picture", ErrBinary},
		{"GIF87a", "a GIF picture", ErrBinary},
		{"GIF89a", "a GIF picture", ErrBinary},
		{"II*\x00", "a TIFF picture", ErrBinary},
		{"MM\x00*", "a TIFF picture", ErrBinary},
		{"RIFF", "a RIFF file (picture, sound or film)", ErrBinary},
		{"ID3", "an MP3 file", ErrBinary},
		{"OggS", "an Ogg file", ErrBinary},
		{"\x1f\x8b", "gzip-compressed data", ErrBinary},
		{"BZh", "bzip2-compressed data", ErrBinary},
		{"\xfd7zXZ\x00", "xz-compressed data", ErrBinary},
		{"\x28\xb5\x2f\xfd", "zstd-compressed data", ErrBinary},
		{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", ErrBinary},
		{"Rar!\x1a\x07", "a RAR archive", ErrBinary},
		{"SQLite format 3\x00", "an SQLite database", ErrBinary},
		{"{\\rtf", "a Rich Text file", ErrUnsupported},
		{"%!PS", "a PostScript file", ErrUnsupported},
	}
}

// oldOffice begins the files of Word, Excel and PowerPoint before 2007, and
// those of today that a password locks.
const oldOffice = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// binaryFormat tells the format that raw begins like; no name for none known.
func binaryFormat(raw []byte) signature {
	if bytes.HasPrefix(raw, []byte(oldOffice)) {
		if bytes.Contains(raw, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
			return signature{name: "an Office file under a password (take it off first)", err: ErrEncrypted}
		}
		return signature{name: "an old Word, Excel or PowerPoint file", err: ErrUnsupported}
	}
	for _, s := range signatures() {
		if bytes.HasPrefix(raw, []byte(s.prefix)) {
			return s
		}
	}
	return signature{}
}

// controlEvery is how many bytes of text there must be to each stray control
// character.
const controlEvery = 1000

// checkText rejects decoded text that is full of control characters.
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
		return fmt.Errorf("%w: control byte %#02x at offset %d and %d more; %s",
			ErrBinary, text[first], first, controls-1, saveAs)
	}
	return nil
}
