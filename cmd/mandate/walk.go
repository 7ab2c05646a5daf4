package main

import (
	"net/url"
	"strings"

	"mandate/graph"
	"mandate/query"

	"github.com/spf13/cobra"
)

// walkFlags say which links a search walks.
type walkFlags struct {
	chosen            query.Walk
	forces, notForces []string
	direction         *choice[query.Direction]
}

func newWalkFlags() *walkFlags {
	return &walkFlags{direction: newChoice(map[string]query.Direction{
		"either": query.Either, "out": query.Outwards, "in": query.Inwards}, "either")}
}

func (f *walkFlags) register(cmd *cobra.Command) {
	for _, list := range []struct {
		into        *[]string
		flag, usage string
	}{
		{&f.chosen.Predicates, "predicate", "walk these links alone: attribute, serves, commitsTo, …"},
		{&f.chosen.NotPredicates, "not-predicate", "do not walk these links"},
		{&f.forces, "force", "walk links alone that statements of these forces prove"},
		{&f.notForces, "not-force", "do not walk links that only statements of these forces prove"},
		{&f.chosen.Docs, "doc", "walk links alone that these documents state"},
		{&f.chosen.NotDocs, "not-doc", "do not walk links that these documents state"},
		{&f.chosen.Kinds, "kind", "pass nodes of these kinds alone: Actor, State, Topic, …; and statements"},
		{&f.chosen.NotKinds, "not-kind", "do not pass nodes of these kinds; Statement for direct links alone"},
	} {
		cmd.Flags().StringSliceVar(list.into, list.flag, nil, list.usage)
	}
	cmd.Flags().Var(f.direction, "direction", "which way links may be walked")
	cmd.Flags().BoolVar(&f.chosen.Hubs, "hubs", false, "let in classes, headings, documents, and links such as rdf:type")
}

func (f *walkFlags) walk() query.Walk {
	w := f.chosen
	w.Direction = f.direction.chosen()
	w.Forces, w.NotForces = convert[graph.Force](f.forces), convert[graph.Force](f.notForces)
	return w
}

func convert[To, From ~string](list []From) []To {
	out := make([]To, len(list))
	for i, s := range list {
		out[i] = To(s)
	}
	return out
}

// walkParameters are how a server is told a walk.
func walkParameters(w query.Walk) url.Values {
	q := url.Values{}
	for name, list := range map[string][]string{
		"predicate": w.Predicates, "not_predicate": w.NotPredicates, "doc": w.Docs, "not_doc": w.NotDocs,
		"force": convert[string](w.Forces), "not_force": convert[string](w.NotForces),
		"kind": w.Kinds, "not_kind": w.NotKinds, "direction": {string(w.Direction)},
	} {
		if len(list) > 0 {
			q.Set(name, strings.Join(list, ","))
		}
	}
	if w.Hubs {
		q.Set("hubs", "true")
	}
	return q
}
