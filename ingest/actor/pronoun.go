package actor

import (
	"slices"
	"strings"

	"mandate/graph"
)

// person is what a pronoun asks of its antecedent.
type person struct {
	plural bool
	human  bool // he, she
	either bool // who, which
}

// pronouns that stand for an actor named before.
var pronouns = map[string]person{
	"it": {}, "its": {}, "itself": {},
	"they": {plural: true}, "them": {plural: true}, "their": {plural: true}, "themselves": {plural: true},
	"he": {human: true}, "she": {human: true}, "him": {human: true}, "his": {human: true}, "her": {human: true},
	"who": {either: true}, "which": {either: true}, "that": {either: true}, "whom": {either: true},
}

// speaking are the pronouns of the collective that speaks.
var speaking = []string{"we", "us", "our", "ours", "ourselves"}

// lookBack is how many sentences back a pronoun may find its antecedent.
const lookBack = 4

// pronoun returns the head of a phrase in small letters where it is a pronoun.
func (p *phrase) pronoun() (string, bool) {
	w := strings.ToLower(p.tokens[p.Head].Text)
	if p.acronymic() {
		return w, false
	}
	_, known := pronouns[w]
	known = known || slices.Contains(speaking, w) || slices.Contains(anybody, w) || slices.Contains(counted, w) || w == "i" || w == "you"
	return w, known && (p.tokens[p.Head].UPOS == "PRON" || p.tokens[p.Head].UPOS == "DET" || p.tokens[p.Head].UPOS == "NUM")
}

// acronymic tells "IT" and "US" in a text that is not all capitals from
// pronouns.
func (p *phrase) acronymic() bool {
	t := p.tokens[p.Head].Text
	return len(t) > 1 && isAcronym(t) && hasLower(p.Tree.Text)
}

func (r *Resolver) pronoun(p *phrase, word string) []Referent {
	switch {
	case slices.Contains(speaking, word):
		return r.named("We", graph.Collective)
	case word == "i":
		return r.named("I", graph.Individual)
	case word == "you":
		return r.named("You", graph.Individual)
	case word == "everyone" || word == "everybody":
		return r.named("Everyone", graph.Individual)
	case word == "anyone" || word == "anybody":
		return r.named("Anyone", graph.Individual)
	case slices.Contains(anybody, word):
		return r.named("Persons", graph.Individual)
	case p.is(p.Head, "expl"):
		return nil
	case slices.Contains(relative, word):
		return r.relative(p)
	case word == "those" && p.followedByWho():
		return r.named("Persons", graph.Individual)
	case word == "all" || word == "each" || word == "both" || word == "neither" || word == "either" || word == "some" || word == "others":
		return r.antecedents(p, person{plural: true})
	}
	want, ok := pronouns[word]
	if !ok {
		return nil
	}
	return r.antecedents(p, want)
}

func (r *Resolver) named(label string, kind graph.ActorKind) []Referent {
	return []Referent{{Actor: r.actor(label, kind).ID}}
}

// both resolves "both countries", "the two sides" and "these organizations" to
// the last coordination that fits, nil where there is none.
func (r *Resolver) both(p *phrase) []Referent {
	n := naming{}
	if len(p.kept) < 2 || !p.isPlural() || len(n.dropDeterminers(p)) > 1 {
		return nil
	}
	first := strings.ToLower(p.join(p.kept[:len(p.kept)-1]))
	two := first == "both" || first == "the two" || first == "these two" || first == "those two"
	if !two && first != "these" && (first != "those" || p.restricted()) {
		return nil
	}
	kind := r.g.kind(p)
	for i := len(r.records) - 1; i >= 0; i-- {
		rec := &r.records[i]
		size := r.sizes[rec.coordination()]
		unsaid := rec.kind == graph.OtherActor && rec.class == "" && rec.entry == nil // a mere name: of a company, a city
		fits := rec.kind == kind || unsaid || kind == graph.Collective || kind == graph.OtherActor
		if rec.id != "" && fits && !r.behind(rec, p) && (size == 2 || size > 2 && !two) {
			return r.coordinated(rec)
		}
	}
	return nil
}

// relative resolves "which" and "who" to what their clause hangs on.
func (r *Resolver) relative(p *phrase) []Referent {
	for i, steps := p.tokens[p.Head].Head, 0; i >= 0 && steps < len(p.tokens); i, steps = p.tokens[i].Head, steps+1 {
		if p.is(i, "acl:relcl") && p.tokens[i].Head >= 0 {
			outer := r.g.phrase(Mention{Sentence: p.Sentence, Tree: p.Tree, Head: p.tokens[i].Head})
			if _, again := outer.pronoun(); again || !r.g.actsAt(&outer) {
				return nil
			}
			return r.refer(&outer)
		}
	}
	return nil
}

// antecedents finds the actor that a pronoun stands for: the most salient one
// in front of it that agrees with it. A plural pronoun may stand for a whole
// coordination.
func (r *Resolver) antecedents(p *phrase, want person) []Referent {
	var best *record
	var bestScore float64
	for i := len(r.records) - 1; i >= 0; i-- {
		rec := &r.records[i]
		back := p.Sentence - rec.place.Sentence
		if back > lookBack {
			break
		}
		if back < 0 || back == 0 && r.read(p) && (rec.place.To > p.Head || p.bindsNot(rec)) || !r.agrees(rec, want) {
			continue
		}
		s := r.salience(rec, p, back)
		if want.human && rec.kind != graph.Individual {
			s -= 2
		}
		if best == nil || s > bestScore {
			best, bestScore = rec, s
		}
	}
	if s := r.singularThey(p, want, best); s != nil {
		place := s.place
		return []Referent{{Actor: s.id, Antecedent: &place}}
	}
	if (best == nil || best.id == "" || best.role != roleSubject) && r.ledInto(p, want) {
		return r.leading
	}
	if best == nil || best.id == "" {
		return nil
	}
	if want.plural {
		return r.coordinated(best)
	}
	place := best.place
	return []Referent{{Actor: best.id, Antecedent: &place}}
}

// singularThey finds the person, of any sex, that "they" stands for: the subject
// of a clause in front, in the same sentence or right before it, where the last
// of many stand further away. It is nil for none.
func (r *Resolver) singularThey(p *phrase, want person, many *record) *record {
	if !want.plural || !p.is(p.Head, "nsubj", "nsubj:pass") || !strings.EqualFold(p.tokens[p.Head].Text, "they") {
		return nil
	}
	for i := len(r.records) - 1; i >= 0; i-- {
		rec := &r.records[i]
		back := p.Sentence - rec.place.Sentence
		if back > 1 || many != nil && many.id != "" && many.place.Sentence >= rec.place.Sentence {
			return nil
		}
		person := rec.kind == graph.Individual && (rec.class == classRole || rec.class == classOffice)
		if person && rec.id != "" && rec.role == roleSubject && !r.behind(rec, p) && r.sizes[rec.coordination()] < 2 {
			return rec
		}
	}
	return nil
}

// Leads tells who was to do what list item said, as its lead-in has it: a pronoun
// right behind the list may stand for them.
func (r *Resolver) Leads(item int, who []Referent) {
	if item != r.led {
		r.leading, r.led = nil, item
	}
	for _, ref := range who {
		if !slices.ContainsFunc(r.leading, func(o Referent) bool { return o.Actor == ref.Actor }) {
			r.leading = append(r.leading, ref)
		}
	}
}

// ledInto reports whether a pronoun in subject position right behind a list may
// stand for whoever leads it in.
func (r *Resolver) ledInto(p *phrase, want person) bool {
	if len(r.leading) == 0 || p.Sentence-r.led != 1 || !p.is(p.Head, "nsubj", "nsubj:pass") {
		return false
	}
	many := len(r.leading) > 1
	for _, ref := range r.leading {
		if last := lastField(r.actors[ref.Actor].Label); singular(key(last)) != key(last) {
			many = true
		}
	}
	return many == want.plural
}

func lastField(label string) string { return label[strings.LastIndexByte(label, ' ')+1:] }

// bindsNot tells that a pronoun cannot stand for the subject of its own verb:
// the operator that tests "it" tests something else.
func (p *phrase) bindsNot(rec *record) bool {
	self := strings.HasSuffix(p.tokens[p.Head].Text, "self") || strings.HasSuffix(p.tokens[p.Head].Text, "selves")
	return !self && p.is(p.Head, "obj", "iobj") && rec.role == roleSubject && p.verb(rec.first) == p.verb(p.Head)
}

// verb returns the verb that token i hangs on: the first of a coordination, and
// of verbs that share their subject the one that has it.
func (p *phrase) verb(i int) int {
	for steps := 0; steps < len(p.tokens) && p.tokens[i].Head >= 0; steps++ {
		if steps > 0 && !p.is(i, "conj", "xcomp") {
			break
		}
		i = p.tokens[i].Head
	}
	return i
}

// agrees in number and kind.
func (r *Resolver) agrees(rec *record, want person) bool {
	several := rec.plural || r.sizes[rec.coordination()] > 1
	human := rec.kind == graph.Individual
	switch {
	case want.plural:
		return several || rec.class == classGroup
	case want.human:
		// Statutes say "he" of any one who stands in a role: a data controller.
		return !rec.plural && (human || rec.class == classRole || rec.kind == graph.Company && rec.entry == nil)
	}
	return !rec.plural && !human || rec.class == classGroup && !human
}

// salience ranks what a pronoun may stand for: subjects and agents before
// objects, near before far, names before nouns.
func (r *Resolver) salience(rec *record, p *phrase, back int) float64 {
	s := -1.5 * float64(back)
	switch rec.role {
	case roleSubject:
		s += 3
	case roleAgent:
		s += 2
	case roleObject:
		s++
	}
	switch {
	case rec.entry != nil:
		s++
	case rec.id == "" && p.is(p.Head, "nsubj"):
		s -= 1.5 // who is asked for does something
	}
	if r.trees[rec.place.Sentence].Tokens[rec.head].Deprel == "nmod" {
		s--
	}
	return s
}

// coordination returns the records of one coordination, in text order.
func (r *Resolver) coordination(rec *record) []*record {
	from, _ := slices.BinarySearchFunc(r.records, rec.place.Sentence, func(o record, s int) int {
		return o.place.Sentence - s
	})
	var out []*record
	for i := from; i < len(r.records) && r.records[i].place.Sentence == rec.place.Sentence; i++ {
		if r.records[i].first == rec.first {
			out = append(out, &r.records[i])
		}
	}
	return out
}

func (r *Resolver) coordinated(rec *record) []Referent {
	var out []Referent
	for _, o := range r.coordination(rec) {
		place := o.place
		if o.id != "" && !slices.ContainsFunc(out, func(ref Referent) bool { return ref.Actor == o.id }) {
			out = append(out, Referent{Actor: o.id, Antecedent: &place})
		}
	}
	return out
}
