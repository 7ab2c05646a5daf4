package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker is what stands in front of a list item, a numbered paragraph or a
// numbered heading.
type marker struct {
	text   string // as it stands: "(a)", "1.", "•"; empty for no marker
	style  string // markers of one list have the same: "(a)", "1.", "1.1.", "•"
	value  int    // a is 1, iv is 4; 0 for bullets
	letter int    // value read as a letter, where it could be a Roman number too
}

func (m marker) exists() bool { return m.text != "" }

// bullet tells marks without a number.
func (m marker) bullet() bool { return m.exists() && m.value == 0 }

// numbersItems tells markers that number lists, and now and then headings: (a), (1), a., a).
func (m marker) numbersItems() bool {
	return m.style != "" && strings.IndexByte("(ai", m.style[0]) >= 0
}

// first tells markers that begin a list.
func (m marker) first() bool { return m.value <= 1 }

// bullets are the marks that may stand in front of an item.
const bullets = "-–—*+•·▪◦‣●○■□➢✓∙◆►"

// longestMarker bounds how far a marker is looked for, in bytes.
const longestMarker = 24

// parseMarker reads the marker that a line begins with and returns where the
// text behind it begins. Behind a marker stands white space and then text.
func parseMarker(line string) (m marker, rest int, ok bool) {
	end := strings.IndexFunc(line[:min(len(line), longestMarker)], unicode.IsSpace)
	if end <= 0 {
		return marker{}, 0, false
	}
	m, ok = markerOf(line[:end])
	if !ok {
		return marker{}, 0, false
	}
	rest = len(line) - len(strings.TrimLeftFunc(line[end:], unicode.IsSpace))
	if (strings.HasSuffix(m.style, ".1") || strings.HasSuffix(m.style, ".a")) && !m.opensTitle(line[rest:]) {
		return marker{}, 0, false
	}
	return m, rest, rest < len(line)
}

// opensTitle tells whether text can stand behind a decimal number that is no
// amount: "1.2 Scope", but not "1.2 million".
func (m marker) opensTitle(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[:min(len(text), 8)], "\"“‘'(["))
	return !unicode.IsLower(r)
}

// asLetter reads a marker that can be a Roman number as a letter.
func (m marker) asLetter() marker {
	m.style = strings.NewReplacer("i", "a", "I", "A").Replace(m.style)
	m.value, m.letter = m.letter, 0
	return m
}

// resolveMarkers settles which of i, v, x and l are letters: those that go on
// from the letter before.
func resolveMarkers(parts []part) {
	last := map[string]int{}
	for i := range parts {
		m := &parts[i].marker
		if !m.exists() {
			continue
		}
		if m.letter > 0 && m.letter != m.value {
			if l := m.asLetter(); last[l.style] == l.value-1 {
				*m = l
			}
		}
		last[m.style] = m.value
	}
}

// markerOf reads a whole marker.
func markerOf(s string) (marker, bool) {
	if r, size := utf8.DecodeRuneInString(s); size == len(s) && strings.ContainsRune(bullets, r) {
		return marker{text: s, style: s}, true
	}
	open, number, closing := "", s, ""
	if strings.HasPrefix(number, "(") {
		open, number = "(", number[1:]
	}
	if n := len(number) - 1; n > 0 && strings.IndexByte(".)", number[n]) >= 0 {
		closing, number = number[n:], number[:n]
	}
	if i := strings.Index(number, ")("); i > 0 && open == "(" && closing == ")" { // "(1)(a)" counts as "(1)"
		number = number[:i]
	}
	if open == "(" && closing != ")" {
		return marker{}, false
	}
	return numbered(s, open, number, closing)
}

// numbered reads the number between what opens and what closes a marker.
func numbered(whole, open, number, closing string) (marker, bool) {
	m := marker{text: whole}
	switch kind, value, letter := numberOf(number); {
	case kind == "":
		return marker{}, false
	case closing == "" && strings.Count(kind, ".") == 0: // a bare "5" or "A" is a word
		return marker{}, false
	default:
		m.style, m.value, m.letter = open+kind+closing, value, letter
	}
	if strings.HasPrefix(m.style, "1.1") || strings.HasPrefix(m.style, "1.a") {
		m.style = strings.TrimSuffix(m.style, ".") // "1.1" and "1.1." are one style
	}
	return m, true
}

// numberOf reads an Arabic number (kind "1"), a decimal one ("1.1", its value
// the last part), a Roman one ("i", "I") or a letter ("a", "A"). One letter
// that is a Roman number too has kind "i" or "I" and its value as a letter.
func numberOf(s string) (kind string, value, letter int) {
	if s == "" {
		return "", 0, 0
	}
	if s[0] >= '0' && s[0] <= '9' {
		return arabic(s)
	}
	lower, kinds := strings.ToLower(s), [2]string{"i", "a"}
	if s == strings.ToUpper(s) {
		kinds = [2]string{"I", "A"}
	} else if s != lower {
		return "", 0, 0
	}
	if len(s) == 1 && lower[0] >= 'a' && lower[0] <= 'z' {
		letter = int(lower[0]-'a') + 1
	}
	if value = roman(lower); value > 0 {
		return kinds[0], value, letter
	}
	if letter > 0 {
		return kinds[1], letter, letter
	}
	if len(s) == 2 && lower[0] == lower[1] && lower[0] >= 'a' && lower[0] <= 'z' { // aa, bb behind z
		return kinds[1], 26 + int(lower[0]-'a') + 1, 0
	}
	return "", 0, 0
}

// arabic reads 5 or 1.2.3: parts of up to three digits, the last one perhaps a
// letter (1.a).
func arabic(s string) (kind string, value, letter int) {
	if n := len(s) - 2; n > 0 && s[n] == '.' && s[n+1] >= 'a' && s[n+1] <= 'z' {
		if kind, _, _ = arabic(s[:n]); kind == "" {
			return "", 0, 0
		}
		return kind + ".a", int(s[n+1]-'a') + 1, 0
	}
	for i, part := range strings.Split(s, ".") {
		if part == "" || len(part) > 3 || strings.Trim(part, "0123456789") != "" {
			return "", 0, 0
		}
		value = 0
		for _, digit := range part {
			value = 10*value + int(digit-'0')
		}
		if i > 0 {
			kind += "."
		}
		kind += "1"
	}
	return kind, value, 0
}

var romanNumber = regexp.MustCompile(`^(xl|l?x{0,3})(ix|iv|v?i{0,3})$`)

// roman reads a Roman number in lower case up to 89, 0 for anything else.
func roman(s string) int {
	if !romanNumber.MatchString(s) {
		return 0
	}
	value, above := 0, 0
	for i := len(s) - 1; i >= 0; i-- {
		digit := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50}[s[i]]
		if digit < above {
			value -= digit
		} else {
			value, above = value+digit, digit
		}
	}
	return value
}
