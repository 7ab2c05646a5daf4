package statement

import (
	"io/fs"
	"strings"

	"mandate/graph"
	"mandate/ingest/instrument"
	"mandate/ingest/wordlist"
)

// Governor is a wording of duty other than a modal: "need to", "be committed
// to", "have the right to".
type Governor struct {
	Wording string
	Force   graph.Force
}

// StanceCue is a verb whose bare present takes a stance.
type StanceCue struct {
	Polarity  graph.Polarity
	Directive graph.Force // what "encourages X to V" makes of X; empty where it asks nothing
}

// Cues are the word lists that the rules go by.
type Cues struct {
	Modals    map[string]graph.Force // "shall"
	Governors map[string]Governor    // "need", "be committed", "have right"
	Stances   map[string]StanceCue   // "oppose", "call on"
	Nominals  map[string]string      // "maintenance": "maintain"

	Verbs         map[string]bool     // "furnish": true; false for a verb that is now and then a noun: "review"
	Prepositional map[string][]string // "refrain": "from"
	Instruments   *instrument.Gazetteer
	Vague         map[string]string // nouns that name no topic by themselves, and their class: "way": "circumstantial"
	Unclassifying map[string]bool   // adjectives that say nothing of the kind of what they stand before: "relevant"

	Circumstances map[string]string // what bounds a statement, by how it begins: "in case of": "condition"
	Constitutive  map[string]bool   // "consist", "be composed", "enter into force"
	Stative       map[string]bool   // "be", "contain", "depend"

	acts map[string]bool // the verbs of Stances without their particles: "call"
}

// LoadCues reads the lists in the folders cues and instruments of fsys (data.FS);
// each says its columns in its head.
func LoadCues(fsys fs.FS) (*Cues, error) {
	c := &Cues{Modals: map[string]graph.Force{}, Governors: map[string]Governor{}, Stances: map[string]StanceCue{}, Nominals: map[string]string{},
		Verbs: map[string]bool{}, Prepositional: map[string][]string{}, Vague: map[string]string{}, Unclassifying: map[string]bool{}, Circumstances: map[string]string{}, Constitutive: map[string]bool{}, Stative: map[string]bool{}, acts: map[string]bool{}}
	lists := []struct {
		name    string
		columns int
		add     func(f []string)
	}{
		{"cues/stances.tsv", 3, c.addStance},
		{"cues/circumstances.tsv", 2, func(f []string) { c.Circumstances[f[1]] = f[0] }},
		{"cues/constitutive.tsv", 1, func(f []string) { c.Constitutive[f[0]] = true }},
		{"cues/stative.tsv", 1, func(f []string) { c.Stative[f[0]] = true }},
		{"cues/nominals.tsv", 2, func(f []string) { c.Nominals[f[0]] = f[1] }},
		{"cues/prepositional.tsv", 2, func(f []string) { c.Prepositional[f[0]] = strings.Split(f[1], ",") }},
		{"cues/vague.tsv", 2, c.addVague},
		{"cues/verbs.tsv", 2, func(f []string) { c.Verbs[f[0]] = f[1] == "only" }},
	}
	var err error
	if c.Instruments, err = instrument.Load(fsys); err != nil {
		return nil, err
	}
	if err := wordlist.EachDeontic(fsys, c.addDeontic); err != nil {
		return nil, err
	}
	for _, l := range lists {
		err := wordlist.Each(fsys, l.name, l.columns, func(f []string) error {
			l.add(f)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *Cues) addDeontic(form, wording, amount string) error {
	force := graph.Force(amount)
	switch form {
	case "modal":
		c.Modals[wording] = force
	case "verb":
		c.Governors[wording] = Governor{wording, force}
	default:
		c.Governors[form+" "+wording] = Governor{wording, force}
	}
	return nil
}

func (c *Cues) addStance(f []string) {
	s := StanceCue{Polarity: graph.Polarity(f[1])}
	if f[2] != "-" {
		s.Directive = graph.Force(f[2])
	}
	c.Stances[f[0]] = s
	verb, _, _ := strings.Cut(f[0], " ")
	c.acts[verb] = true
}

// addVague adds a class of words; a word of several classes counts with the
// first.
func (c *Cues) addVague(f []string) {
	for word := range strings.SplitSeq(f[1], "|") {
		switch f[0] {
		case "determinative", "evaluative", "participial", "frequency", "ordinal":
			c.Unclassifying[word] = true
		default:
			if c.Vague[word] == "" {
				c.Vague[word] = f[0]
			}
		}
	}
}

// verb reports whether w, in small letters, is a verb, and whether it is only
// one; what begins with "re-" is one where the rest is.
func (c *Cues) verb(w string) (only, listed bool) {
	if only, listed = c.Verbs[w]; listed {
		return only, true
	}
	rest, again := strings.CutPrefix(w, "re")
	only, listed = c.Verbs[strings.TrimPrefix(rest, "-")]
	return only && again, listed && again
}

// stanceVerb is the lemma of token p of t with the word that makes it a stance:
// "call on", "take note".
func (c *Cues) stanceVerb(t *tree, p int) string {
	v := t.lemma(p)
	if k := t.child(p, "compound:prt"); k >= 0 {
		if w := v + " " + t.lower(k); c.isStance(w) {
			return w
		}
	}
	for _, k := range t.children(p, "obl") {
		if w := v + " " + t.case_(k); c.isStance(w) {
			return w
		}
	}
	if k := t.child(p, "obj"); k > p {
		if w := v + " " + t.lemma(k); c.isStance(w) {
			return w
		}
	}
	return v
}

func (c *Cues) isStance(w string) bool { _, ok := c.Stances[w]; return ok }

// directive reports whether verb p of t asks something of whom it addresses.
func (c *Cues) directive(t *tree, p int) bool { return c.Stances[c.stanceVerb(t, p)].Directive != "" }
