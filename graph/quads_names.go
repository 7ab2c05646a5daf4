package graph

import "strings"

// altLabels writes the other names of goals and instruments.
func (e *encoder) altLabels(names map[string][]string) {
	for iri, alts := range names {
		for _, alt := range alts {
			e.text(iri, PredAltLabel, alt)
		}
	}
}

// broader links each topic to the one of this document that it is a kind of:
// the longest that its words end with, as "offshore wind energy" is a kind of
// wind energy. What a text calls "freedom of movement" is no kind of movement.
func (e *encoder) broader() {
	for iri := range e.labelled {
		slug, ok := strings.CutPrefix(iri, SchemeTopic+":")
		if !ok || strings.Contains(slug, "-of-") || strings.Contains(slug, "-to-") || strings.Contains(slug, "-from-") {
			continue
		}
		for {
			if _, slug, ok = strings.Cut(slug, "-"); !ok {
				break
			}
			if wider := SchemeTopic + ":" + slug; e.labelled[wider] {
				e.link(iri, PredBroader, wider)
				break
			}
		}
	}
}
