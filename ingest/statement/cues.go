package statement

import "mandate/graph"

// Governor is a wording of duty other than a modal: "need to", "be committed
// to", "have the right to".
type Governor struct {
	Lemma string
	Force graph.Force
}

// StanceCue is a verb that takes a stance.
type StanceCue struct {
	Polarity  graph.Polarity
	Directive graph.Force // what "encourages X to V" makes of X; empty where it asks nothing
}

// Cues are the word lists that the rules go by.
type Cues struct {
	Modals    map[string]graph.Force
	Governors map[string]Governor // "need", "be committed", "have right"
	Stances   map[string]StanceCue
	Nominals  map[string]string // "maintenance" → "maintain"
}
