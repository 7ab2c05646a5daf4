package statement

import (
	"slices"

	"mandate/ingest/english"
	"mandate/ingest/instrument"
)

// joinInstruments finds the instruments that s names and makes each name one
// subtree, as joinNames does.
func (e *Extractor) joinInstruments(s *english.Sentence) []instrument.Mention {
	found := e.cues.Instruments.Find(s)
	for _, m := range found {
		joinName(s, m.From, m.To)
	}
	return found
}

// inInstrument reports whether token i is part of the name of an instrument.
func (r *reader) inInstrument(i int) bool {
	return slices.ContainsFunc(r.instruments, func(m instrument.Mention) bool { return m.From <= i && i < m.To })
}

// refers returns the instruments named in the clause of aim p: under p itself,
// or in front of it under a verb that p continues, as in "In accordance with
// the Charter, Members shall meet and decide".
func (r *reader) refers(p int) []instrument.Mention {
	var out []instrument.Mention
	for _, m := range r.instruments {
		if r.speaksOf(p, m) {
			out = append(out, m)
		}
	}
	return out
}

func (r *reader) speaksOf(p int, m instrument.Mention) bool {
	for x := m.Head; x >= 0; x = r.Tokens[x].Head {
		switch {
		case x == p:
			return true
		case r.continues(p, x):
			return m.Head < p
		case r.leaves(x):
			return false
		}
	}
	return false
}

// continues reports whether aim p is coordinated with verb v or completes it.
func (r *reader) continues(p, v int) bool {
	for r.is(p, "conj", "xcomp", "ccomp", "advcl", "acl") && r.Tokens[p].Head >= 0 {
		if p = r.Tokens[p].Head; p == v {
			return true
		}
	}
	return false
}
