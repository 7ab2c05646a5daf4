package query_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"

	"github.com/cayleygraph/quad"
)

// The search is held against one that tries everything: every simple walk up to
// a length, over links that are told apart here anew.
func TestPathsAgainstTryingEverything(t *testing.T) {
	const longest = 4
	for name, o := range map[string]query.PathOptions{
		"plain":                  {},
		"few":                    {K: 2},
		"by evidence":            {By: query.ByEvidence},
		"outwards":               {Walk: query.Walk{Direction: query.Outwards}},
		"inwards":                {Walk: query.Walk{Direction: query.Inwards}},
		"one predicate":          {Walk: query.Walk{Predicates: []string{"attribute", "concerns"}}},
		"without predicates":     {Walk: query.Walk{NotPredicates: []string{"attribute", "knows"}}},
		"responsibilities":       {Walk: query.Walk{Predicates: []string{"responsibleFor"}}, By: query.ByEvidence},
		"duties":                 {Walk: query.Walk{Forces: []graph.Force{graph.Obligation, graph.Recommendation}}},
		"no stances":             {Walk: query.Walk{NotForces: []graph.Force{graph.Stance}}, By: query.ByEvidence},
		"one document":           {Walk: query.Walk{Docs: []string{"one"}}, By: query.ByEvidence},
		"without a document":     {Walk: query.Walk{NotDocs: []string{"one"}}},
		"through topics":         {Walk: query.Walk{Kinds: []string{"Topic", "State"}}},
		"not through statements": {Walk: query.Walk{NotKinds: []string{"Statement"}}, By: query.ByEvidence},
		"not through companies":  {Walk: query.Walk{NotKinds: []string{"Company", "Goal"}}},
		"hubs":                   {Walk: query.Walk{Hubs: true, NotPredicates: []string{"rdf:type"}}, MaxHops: 3, K: 20},
	} {
		t.Run(name, func(t *testing.T) {
			o.MaxHops, o.K, o.Shown = cmp.Or(o.MaxHops, longest), cmp.Or(o.K, 50), 2
			compared := 0
			for seed := range uint64(3) {
				compared += compareWithEverything(t, randomQuads(seed), o)
			}
			if compared < 8 {
				t.Errorf("compared %d paths only", compared)
			}
		})
	}
}

// compareWithEverything searches between all ends of a graph that was read in
// two orders, which must not matter, and before and after searches were prepared
// for, which must not either; it returns how many paths it compared.
func compareWithEverything(t *testing.T, quads []quad.Quad, o query.PathOptions) int {
	t.Helper()
	v := query.On(index.Build(quads))
	slices.Reverse(quads)
	other := query.On(index.Build(quads))
	beside, compared := naiveLinks(v, o), 0
	for _, from := range []string{"actor:a0", "topic:t1", "goal:g0", "n1"} {
		for _, to := range []string{"actor:a1", "actor:a2", "topic:t0", "n2", "goal:g1"} {
			from, to := "<"+from+">", "<"+to+">"
			// On a view that was asked once nothing is prepared.
			found, err := query.On(v.Index()).Paths(t.Context(), from, to, o)
			if err != nil || !found.Complete {
				t.Fatalf("%s to %s: %v, complete %t", from, to, err, found.Complete)
			}
			want := everyWalk(v, beside, found.From.Node, found.To.Node, o)
			want = want[:min(len(want), o.K)]
			if got := lengths(t, found, o); !slices.Equal(got, want) {
				t.Errorf("%s to %s: lengths %v, trying everything gives %v", from, to, got, want)
			}
			other.PrepareSearches()
			again, err := other.Paths(t.Context(), from, to, o)
			if err != nil || !slices.Equal(written(found), written(again)) {
				t.Errorf("%s to %s: read in another order, %v:\n%s\nbefore\n%s", from, to, err, strings.Join(written(again), "\n"), strings.Join(written(found), "\n"))
			}
			compared += len(want)
		}
	}
	return compared
}

func written(found query.Paths) []string {
	var out []string
	for _, p := range found.Paths {
		line := fmt.Sprint(p.Length, " ", p.Hops[0].From.IRI)
		for _, h := range p.Hops {
			line += fmt.Sprintf(" %s %t %s", h.Predicate, h.Reversed, h.To.IRI)
		}
		out = append(out, line)
	}
	return out
}

// lengths checks that each path holds together, is proven, and differs from the
// others.
func lengths(t *testing.T, found query.Paths, o query.PathOptions) []int {
	t.Helper()
	var out []int
	seen := map[string]bool{}
	for _, p := range found.Paths {
		key, sum := "", 0
		nodes := map[index.Node]bool{p.Hops[0].From.Node: true}
		for i, h := range p.Hops {
			if i > 0 && h.From.Node != p.Hops[i-1].To.Node || nodes[h.To.Node] {
				t.Errorf("broken path %v", written(found))
			}
			if len(h.Statements) == 0 && (h.From.Class == graph.ClassStatement || h.To.Class == graph.ClassStatement || h.Predicate == "commitsTo") {
				t.Errorf("no sentence proves %s %s %s", h.From.IRI, h.Predicate, h.To.IRI)
			}
			if len(h.Statements) != min(h.Evidence, o.Shown) {
				t.Errorf("%d of %d statements are shown", len(h.Statements), h.Evidence)
			}
			nodes[h.To.Node] = true
			key += h.To.IRI + " "
			sum += 60
			if o.By == query.ByEvidence {
				sum += 60 / max(1, h.Evidence)
			}
		}
		if diff := p.Length*60 - float64(sum); diff < -1e-6 || diff > 1e-6 {
			t.Errorf("a path of %v is said to be %v long", sum, p.Length)
		}
		if seen[key] {
			t.Errorf("path %q comes twice", key)
		}
		seen[key] = true
		out = append(out, sum)
	}
	return out
}

// neighbours are the nodes beside each node, with the length of the shortest
// link that leads there, in sixtieths.
type neighbours map[index.Node]map[index.Node]int

func naiveLinks(v *query.View, o query.PathOptions) neighbours {
	x := v.Index()
	beside := neighbours{}
	for n := index.Node(1); x.Value(n) != nil; n++ {
		for l := range x.Out(n) {
			length, ok := naiveLength(v, l, o)
			note := func(a, b index.Node) {
				if beside[a] == nil {
					beside[a] = map[index.Node]int{}
				}
				if old, known := beside[a][b]; !known || length < old {
					beside[a][b] = length
				}
			}
			if ok && o.Direction != query.Inwards {
				note(l.Subject, l.Object)
			}
			if ok && o.Direction != query.Outwards {
				note(l.Object, l.Subject)
			}
		}
	}
	return beside
}

// everyWalk returns the lengths of all simple paths in sixtieths, sorted.
func everyWalk(v *query.View, beside neighbours, from, to index.Node, o query.PathOptions) []int {
	var out []int
	on := map[index.Node]bool{from: true}
	var walk func(n index.Node, hops, length int)
	walk = func(n index.Node, hops, length int) {
		for m, d := range beside[n] {
			switch {
			case m == to:
				out = append(out, length+d)
			case hops+1 < o.MaxHops && !on[m] && naivePasses(v, m, o):
				on[m] = true
				walk(m, hops+1, length+d)
				delete(on, m)
			}
		}
	}
	walk(from, 0, 0)
	slices.Sort(out)
	return out
}

// naiveLength tells whether a link may be walked, and how long it is.
func naiveLength(v *query.View, l index.Link, o query.PathOptions) (int, bool) {
	x := v.Index()
	predicate, doc := x.IRI(l.Predicate), graph.LocalID(x.IRI(l.Label))
	ours := []string{"attribute", "involves", "recipient", "serves", "concerns", "dcterms:references"}
	walked := slices.Concat(ours, graph.DirectPredicates(), []string{"knows"})
	if len(o.Predicates) > 0 {
		walked = o.Predicates
	}
	if !slices.Contains(walked, predicate) && (!o.Hubs || len(o.Predicates) > 0) || slices.Contains(o.NotPredicates, predicate) ||
		len(o.Docs) > 0 && !slices.Contains(o.Docs, doc) || slices.Contains(o.NotDocs, doc) {
		return 0, false
	}
	derived := slices.Contains(graph.DirectPredicates(), predicate) || predicate == "responsibleFor"
	stated := derived || strings.HasPrefix(x.IRI(l.Subject), "stmt:")
	count := 0
	for s := range x.Statements() {
		if len(o.Docs) > 0 && !slices.Contains(o.Docs, s.Reading.Document.ID) || slices.Contains(o.NotDocs, s.Reading.Document.ID) ||
			len(o.Forces) > 0 && !slices.Contains(o.Forces, s.Force) || slices.Contains(o.NotForces, s.Force) {
			continue
		}
		own := s.Force.Predicate(s.Polarity)
		targets := s.Serves
		if graph.TowardsTopics(own) {
			targets = s.Topics
		}
		if s.Node == l.Subject || derived && graph.ActorIRI(s.Actor) == x.IRI(l.Subject) && slices.Contains(targets, l.Object) &&
			(own == predicate || predicate == "responsibleFor" && graph.MakesResponsible(own)) {
			count++
		}
	}
	if stated && count == 0 && len(o.Forces)+len(o.NotForces) > 0 || !stated && len(o.Forces) > 0 {
		return 0, false
	}
	if o.By == query.ByEvidence {
		return 60 + 60/max(1, count), true
	}
	return 60, true
}

func naivePasses(v *query.View, n index.Node, o query.PathOptions) bool {
	e := v.Describe(n)
	if _, literal := v.Index().Value(n).(quad.String); literal {
		return false
	}
	if _, number := v.Index().Value(n).(quad.Int); number {
		return false
	}
	if e.Class == graph.ClassStatement {
		return !slices.Contains(o.NotKinds, "Statement")
	}
	if !o.Hubs && e.IRI != "n1" && e.IRI != "n2" && !slices.Contains([]string{"Actor", "Topic", "Goal", "Principle", "Instrument"}, e.Class) {
		return false
	}
	named := func(list []string) bool { return slices.Contains(list, e.Class) || slices.Contains(list, e.Kind) }
	return (len(o.Kinds) == 0 || named(o.Kinds)) && !named(o.NotKinds)
}

// randomQuads makes two small documents that name the same few things, and
// links of others between some of them.
func randomQuads(seed uint64) []quad.Quad {
	r := rand.New(rand.NewPCG(seed, 7))
	var quads []quad.Quad
	for _, doc := range []string{"one", "two"} {
		b := graphtest.New(doc, doc).Actor("a0", graph.State).Actor("a1", graph.State).Actor("a2", graph.Company)
		for i := range 7 {
			if i%3 == 0 {
				b.Section(graph.SectionGoal, 1, "", fmt.Sprintf("g%d", r.IntN(2)))
			}
			force := graph.Forces()[r.IntN(7)]
			s := graph.Statement{Actor: fmt.Sprintf("a%d", r.IntN(3)), Force: force, Aim: "do", Topics: []string{fmt.Sprintf("t%d", r.IntN(3))}}
			if r.IntN(5) == 0 {
				s.Actor = graph.Unassigned
			}
			if r.IntN(3) == 0 {
				s.Involves = []string{fmt.Sprintf("a%d", r.IntN(3))}
			}
			b.Say(fmt.Sprintf("Sentence %d of %s.", i, doc), s)
		}
		// Ends that a document may happen not to name.
		b.Section(graph.SectionGoal, 1, "", "g0").Say("Last.", graph.Statement{Actor: "a0", Force: graph.Commitment, Aim: "end", Topics: []string{"t0", "t1"}})
		b.Section(graph.SectionGoal, 1, "", "g1").Say("Last but one.", graph.Statement{Actor: "a2", Force: graph.Commitment, Aim: "end", Topics: []string{"t2"}})
		quads = append(quads, graph.Quads(b.Reading())...)
	}
	named := []string{"n1", "n2", "actor:a0", "actor:a1", "topic:t2", "goal:g1"}
	for range 6 {
		quads = append(quads, quad.MakeIRI(named[r.IntN(6)], "knows", named[r.IntN(6)], "doc:imported"))
	}
	return append(quads, quad.MakeIRI("n1", "knows", "n2", "doc:imported"))
}
