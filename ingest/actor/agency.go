package actor

import (
	"slices"
	"strings"

	"mandate/ingest/english"
)

// CanAct reports whether the noun phrase of tokens [from,to) with the given
// head could be an actor: a person, a body, a group, a state, or a pronoun for
// one. Whether a pronoun does stand for an actor, only a Resolver knows.
func (g *Gazetteer) CanAct(s *english.Sentence, from, to, head int) bool {
	m := Mention{Tree: s, From: from, To: to, Head: head}
	if !m.valid() {
		return false
	}
	p := g.phrase(m)
	return g.actsAt(&p)
}

// personal pronouns and indefinite ones for persons.
var (
	personal = []string{"it", "they", "he", "she", "we", "i", "you", "them", "us", "him", "her", "me", "itself", "themselves",
		"our", "its", "their"}
	anybody = []string{"everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody", "whoever", "none", "one"}
	counted = []string{"all", "each", "both", "either", "neither", "some", "many", "most", "several", "few", "others",
		"another", "those", "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "any", "half"}
	relative = []string{"who", "which", "that", "whom"}
	// enabling words make an actor of a weak noun: "certified operation".
	enabling = []string{"certified", "accredited", "registered", "licensed", "permitted", "exempt", "international", "regional",
		"national", "subregional", "multilateral", "bilateral", "governmental", "intergovernmental", "participating", "responsible",
		"competent", "state", "private", "public", "commercial", "member", "cooperation", "coordination", "oversight",
		"governance", "production", "handling", "processing", "livestock", "organic", "aquaculture", "partner", "united", "voting"}
)

func (g *Gazetteer) actsAt(p *phrase) bool {
	t := p.tokens[p.Head]
	word := strings.ToLower(t.Text)
	if inner := p.counts(); inner >= 0 {
		return g.CanAct(p.Tree, p.Head+1, p.To, inner)
	}
	switch {
	case p.entry != nil:
		return true
	case t.UPOS == "PRON" || t.UPOS == "DET" || t.UPOS == "NUM":
		return g.pronounActs(p, word)
	case p.noun.acts():
		return !g.abstract(p)
	case p.noun.class == classWeak:
		return p.enabled() || p.obliged()
	case p.noun.class != "":
		return false
	}
	return p.unknownActs()
}

// counts returns the noun that a counting head counts ("each of the Parties",
// "a majority of States"), or -1.
func (p *phrase) counts() int {
	word := strings.ToLower(p.tokens[p.Head].Text)
	if p.noun.class != classPart && !slices.Contains(counted, word) {
		return -1
	}
	for i := p.Head + 1; i < p.To; i++ {
		if p.tokens[i].Head == p.Head && p.is(i, "nmod", "obl") && (p.preposition(i) == "of" || p.preposition(i) == "among") {
			return i
		}
	}
	return -1
}

func (g *Gazetteer) pronounActs(p *phrase, word string) bool {
	switch {
	case p.is(p.Head, "expl", "det") || p.acronymic():
		return false
	case slices.Contains(relative, word):
		clause := p.tokens[p.Head].Head
		if clause < 0 || !p.is(clause, "acl:relcl") || p.tokens[clause].Head < 0 || p.tokens[clause].Head == p.Head {
			return word == "who"
		}
		outer := g.phrase(Mention{Tree: p.Tree, Head: p.tokens[clause].Head})
		return !slices.Contains(relative, strings.ToLower(p.tokens[outer.Head].Text)) && g.actsAt(&outer)
	case word == "those" || word == "that":
		return p.followedByWho()
	}
	return slices.Contains(personal, word) || slices.Contains(anybody, word) || slices.Contains(counted, word)
}

func (p *phrase) followedByWho() bool {
	return p.Head+1 < len(p.tokens) && strings.EqualFold(p.tokens[p.Head+1].Text, "who")
}

// deeds are bodies or persons by one reading; by the other, said of a thing,
// they are doings, states, amounts or figures of speech: "the administration
// shall" but "the administration of justice", "a body of water", "an agent of
// change".
var deeds = []string{"administration", "management", "leadership", "organization", "government", "union", "mission",
	"direction", "business", "press", "staff", "force", "assembly", "operation", "division", "delegation", "registry", "state",
	"body", "group", "family", "side", "generation", "exchange", "population", "community", "head", "agent", "agency",
	"judge", "host", "world", "patron"}

// abstract reports whether such a noun is meant by its other reading: it is said
// of something that cannot act itself.
func (g *Gazetteer) abstract(p *phrase) bool {
	head := p.tokens[p.Head]
	if !slices.Contains(deeds, singular(key(head.Text))) || head.UPOS == "PROPN" {
		return false
	}
	for i := p.Head + 1; i < p.To; i++ {
		if p.tokens[i].Head == p.Head && p.is(i, "nmod") && p.preposition(i) == "of" {
			inner := g.phrase(Mention{Tree: p.Tree, Head: i})
			return !g.actsAt(&inner)
		}
	}
	return false
}

// places and lines of business whose people are meant where they are to do
// something: "the regions shall adopt plans", "the food sector needs to invest".
var peopled = []string{"region", "sector", "island", "territory"}

// happening verbs tell what becomes of a thing.
var happening = []string{"be", "become", "remain", "grow", "shrink", "include", "comprise", "cover", "extend", "consist", "contain", "benefit", "have",
	"face", "suffer", "experience", "depend", "mean", "begin", "continue", "recover", "change", "expand", "emerge", "flourish", "stay", "lie", "form", "constitute"}

// obliged reports whether such a noun is the subject of a duty to act.
func (p *phrase) obliged() bool {
	v := p.tokens[p.Head].Head
	if v < p.Head || !p.is(p.Head, "nsubj") || p.tokens[v].UPOS != "VERB" || !slices.Contains(peopled, singular(key(p.tokens[p.Head].Text))) {
		return false
	}
	from := p.Head
	for from > 0 && p.tokens[from-1].Head == p.Head && p.is(from-1, "det", "amod", "compound", "nummod") {
		from--
	}
	if from > 0 && p.tokens[from-1].UPOS == "ADP" {
		return false // "brings work to all regions and countries will …"
	}
	bound := false
	for i := range p.tokens {
		t := &p.tokens[i]
		if t.Head != v {
			continue
		}
		switch {
		case t.XPOS == "MD" && !slices.Contains([]string{"can", "could", "would", "might"}, strings.ToLower(t.Text)):
			bound = true
		case strings.EqualFold(p.tokens[v].Lemma, "need") && t.Deprel == "xcomp" && !slices.Contains(happening, strings.ToLower(t.Lemma)):
			return !p.passive(i)
		}
	}
	return bound && !slices.Contains(happening, strings.ToLower(p.tokens[v].Lemma))
}

// passive reports whether verb i is in the passive.
func (p *phrase) passive(i int) bool {
	return slices.ContainsFunc(p.tokens, func(t english.Token) bool { return t.Head == i && t.Deprel == "aux:pass" })
}

// enabled reports whether a weak noun is used of an actor: something before it
// says so, or it is a proper name.
func (p *phrase) enabled() bool {
	for _, i := range p.kept {
		if i < p.Head && slices.Contains(enabling, key(p.tokens[i].Text)) {
			return true
		}
	}
	return p.tokens[p.Head].UPOS == "PROPN" && p.Head > 0 && len(p.kept) > 1
}

// unknownActs judges a noun that no list holds: proper names act, unless they
// name a time; common nouns do not.
func (p *phrase) unknownActs() bool {
	t := p.tokens[p.Head]
	word := strings.ToLower(t.Text)
	if t.UPOS != "PROPN" || len(t.Text) < 2 || !startsUpper(t.Text) {
		return t.UPOS == "PROPN" && unpronounceable(word)
	}
	return !slices.Contains(calendar, word) && !endsAny(word, abstractions) && strings.Trim(t.Text, "IVXLC") != ""
}

// unpronounceable tells an acronym in small letters ("fpac") from a word: no
// word of English begins with those two consonants.
func unpronounceable(word string) bool {
	const vowels = "aeiouy"
	if len(word) < 3 || len(word) > 6 || strings.ContainsAny(word[:2], vowels) {
		return false
	}
	return !strings.Contains(onsets, word[:2]) || !strings.ContainsAny(word, vowels)
}

// onsets are the pairs of consonants that English words begin with.
const onsets = "bl br ch cl cr dr dw fl fr gh gl gn gr kl kn kr ph pl pr ps rh sc sh sk sl sm sn sp sq st sv sw th tr ts tw wh wr"

var (
	calendar = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
	abstractions = []string{"tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ship", "hood", "acy", "ure", "ing", "age", "ics"}
)
