package main

import "mandate/graph"

// record is one statement as programs get it: a line of `extract --format
// jsonl` and of every reading command's --json. Phrases are verbatim; Start and
// End count UTF-8 bytes, CharStart and CharEnd code points of the stored text.
type record struct {
	Sentence   string   `json:"sentence"`
	Actor      string   `json:"actor"` // its label, "unassigned" for a gap
	ActorKind  string   `json:"actor_kind"`
	Deontic    string   `json:"deontic"`
	Force      string   `json:"force"`
	Aim        string   `json:"aim"`
	Object     string   `json:"object"`
	Recipient  string   `json:"recipient"`
	Condition  string   `json:"condition"`
	Constraint string   `json:"constraint"`
	OrElse     string   `json:"or_else"`
	Polarity   string   `json:"polarity"`
	Section    string   `json:"section"` // headings joined by " > "
	Goals      []string `json:"goals"`
	Topics     []string `json:"topics"`
	References []string `json:"references"` // labels of instruments
	Involves   []string `json:"involves"`   // labels of actors
	Doc        string   `json:"doc"`
	ID         string   `json:"id"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	CharStart  int      `json:"char_start"`
	CharEnd    int      `json:"char_end"`
	Page       int      `json:"page,omitempty"` // on which the sentence begins, where the format has pages
	Cue        string   `json:"cue"`
	Rule       string   `json:"rule"`
}

func recordOf(r *graph.Reading, s *graph.Statement) record {
	actor := r.Actor(s.Actor)
	involves := make([]string, len(s.Involves))
	for i, id := range s.Involves {
		involves[i] = r.Actor(id).Label
	}
	e := s.Evidence
	return record{
		Sentence: e.Quote, Actor: actor.Label, ActorKind: string(actor.Kind),
		Deontic: s.Deontic, Force: string(s.Force), Aim: s.Aim, Object: s.Object,
		Recipient: s.Recipient, Condition: s.Condition, Constraint: s.Constraint, OrElse: s.OrElse,
		Polarity: string(s.Polarity), Section: r.Document.SectionTitle(s.Section),
		Goals: listed(s.Goals), Topics: listed(s.Topics), References: listed(s.References), Involves: involves,
		Doc: r.Document.ID, ID: s.ID,
		Start: e.Start, End: e.End, CharStart: e.CharStart, CharEnd: e.CharEnd,
		Page: r.Document.Page(e.Start),
		Cue:  s.Cue, Rule: s.Rule,
	}
}

// listed makes JSON say [] where there is nothing.
func listed(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
