package english

import "strings"

// number emits the number at a place: 1,200.50 or 7:30 or 28/11/2000 or 20th
// as one token, a unit or half of the day written on to it as another (11 + am).
func (t *tokenizer) number(at int) int {
	rest := t.text[at:t.chunkEnd]
	n := telephoneLength(rest)
	if n == 0 {
		n = digitsLength(rest)
	}
	suffix := asciiRun(rest[n:], func(b byte) bool { return isASCIILower(b) || isASCIIUpper(b) })
	if suffix == 0 {
		n += pluralLength(rest[n:])
		if r, _ := runeAt(rest, n); isWordRune(r) {
			return t.wordFrom(at, at+n)
		}
		return t.emit(at, at+n)
	}
	if isUnit(rest[n:n+suffix]) && !continuesWord(rest, n+suffix) {
		t.emit(at, at+n)
		return t.word(at + n)
	}
	return t.wordFrom(at, at+n)
}

// continuesWord tells whether a letter or digit stands at a place.
func continuesWord(s string, at int) bool {
	r, _ := runeAt(s, at)
	return isDigit(r) || isWordRune(r)
}

// digitsLength measures digits with their inner separators: the comma only
// before three digits, full stop, colon and slash before any.
func digitsLength(s string) int {
	n := asciiRun(s, isASCIIDigit)
	for n+1 < len(s) && isASCIIDigit(s[n+1]) {
		group := asciiRun(s[n+1:], isASCIIDigit)
		switch s[n] {
		case ',':
			if group != 3 {
				return n
			}
		case '.', ':', '/':
		default:
			return n
		}
		n += 1 + group
	}
	return n
}

// telephoneLength measures digit groups joined by hyphens that are no range:
// three groups or more, 3 + 4 digits, or 5 + 4 as in postal codes; else 0.
func telephoneLength(s string) int {
	first := asciiRun(s, func(b byte) bool { return isASCIIDigit(b) || b == '/' })
	n, groups, last := first, 1, 0
	for n+1 < len(s) && s[n] == '-' && isASCIIDigit(s[n+1]) {
		last = asciiRun(s[n+1:], isASCIIDigit)
		n += 1 + last
		groups++
	}
	if groups >= 3 || groups == 2 && last == 4 && (first == 3 || first == 5 || first == 7) {
		return n
	}
	return 0
}

// pluralLength measures the 's of "the 1990's", which is no word of its own.
func pluralLength(s string) int {
	for _, suffix := range []string{"'s", "’s"} {
		if strings.HasPrefix(s, suffix) && !continuesWord(s, len(suffix)) {
			return len(suffix)
		}
	}
	return 0
}

// isUnit tells units and the like that UD English cuts off a number.
func isUnit(s string) bool {
	switch s {
	case "am", "pm", "AM", "PM", "a", "p", "k", "K", "m", "M", "bn", "mm", "cm", "km", "kg", "g", "ft", "lb", "lbs",
		"mg", "ml", "kW", "kw", "MW", "GW", "kWh", "MWh", "GB", "MB", "KB", "TB", "Hz", "kHz", "MHz", "GHz",
		"x", "yr", "yrs", "hr", "hrs", "min", "mins", "mph", "F", "C":
		return true
	}
	return false
}
