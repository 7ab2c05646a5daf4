package actor

import (
	"cmp"
	"maps"
	"slices"

	"mandate/graph"
	"mandate/ingest/english"
)

// Place is where an actor was named: tokens [From,To) of the tree that was read
// for a sentence, bytes [Start,End) of its text.
type Place struct{ Sentence, From, To, Start, End int }

// Referent is whom a mention stands for. Antecedent is where that actor was
// named where the mention itself does not name it ("It"), else nil.
type Referent struct {
	Actor      string // graph.Actor.ID
	Antecedent *Place
}

// Resolver makes the actors of one document. Read it the sentences in text
// order and ask it for the mentions of each before the next is read: what
// stands in front of a mention decides. It keeps the last few sentences and, of
// the rest, one record a name, so that memory does not grow with the text. It
// is for one goroutine.
type Resolver struct {
	g        *Gazetteer
	trees    map[int]*english.Sentence // of the last sentences
	records  []record                  // of the last sentences, in text order
	full     map[string][]record       // by head noun: the last ones named in full
	actors   map[string]*graph.Actor
	asked    map[string]bool         // actors that a mention was resolved to
	aliases  map[string]string       // key of a name that the document gave -> actor ID
	initials map[string]string       // of bodies named in full -> actor ID
	surnames map[string]string       // keys, of persons named in full -> actor ID
	founded  map[string]int          // by head noun: the last sentence that brought in a body called so
	answers  map[question][]Referent // to pronouns, for the items of a list that ask again
	sizes    map[Place]int           // actors coordinated with the head at From, of the last sentences
	leading  []Referent              // who was to do what the last list item said
	led      int                     // the sentence of that item
}

// question is a pronoun by its place.
type question struct {
	sentence, head int
	word           string
}

// record is a mention that was read.
type record struct {
	id       string // of the actor, empty for a thing
	place    Place
	head     int
	role     role
	plural   bool
	first    int    // head of the first conjunct, of a coordination
	entry    *Entry // known by name
	kind     graph.ActorKind
	class    class
	headWord string   // key of the head noun, singular
	words    []string // of the name
	full     *Place   // where the actor was named in full, of a short form
}

// coordination is the key of what a record is coordinated with.
func (rec *record) coordination() Place { return Place{Sentence: rec.place.Sentence, From: rec.first} }

// role is what a mention does in its sentence.
type role int

const (
	roleOther role = iota
	roleObject
	roleAgent
	roleSubject
)

// NewResolver returns a resolver for one document.
func (g *Gazetteer) NewResolver() *Resolver {
	return &Resolver{
		g: g, trees: map[int]*english.Sentence{}, full: map[string][]record{}, actors: map[string]*graph.Actor{},
		asked: map[string]bool{}, founded: map[string]int{}, aliases: map[string]string{}, initials: map[string]string{},
		surnames: map[string]string{}, answers: map[question][]Referent{}, sizes: map[Place]int{}, led: -1,
	}
}

// Read notes who is named in a sentence, given by its index in the document.
func (r *Resolver) Read(sentence int, s *english.Sentence) {
	r.forget(sentence)
	r.trees[sentence] = s
	for i := range s.Tokens {
		if !nominal(s.Tokens[i]) {
			continue
		}
		p := r.g.phrase(Mention{Sentence: sentence, Tree: s, Head: i})
		switch {
		case len(p.kept) == 0 || p.counts() >= 0:
		case r.g.actsAt(&p):
			r.note(&p)
		default:
			r.noteThing(&p)
		}
	}
}

// forget drops what lies too far back for a pronoun.
func (r *Resolver) forget(sentence int) {
	old := 0
	for old < len(r.records) && r.records[old].place.Sentence < sentence-lookBack {
		old++
	}
	r.records = slices.Delete(r.records, 0, old)
	maps.DeleteFunc(r.sizes, func(at Place, _ int) bool { return at.Sentence < sentence-lookBack })
	maps.DeleteFunc(r.trees, func(i int, _ *english.Sentence) bool { return i < sentence-lookBack })
}

// read reports whether the phrase stands in the tree that was read for its
// sentence, so that places in both can be compared.
func (r *Resolver) read(p *phrase) bool {
	t := r.trees[p.Sentence]
	return t != nil && t.Text == p.Tree.Text && len(t.Tokens) == len(p.Tree.Tokens)
}

// nominal tells whether a token may head the name of an actor; pronouns are
// resolved when they are asked for.
func nominal(t english.Token) bool {
	switch t.UPOS {
	case "NOUN", "PROPN", "ADJ", "X":
	default:
		return false
	}
	switch t.Deprel {
	case "nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "conj", "root",
		"appos", "parataxis", "dep", "list", "vocative", "xcomp", "dislocated", "advcl", "ccomp", "acl", "acl:relcl", "orphan":
		return true
	}
	return false
}

// note identifies a phrase and remembers it.
func (r *Resolver) note(p *phrase) {
	n := r.g.name(p)
	id, full := r.identify(p, n)
	if of := r.membersOf(p); len(of) == 1 {
		id, full = of[0].Actor, nil
	}
	if id == "" {
		return
	}
	a := r.actors[id]
	rec := p.record(id)
	rec.plural = n.plural
	rec.entry, rec.kind, rec.full = p.entry, a.Kind, full
	rec.headWord, rec.words = singular(key(p.tokens[p.Head].Text)), fields(a.Label)
	r.records = append(r.records, rec)
	r.sizes[rec.coordination()]++
	if full == nil && p.full() {
		r.remember(&rec)
	}
	r.define(p, id)
	if p.founds(n) {
		r.founded[rec.headWord] = p.Sentence
	}
	if full == nil {
		r.callings(p, a)
	}
}

// founds reports whether a phrase brings in a body that the text calls by a
// common noun: "there shall be a Conference".
func (p *phrase) founds(n naming) bool {
	return (n.det == "a" || n.det == "an") && (p.noun.class == classBody || p.noun.class == classOffice) &&
		p.Head > 0 && startsUpper(p.tokens[p.Head].Text) && p.tokens[p.Head-1].Deprel == "det"
}

// full reports whether a phrase is a name that a shorter one can stand for, and
// not just a noun with an adjective ("the new government").
func (p *phrase) full() bool {
	if p.entry != nil || p.noun.class == classRole || p.tokens[p.Head].UPOS == "PROPN" {
		return true
	}
	for _, i := range p.kept {
		if p.tokens[i].Head == p.Head && p.is(i, "compound", "nmod") {
			return true
		}
	}
	return false
}

// remembered is how many actors are kept for each head noun.
const remembered = 16

// remember files a record under the head nouns of the names of its actor.
func (r *Resolver) remember(rec *record) {
	heads := []string{rec.headWord}
	if rec.entry != nil || rec.incorporated() {
		heads = append(heads, string(rec.kind))
	}
	for _, name := range rec.names() {
		if h := headOf(fields(name)); !slices.Contains(heads, h) {
			heads = append(heads, h)
		}
	}
	for _, h := range heads {
		last := slices.DeleteFunc(r.full[h], func(o record) bool { return o.id == rec.id })
		if len(last) >= remembered {
			last = last[1:]
		}
		r.full[h] = append(last, *rec)
	}
}

// noteThing remembers what is no actor, for the pronouns that stand for it.
func (r *Resolver) noteThing(p *phrase) {
	rec := p.record("")
	if rec.role == roleOther {
		return
	}
	rec.plural = p.isPlural()
	r.records = append(r.records, rec)
}

// record is what a phrase itself says about a mention.
func (p *phrase) record(id string) record {
	first, last := p.kept[0], p.kept[len(p.kept)-1]
	return record{
		id: id, place: Place{p.Sentence, first, last + 1, p.tokens[first].Start, p.tokens[last].End}, head: p.Head,
		role: roleOf(p.tokens, p.Head), first: firstConjunct(p.tokens, p.Head), class: p.noun.class,
	}
}

// Resolve tells whom a mention stands for: one actor, several where it is a
// pronoun for a coordination, none where nobody can be made out.
func (r *Resolver) Resolve(m Mention) []Referent {
	if !m.valid() {
		return nil
	}
	p := r.g.phrase(m)
	if inner := p.counts(); inner >= 0 {
		return r.Resolve(Mention{Sentence: m.Sentence, Tree: m.Tree, Head: inner})
	}
	refs := r.refer(&p)
	for _, ref := range refs {
		r.asked[ref.Actor] = true
	}
	return refs
}

func (r *Resolver) refer(p *phrase) []Referent {
	if refs := r.both(p); refs != nil {
		return refs
	}
	if refs := r.membersOf(p); refs != nil {
		return refs
	}
	if w, ok := p.pronoun(); ok {
		q := question{p.Sentence, p.Head, w}
		if _, known := r.answers[q]; !known {
			r.answers[q] = r.pronoun(p, w)
		}
		return r.answers[q]
	}
	if len(p.kept) == 0 {
		return nil
	}
	if r.read(p) {
		if rec := r.at(p.Sentence, p.Head); rec != nil && rec.id != "" && rec.place.From >= p.From && rec.place.To <= p.To {
			return []Referent{{Actor: rec.id, Antecedent: rec.full}}
		}
	}
	id, full := r.identify(p, r.g.name(p))
	if id == "" {
		return nil
	}
	return []Referent{{Actor: id, Antecedent: full}}
}

// at returns the record of the mention with that head.
func (r *Resolver) at(sentence, head int) *record {
	i, ok := slices.BinarySearchFunc(r.records, Place{Sentence: sentence, From: head}, func(rec record, at Place) int {
		return cmp.Or(cmp.Compare(rec.place.Sentence, at.Sentence), cmp.Compare(rec.head, at.From))
	})
	if !ok {
		return nil
	}
	return &r.records[i]
}

// Among says that one actor was named as one of another, as in "all parties,
// including governments".
func (r *Resolver) Among(member, whole string) {
	a, w := r.actors[member], r.actors[whole]
	if a != nil && w != nil && member != whole && !slices.Contains(a.MemberOf, whole) {
		a.MemberOf = append(a.MemberOf, whole)
	}
}

// Actors returns the actors that mentions were resolved to, sorted by ID.
func (r *Resolver) Actors() []graph.Actor {
	out := make([]graph.Actor, 0, len(r.asked))
	for _, id := range slices.Sorted(maps.Keys(r.asked)) {
		a := *r.actors[id]
		a.AltLabels = slices.Compact(slices.Sorted(slices.Values(a.AltLabels)))
		a.AltLabels = slices.DeleteFunc(a.AltLabels, func(s string) bool { return s == a.Label || s == "" })
		a.MemberOf = slices.Sorted(slices.Values(a.MemberOf))
		out = append(out, a)
	}
	return out
}

// actor returns the node of a label, made where it is new.
func (r *Resolver) actor(label string, kind graph.ActorKind) *graph.Actor {
	id := graph.Slug(cmp.Or(shortPlurals[label], label))
	if id == "" {
		return nil
	}
	a := r.actors[id]
	if a == nil {
		a = &graph.Actor{ID: id, Label: label, Kind: kind}
		r.actors[id] = a
	}
	return a
}

func roleOf(tokens []english.Token, head int) role {
	switch tokens[firstConjunct(tokens, head)].Deprel {
	case "nsubj", "nsubj:pass", "nsubj:outer":
		return roleSubject
	case "obl:agent":
		return roleAgent
	case "obj", "iobj":
		return roleObject
	}
	return roleOther
}

// firstConjunct climbs from a conjunct to the head of its coordination.
func firstConjunct(tokens []english.Token, i int) int {
	for range tokens {
		if tokens[i].Deprel != "conj" || tokens[i].Head < 0 || tokens[i].Head >= len(tokens) {
			break
		}
		i = tokens[i].Head
	}
	return i
}
