package query_test

import (
	"context"
	"fmt"

	"mandate/graph"
	"mandate/graph/graphtest"
	"mandate/graph/index"
	"mandate/query"
)

// garden is a view of one small document; a program takes it from a store:
// query.On(store.View()).
func garden() *query.View {
	r := graphtest.New("garden-rules", "Garden Rules").
		Actor("Gardeners", graph.Collective).
		Actor("City Council", graph.GovernmentBody, "the Council").
		Section(graph.SectionGoal, 1, "1.", "Green Streets").
		Say("The Council shall pay gardeners for every new tree.",
			graph.Statement{Actor: "city-council", Force: graph.Obligation, Deontic: "shall", Aim: "pay",
				Object: "gardeners", Involves: []string{"gardeners"}, Topics: []string{"new tree"}}).
		Say("Gardeners should water new trees in summer.",
			graph.Statement{Actor: "gardeners", Force: graph.Recommendation, Deontic: "should", Aim: "water",
				Object: "new trees", Constraint: "in summer", Topics: []string{"new tree"}}).
		Reading()
	return query.On(index.Build(graph.Quads(r)))
}

func ExampleView_Who() {
	matches, err := garden().Who("watering of trees")
	if err != nil {
		fmt.Println(err)
	}
	for _, m := range matches {
		fmt.Println(m.Actor, m.Force, m.Evidence.Quote)
	}
	// Output:
	// gardeners recommendation Gardeners should water new trees in summer.
}

func ExampleView_What() {
	actor, duties, err := garden().What("the Council")
	if err != nil {
		fmt.Println(err)
	}
	for _, d := range duties {
		for _, s := range d.Statements {
			fmt.Println(actor.Label, d.Force, s.Aim, s.Object)
		}
	}
	// Output:
	// City Council obligation pay gardeners
}

func ExampleView_Paths() {
	found, err := garden().Paths(context.Background(), "Gardeners", "City Council", query.PathOptions{K: 1})
	if err != nil {
		fmt.Println(err)
	}
	for _, hop := range found.Paths[0].Hops {
		fmt.Println(hop.From.Label, hop.Predicate, hop.To.Label)
	}
	// Output:
	// Gardeners involves The Council shall pay gardeners for every new tree.
	// The Council shall pay gardeners for every new tree. attribute City Council
}

func ExampleView_Resolve() {
	_, err := garden().Resolve("Gardners")
	fmt.Println(err)
	// Output:
	// no node is called "Gardners"; did you mean Gardeners (actor:gardeners)?
}
