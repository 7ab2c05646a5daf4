package main

import (
	"io"
	"slices"
	"strings"

	"mandate/graph"
	"mandate/query/wire"
)

// printStatements prints statements one after the other, each with its
// sentence, under the name of its actor. With asJSON it prints JSON lines.
func printStatements(w io.Writer, statements []wire.Statement, asJSON bool) error {
	if asJSON {
		return printJSON(w, statements)
	}
	p := newPage(w)
	for i, group := range byActor(statements) {
		if i > 0 {
			p.gap()
		}
		p.line(0, partyName(p, group[0].Actor))
		for _, s := range group {
			p.statement(2, s)
		}
	}
	return p.err
}

// printJSON prints each item on a line of its own.
func printJSON[T any](w io.Writer, items []T) error {
	encoder := newJSON(w)
	for _, item := range items {
		if err := encoder.Encode(item); err != nil {
			return err
		}
	}
	return nil
}

// statement prints what is to be done, the sentence that says so, and where it
// stands.
func (p *page) statement(indent int, s wire.Statement) {
	p.line(indent, s.Force+": "+p.bold(summary(s)))
	p.evidence(indent+4, s)
}

// summary is what is to be done, or not: should play a leading role. Where it
// is the subject that is negated ("no State shall"), the not is ours.
func summary(s wire.Statement) string {
	words := []string{s.Deontic, s.Aim, s.Object}
	if s.Force == string(graph.Prohibition) && !slices.Contains(strings.Fields(s.Deontic), "not") {
		words[0] += " [not]"
	}
	return strings.Join(words, " ")
}

func (p *page) evidence(indent int, s wire.Statement) {
	p.line(indent, "“"+s.Sentence+"”")
	place := s.Doc
	if s.Section != "" {
		place += ", " + s.Section
	}
	p.line(indent, p.dim(place))
	for _, r := range s.Reviews {
		p.line(indent, p.dim(reviewLine(r)))
	}
}

func partyName(p *page, actor wire.Party) string {
	if actor.ID == graph.Unassigned {
		return p.bold("nobody named")
	}
	return p.bold(actor.Label) + " (" + actor.Kind + ")"
}

// byActor gathers statements of the same actor, in the order of the first of
// each.
func byActor(statements []wire.Statement) [][]wire.Statement {
	var groups [][]wire.Statement
	at := map[string]int{}
	for _, s := range statements {
		i, known := at[s.Actor.ID]
		if !known {
			i = len(groups)
			at[s.Actor.ID] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], s)
	}
	return groups
}
