package ingest

import (
	"cmp"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/ingest/statement"
)

// farthestDuty is how many statements back the duty may stand whose consequence
// a sentence tells.
const farthestDuty = 256

// nearby is how many sentences back the last duty may stand that "to do so"
// takes up.
const nearby = 2

// consequence gives the duties that sentence i tells the consequence of, in
// front of it, that sentence for what follows where they are not done.
func (r *resolving) consequence(i int, l *statement.Lapse) {
	if l == nil {
		return
	}
	span := r.doc.Sentences[i].Span
	text := strings.TrimRight(strings.Join(strings.Fields(span.In(r.doc.Text)), " "), " .;")
	r.lapses[i] = true
	for _, s := range r.lapsed(i, l) {
		if s.OrElse == "" {
			s.OrElse = text
		} else {
			s.OrElse += "; " + text
		}
		s.Evidence.Context = append(slices.Clip(s.Evidence.Context), span)
	}
}

// lapsed are the statements in front of sentence i whose duty l is about.
func (r *resolving) lapsed(i int, l *statement.Lapse) []*graph.Statement {
	var out []*graph.Statement
	section := r.doc.Sentences[i].Section
	whole := l.Scope == statement.ScopeSection && l.Aim == "" && section >= 0
	last := -1 // the last sentence with a duty that fits
	for n := len(r.out) - 1; n >= max(0, len(r.out)-farthestDuty); n-- {
		s := &r.out[n]
		switch at := s.Evidence.Sentence; {
		case r.lapses[at] || !binds(s, l):
		case l.Number != "":
			if l.Scope == statement.ScopeParagraph && s.Section == section && r.paragraph(at, l.Number) || l.Scope == statement.ScopeDivision && r.division(s.Section, l.Number) {
				out = append(out, s)
			}
		case s.Section != section:
			return out
		case l.Scope == statement.ScopeOffences:
			if s.OrElse != "" {
				out = append(out, s)
			}
		case whole:
			out = append(out, s)
		case last < 0 && (l.Aim != "" || i-at <= nearby), at == last, l.Aim == "" && r.sameList(at, last):
			last = at
			out = append(out, s)
		}
	}
	return out
}

// binds reports whether s is a duty that lapse l may be one of.
func binds(s *graph.Statement, l *statement.Lapse) bool {
	switch s.Force {
	case graph.Obligation, graph.Commitment, graph.Recommendation:
		if l.Done {
			return false
		}
	case graph.Prohibition:
		if l.Aim != "" && !l.Done {
			return false
		}
	default:
		return false
	}
	if l.Aim == "" {
		return true
	}
	return s.Aim == l.Aim && (l.Object == "" || s.Object == "" || strings.Contains(strings.ToLower(s.Object), l.Object))
}

// sameList reports whether two sentences are items of one list.
func (r *resolving) sameList(at, last int) bool {
	if last < 0 {
		return false
	}
	a, b := r.doc.Blocks[r.doc.Sentences[at].Block], r.doc.Blocks[r.doc.Sentences[last].Block]
	return a.Kind == graph.BlockListItem && b.Kind == graph.BlockListItem && a.LeadIn >= 0 && a.LeadIn == b.LeadIn
}

// paragraph reports whether a sentence stands in a paragraph with that number.
func (r *resolving) paragraph(at int, number string) bool {
	for b := r.doc.Sentences[at].Block; b >= 0; b = r.doc.Blocks[b].LeadIn {
		if sameNumber(r.doc.Blocks[b].Marker, number) {
			return true
		}
	}
	return false
}

// division reports whether a section, or one above it, has that number.
func (r *resolving) division(section int, number string) bool {
	for s := section; s >= 0; s = r.doc.Sections[s].Parent {
		first, _, _ := strings.Cut(r.doc.Sections[s].Title, " ") // "4 Logs"
		if sameNumber(cmp.Or(lastWord(r.doc.Sections[s].Number), first), number) {
			return true
		}
	}
	return false
}

// sameNumber compares a marker, "(1)", "2.", "3.4", with the number of a reference.
func sameNumber(marker, number string) bool {
	return marker != "" && strings.EqualFold(strings.Trim(marker, "().§ "), number)
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
