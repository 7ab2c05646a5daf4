package statement

import (
	"regexp"
	"strings"

	"mandate/ingest/english"
)

// Lapse is what the sentence speaks of that says what follows where a duty in
// front of it is not done: "Any person who fails to comply with this section is
// liable to a fine", "Failure to do so shall …", "Otherwise, …".
type Lapse struct {
	Scope  Scope
	Number string // of the division that is meant: "1" of "subsection (1)"
	Aim    string // lemma of what was not done; empty where only Scope says which duty
	Object string // lemma of what that acts upon, empty for none
	Done   bool   // what is told is that Aim was done: only a prohibition is meant
}

// Scope is where the duties stand that a lapse is one of.
type Scope string

// The scopes of a lapse.
const (
	ScopeBefore    Scope = "before"    // the last duties in front of it
	ScopeSection   Scope = "section"   // those of its section
	ScopeParagraph Scope = "paragraph" // those of a numbered paragraph of its section
	ScopeDivision  Scope = "division"  // those of another section by its number
	ScopeOffences  Scope = "offences"  // those of its section of which it was told that not to do them is an offence
)

// mayLapse is what one of the words below looks like: a sentence without it is
// passed over.
var mayLapse = regexp.MustCompile(`(?i)\b(?:fail|neglect|omi(?:t|ssion)|refus|contraven|breach|violat|infring|non-?compl|default|otherwise|disobey|disregard|flout|whoever|not\b|offen[cs]e|liable|penalt|fined?\b|punish|do(?:es)? so\b)`)

// Words of not doing what one must.
var (
	failing   = wordSet("fail neglect omit refuse")
	breaching = wordSet("contravene breach violate infringe disobey disregard flout")
	breaches  = wordSet("failure default breach violation contravention infringement non-compliance noncompliance neglect omission " +
		"disregard disobedience")
	failure   = wordSet("failure default non-compliance noncompliance") // nothing else can be meant
	breakers  = wordSet("violator offender contravener defaulter")
	complying = wordSet("comply conform adhere abide meet fulfil fulfill observe satisfy discharge perform respect follow obey honour honor")
)

// Nouns of what is complied with.
var (
	duties    = wordSet("requirement obligation duty prohibition restriction instruction condition ban deadline order commitment limit direction demand term")
	divisions = wordSet("section article rule regulation clause paragraph subsection subparagraph provision sub-section sub-paragraph item")
	headed    = wordSet("section article rule regulation") // those that have headings
)

// lapse finds the lapse that a sentence, read before, tells the consequence of.
func (e *Extractor) lapse(s *english.Sentence) *Lapse {
	if !mayLapse.MatchString(s.Text) {
		return nil
	}
	return (&reader{tree: newTree(s, 0), Extractor: e, claimed: map[int]bool{}}).lapse()
}

// lapse finds the lapse that the sentence of r tells the consequence of, nil
// where it tells of none.
func (r *reader) lapse() *Lapse {
	root := r.root()
	if root < 0 || r.indifferent(root) {
		return nil
	}
	if r.opensOtherwise() {
		return &Lapse{Scope: ScopeBefore}
	}
	if !r.consequent(root) {
		return nil
	}
	for i := range r.Tokens {
		if l := r.lapseAt(i); l != nil && (r.dependent(i) || r.upos(i, "AUX")) {
			return l
		}
	}
	return nil
}

// opener of a sentence that by itself says "where that is not done".
var otherwise = regexp.MustCompile(`(?i)^(?:otherwise|if not|(?:or )?else|failing (?:this|that|which|such [a-z]+)|in default (?:thereof|of (?:this|that|which))),`)

func (r *reader) opensOtherwise() bool { return otherwise.MatchString(strings.TrimSpace(r.Text)) }

// indifferent verbs, denied, tell that nothing follows: "shall not affect the
// validity of …".
var indifferent = wordSet("affect invalidate impair prejudice preclude relieve vitiate constitute imply excuse release exempt")

func (r *reader) indifferent(p int) bool { return r.negated(p) && indifferent[r.lemma(p)] }

// sanctioning words tell that something follows for whoever does not what is
// asked, even without a modal: "is liable to", "results in".
var sanctioning = wordSet("liable guilty punishable offence offense penalty fine sanction crime misdemeanor misdemeanour felony void " +
	"result lead entitle constitute render lapse forfeit incur terminate attract carry commit punish penalise penalize ground " +
	"lose subject dismissal suspension revocation expulsion disqualification termination")

// consequent reports whether the clause of p tells what shall, may or does
// follow, and is no mere report.
func (r *reader) consequent(p int) bool {
	if r.hasModal(p) {
		return true
	}
	if r.xpos(p, "VBD") || r.reported(p) {
		return false
	}
	for i := range r.Tokens {
		if sanctioning[r.lemma(i)] {
			return true
		}
	}
	return false
}

// lapseAt reads the lapse that token i names, nil where it names none.
func (r *reader) lapseAt(i int) *Lapse {
	switch lemma := r.lemma(i); {
	case r.offence(i):
		return &Lapse{Scope: ScopeOffences}
	case r.upos(i, "NOUN", "PROPN") && breakers[lemma]:
		return &Lapse{Scope: ScopeBefore}
	case lemma == "default" && r.case_(i) != "in":
		return nil // "default passwords"
	case (breaches[r.lower(i)] || r.upos(i, "NOUN", "PROPN") && breaches[lemma]) && !r.is(i, "compound"):
		if c := r.complement(i); c >= 0 {
			return r.undone(c)
		}
		norms := r.children(i, "nmod", "obl")
		if len(norms) == 0 && !r.punishes() && (!failure[lemma] || !r.is(i, "nsubj")) {
			return nil // "a breach shall be reported"
		}
		return r.unmet(norms)
	case r.upos(i, "VERB") && breaching[lemma]:
		return r.unmet(r.children(i, "obj", "nsubj:pass"))
	case r.upos(i, "VERB") && failing[lemma]:
		if c := r.complement(i); c >= 0 {
			return r.undone(c)
		}
		return nil
	case r.upos(i, "AUX") && r.doesSo(i) && isRelative(r.lower(i-1)) && r.punishes():
		return &Lapse{Scope: ScopeBefore, Done: true} // "Whoever does so may be fined", whatever the parser made of it
	case r.upos(i, "VERB") && r.conditioned(i):
		l := r.undone(i)
		if l != nil && !r.negated(i) {
			l.Done = true
			if l.Aim == "" && !r.doesSo(i) || !r.punishes() {
				return nil // "whoever complies"
			}
		}
		return l
	}
	return nil
}

// offence reports whether token i is an offence under a provision nearby: "A
// person guilty of an offence under this section".
func (r *reader) offence(i int) bool {
	if !r.upos(i, "NOUN") || r.lemma(i) != "offence" && r.lemma(i) != "offense" {
		return false
	}
	for k := i + 1; k <= min(i+4, len(r.Tokens)-1); k++ {
		if w := r.lower(k); w == "under" || w == "against" {
			return k+1 < len(r.Tokens) && (divisions[r.lemma(k+1)] && !headed[r.lemma(k+1)] || k+2 < len(r.Tokens) && pointing[r.lower(k+1)] && divisions[r.lemma(k+2)])
		}
	}
	return false
}

// conditioned reports whether verb i says of whom, or in which case, something
// holds: in a relative clause, or behind "if".
func (r *reader) conditioned(i int) bool {
	if r.Tokens[i].Deprel == "acl:relcl" {
		return true
	}
	if !r.is(i, "advcl") {
		return false
	}
	k := r.child(i, "mark", "advmod")
	return k >= 0 && k < i && lapsing[r.lower(k)]
}

// lapsing words tell in which case something follows.
var lapsing = wordSet("if when where whenever wherever once")

// punishes reports whether the sentence speaks of a sanction.
func (r *reader) punishes() bool {
	for i := range r.Tokens {
		w := r.lemma(i)
		if r.cues.Circumstances[w] == isSanction || sanctioning[w] && r.upos(i, "NOUN", "ADJ") || w == "remove" || w == "revoke" || w == "suspend" {
			return true
		}
	}
	return false
}

// doesSo reports whether verb i stands for another: "does so".
func (r *reader) doesSo(i int) bool {
	return i > 0 && r.lemma(i) == "do" && (i+1 < len(r.Tokens) && (r.lower(i+1) == "so" || r.lower(i+1) == "this" || r.lower(i+1) == "that" || r.lower(i+1) == "it"))
}

// undone is the lapse of not doing verb v: "do so", "comply with this section",
// "keep a log".
func (r *reader) undone(v int) *Lapse {
	lemma := r.lemma(v)
	switch {
	case r.doesSo(v):
		return &Lapse{Scope: ScopeBefore}
	case complying[lemma]:
		met := r.children(v, "obj", "obl")
		if len(met) == 0 && lemma != "comply" {
			return nil
		}
		if l := r.unmet(met); l != nil {
			return l
		}
		return &Lapse{Scope: ScopeSection, Aim: lemma, Object: r.lemma(met[0])}
	case r.child(v, "cop") >= 0 || r.upos(v, "AUX") || lemma == "have" || lemma == "be":
		return nil
	}
	l := &Lapse{Scope: ScopeSection, Aim: r.verbLemma(v)}
	if o := r.child(v, "obj"); o >= 0 && !r.upos(o, "PRON") {
		l.Object = r.lemma(o)
	}
	return l
}

// unmet is the lapse of not meeting the norm that one of those nouns names:
// nil where that is another one than a duty nearby, the last duty where none is
// named.
func (r *reader) unmet(nouns []int) *Lapse {
	for _, n := range nouns {
		if r.case_(n) != "by" {
			return r.norms(n)
		}
	}
	return &Lapse{Scope: ScopeBefore}
}

// pointing determiners take up what was said.
var pointing = wordSet("this these those such that the foregoing preceding above any")

// norms are the duties that noun n names.
func (r *reader) norms(n int) *Lapse {
	switch lemma := r.lemma(n); {
	case r.upos(n, "PRON"):
		return &Lapse{Scope: ScopeBefore}
	case duties[lemma], divisions[lemma]:
		return r.division(n)
	}
	return nil
}

// numbered is a division of a text by its number.
var numbered = regexp.MustCompile(`^[\s(]*([0-9]+[A-Za-z]?|[a-z]|[ivx]+)\b`)

// division is the lapse of a duty of a division, "this section", "subsection
// (1)", "the requirements of this Article", or of the last duty, "this
// requirement".
func (r *reader) division(n int) *Lapse {
	for _, k := range r.children(n, "nmod", "obl") {
		if divisions[r.lemma(k)] {
			return r.division(k)
		}
		if c := r.case_(k); c == "of" || c == "in" || c == "under" {
			return nil // of something else
		}
	}
	if m := numbered.FindStringSubmatch(r.Text[r.Tokens[n].End:]); m != nil && divisions[r.lemma(n)] {
		if headed[r.lemma(n)] {
			return &Lapse{Scope: ScopeDivision, Number: m[1]}
		}
		return &Lapse{Scope: ScopeParagraph, Number: m[1]}
	}
	d := r.child(n, "det", "amod")
	if d < 0 || !pointing[r.lower(d)] {
		return nil
	}
	switch {
	case !headed[r.lemma(n)]:
		return &Lapse{Scope: ScopeBefore}
	case r.xpos(n, "NNS", "NNPS"):
		return nil // "these Regulations" are the whole text
	}
	return &Lapse{Scope: ScopeSection}
}

// dependent reports whether token i is not what its sentence says, but of whom
// or in which case it says that.
func (r *reader) dependent(i int) bool {
	for ; i >= 0; i = r.Tokens[i].Head {
		switch r.rel(i) {
		case "nsubj", "csubj", "advcl", "obl", "nmod", "dislocated":
			return true
		case "acl":
			if r.Tokens[i].Deprel == "acl:relcl" {
				return true
			}
		}
	}
	return false
}
