package graphtest

import (
	"fmt"

	"mandate/graph"
)

// Sample returns the readings of two documents that share actors, a principle,
// a goal and topics; every force occurs, a gap, a pronoun with its antecedent
// and text beyond ASCII.
func Sample() []graph.Reading { return []graph.Reading{Harbour(), Lantern()} }

// Harbour is the longer document of the sample: the position of one state.
func Harbour() graph.Reading {
	b := New("harbour-declaration", "Harbour Declaration on Safe Networks").Dated("Ministry of Ports", "2021-05-04")
	b.Actor("China", graph.State, "People's Republic of China", "PRC").
		Actor("United Nations", graph.InternationalOrganization, "UN", "Organização das Nações Unidas").
		Actor("Countries", graph.Collective).
		Actor("Internet companies", graph.Company).
		Actor("Civil society", graph.CivilSociety).
		Actor("International community", graph.Collective).
		Member("china", "countries")

	b.Section(graph.SectionPlain, 1, "Chapter I.", "Basic Principles").
		Section(graph.SectionPrinciple, 2, "1.", "Shared Stewardship").
		Say("The United Nations should lead the search for common rules on safe harbours of data.",
			graph.Statement{Actor: "united-nations", Force: graph.Recommendation, Deontic: "should", Aim: "lead",
				Object: "the search for common rules", Topics: []string{"common rules", "data safety"}, Cue: "should", Rule: "modal"}).
		Say("Countries, Internet companies and civil society shall share what they learn about outages.",
			duty("countries", "share", "what they learn about outages", "outage"),
			duty("internet-companies", "share", "what they learn about outages", "outage"),
			duty("civil-society", "share", "what they learn about outages", "outage")).
		Section(graph.SectionPrinciple, 2, "2.", "Peace on the Wires").
		Say("China opposes attacks on cables and condemns the theft of keys — whoever is behind them.",
			stance("china", "oppose", "attacks on cables", graph.Negative, "cable attack"),
			stance("china", "condemn", "the theft of keys", graph.Negative, "key theft"))

	b.Section(graph.SectionPlain, 1, "Chapter II.", "Strategic Goals").
		Section(graph.SectionGoal, 2, "1.", "Guarding Sovereignty at Sea").
		Say("China is committed to keeping the peace in its waters and supports the work of the United Nations.",
			graph.Statement{Actor: "china", Force: graph.Commitment, Deontic: "is committed to", Aim: "keep",
				Object: "the peace in its waters", Topics: []string{"peace"}, Cue: "is committed to"},
			graph.Statement{Actor: "china", Force: graph.Stance, Aim: "support", Object: "the work of the United Nations",
				Involves: []string{"united-nations"}, Topics: []string{"common rules"}, Cue: "supports"}).
		Say("It will build a café for sailors of every nation.",
			graph.Statement{Actor: "china", Force: graph.Commitment, Deontic: "will", Aim: "build",
				Object: "a café", Recipient: "sailors of every nation", Cue: "will", Constraint: "for sailors of every nation"}).
		Context("China is committed").
		Say("Help should be sent to small islands when a storm cuts their lines.",
			graph.Statement{Actor: graph.Unassigned, Force: graph.Recommendation, Deontic: "should", Aim: "send",
				Object: "help", Recipient: "small islands", Condition: "when a storm cuts their lines",
				Topics: []string{"storm relief"}, Cue: "should"}).
		Section(graph.SectionGoal, 2, "2.", "Building a System of Sea Rules").
		Say("The goal of China is: to map the sea bed; to train pilots.",
			graph.Statement{Actor: "china", Force: graph.GoalForce, Aim: "map", Object: "the sea bed",
				Goals: []string{"Train pilots", "Map the sea bed"}, Cue: "goal of"},
			graph.Statement{Actor: "china", Force: graph.GoalForce, Aim: "train", Object: "pilots",
				Goals: []string{"Train pilots"}, Cue: "goal of"}).
		Say("The international community needs to work together and should promote openness under the Lisbon Accord.",
			graph.Statement{Actor: "international-community", Force: graph.Obligation, Deontic: "needs to", Aim: "work",
				References: []string{"Lisbon Accord"}, Topics: []string{"openness"}, Cue: "needs to"},
			graph.Statement{Actor: "international-community", Force: graph.Recommendation, Deontic: "should", Aim: "promote",
				Object: "openness", References: []string{"Lisbon Accord"}, Topics: []string{"openness"}, Cue: "should"})
	return b.Reading()
}

// Lantern is the shorter document: a charter of several states.
func Lantern() graph.Reading {
	b := New("lantern-charter", "Lantern Charter")
	b.Actor("Member States", graph.Collective, "Members").
		Actor("United Nations", graph.InternationalOrganization, "U.N.").
		Actor("Secretariat", graph.GovernmentBody)
	b.Say("Members may inspect the lamps of the Secretariat.",
		graph.Statement{Actor: "member-states", Force: graph.Permission, Deontic: "may", Aim: "inspect",
			Object: "the lamps of the Secretariat", Involves: []string{"secretariat"}, Cue: "may"}).
		Section(graph.SectionPrinciple, 1, "Principle 1", "Shared Stewardship").
		Say("Member States shall not dim a lamp that guides common rules.",
			graph.Statement{Actor: "member-states", Force: graph.Prohibition, Deontic: "shall not", Aim: "dim", Object: "a lamp",
				Polarity: graph.Negative, Topics: []string{"lamp", "common rules"}, Cue: "shall not"}).
		Say("The Secretariat shall report to the United Nations or lose its vote.",
			graph.Statement{Actor: "secretariat", Force: graph.Obligation, Deontic: "shall", Aim: "report",
				Recipient: "the United Nations", Recipients: []string{"united-nations"}, OrElse: "or lose its vote", Cue: "shall"}).
		Section(graph.SectionGoal, 1, "Goal 2", "Train Pilots").
		Say("The United Nations shall train pilots.",
			graph.Statement{Actor: "united-nations", Force: graph.Obligation, Deontic: "shall", Aim: "train",
				Object: "pilots", Topics: []string{"pilot training"}, Cue: "shall"})
	return b.Reading()
}

func duty(actor, aim, object, topic string) graph.Statement {
	return graph.Statement{Actor: actor, Force: graph.Obligation, Deontic: "shall", Aim: aim, Object: object,
		Topics: []string{topic}, Cue: "shall", Rule: "modal"}
}

func stance(actor, aim, object string, polarity graph.Polarity, topic string) graph.Statement {
	return graph.Statement{Actor: actor, Force: graph.Stance, Aim: aim, Object: object, Polarity: polarity,
		Topics: []string{topic}, Cue: aim, Rule: "stance"}
}

// Many returns n documents of the size of a short policy paper (100
// statements each) for benchmarks and for tests of many documents.
func Many(n int) []graph.Reading {
	out := make([]graph.Reading, n)
	for i := range out {
		out[i] = Paper(fmt.Sprintf("paper-%05d", i), 100)
	}
	return out
}

// Paper returns a document with as many statements; papers of different IDs
// share actors, goals and topics and differ in their sentences.
func Paper(id string, statements int) graph.Reading {
	b := New(id, "Paper "+id).Dated("Office of Papers", "2020-01-02")
	for i := range 20 {
		b.Actor(fmt.Sprintf("Agency %d", i), graph.ActorKinds()[i%len(graph.ActorKinds())], fmt.Sprintf("A%d", i))
	}
	for i := range statements {
		if i%10 == 0 {
			b.Section(graph.SectionGoal, 1, fmt.Sprintf("%d.", i/10+1), fmt.Sprintf("Goal number %d", (i/10)%30))
		}
		actor := fmt.Sprintf("agency-%d", (i*7)%20)
		aim := fmt.Sprintf("do%d", i%13)
		b.Say(fmt.Sprintf("In paper %s, Agency %d shall %s the things of list %d with due care for topic %d and topic %d.", id, (i*7)%20, aim, i, i%50, i%17),
			graph.Statement{Actor: actor, Force: graph.Forces()[i%7], Deontic: "shall", Aim: aim,
				Object: fmt.Sprintf("the things of list %d", i), Constraint: "with due care",
				Topics:   []string{fmt.Sprintf("topic %d", i%50), fmt.Sprintf("matter %d", i%17)},
				Involves: []string{fmt.Sprintf("agency-%d", (i*3+1)%20)}, Cue: "shall", Rule: "modal"})
	}
	return b.Reading()
}
