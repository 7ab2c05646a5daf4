package graph

import (
	"fmt"
	"strings"
)

// Unread counts the sentences of a document that no statement was looked for in:
// those that could not be read, by why, or only in part, and those that were read
// and lay nothing on anybody.
type Unread struct {
	Foreign  int // in another language than English, or too damaged to tell
	Tabular  int // rows of a table: cells and no sentence
	Wordless int // without a word
	Cut      int // longer than is parsed at once: read, but piece by piece

	Constitutive int // definitions and rules that make something: "“Vessel” means …", "The Board consists of …"
}

// Total is how many sentences were not read at all.
func (u Unread) Total() int { return u.Foreign + u.Tabular + u.Wordless }

// Plus returns the counts of both.
func (u Unread) Plus(v Unread) Unread {
	return Unread{u.Foreign + v.Foreign, u.Tabular + v.Tabular, u.Wordless + v.Wordless, u.Cut + v.Cut, u.Constitutive + v.Constitutive}
}

// String tells what was not read, for people: "3 sentences were not read: 2 not
// in English, 1 of a table"; empty where all was.
func (u Unread) String() string {
	var parts []string
	if n := u.Total(); n > 0 {
		var why []string
		for _, w := range []struct {
			n        int
			one, all string
		}{{u.Foreign, "not in English", "not in English"}, {u.Tabular, "of a table", "of tables"}, {u.Wordless, "without a word", "without a word"}} {
			if w.n > 0 {
				why = append(why, fmt.Sprintf("%d %s", w.n, choose(w.n, w.one, w.all)))
			}
		}
		parts = append(parts, fmt.Sprintf("%d %s not read: %s", n, choose(n, "sentence was", "sentences were"), strings.Join(why, ", ")))
	}
	if u.Cut > 0 {
		parts = append(parts, fmt.Sprintf("%d very long %s read in pieces", u.Cut, choose(u.Cut, "sentence was", "sentences were")))
	}
	return strings.Join(parts, "; ")
}

// choose is one for a count of 1, else many.
func choose(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
