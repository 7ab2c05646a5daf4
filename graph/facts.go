package graph

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

// The accessors of a decoder read what the quads say about one subject.

func (d *decoder) is(subject, class string) bool {
	for _, q := range d.facts[subject] {
		if q.Predicate == quad.IRI(PredType) && q.Object == quad.IRI(class) {
			return true
		}
	}
	return false
}

func (d *decoder) texts(subject, predicate string) []string {
	var out []string
	for _, q := range d.facts[subject] {
		if s, ok := q.Object.(quad.String); ok && q.Predicate == quad.IRI(predicate) {
			out = append(out, string(s))
		}
	}
	slices.Sort(out)
	return out
}

// text returns the first literal, empty where there is none.
func (d *decoder) text(subject, predicate string) string {
	if all := d.texts(subject, predicate); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (d *decoder) iris(subject, predicate string) []string {
	var out []string
	for _, q := range d.facts[subject] {
		if iri, ok := q.Object.(quad.IRI); ok && q.Predicate == quad.IRI(predicate) {
			out = append(out, string(iri))
		}
	}
	slices.Sort(out)
	return out
}

func (d *decoder) iri(subject, predicate string) string {
	if all := d.iris(subject, predicate); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (d *decoder) number(subject, predicate string) (int, error) {
	for _, q := range d.facts[subject] {
		if n, ok := q.Object.(quad.Int); ok && q.Predicate == quad.IRI(predicate) {
			return int(n), nil
		}
	}
	return 0, fmt.Errorf("%s has no number %s", subject, predicate)
}

func localIDs(iris []string) []string {
	for i, iri := range iris {
		iris[i] = LocalID(iri)
	}
	return iris
}
