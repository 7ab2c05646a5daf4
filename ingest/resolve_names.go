package ingest

import (
	"slices"

	"mandate/graph"
	"mandate/ingest/instrument"
)

// refer files the instruments and goals that a statement names.
func (r *resolving) refer(s *graph.Statement, mentions []instrument.Mention) {
	for _, m := range mentions {
		ref, ok := r.instruments.Resolve(m)
		switch {
		case !ok:
		case ref.Kind == instrument.Goal:
			s.Goals = with(s.Goals, ref.Label)
		case ref.Part != "":
			s.References = with(with(s.References, ref.Label), ref.Part)
		default:
			s.References = with(s.References, ref.Label)
		}
	}
}

// with adds a label that has no spelling in the list yet.
func with(labels []string, label string) []string {
	same := func(l string) bool { return graph.Slug(l) == graph.Slug(label) }
	if label == "" || slices.ContainsFunc(labels, same) {
		return labels
	}
	return append(slices.Clone(labels), label)
}

// otherNames returns, by IRI, the other names of the instruments and goals that
// the statements name; nil for none.
func (r *resolving) otherNames() map[string][]string {
	names := map[string][]string{}
	note := func(labels []string, iri func(string) string) {
		for _, l := range labels {
			if alts := r.instruments.Aliases(l); len(alts) > 0 {
				names[iri(l)] = alts
			}
		}
	}
	for i := range r.out {
		note(r.out[i].References, graph.InstrumentIRI)
		note(r.out[i].Goals, graph.GoalIRI)
	}
	if len(names) == 0 {
		return nil
	}
	return names
}
