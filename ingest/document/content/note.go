package content

import (
	"regexp"
	"slices"
	"strings"
)

// noteMark matches the numbers and signs that point to notes.
var noteMark = regexp.MustCompile(`^[\[(]?(\d{1,3}|[*†‡§¶]{1,3})([,–-]\d{1,3})*[\])]?$`)

// units are those whose powers are written like the number of a note.
var units = []string{"m", "km", "cm", "mm", "dm", "ft", "in", "yd", "mi", "s"}

// PointsToNote tells whether a raised mark points to a note, by the word that it
// is set behind: behind a unit of length, or a number, it is an exponent.
func PointsToNote(mark, before string) bool {
	before = before[strings.LastIndexAny(before, " \t\n/·")+1:]
	if slices.Contains(units, before) || before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' {
		return false
	}
	return noteMark.MatchString(strings.TrimSpace(mark))
}
