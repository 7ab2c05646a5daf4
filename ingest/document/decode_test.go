package document

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestDecode(t *testing.T) {
	const text = "All “States” shall act – naïvely or not.\nThey pay €5 to Zoë's café.\n"
	tests := map[string]struct {
		in   encoding.Encoding
		want string
	}{
		"UTF-8":                    {encoding.Nop, text},
		"UTF-8 with mark":          {unicode.UTF8BOM, text},
		"UTF-16 LE with mark":      {unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text},
		"UTF-16 BE with mark":      {unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text},
		"UTF-16 LE without":        {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text},
		"UTF-16 BE without":        {unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), text},
		"UTF-32 LE with mark":      {utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), text},
		"Windows-1252":             {charmap.Windows1252, text},
		"Latin-1, capitals":        {charmap.ISO8859_1, "ÀÉÎ à la carte, Ä, § 5, «nôtre», 20 °C, naïve Ångström"},
		"Latin-1, one letter only": {charmap.ISO8859_1, "The café shall pay."},
	}
	for name, test := range tests {
		raw, err := test.in.NewEncoder().Bytes([]byte(test.want))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Decode(raw); err != nil || got != test.want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestDecodeLineEnds(t *testing.T) {
	got, err := Decode([]byte("a\r\nb\rc\n\u00a0d"))
	if err != nil || got != "a\nb\nc\n\u00a0d" {
		t.Errorf("%q, %v", got, err)
	}
}
