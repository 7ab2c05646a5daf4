package document

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const months = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`

// dateForms are the ways in which dates are written, most telling first; year,
// month and day say which group holds which, 0 for none; american tells those
// in which some write the month first.
var dateForms = []struct {
	form             *regexp.Regexp
	year, month, day int
	american         bool
}{
	{regexp.MustCompile(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b`), 1, 2, 3, false},
	{regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s-]+` + months + `\.?,?[\s-]+(\d{4})\b`), 3, 2, 1, false},
	{regexp.MustCompile(`(?i)\b` + months + `\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`), 3, 1, 2, false},
	{regexp.MustCompile(`\b(\d{2})/(\d{2})/(\d{4})\b`), 3, 2, 1, true},
	{regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`), 3, 2, 1, false},
	{regexp.MustCompile(`(?i)\b` + months + `\.?,?\s+(\d{4})\b`), 2, 1, 0, false},
}

// findDate finds the first date in s, as ISO 8601 (the day left out where the
// text names none), and where it stands; empty where there is none. Of days and
// months in figures alone only those are read that cannot be mistaken.
func findDate(s string) (iso string, start, end int) {
	for _, f := range dateForms {
		m := f.form.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		group := func(n int) string {
			if n == 0 {
				return ""
			}
			return s[m[2*n]:m[2*n+1]]
		}
		year, month, day := group(f.year), group(f.month), group(f.day)
		if f.american && month > "12" {
			month, day = day, month
		} else if f.american && day <= "12" && day != month {
			continue
		}
		return isoDate(year, month, day), m[0], m[1]
	}
	return "", 0, 0
}

// isoDate joins year, month (name or number) and day; empty for no real date.
func isoDate(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	m, err := strconv.Atoi(month)
	if err != nil {
		m = 1 + strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(month[:3]))/3
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || int(t.Month()) != m || y < 1000 {
		return ""
	}
	return t.Format(time.DateOnly)
}

var clock = regexp.MustCompile(`(?i)\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*(?:am|pm|gmt|utc|[a-z]{1,4}t))?\b`)

var address = regexp.MustCompile(`\bhttps?://\S+|\bwww\.\S+`)

// aroundDate tells words that stand around a date and belong to no name.
func aroundDate(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".,:()[]-–—")) {
	case "", "last", "first", "updated", "modified", "published", "publication", "posted", "released", "issued", "date", "dated",
		"adopted", "approved", "signed", "done", "effective", "as", "on", "at", "of", "in", "by", "this", "day",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"version", "edition", "revision":
		return true
	}
	return word == "the" || strings.Trim(word, "0123456789.,") == ""
}

// dateLine reads a line of the head that holds a date and at most a name
// beside it: the date and the name, or false.
func dateLine(s string) (iso, name string, ok bool) {
	iso, start, end := findDate(s)
	if iso == "" {
		return "", "", false
	}
	rest := clock.ReplaceAllString(address.ReplaceAllString(s[:start]+" "+s[end:], " "), " ")
	worded := false // a word says what happened on that date
	for segment := range strings.FieldsFuncSeq(rest, func(r rune) bool { return strings.ContainsRune("|·•;/\\", r) }) {
		words := strings.Fields(segment)
		for len(words) > 0 && aroundDate(words[0]) {
			worded, words = worded || len(words[0]) > len("of"), words[1:]
		}
		for len(words) > 0 && aroundDate(words[len(words)-1]) {
			words = words[:len(words)-1]
		}
		if name == "" {
			name = strings.Trim(strings.Join(words, " "), " ,.-–—()[]:")
		}
	}
	// A title may hold a date too: a name is short, and stands behind a bar or
	// a word like "updated".
	const longestName = 6
	long := len(strings.Fields(name))
	if long > longestName || long > 1 && !worded && !strings.ContainsAny(s, "|·•") {
		return "", "", false
	}
	return iso, name, true
}
