package graph

import "strings"

// Namespace is a prefix of short IRIs and what it stands for.
type Namespace struct{ Prefix, IRI string }

// Namespaces returns the vocabularies of others that the graph uses.
func Namespaces() []Namespace {
	return []Namespace{
		{"dcterms", "http://purl.org/dc/terms/"},
		{"foaf", "http://xmlns.com/foaf/0.1/"},
		{"oa", "http://www.w3.org/ns/oa#"},
		{"org", "http://www.w3.org/ns/org#"},
		{"prov", "http://www.w3.org/ns/prov#"},
		{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
		{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
		{"skos", "http://www.w3.org/2004/02/skos/core#"},
		{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	}
}

// Namer writes short IRIs in full and back. The zero value uses DefaultBase.
type Namer struct {
	Base string // what our own IRIs start with: "urn:mandate:", "https://example.org/mandate/"
}

func (n Namer) base() string {
	if n.Base == "" {
		return DefaultBase
	}
	return n.Base
}

// Full expands a short IRI: rdf:, rdfs:, dcterms: and so on to their
// namespaces, our own terms and nodes to the base. Any other IRI stays as it
// is.
func (n Namer) Full(iri string) string {
	scheme, rest, ok := strings.Cut(iri, ":")
	if !ok {
		return n.base() + iri
	}
	for _, ns := range Namespaces() {
		if ns.Prefix == scheme {
			return ns.IRI + rest
		}
	}
	if ownScheme(scheme) {
		return n.base() + iri
	}
	return iri
}

// Short is the inverse of Full.
func (n Namer) Short(iri string) string {
	if rest, ok := strings.CutPrefix(iri, n.base()); ok && rest != "" {
		return rest
	}
	for _, ns := range Namespaces() {
		if rest, ok := strings.CutPrefix(iri, ns.IRI); ok {
			return ns.Prefix + ":" + rest
		}
	}
	return iri
}

func ownScheme(s string) bool {
	switch s {
	case SchemeActor, SchemePrinciple, SchemeGoal, SchemeSection, SchemeTopic, SchemeInstrument,
		SchemeStatement, SchemeDocument, SchemeCorrection, SchemeReviewer:
		return true
	}
	return false
}
