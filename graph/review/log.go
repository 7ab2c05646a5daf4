package review

import (
	"cmp"
	"slices"
	"strings"
)

// Log is all that was said, in its order. It is immutable and safe for
// concurrent use; nil is an empty one.
type Log struct {
	all    []Correction
	byID   map[string]int
	undone map[string]string // ID of a correction that holds no more to that of its undo
	byDoc  map[string][]int  // those that hold, by their document
	actors []int             // those that hold of all documents

	last map[string]int // by statement as it was read: the verdict that holds
}

// NewLog puts corrections in order.
func NewLog(corrections []Correction) *Log {
	l := &Log{all: slices.Clone(corrections), byID: map[string]int{}, undone: map[string]string{}, byDoc: map[string][]int{}, last: map[string]int{}}
	slices.SortFunc(l.all, func(a, b Correction) int {
		return cmp.Or(cmp.Compare(a.Sequence, b.Sequence), strings.Compare(a.ID, b.ID))
	})
	for i := range l.all {
		l.byID[l.all[i].ID] = i
	}
	for i := len(l.all) - 1; i >= 0; i-- { // so that what undoes an undo is known before it
		c := &l.all[i]
		if _, gone := l.undone[c.ID]; c.Kind == Undo && !gone && l.undone[c.Undoes] == "" {
			l.undone[c.Undoes] = c.ID
		}
	}
	for i := range l.all {
		c := &l.all[i]
		if _, gone := l.undone[c.ID]; gone || c.Kind == Undo {
			continue
		}
		if c.Kind.OfStatement() {
			l.last[c.Target.Statement] = i
		}
		if c.Doc == "" {
			l.actors = append(l.actors, i)
		} else {
			l.byDoc[c.Doc] = append(l.byDoc[c.Doc], i)
		}
	}
	return l
}

// All returns all corrections in their order. The caller must not change them.
func (l *Log) All() []Correction {
	if l == nil {
		return nil
	}
	return l.all
}

// Correction returns one by its ID.
func (l *Log) Correction(id string) (Correction, bool) {
	if l == nil {
		return Correction{}, false
	}
	i, ok := l.byID[id]
	if !ok {
		return Correction{}, false
	}
	return l.all[i], true
}

// UndoneBy returns the undo that took a correction back; false where it holds.
func (l *Log) UndoneBy(id string) (Correction, bool) {
	if l == nil {
		return Correction{}, false
	}
	return l.Correction(l.undone[id])
}

// OverruledBy returns the later correction that decides otherwise of the same
// statement; false where there is none.
func (l *Log) OverruledBy(c Correction) (Correction, bool) {
	if l == nil || !c.Kind.OfStatement() {
		return Correction{}, false
	}
	i, ok := l.last[c.Target.Statement]
	if !ok || l.all[i].Sequence <= c.Sequence || (l.all[i].Kind == Reject) == (c.Kind == Reject) {
		return Correction{}, false
	}
	return l.all[i], true
}

// About returns the last correction of a statement, by the ID that it had as it
// was read; false where nobody said anything of it.
func (l *Log) About(statement string) (Correction, bool) {
	if l == nil {
		return Correction{}, false
	}
	for i := len(l.all) - 1; i >= 0; i-- {
		if c := &l.all[i]; c.Kind.OfStatement() && c.Target.Statement == statement {
			return *c, true
		}
	}
	return Correction{}, false
}

// Of returns the corrections that hold of a document, in their order.
func (l *Log) Of(doc string) []Correction {
	if l == nil {
		return nil
	}
	places := slices.Concat(l.byDoc[doc], l.actors)
	slices.Sort(places)
	out := make([]Correction, len(places))
	for i, place := range places {
		out[i] = l.all[place]
	}
	return out
}

// Then returns the log with corrections behind it, which get their places and
// IDs, and these as they stand in it. The error wraps ErrInvalid.
func (l *Log) Then(corrections []Correction) (*Log, []Correction, error) {
	next := 1
	if n := len(l.All()); n > 0 {
		next = l.all[n-1].Sequence + 1
	}
	if next+len(corrections)-1 > lastSequence { // it would be passed over when it is read
		return nil, nil, invalid("there is no room behind correction %s, whose number is %d", l.all[len(l.all)-1].ID, next-1)
	}
	added := make([]Correction, len(corrections))
	for i, c := range corrections {
		if err := c.Validate(); err != nil {
			return nil, nil, err
		}
		if c.Kind == Undo {
			if _, ok := l.Correction(c.Undoes); !ok {
				return nil, nil, invalid("there is no correction %s", c.Undoes)
			}
			if by, ok := l.UndoneBy(c.Undoes); ok {
				return nil, nil, invalid("correction %s is undone already, by %s (%s)", c.Undoes, by.ID, by.By)
			}
		}
		added[i] = c.identified(next + i)
	}
	return NewLog(slices.Concat(l.All(), added)), added, nil
}

// Root returns the correction that undoes upon undoes lead to.
func (l *Log) Root(c Correction) Correction {
	for range len(l.All()) {
		undone, ok := l.Correction(c.Undoes)
		if c.Kind != Undo || !ok {
			break
		}
		c = undone
	}
	return c
}
