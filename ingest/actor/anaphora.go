package actor

import (
	"slices"
	"strings"

	"mandate/graph"
)

// identify finds or makes the actor that a phrase names. full is where the
// actor was named in full, when the phrase is only a short form ("the Council"),
// else nil.
func (r *Resolver) identify(p *phrase, n naming) (id string, full *Place) {
	if n.label == "" {
		return "", nil
	}
	if id, ok := r.calledSo(p, n); ok {
		return id, nil
	}
	if rec := r.resumed(p, n); rec != nil {
		place := rec.place
		return rec.id, &place
	}
	if rec := r.shortened(p, n); rec != nil {
		if startsUpper(n.written) { // "the Council" is a name, "the country" none
			r.called(rec.id, n.written)
		}
		place := rec.place
		return rec.id, &place
	}
	_, known := r.actors[graph.Slug(n.label)]
	a := r.actor(n.label, r.g.kind(p))
	if a == nil {
		return "", nil
	}
	if n.called && !known {
		a.Label = n.written
		r.called(a.ID, n.label)
	}
	switch {
	case p.entry != nil:
		a.AltLabels = append(a.AltLabels, p.entry.Aliases...)
	case a.Label == "All parties":
		a.AltLabels = append(a.AltLabels, "Parties")
	default:
		r.called(a.ID, n.written)
	}
	return a.ID, nil
}

// called notes another name of an actor.
func (r *Resolver) called(id, written string) {
	a := r.actors[id]
	if alt := capitalise(written); alt != a.Label && !slices.Contains(a.AltLabels, alt) {
		a.AltLabels = append(a.AltLabels, alt)
	}
}

// shortened finds the last actor that a short definite name stands for: "the
// Council" for the Security Council, "the country" for the state last named,
// "the Secretary" for the Secretary of Agriculture; nil where there is none.
func (r *Resolver) shortened(p *phrase, n naming) *record {
	if n.plural || !slices.Contains(definite, n.det) || n.det == "such" {
		return nil
	}
	if p.entry != nil && p.entry.Defined {
		return nil
	}
	if !n.bare && r.actors[graph.Slug(n.label)] != nil {
		return nil // known by this very name
	}
	words := fields(n.written)
	head := singular(key(p.tokens[p.Head].Text))
	founded, own := r.founded[head]
	for _, under := range filedUnder(head, len(words)) {
		last := r.full[under]
		for i := len(last) - 1; i >= 0; i-- {
			rec := &last[i]
			local := rec.entry == nil || p.entry == nil // the General Assembly of Colorado, not that of the United Nations
			if own && n.bare && (rec.place.Sentence <= founded || rec.entry != nil) {
				continue // the text has a body of its own by that name
			}
			if rec.entry != nil && n.bare && !startsUpper(n.written) && p.Sentence-rec.place.Sentence > lookBack && rec.kind != graph.State {
				continue // "the council" of a town, long after a Council with a name
			}
			if local && !r.behind(rec, p) && rec.abbreviates(words, head, p) {
				return rec
			}
		}
	}
	return nil
}

// filedUnder tells where to look for what a short name with that head noun
// stands for.
func filedUnder(head string, words int) []string {
	if words == 1 && (head == "country" || head == "nation") {
		return []string{string(graph.State)}
	}
	if words == 1 && head == "organization" {
		return []string{head, string(graph.InternationalOrganization)}
	}
	if words == 1 && head == "company" {
		return []string{head, string(graph.Company)}
	}
	return []string{head}
}

// behind reports whether a record does not stand in front of a phrase.
func (r *Resolver) behind(rec *record, p *phrase) bool {
	return rec.place.Sentence > p.Sentence || rec.place.Sentence == p.Sentence && rec.head >= p.Head && r.read(p)
}

// abbreviates reports whether words with that head noun can be short for the
// actor of a record.
func (rec *record) abbreviates(words []string, head string, p *phrase) bool {
	known := (rec.entry != nil || rec.incorporated()) && len(words) == 1
	switch {
	case known && rec.kind == graph.State && (head == "country" || head == "nation"):
		return true
	case known && rec.kind == graph.InternationalOrganization && head == "organization":
		return true
	case known && rec.kind == graph.Company && head == "company":
		return true
	case rec.plural && p.noun.class != classRole || rec.ranked(words):
		return false
	case p.noun.class != classBody && p.noun.class != classOffice && p.noun.class != classRole:
		return false
	case p.noun.class == classRole:
		return rec.headWord == head && rec.role != roleOther && len(words) < len(rec.words) && subset(words, singularAll(rec.words)) && !slices.Contains(rec.words, "of")
	}
	for _, name := range rec.names() {
		w := fields(name)
		if len(words) < len(w) && headOf(w) == head && subset(words, w) {
			return true
		}
	}
	return false
}

// incorporated reports whether a name ends with the legal form of a company.
func (rec *record) incorporated() bool {
	return rec.kind == graph.Company && len(rec.words) > 1 && slices.Contains(companyForms, rec.words[len(rec.words)-1])
}

// ranked reports whether a name says a rank that its short form leaves out:
// "the director" is not the deputy director.
func (rec *record) ranked(words []string) bool {
	return slices.ContainsFunc(rec.words, func(w string) bool {
		return slices.Contains([]string{"under", "deputy", "vice", "assistant", "associate", "acting", "former", "sub"}, w) && !slices.Contains(words, w)
	})
}

// names returns the label of a record and what else its actor is called.
func (rec *record) names() []string {
	names := []string{strings.Join(rec.words, " ")}
	if rec.entry != nil {
		names = append(names, rec.entry.Aliases...)
	}
	return names
}

// headOf returns the head noun of a name given by its words: the last one
// before a preposition.
func headOf(words []string) string {
	for i, w := range words {
		if i > 0 && slices.Contains([]string{"of", "for", "on", "in", "against", "to", "at"}, w) {
			return singular(words[i-1])
		}
	}
	if len(words) == 0 {
		return ""
	}
	return singular(words[len(words)-1])
}

func fields(text string) []string { return strings.Fields(key(text)) }

func singularAll(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = singular(w)
	}
	return out
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}
