package content

import (
	"strconv"
	"strings"
)

// NumberStyle is how the items of a list are counted, in the terms of HTML.
type NumberStyle string

// The ways of counting; any other is taken for Decimal.
const (
	Decimal     NumberStyle = "1"
	LowerLetter NumberStyle = "a"
	UpperLetter NumberStyle = "A"
	LowerRoman  NumberStyle = "i"
	UpperRoman  NumberStyle = "I"
)

// Enumerator writes a number as a list shows it. What a style cannot count is
// written as a decimal number.
func Enumerator(n int, style NumberStyle) string {
	switch {
	case style == LowerLetter && n > 0 && n <= 26*30:
		return letters(n)
	case style == UpperLetter && n > 0 && n <= 26*30:
		return strings.ToUpper(letters(n))
	case style == LowerRoman && n > 0 && n < 4000:
		return roman(n)
	case style == UpperRoman && n > 0 && n < 4000:
		return strings.ToUpper(roman(n))
	}
	return strconv.Itoa(n)
}

// letters counts a … z, aa, bb … zz, aaa …, as word processors and lawyers do.
func letters(n int) string {
	return strings.Repeat(string(rune('a'+(n-1)%26)), 1+(n-1)/26)
}

func roman(n int) string {
	var b strings.Builder
	for _, digit := range []struct {
		value int
		sign  string
	}{
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	} {
		for ; n >= digit.value; n -= digit.value {
			b.WriteString(digit.sign)
		}
	}
	return b.String()
}
