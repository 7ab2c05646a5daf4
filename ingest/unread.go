package ingest

import (
	"regexp"
	"strings"
	"unicode"

	"mandate/graph"
	"mandate/ingest/english"
)

// legibility tells which sentences of a document were read for what they are. It
// takes them in text order: a sentence too short to tell its language is in that
// of the one before.
type legibility struct {
	model   *english.Model
	foreign bool         // the sentence before was not in English
	unread  graph.Unread // so far
}

// reads counts a sentence and reports whether what was found in it is to be
// trusted: rules of English grammar find statements in any text.
func (l *legibility) reads(s *english.Sentence) bool {
	switch {
	case strings.IndexFunc(s.Text, unicode.IsLetter) < 0:
		l.unread.Wordless++
		return false
	case isTableRow(s):
		l.unread.Tabular++
		return false
	case l.isForeign(s):
		l.unread.Foreign++
		return false
	case len(s.Tokens) > english.LongestPiece:
		l.unread.Cut++
	}
	return true
}

// Texts in English share no less than 0.55 of their words with the language
// model, texts in its next of kin no more than 0.3.
const (
	englishShare = 0.4
	fewestWords  = 5 // that decide
)

func (l *legibility) isForeign(s *english.Sentence) bool {
	familiar, words := l.model.Familiar(s.Tokens)
	like := float64(familiar) >= englishShare*float64(words)
	switch {
	case words >= fewestWords:
		l.foreign = !like
	case 2*familiar > words:
		l.foreign = false
	}
	return l.foreign
}

// cellBorder is what stands between the cells of a row.
var cellBorder = regexp.MustCompile(`\t+|\s*\|\s*| {3,}`)

const (
	fewestCells = 3 // of a row; an enumerator and its text may be set like two
	longestCell = 6 // words, beyond which a cell may hold a sentence of its own
)

// isTableRow reports whether a sentence is a row of cells or of figures and says
// nothing of anybody.
func isTableRow(s *english.Sentence) bool {
	figures := 0
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case t.XPOS == "MD", strings.HasPrefix(t.Deprel, "nsubj"):
			return false
		case t.UPOS == "NUM":
			figures++
		}
	}
	if figures > 2 && 2*figures >= len(s.Tokens) {
		return true
	}
	cells, longest := 0, 0
	for _, cell := range cellBorder.Split(s.Text, -1) {
		if n := len(strings.Fields(cell)); n > 0 {
			cells, longest = cells+1, max(longest, n)
		}
	}
	return cells >= fewestCells && longest <= longestCell
}
