package actor

import (
	"slices"
	"strings"

	"mandate/graph"
)

// membersOf resolves "its members" and "their members" to the members of the
// body that the pronoun stands for, of each body one node; nil for any other
// phrase.
func (r *Resolver) membersOf(p *phrase) []Referent {
	if singular(key(p.tokens[p.Head].Text)) != "member" {
		return nil
	}
	for i := max(p.From, p.Head-reachLeft); i < p.Head; i++ {
		want, ok := pronouns[strings.ToLower(p.tokens[i].Text)]
		if !ok || want.human || p.tokens[i].Head != p.Head || p.tokens[i].Deprel != "nmod:poss" || i+1 != p.Head {
			continue
		}
		owner := r.g.phrase(Mention{Sentence: p.Sentence, Tree: p.Tree, Head: i})
		return r.membersEach(r.antecedents(&owner, want))
	}
	return nil
}

// membersEach is the members of each body, nil where one of them has none.
func (r *Resolver) membersEach(bodies []Referent) []Referent {
	var out []Referent
	for _, body := range bodies {
		b := r.actors[body.Actor]
		switch b.Kind {
		case graph.Individual, graph.Collective, graph.Company:
			return nil
		}
		whole := withArticle(b.Label)
		if r.g.nounOf(key(b.Label)).class == classBody { // "the Commission", whichever it is
			whole = "the " + b.Label
		}
		a := r.actor("Members of "+whole, graph.Collective)
		if !slices.Contains(a.MemberOf, b.ID) {
			a.MemberOf = append(a.MemberOf, b.ID)
		}
		r.called(a.ID, "Members")
		out = append(out, Referent{Actor: a.ID, Antecedent: body.Antecedent})
	}
	return out
}

// restricted reports whether something behind the head says which ones are
// meant: "those States which …", "those members of the Board that …".
func (p *phrase) restricted() bool {
	for i := p.Head + 1; i < len(p.tokens); i++ {
		if p.tokens[i].Head == p.Head && p.is(i, "acl", "acl:relcl", "nmod", "advcl") {
			return true
		}
	}
	return false
}

// resumed finds the actor that "these enterprises", "those authorities" and
// "such organizations" take up: the last one of many by that noun, which was
// said of them more fully. It is nil where there is none.
func (r *Resolver) resumed(p *phrase, n naming) *record {
	if !n.plural || n.det != "these" && n.det != "those" && n.det != "such" || len(fields(n.written)) > 1 || p.restricted() {
		return nil
	}
	head := singular(key(p.tokens[p.Head].Text))
	for i := len(r.records) - 1; i >= 0; i-- {
		rec := &r.records[i]
		if p.Sentence-rec.place.Sentence > 1 {
			break
		}
		if rec.id != "" && rec.plural && rec.headWord == head && len(rec.words) > 1 && !r.behind(rec, p) {
			return rec
		}
	}
	return nil
}
