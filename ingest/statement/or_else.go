package statement

import (
	"regexp"
	"strings"
)

// consequence begins what follows where a duty is not done: ", failing which
// …", "; otherwise …".
var consequence = regexp.MustCompile(`(?i)[,;]\s+(?:and )?((?:failing which|in default of which|in default whereof|otherwise|or else|or otherwise)\b.*)$`)

// sanctioned may begin it in a clause of its own: "; failure to do so is an
// offence", ", and those who fail to do so shall …".
var sanctioned = regexp.MustCompile(`(?i)(?:;|,(?: and| but)?|:)\s+(?:and )?(((?:any|anyone|an?|the|those|every|each|all|whoever|persons?|members?|if|where|when) [^;,:]{0,60}?)?\b(?:fail|neglect|contraven|breach|violat|non-?compl|infring|default|(?:do|does|has|have|is|are) not\b|do(?:es)? so\b)[^;]*)$`)

// bindingWord tells of a clause that it says what is to be done.
var bindingWord = regexp.MustCompile(`(?i)\b(?:shall|must|should|will|may|unless)\b`)

// orElse is the consequence of not doing aim p: the clause that says so, a
// penalty coordinated with the aim ("or be fined"), or a phrase ("on pain of").
func (r *reader) orElse(p int) string {
	if from, to := r.consequence(); from > r.Tokens[p].Start {
		return fold(strings.TrimRight(r.Text[from:to], " .;,"))
	}
	for v := p; v >= 0; v = r.Tokens[v].Head {
		for _, k := range r.kids[v] {
			if k > p && r.penalises(k) {
				return r.words(r.trim(r.left[k], r.right[k]+1))
			}
		}
		if !r.is(v, "conj") {
			break
		}
	}
	return r.boundsOf(p, isOrElse, Phrase{})
}

// consequence is where in the text the clause stands that says what follows
// where what stands before it is not done; 0 where there is none.
func (r *reader) consequence() (from, to int) {
	if m := consequence.FindStringSubmatchIndex(r.Text); m != nil {
		return m[2], m[3]
	}
	if r.tail == nil {
		r.tail = &[2]int{}
		m := sanctioned.FindStringSubmatchIndex(r.Text)
		if m != nil && r.first == 0 && (m[4] < 0 || !bindingWord.MatchString(r.Text[m[4]:m[5]])) {
			tail := r.parser.Parse(strings.ToUpper(r.Text[m[2]:m[2]+1]) + r.Text[m[2]+1:m[3]])
			if l := r.newReader(&tail, 0, frame{}).lapse(); l != nil && l.Scope == ScopeBefore && l.Aim == "" {
				r.tail = &[2]int{m[2], m[3]}
			}
		}
	}
	return r.tail[0], r.tail[1]
}

// withoutConsequence is phrase p up to where the sentence begins to say what
// follows otherwise.
func (r *reader) withoutConsequence(p Phrase) Phrase {
	from, _ := r.consequence()
	if p.Tree != r.Sentence || from == 0 {
		return p
	}
	for p.To > p.Head+1 && r.Tokens[p.To-1].End > from {
		p.To--
	}
	p.From, p.To = r.trim(p.From, p.To)
	return p
}

// penalises reports whether conjunct k says what happens to who does not do
// what stands before it: "or be fined", "or forfeit the licence".
func (r *reader) penalises(k int) bool {
	cc := r.child(k, "cc")
	return r.is(k, "conj") && cc >= 0 && r.lower(cc) == "or" && r.cues.Circumstances[r.lemma(k)] == isSanction
}
