package graph_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"

	"github.com/cayleygraph/quad"
)

func TestRoundTripOfSample(t *testing.T) {
	sample := append(graphtest.Sample(), graphtest.Paper("paper", 25))
	var all []quad.Quad
	for _, r := range sample {
		if err := r.Validate(); err != nil {
			t.Fatal(err)
		}
		all = append(all, graph.Quads(r)...)
	}
	slices.Reverse(all)
	got, err := graph.Readings(all)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(sample) {
		t.Fatalf("%d readings, want %d", len(got), len(sample))
	}
	for i := range sample {
		assertEqual(t, got[i], sample[i])
	}
}

func assertEqual(t *testing.T, got, want graph.Reading) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return
	}
	for i := range want.Statements {
		if i < len(got.Statements) && !reflect.DeepEqual(got.Statements[i], want.Statements[i]) {
			t.Errorf("statement %d\n got %+v\nwant %+v", i, got.Statements[i], want.Statements[i])
		}
	}
	for i := range want.Actors {
		if i < len(got.Actors) && !reflect.DeepEqual(got.Actors[i], want.Actors[i]) {
			t.Errorf("actor %d\n got %+v\nwant %+v", i, got.Actors[i], want.Actors[i])
		}
	}
	t.Fatalf("document %s\n got %+v\nwant %+v", want.Document.ID, got.Document, want.Document)
}

// Whatever a reading says comes back out of its quads, in whatever order they
// come.
func TestRoundTripOfRandomReadings(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 1))
	statements := 0
	for i := range 500 {
		want := randomReading(rng, fmt.Sprint("doc-", i))
		if err := want.Validate(); err != nil {
			t.Fatalf("round %d: %v", i, err)
		}
		quads := graph.Quads(want)
		if !slices.IsSortedFunc(quads, graph.CompareQuads) || len(slices.Compact(slices.Clone(quads))) != len(quads) {
			t.Fatalf("round %d: quads are not sorted or stand twice", i)
		}
		if again := graph.Quads(want); !slices.Equal(again, quads) {
			t.Fatalf("round %d: a second run gives other quads", i)
		}
		rng.Shuffle(len(quads), func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
		got, err := graph.Readings(quads)
		if err != nil || len(got) != 1 {
			t.Fatalf("round %d: %d readings, %v", i, len(got), err)
		}
		assertEqual(t, got[0], want)
		statements += len(want.Statements)
	}
	if statements < 500 {
		t.Errorf("only %d statements were tried", statements)
	}
}

// Labels that differ in spelling alone share a node, whose label is the first.
func TestFirstSpellingStandsForAll(t *testing.T) {
	b := graphtest.New("d", "D").Actor("China", graph.State)
	s := graph.Statement{Actor: "china", Force: graph.Commitment, Aim: "do", Topics: []string{"Digital Divide", "DIGITAL divide"}}
	r := b.Say("China will do it.", s).Reading()
	got, err := graph.Readings(graph.Quads(r))
	if err != nil {
		t.Fatal(err)
	}
	if topics := got[0].Statements[0].Topics; !slices.Equal(topics, []string{"Digital Divide"}) {
		t.Errorf("topics %q", topics)
	}
}

func TestQuadsSayWhatTheDesignLists(t *testing.T) {
	quads := graph.Quads(graphtest.Harbour())
	id := func(aim, actor string) string {
		for _, s := range graphtest.Harbour().Statements {
			if s.Aim == aim && s.Actor == actor {
				return "stmt:" + s.ID
			}
		}
		t.Fatalf("no statement of %s to %s", actor, aim)
		return ""
	}
	lead, send, oppose, train := id("lead", "united-nations"), id("send", "unassigned"), id("oppose", "china"), id("train", "china")
	for _, want := range [][3]string{
		{"actor:united-nations", "rdf:type", "Actor"},
		{"actor:united-nations", "actorKind", "InternationalOrganization"},
		{"actor:china", "memberOf", "actor:countries"},
		{"principle:shared-stewardship", "rdf:type", "Principle"},
		{"principle:shared-stewardship", "dcterms:isPartOf", "doc:harbour-declaration#sec-2"},
		{"doc:harbour-declaration#sec-2", "dcterms:isPartOf", "doc:harbour-declaration#sec-1"},
		{lead, "rdf:type", "Statement"},
		{lead, "rdf:type", "Recommendation"},
		{lead, "attribute", "actor:united-nations"},
		{lead, "serves", "principle:shared-stewardship"},
		{lead, "concerns", "topic:common-rules"},
		{"actor:united-nations", "recommendedTo", "principle:shared-stewardship"},
		{"actor:united-nations", "responsibleFor", "principle:shared-stewardship"},
		{"actor:china", "commitsTo", "goal:guarding-sovereignty-at-sea"},
		{"actor:china", "opposes", "topic:cable-attack"},
		{"actor:china", "pursues", "goal:train-pilots"},
		{train, "listsGoal", "goal:train-pilots"},
		{train, "serves", "goal:building-a-system-of-sea-rules"},
		{send, "rdf:type", "Gap"},
		{send, "attribute", "actor:unassigned"},
		{id("support", "china"), "involves", "actor:united-nations"},
		{id("work", "international-community"), "dcterms:references", "instrument:lisbon-accord"},
	} {
		q := quad.MakeIRI(want[0], want[1], want[2], "doc:harbour-declaration")
		if !slices.Contains(quads, q) {
			t.Errorf("missing %v", q)
		}
	}
	for _, q := range quads {
		if q.Label != quad.IRI("doc:harbour-declaration") {
			t.Errorf("label of %v", q)
		}
		if q.Subject == quad.IRI("actor:china") && q.Predicate == quad.IRI("opposes") && graph.Scheme(string(q.Object.(quad.IRI))) != "topic" {
			t.Errorf("China opposes %v", q.Object)
		}
		if q.Subject == quad.IRI("actor:unassigned") && q.Predicate != quad.IRI("rdfs:label") {
			t.Errorf("nobody is bound by %v", q)
		}
	}
	if evidence := quad.Make(quad.IRI(oppose), quad.IRI("polarity"), "-", quad.IRI("doc:harbour-declaration")); !slices.Contains(quads, evidence) {
		t.Errorf("missing %v", evidence)
	}
}

// Evidence is found by code points: beyond ASCII these are not bytes.
func TestEvidenceQuads(t *testing.T) {
	r := graphtest.Harbour()
	i := slices.IndexFunc(r.Statements, func(s graph.Statement) bool { return s.Aim == "build" })
	s := r.Statements[i]
	if s.Evidence.Start == s.Evidence.CharStart {
		t.Fatal("the sample has nothing beyond ASCII before this sentence")
	}
	iri := quad.IRI(graph.CharIRI(r.Document.ID, s.Evidence.Span))
	label := quad.IRI("doc:harbour-declaration")
	before := []rune(r.Document.Text)[s.Evidence.CharStart-32 : s.Evidence.CharStart]
	for _, want := range []quad.Quad{
		{Subject: quad.IRI("stmt:" + s.ID), Predicate: quad.IRI("prov:wasQuotedFrom"), Object: iri, Label: label},
		{Subject: iri, Predicate: quad.IRI("oa:exact"), Object: quad.String(s.Evidence.Quote), Label: label},
		{Subject: iri, Predicate: quad.IRI("oa:prefix"), Object: quad.String(string(before)), Label: label},
		{Subject: iri, Predicate: quad.IRI("oa:start"), Object: quad.Int(s.Evidence.CharStart), Label: label},
		{Subject: iri, Predicate: quad.IRI("oa:end"), Object: quad.Int(s.Evidence.CharEnd), Label: label},
	} {
		if !slices.Contains(graph.Quads(r), want) {
			t.Errorf("missing %v", want)
		}
	}
}
