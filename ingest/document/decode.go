package document

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Decode turns the bytes of a text file into UTF-8 with LF line ends and no
// byte order mark. It tells UTF-8, UTF-16 and UTF-32 by their marks, UTF-16
// without one by where its NUL bytes stand, and takes the rest for
// Windows-1252 (of which Latin-1 is a part) unless it looks like damaged UTF-8.
func Decode(raw []byte) (string, error) {
	if len(bytes.Trim(raw, "\x00 \t\r\n\f\v\xef\xbb\xbf\xfe\xff")) == 0 {
		return "", fmt.Errorf("%w: give a file with sentences in it", ErrEmpty)
	}
	text, err := decodeBytes(raw)
	if err != nil {
		return "", err
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	if err := checkText(text); err != nil {
		return "", err
	}
	return text, nil
}

func decodeBytes(raw []byte) (string, error) {
	if isPDF(raw) || bytes.HasPrefix(raw, []byte("PK\x03\x04")) || binaryFormat(raw).name != "" {
		return "", fmt.Errorf("%w: it is a file of another kind, called a text", ErrBinary)
	}
	if wide := wideEncoding(raw); wide != nil {
		decoded, err := wide.NewDecoder().Bytes(raw)
		if err != nil {
			return "", fmt.Errorf("%w: %w; save it as UTF-8", ErrEncoding, err)
		}
		if bytes.ContainsRune(decoded, utf8.RuneError) {
			return "", fmt.Errorf("%w: it begins like UTF-16 but is damaged; save it as UTF-8", ErrEncoding)
		}
		return string(decoded), nil
	}
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		return "", fmt.Errorf("%w: NUL byte at offset %d; %s", ErrBinary, i, saveAs)
	}
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	if at := damageAt(raw); at >= 0 {
		return "", fmt.Errorf("%w: it looks like UTF-8, but the bytes at offset %d (% x) are not; save it as UTF-8 again from where it came",
			ErrEncoding, at, raw[at:min(at+4, len(raw))])
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return "", fmt.Errorf("%w: %w; save it as UTF-8", ErrEncoding, err)
	}
	return string(decoded), nil
}

// wideEncoding is the UTF-16 or UTF-32 that raw is in, nil for neither.
func wideEncoding(raw []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(raw, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}), bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	even, odd := nulShares(raw)
	const most, few = 0.6, 0.05
	switch {
	case odd > most && even < few:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even > most && odd < few:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// nulShares are the shares of NUL among the bytes at even and at odd offsets of
// the beginning: half of English UTF-16 is NUL, all on one side.
func nulShares(raw []byte) (even, odd float64) {
	raw = raw[:min(len(raw), 4096)&^1]
	if len(raw) == 0 {
		return 0, 0
	}
	var count [2]int
	for i, b := range raw {
		if b == 0 {
			count[i%2]++
		}
	}
	half := float64(len(raw) / 2)
	return float64(count[0]) / half, float64(count[1]) / half
}

// damageAt is the offset of the first bytes that show text to be damaged UTF-8
// rather than Windows-1252, -1 where none do. Signs of UTF-8 are whole
// sequences of it and beginnings of sequences that break off; bytes that
// Windows-1252 does not define, or that no western text holds, are damage too.
func damageAt(raw []byte) int {
	first, sign := -1, false
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r != utf8.RuneError || size > 1 {
			sign = sign || size > 1
			i += size
			continue
		}
		if first < 0 {
			first = i
		}
		sign = sign || brokenSequence(raw[i:]) || !western(raw[i])
		i++
	}
	if sign {
		return first
	}
	return -1
}

// brokenSequence tells whether s begins like a UTF-8 sequence that then breaks
// off: a lead byte with too few bytes of continuation, or one of the lead bytes
// that nearly all western UTF-8 text has, with none.
func brokenSequence(s []byte) bool {
	lead := s[0]
	if lead < 0xC2 || lead > 0xF4 {
		return false
	}
	if len(s) > 1 && s[1]&0xC0 == 0x80 {
		return true
	}
	letter := len(s) > 1 && (s[1] >= 'a' && s[1] <= 'z' || s[1] >= 'A' && s[1] <= 'Z' || s[1] == ' ')
	return (lead == 0xC2 || lead == 0xC3) && !letter
}

// western tells the bytes above ASCII that Windows-1252 text may hold.
func western(b byte) bool {
	switch b {
	case 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF:
		return false
	}
	return true
}
