package graph_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"

	"mandate/data"
	"mandate/graph"
)

const (
	rdfType  = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	rdfs     = "http://www.w3.org/2000/01/rdf-schema#"
	notation = "http://www.w3.org/2004/02/skos/core#notation"
)

// terms returns the values of the constants of vocabulary.go whose names begin
// so, together with the kinds of actor for "Class".
func terms(t *testing.T, prefix string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "vocabulary.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, prefix) {
			return true
		}
		if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, s)
		}
		return true
	})
	if prefix == "Class" {
		for _, k := range graph.ActorKinds() {
			out = append(out, string(k))
		}
	}
	if len(out) < 10 {
		t.Fatalf("only %d constants %s…", len(out), prefix)
	}
	return out
}

// vocabulary returns the triples of vocabulary.ttl: subject -> predicate ->
// objects.
func vocabulary(t *testing.T) map[string]map[string][]string {
	t.Helper()
	text, err := fs.ReadFile(data.FS, "vocabulary.ttl")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string][]string{}
	for _, q := range readTurtle(t, string(text)) {
		if out[q.subject] == nil {
			out[q.subject] = map[string][]string{}
		}
		out[q.subject][q.predicate] = append(out[q.subject][q.predicate], q.object)
	}
	return out
}

// Every term of ours is declared, and nothing is declared that is no term.
func TestVocabularyDeclaresTerms(t *testing.T) {
	declared := vocabulary(t)
	delete(declared, graph.DefaultBase+"vocabulary")
	types := map[string]string{
		"Class": rdfs + "Class",
		"Pred":  "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property",
	}
	for prefix, class := range types {
		for _, term := range terms(t, prefix) {
			if strings.Contains(term, ":") {
				continue
			}
			iri := graph.Namer{}.Full(term)
			d := declared[iri]
			if !slices.Contains(d[rdfType], class) || len(d[rdfs+"label"]) != 1 || len(d[rdfs+"comment"]) != 1 {
				t.Errorf("%s is not declared as %s with label and comment: %v", term, class, d)
			}
			delete(declared, iri)
		}
	}
	for iri := range declared {
		t.Errorf("%s is declared and no constant of the graph", iri)
	}
}

// What a declaration points to is declared too, ours or another vocabulary's.
func TestVocabularyHoldsTogether(t *testing.T) {
	declared := vocabulary(t)
	for subject, facts := range declared {
		for _, p := range []string{"domain", "range", "subClassOf", "subPropertyOf"} {
			for _, object := range facts[rdfs+p] {
				if strings.HasPrefix(object, graph.DefaultBase) && declared[object] == nil {
					t.Errorf("%s of %s is %s, which is not declared", p, subject, object)
				}
			}
		}
	}
	for _, p := range terms(t, "Pred") {
		if full := (graph.Namer{}).Full(p); full == p || (graph.Namer{}).Short(full) != p {
			t.Errorf("predicate %s has no full IRI", p)
		}
	}
}

func TestInstitutionalGrammarCodes(t *testing.T) {
	declared := vocabulary(t)
	for term, code := range map[string]string{
		graph.PredAttribute: "A", graph.PredDeontic: "D", graph.PredAim: "I", graph.PredDirectObject: "Bdir",
		graph.PredIndirectObject: "Bind", graph.PredActivationCondition: "Cac", graph.PredExecutionConstraint: "Cex", graph.PredOrElse: "O",
	} {
		if got := declared[graph.Namer{}.Full(term)][notation]; !slices.Equal(got, []string{`"` + code + `"`}) {
			t.Errorf("%s has notation %v, want %s", term, got, code)
		}
	}
}

// The published context expands each key to the predicate that the store uses
// and each short IRI to its full form.
func TestContextExpandsTerms(t *testing.T) {
	text, err := fs.ReadFile(data.FS, "context.jsonld")
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	for _, p := range terms(t, "Pred") {
		if p == graph.PredType {
			continue
		}
		key := p[strings.IndexByte(p, ':')+1:]
		want := graph.Namer{}.Full(p)
		got := expand(t, map[string]any{"@context": doc["@context"], "id": "stmt:0", key: "actor:china"})
		if _, ok := got[want]; !ok {
			t.Errorf("key %s expands to %v, want %s", key, got, want)
		}
	}
	got := expand(t, map[string]any{
		"@context": doc["@context"], "id": "stmt:9f2c", "type": "Recommendation",
		graph.PredAttribute: "actor:china", graph.PredActorKind: "State",
	})
	for where, want := range map[string]string{
		"@id": "urn:mandate:stmt:9f2c", "@type": "urn:mandate:Recommendation",
		"urn:mandate:attribute": "urn:mandate:actor:china", "urn:mandate:actorKind": "urn:mandate:State",
	} {
		text, _ := json.Marshal(got[where])
		if !strings.Contains(string(text), `"`+want+`"`) {
			t.Errorf("%s is %s, want %s", where, text, want)
		}
	}
}

func expand(t *testing.T, doc map[string]any) map[string]any {
	t.Helper()
	nodes, err := ld.NewJsonLdProcessor().Expand(doc, ld.NewJsonLdOptions(""))
	if err != nil || len(nodes) != 1 {
		t.Fatalf("expand: %v, %d nodes", err, len(nodes))
	}
	return nodes[0].(map[string]any)
}
