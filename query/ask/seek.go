package ask

import (
	"slices"
	"strings"

	"mandate/graph"
	"mandate/query"
)

// seek finds out what is asked for, and of whom: who does this, what does he
// do, which statements are there.
func (u *understanding) seek(predicate int) {
	wh := u.interrogative()
	switch {
	case wh == none:
		u.seekWithout(predicate)
	case u.lemma(wh) == "whose":
		u.question.Asked = query.AskedActors
		u.account(wh)
		if noun := u.tokens[wh].Head; noun != none {
			u.duty(noun)
		}
	case u.tokens[wh].UPOS == "ADV": // how, when, where, why should X …
		u.account(wh)
		u.deeds(wh)
	default:
		u.seekPhrase(wh, predicate)
	}
}

// interrogative returns the word that asks: the first that can.
func (u *understanding) interrogative() int {
	for i := range u.tokens {
		if u.interrogates(i) {
			return i
		}
	}
	return none
}

func (u *understanding) interrogates(i int) bool {
	if u.tokens[i].UPOS == "PROPN" && u.tokens[i].Text == strings.ToUpper(u.tokens[i].Text) {
		return false // the World Health Organization
	}
	switch strings.ToLower(u.tokens[i].Text) {
	case "who", "whom", "whose", "what", "which", "how", "when", "where", "why":
		return true
	}
	return false
}

// holder takes for the actor the words of a phrase before a participle that
// hangs on it.
func (u *understanding) holder(subject, participle int) {
	words := slices.DeleteFunc(u.under(subject), func(i int) bool {
		return i >= participle || u.tokens[i].Head == subject && u.is(i, "det")
	})
	u.question.Asked, u.question.Actor = query.AskedDeeds, u.text(words)
	u.account(words...)
}

// seekWithout reads what has no interrogative: "Must X …?", "List the duties of
// X", "duties of X", or bare words.
func (u *understanding) seekWithout(predicate int) {
	root := u.root()
	if u.cues.lists[u.lemma(root)] && root == 0 {
		u.account(root)
		if root = u.child(root, "obj"); root == none {
			u.question.Asked = query.AskedStatements
			return
		}
	}
	if u.tokens[0].UPOS == "AUX" {
		u.deeds(none)
		if slices.Contains(u.forces, graph.Permission) {
			u.forces = append(u.forces, graph.Prohibition) // that answers "may he" as well
		}
		return
	}
	u.question.Asked = query.AskedStatements
	u.statements(root)
}

// seekPhrase reads who, what and which with the noun that goes with it.
func (u *understanding) seekPhrase(wh, predicate int) {
	head := u.phrase(wh)
	noun := u.lemma(head)
	kinds, actor := u.cues.actors[noun]
	switch {
	case head != wh && actor:
		u.question.Asked, u.question.Kinds = query.AskedActors, kinds
	case head != wh && u.duty(head):
		u.question.Asked = query.AskedStatements
		u.subject(wh, query.AskedDeeds)
		u.owner(head)
	case u.held(wh) != none:
		u.account(wh)
		u.holder(u.child(wh, "nsubj"), u.held(wh))
	case u.tokens[wh].Head < 0 && head == wh:
		u.nominal(wh)
	case u.doer(wh, head, predicate):
		u.question.Asked = query.AskedActors
		if head != wh {
			u.sought = nil // "which manufacturers": the noun is looked for
		}
	default:
		u.deeds(wh)
	}
	u.account(u.sought...)
}

// phrase returns the head of the phrase that asks, and notes its words: of
// "which public bodies" it is bodies. Where the tree hangs the interrogative
// elsewhere, the nouns that follow it at once are its phrase.
func (u *understanding) phrase(wh int) int {
	u.sought = []int{wh}
	word := strings.ToLower(u.tokens[wh].Text)
	if word != "what" && word != "which" {
		return wh
	}
	head := wh
	for i := wh + 1; i < len(u.tokens); i++ {
		if u.framed(i) { // whatever the tagger takes it for
			head = i
			break
		}
		switch u.tokens[i].UPOS {
		case "ADJ", "NUM":
			continue
		case "NOUN", "PROPN":
			head = i
			continue
		}
		break
	}
	if head == wh || head > wh+1 && u.tokens[wh+1].UPOS == "AUX" {
		return wh
	}
	for i := wh + 1; i <= head; i++ {
		u.sought = append(u.sought, i)
	}
	return head
}

// framed tells a plural noun that is one of the words questions are made of: what
// follows is no more of its phrase ("which duties concern …").
func (u *understanding) framed(i int) bool {
	_, statements := u.cues.nouns[u.lemma(i)]
	_, actors := u.cues.actors[u.lemma(i)]
	return strings.HasSuffix(u.tokens[i].Text, "s") && (statements || actors)
}

// doer tells whether the phrase that asks stands for who does it: the subject
// of an active verb or of a duty, or the agent of a passive one.
func (u *understanding) doer(wh, head, predicate int) bool {
	passive := predicate != none && !u.spoken[predicate] && u.child(predicate, "aux:pass") != none
	for _, i := range []int{wh, head} {
		if u.is(i, "obl") && u.child(i, "case") != none && strings.EqualFold(u.tokens[u.child(i, "case")].Text, "by") {
			return true
		}
		if u.inverted(head) {
			return false
		}
		personal := strings.EqualFold(u.tokens[wh].Text, "who") || head != wh
		if u.is(i, "nsubj") && personal && !passive {
			return true
		}
	}
	return false
}

// inverted tells whether a subject of its own stands behind the phrase that asks
// and its auxiliary: whom should the Council inform.
func (u *understanding) inverted(head int) bool {
	i := head + 2
	if i >= len(u.tokens) || u.tokens[head+1].UPOS != "AUX" || u.lemma(head+1) == "be" || u.lemma(head+1) == "have" {
		return false
	}
	switch u.tokens[i].UPOS {
	case "DET", "NOUN", "PROPN", "ADJ", "PRON":
		return true
	}
	return false
}

// deeds reads a question for what an actor does: its subject is the actor.
func (u *understanding) deeds(wh int) {
	u.question.Asked = query.AskedStatements
	u.subject(wh, query.AskedDeeds)
}

// subject takes the subject of the question for the actor, wherever on the way
// from its head to what is done it stands; without one, who it is expected of,
// or by whom it is done.
func (u *understanding) subject(wh int, asked query.Asked) {
	for i, w := range u.tokens {
		if slices.Contains(u.sought, i) || u.spoken[i] || w.UPOS == "PRON" || i == wh {
			continue
		}
		switch {
		case u.is(i, "nsubj") && u.onTheWay(w.Head):
			if u.speaks(i) {
				return
			}
			if u.passiveDeed(i) {
				continue // "how should waste be treated": waste is no actor
			}
		case u.is(i, "obl:agent"):
		case u.is(i, "obl") && u.spoken[w.Head] && u.preposition(i, "of", "from") && u.question.Actor == "":
		default:
			continue
		}
		u.question.Asked, u.question.Actor = asked, u.name(i)
		u.account(u.under(i)...)
		return
	}
}

// onTheWay tells whether a verb is the head of the question or one that a
// wording of duty carries on to.
func (u *understanding) onTheWay(i int) bool {
	return i != none && (u.tokens[i].Head < 0 || slices.Contains(u.sought, i) ||
		u.spoken[u.tokens[i].Head] && u.tokens[i].Deprel != "acl:relcl")
}

// passiveDeed tells the subject of a passive that is no wording of duty.
func (u *understanding) passiveDeed(i int) bool {
	return u.is(i, "nsubj:pass") && !u.spoken[u.tokens[i].Head]
}

// speaks reads "what does the plan say about X": the subject is a document, and
// what is asked for are its statements.
func (u *understanding) speaks(i int) bool {
	verb := u.tokens[i].Head
	if !u.cues.documents[u.lemma(i)] || !u.cues.texts[u.lemma(verb)] {
		return false
	}
	u.question.Doc = u.name(i)
	u.account(u.under(i)...)
	u.account(verb)
	return true
}

func (u *understanding) preposition(i int, words ...string) bool {
	at := u.child(i, "case")
	return at != none && slices.Contains(words, strings.ToLower(u.tokens[at].Text))
}

// nominal reads "what are the goals of X": a noun of duty or goal with its owner.
func (u *understanding) nominal(wh int) {
	u.question.Asked = query.AskedStatements
	u.account(wh)
	subject := u.child(wh, "nsubj")
	if subject == none {
		return
	}
	if strings.EqualFold(u.tokens[wh].Text, "who") {
		u.question.Asked = query.AskedActors
	}
	u.statements(subject)
}

// statements reads a noun of duty with its owner; what else there is, it is
// about.
func (u *understanding) statements(noun int) {
	if !u.spoken[noun] && !u.duty(noun) {
		return
	}
	for _, n := range u.with(noun) {
		u.duty(n)
		u.owner(n)
	}
}

// owner takes who a noun of duty belongs to for the actor, or for the document:
// China's goals, the duties of the commission, the aims of the plan.
func (u *understanding) owner(noun int) {
	for _, c := range u.below[noun] {
		if u.spoken[c] || !u.is(c, "nmod:poss") && !(u.is(c, "nmod", "obl") && u.preposition(c, "of", "for")) {
			continue
		}
		if u.tokens[c].UPOS == "PRON" {
			continue
		}
		if u.cues.documents[u.lemma(c)] {
			u.question.Doc = u.name(c)
			u.account(u.under(c)...)
			return
		}
		u.question.Asked = query.AskedDeeds
		u.question.Actor = u.holderName(c)
		return
	}
}

// holderName takes the name of who holds a duty, without what the duty is about:
// the duties of members regarding disputes.
func (u *understanding) holderName(head int) string {
	words := u.under(head)
	for _, c := range u.below[head] {
		tied := u.preposition(c, "in", "on", "about", "regarding", "concerning", "towards", "under", "during", "with", "for") || u.cues.about[strings.ToLower(u.tokens[c].Text)]
		if c > head && tied && u.is(c, "nmod", "obl", "acl", "advcl") {
			beyond := u.under(c)
			words = slices.DeleteFunc(words, func(i int) bool { return slices.Contains(beyond, i) })
		}
	}
	dropped := slices.DeleteFunc(slices.Clone(words), func(i int) bool {
		return u.tokens[i].Head == head && u.is(i, "case", "det", "punct", "cc") || u.is(i, "fixed") || u.spoken[i]
	})
	name := u.text(dropped)
	u.account(words...)
	return name
}

// place reads the document that a question ends with: under the convention, in
// the strategy.
func (u *understanding) place() {
	for i, w := range u.tokens {
		if u.spoken[i] || u.question.Doc != "" || !u.cues.documents[u.lemma(i)] || w.XPOS == "NNS" || w.XPOS == "NNPS" {
			continue
		}
		if u.is(i, "obl", "nmod") && u.preposition(i, "in", "under", "within", "according", "per") && u.definite(i) {
			u.question.Doc = u.name(i)
			u.account(u.under(i)...)
		}
	}
}

// definite tells whether a noun means one certain thing.
func (u *understanding) definite(i int) bool {
	if u.tokens[i].UPOS == "PROPN" {
		return true
	}
	at := u.child(i, "det")
	return at != none && slices.Contains([]string{"the", "this"}, strings.ToLower(u.tokens[at].Text))
}
